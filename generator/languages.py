"""The languages of the site: one folder in `content/` each, with its messages, terms and conventions.

What CLDR knows (own name, direction, plurals, dates, numbers, names of countries and languages) comes
from CLDR by way of Babel; `language.yml` says only what CLDR cannot know.
"""

from __future__ import annotations

import gettext
import io
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

import yaml
from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from generator.content import PageFacts, facts_of
from generator.folding import fold
from generator.project import SetUpError
from generator.records.values import Month, Period, Text
from generator.sorting import Alphabet, Key

SOURCE = "en"
"""The language in which messages and pages are first written."""

HOME = "index.md"
"""The page without which a language has no site."""

EU_ORDER = "bg es cs da de et el en fr ga hr it lv lt hu mt nl pl pt ro sk sl fi sv".split()
"""The order of the official languages in a multilingual list: by their own names (EU interinstitutional style guide)."""

TERMS = "\nterms:\n"
"""Where the fixed terms begin in a `language.yml`: they are long, and most runs have no use for them."""

_COUNTRY_SHOWN_AS = {"GR": "EL"}


@dataclass(frozen=True)
class Language:
    """One language of the site; `code` is the name of its folder."""

    code: str
    locale: Locale
    fallback: tuple[str, ...] = ()
    folder: Path | None = None
    sorting: tuple[str, ...] = ()
    """What its alphabet has beyond the common order, as `generator.sorting` reads it."""

    @cached_property
    def catalogue(self) -> gettext.NullTranslations:
        """The message catalogue; the source language, and a missing file, answer with the source text."""
        file = self.folder / "messages.po" if self.folder else None
        if file is None or not file.is_file():
            return gettext.NullTranslations()
        compiled = io.BytesIO()
        with file.open("rb") as source:
            write_mo(compiled, read_po(source, locale=self.locale))
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)

    @cached_property
    def pages(self) -> Mapping[str, PageFacts]:
        """The written pages, by path within the language's folder."""
        return facts_of(self.folder) if self.folder else {}

    @property
    def name(self) -> str:
        """The language's own name."""
        return own_name(self.code)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return direction(self.code)

    def choose(self, texts: Text) -> str:
        """The code of the text for readers of this language: in it, else in its fallbacks, in English, in any."""
        wanted = (self.code, *self.fallback, SOURCE)
        return next((code for code in wanted if code in texts), next(iter(texts)))

    def country(self, code: str) -> str:
        """A country's name from its ISO 3166-1 code."""
        return str(self.locale.territories.get(code, code))

    def language(self, code: str) -> str:
        """A language's name from its BCP 47 code."""
        return _locale(code).get_display_name(self.locale) or code if _is_known(code) else code

    def date(self, day: date) -> str:
        """A day in full, for example 31 March 2026."""
        return format_date(day, "long", locale=self.locale)

    def month(self, month: Month) -> str:
        """A month with its year, for example March 2026."""
        return format_skeleton("yMMMM", date(month.year, month.month, 1), locale=self.locale)

    def period(self, period: Period) -> str:
        """The years of a report, or its months where they are not whole calendar years."""
        first, last = period.first, period.last
        if (first.month, last.month) == (1, 12):
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        return f"{self.month(first)} – {self.month(last)}"

    def number(self, number: float) -> str:
        """A number with the language's own separators."""
        return format_decimal(number, locale=self.locale)

    def percent(self, ratio: float) -> str:
        """A ratio from 0 to 1 as a whole percentage."""
        return format_percent(ratio, locale=self.locale)

    def listing(self, items: Iterable[str]) -> str:
        """Items as running text: “a, b and c”."""
        return format_list(list(items), locale=self.locale)

    @cached_property
    def alphabet(self) -> Alphabet:
        """The order of letters; the language's own script stands first."""
        return Alphabet(self.sorting, unicodedata.name(self.name[0]).partition(" ")[0])

    def sort_key(self, text: str) -> Key:
        """What lists in this language are sorted by."""
        return self.alphabet.key(text)


@lru_cache(maxsize=256)
def _locale(code: str) -> Locale:
    return Locale.parse(code, sep="-")


@lru_cache(maxsize=256)
def _is_known(code: str) -> bool:
    try:
        _locale(code)
    except (UnknownLocaleError, ValueError):
        return False
    return True


@lru_cache(maxsize=256)
def own_name(code: str) -> str:
    """The name of a language in that language."""
    return (_locale(code).get_display_name() or code) if _is_known(code) else code


@lru_cache(maxsize=256)
def direction(code: str) -> str:
    """`rtl` for languages written from right to left, else `ltr`."""
    return _locale(code).text_direction if _is_known(code) else "ltr"


def country_code_shown(code: str) -> str:
    """The code under which a country is shown: `EL` for Greece, else the code itself."""
    return _COUNTRY_SHOWN_AS.get(code, code)


def load(content: Path) -> dict[str, Language]:
    """Every language that has a folder with a `language.yml`, in the order of a multilingual list. Raises SetUpError."""
    codes = {file.parent.name for file in content.glob("*/language.yml")}
    return {code: _load(content / code) for code in in_order(codes)}


def published(content: Path) -> dict[str, Language]:
    """The languages of the site: those that have a home page. Raises SetUpError."""
    return {code: language for code, language in load(content).items() if HOME in language.pages}


def in_order(codes: Iterable[str]) -> list[str]:
    """Language codes in the EU's order, then all others by their own names."""
    known = set(codes)
    others = known - set(EU_ORDER)  # only their names are looked up: that takes a while
    return [*(code for code in EU_ORDER if code in known), *sorted(others, key=lambda code: fold(own_name(code)))]


def _load(folder: Path) -> Language:
    try:
        text, _, _ = (folder / "language.yml").read_text(encoding="utf-8").partition(TERMS)
        facts = yaml.load(text, Loader=yaml.CSafeLoader) or {}
        locale = Locale.parse(str(facts.get("locale", folder.name)).replace("-", "_"))
        return Language(folder.name, locale, tuple(facts.get("fallback", ())), folder, tuple(facts.get("sorting", ())))
    except (yaml.YAMLError, UnknownLocaleError, ValueError, AttributeError, TypeError) as error:
        raise SetUpError(f"content/{folder.name}/language.yml: {error}") from error


def statement_versions(content: Path) -> frozenset[str]:
    """The versions of the commitments whose text is a page in the source language."""
    return frozenset(page.stem for page in (content / SOURCE / "commitments").glob("*.md") if page.stem != "index")
