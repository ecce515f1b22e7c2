"""English texts beside their translations: the sections of pages that are in step, and messages."""

from __future__ import annotations

import gettext
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from generator.content import sections
from generator.languages import Language
from generator.problems import Message, Place, Problem
from generator.translations.fingerprints import fingerprints

_CODE = re.compile(
    r"`[^`]*`|\"…\"|<[^<>]*>|\{\{.*?\}\}|%\(\w+\)[sd]|\{ *#[\w-]+ *\}|\]\([^)]*\)|https?://\S+|[\w.+-]+@[\w.-]+\w"
    r'|^--8<--.*$|^source:\n(?: .*\n)*|(?<=: )"|"$',
    re.MULTILINE,
)
"""What programs read in a text: code, markup, placeholders, addresses, and the quotation marks of YAML."""


@dataclass(frozen=True, slots=True)
class Term:
    """A fixed term: its forms in a language, the beginnings by which it is recognised, and what must not be written."""

    forms: tuple[str, ...]
    stems: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a language is written, as its `language.yml` says."""

    code: str
    terms: Mapping[str, Term] = field(default_factory=dict)
    quotes: tuple[str, str] | None = None
    space_before: str = ""
    """Signs that a no-break space stands before, as in French."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An English text and its translation, which begins at `place`."""

    english: str
    translated: str
    place: Place
    source: Conventions
    conventions: Conventions
    is_page: bool = True

    def problem(self, code: str, message: Message, hint: Message, at: int = 0) -> Problem:
        """Something that is wrong with the translation, `at` characters behind its beginning if it is in a page."""
        lines = self.translated.count("\n", 0, at) if self.is_page else 0
        return Problem(Place(self.place.path, self.place.line + lines), code, message, hint)


def words(text: str) -> str:
    """A text without what programs read; each of that becomes as many spaces, so that places stay."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def unquoted(pair: Pair, *, everything: bool = False) -> str:
    """The translation without what programs read, and without quoted passages that are English (or without any)."""
    text = words(pair.translated)
    if pair.conventions.quotes is None:
        return text
    opening, closing = map(re.escape, pair.conventions.quotes)

    def blank(match: re.Match[str]) -> str:
        return " " * len(match[0]) if everything or match[1] in pair.english else match[0]

    return re.sub(f"{opening}([^\n]*?){closing}", blank, text)


def pairs(language: Language, source: Language) -> Iterator[Pair]:
    """Every text of a language beside the English one; sections that are behind are left out."""
    conventions = tuple(conventions_of(each) for each in (source, language))
    yield from _sections(language, source, *conventions)
    yield from _messages(language, *conventions)


def conventions_of(language: Language) -> Conventions:
    """The conventions of a language."""
    facts: dict[str, Any] = {}
    if language.folder:
        facts = yaml.load((language.folder / "language.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {}
    quotes = facts.get("quotes")
    return Conventions(
        language.code,
        {name: _term(term) for name, term in facts.get("terms", {}).items()},
        (quotes[0], quotes[1]) if quotes else None,
        facts.get("space_before", ""),
    )


def _term(facts: Mapping[str, Any]) -> Term:
    forms = tuple(facts[key] for key in ("one", "other") if key in facts)
    return Term(forms, tuple(facts.get("stem", ())), tuple(facts.get("avoid", ())))


def _sections(language: Language, source: Language, english: Conventions, own: Conventions) -> Iterator[Pair]:
    for path, facts in language.pages.items():
        if language.folder is None or source.folder is None or path not in source.pages:
            continue
        now = fingerprints(source.folder / path)
        theirs = sections(_read(source.folder / path))
        for name, (line, text) in sections(_read(language.folder / path)).items():
            if name in now and facts.source.get(name) == now[name]:
                place = Place(f"content/{language.code}/{path}", line)
                yield Pair(theirs[name][1], text, place, english, own)


def _messages(language: Language, english: Conventions, own: Conventions) -> Iterator[Pair]:
    file = language.folder / "messages.po" if language.folder else None
    if file is None or not file.is_file():
        return
    with file.open("rb") as opened:
        catalogue = read_po(opened, locale=language.locale)
    alone = _forms_of_one_number(catalogue)
    for message in catalogue:
        if not message.id or message.fuzzy:
            continue
        place = Place(f"content/{language.code}/messages.po", message.lineno or 1)
        for original, text in _forms(message.id, message.string, alone):
            if text:
                yield Pair(original, text, place, english, own, is_page=False)


def _forms_of_one_number(catalogue: Catalog) -> set[int]:
    """The plural forms that serve a single number, and may leave it out as the English singular does."""
    form = gettext.c2py(catalogue.plural_expr)
    served = Counter(form(number) for number in range(1000))
    return {number for number, count in served.items() if count == 1}


def _forms(message: Any, string: Any, alone: set[int]) -> Iterator[tuple[str, str]]:
    """The forms of a message, each beside the English form that it may follow."""
    if isinstance(message, str):
        yield message, str(string)
        return
    singular, plural = message
    for number, text in enumerate(string):
        follows_singular = number in alone and _placeholders(text) == _placeholders(singular)
        yield singular if follows_singular else plural, text


def _placeholders(text: str) -> Counter[str]:
    return Counter(re.findall(r"%\(\w+\)[sd]", text))


def _read(page: Path) -> str:
    return page.read_text(encoding="utf-8")
