"""How far each language is in step with English: what is missing, and which pages translate an older text.

A translated page names in its front matter, as `source`, the fingerprint of the English page it
translates. When the English page changes, its fingerprint does too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from generator.content import PageFacts
from generator.languages import SOURCE, Language


@dataclass(frozen=True, slots=True)
class BehindPage:
    """A page that translates an older English text, and the fingerprint to write when it no longer does."""

    path: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one language lacks: messages without translation, pages without a file, pages behind their source."""

    language: Language
    messages_missing: int
    pages_missing: tuple[str, ...]
    pages_behind: tuple[BehindPage, ...]

    @property
    def texts(self) -> int:
        """How many texts there are to translate; 0 if the language is in step."""
        return self.messages_missing + len(self.pages_missing) + len(self.pages_behind)


def fingerprint(page: Path) -> str:
    """Eight letters that change with the text of a page, and not with its line ends or blank edges."""
    lines = page.read_text(encoding="utf-8").split("\n")
    return sha256("\n".join(line.rstrip() for line in lines).strip().encode()).hexdigest()[:8]


def coverage(languages: Mapping[str, Language]) -> list[Coverage]:
    """How far every language but the source is, in the order of the languages."""
    source = languages[SOURCE]
    return [_coverage(language, source) for code, language in languages.items() if code != SOURCE]


def _coverage(language: Language, source: Language) -> Coverage:
    return Coverage(
        language,
        language.untranslated,
        tuple(path for path in source.pages if path not in language.pages),
        tuple(_behind(language.pages, source)),
    )


def _behind(pages: Mapping[str, PageFacts], source: Language) -> list[BehindPage]:
    now = {path: fingerprint(source.folder / path) for path in source.pages if path in pages and source.folder}
    return [BehindPage(path, current) for path, current in now.items() if pages[path].source != current]
