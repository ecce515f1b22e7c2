"""How far each language is in step with English: what is missing, what an editor doubts, what translates an older text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.languages import SOURCE, Language
from generator.problems import Message, say
from generator.translations.fingerprints import behind, fingerprints

_EMPTY = re.compile(r'^msgstr(?:\[\d+\])? ""(?!\n")', re.MULTILINE)
_HEADER = re.compile(r'^msgid ""(?!\n")', re.MULTILINE)
_FUZZY = re.compile(r"^#,.*\bfuzzy\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class BehindPage:
    """A page that translates an older English text: the fingerprints of its sections now, empty for one that is gone."""

    path: str
    sections: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The messages of a language: how many there are, how many have no translation, how many an editor marked fuzzy."""

    messages: int = 0
    missing: int = 0
    fuzzy: int = 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What one language has and lacks; `pages` is the number of pages there are to translate."""

    language: Language
    catalogue: Catalogue
    pages: int
    pages_missing: tuple[str, ...]
    pages_behind: tuple[BehindPage, ...]

    @property
    def summary(self) -> Message:
        """How much of the language is there, in one line."""
        messages = self.catalogue
        return say(
            "%(code)s, %(name)s: %(pages)d of %(all_pages)d pages, %(behind)d behind;"
            " %(messages)d of %(all_messages)d messages, %(fuzzy)d doubtful",
            code=self.language.code,
            name=Message(self.language.name),
            pages=self.pages - len(self.pages_missing),
            all_pages=self.pages,
            behind=len(self.pages_behind),
            messages=messages.messages - messages.missing - messages.fuzzy,
            all_messages=messages.messages,
            fuzzy=messages.fuzzy,
        )

    @property
    def texts(self) -> int:
        """How many texts there are to translate; 0 if the language is in step."""
        messages = self.catalogue.missing + self.catalogue.fuzzy
        return messages + len(self.pages_missing) + len(self.pages_behind)


def coverage(languages: Mapping[str, Language]) -> list[Coverage]:
    """How far every language but the source is, in the order of the languages."""
    late, pages = behind_pages(languages), languages[SOURCE].pages
    return [
        Coverage(
            language,
            _catalogue(language.folder / "messages.po") if language.folder else Catalogue(),
            len(pages),
            tuple(path for path in pages if path not in language.pages),
            tuple(BehindPage(path, sections) for path, sections in late[code].items()),
        )
        for code, language in languages.items()
        if code != SOURCE
    ]


def behind_pages(languages: Mapping[str, Language]) -> dict[str, dict[str, dict[str, str]]]:
    """The pages of each language that are not in step, with the sections that are not, as `fingerprints.behind` has them."""
    source = languages.get(SOURCE)
    folder, pages = (source.folder, source.pages) if source else (None, {})
    now = {path: fingerprints(folder / path) for path in pages if folder}
    return {code: _behind(language, now) if code != SOURCE else {} for code, language in languages.items()}


def _behind(language: Language, now: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
    told = {path: facts.source for path, facts in language.pages.items() if path in now}
    late = {path: behind(told[path], now[path]) for path in now if path in told}
    return {path: sections for path, sections in late.items() if sections}


def _catalogue(file: Path) -> Catalogue:
    """Counts the entries of a catalogue; to read them all with a parser would take a second for each language."""
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    entries = [entry for entry in re.split(r"\n\s*\n", text) if "msgid " in entry and not _HEADER.search(entry)]
    missing = [entry for entry in entries if _EMPTY.search(entry)]
    fuzzy = [entry for entry in entries if _FUZZY.search(entry) and not _EMPTY.search(entry)]
    return Catalogue(len(entries), len(missing), len(fuzzy))
