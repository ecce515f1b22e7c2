"""The site in one language: every fact a page shows, worded, ordered and escaped for its readers.

An edition knows the registry and the language and nothing of MkDocs. Templates ask it for text and
get markup that is safe to print.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache

from markupsafe import Markup, escape

from generator import foreign, languages
from generator.content import PageFacts
from generator.languages import Language
from generator.lending import Lending
from generator.records.values import Month, Period, Text
from generator.registry import Organisation
from generator.site import Site
from generator.sorting import Key


@dataclass(frozen=True, slots=True)
class Shown:
    """A text in the language in which it could be shown; `foreign` if that is not the page's."""

    value: str
    language: str
    foreign: bool


@dataclass(frozen=True)
class Edition:
    """One site in one language.

    The same words, dates and names return on thousands of pages: what `_REMEMBERED` names is worked
    out once an edition.
    """

    site: Site
    language: Language

    def __post_init__(self) -> None:
        for name in _REMEMBERED:
            object.__setattr__(self, name, cache(getattr(self, name)))

    # Words of the site

    def t(self, text: str, /, **values: object) -> Markup:
        """A message of the catalogue; values are escaped unless they are markup."""
        message = self._message(text)
        return message % values if values else message

    def plain(self, text: str, /, **values: object) -> str:
        """A message for what is no HTML."""
        return foreign.plain(self.t(text, **values).unescape())

    def _message(self, text: str) -> Markup:
        return self._worded(self.language.catalogue.gettext(text), (text,))

    def _worded(self, found: str, source: tuple[str, ...]) -> Markup:
        """A text of the catalogue, escaped; one without a translation comes back as the very object that was asked for."""
        is_source = self.language.code == languages.SOURCE or all(found is not text for text in source)
        return escape(found if is_source else foreign.marked(found, languages.SOURCE))

    def n(self, singular: str, plural: str, number: int, /, **values: object) -> Markup:
        """A message that depends on a number, shown as `%(number)s` unless a value of that name is given."""
        text = self._worded(self.language.catalogue.ngettext(singular, plural, number), (singular, plural))
        return text % {"number": self.number(number), **values}

    @cached_property
    def name(self) -> str:
        """The name of the site: the title of its home page."""
        return self.pages["index.md"].title

    @property
    def former_name_label(self) -> Markup:
        """The title of an item of the list of former names."""
        item = self.site.schemas.resolved["supporter"]["properties"]["former_names"]["items"]
        label = item["title"]
        return self.t(label)

    @property
    def operator_name(self) -> str:
        """Who runs the site, in this language if the operator has said so."""
        shown = self.choose(self.site.settings.operator_name)
        return foreign.marked(shown.value, shown.language) if shown.foreign else shown.value

    @property
    def root(self) -> str:
        """The folder of this language in the site, for example `bg/`."""
        return f"{self.language.code}/"

    # Texts of records

    def choose(self, texts: Text) -> Shown:
        """The text for readers of this language."""
        code = self.language.choose(texts)
        return Shown(texts[code], code, code != self.language.code)

    def text(self, texts: Text) -> Markup:
        """A short text with its language and direction, and a visible mark if it is not the page's."""
        shown = self.choose(texts)
        if not shown.foreign:
            return Markup(f"<bdi>{escape(shown.value)}</bdi>")
        return tagged("bdi", shown.language, escape(shown.value)) + self.mark(shown.language)

    def mark(self, code: str) -> Markup:
        """The visible sign that a text is in another language."""
        return Markup(f' <small class="foreign">({escape(self.language_name(code))})</small>')

    def prose(self, texts: Text) -> Markup:
        """A longer text as paragraphs, with language and direction, and a visible mark."""
        shown = self.choose(texts)
        paragraphs = _paragraphs(shown.value)
        if not shown.foreign:
            return Markup(paragraphs)
        note = self.t("This text is available in: %(language)s", language=self.language_name(shown.language))
        return Markup(f'<p class="foreign-note">{note}</p>') + tagged("div", shown.language, paragraphs)

    def other_names(self, organisation: Organisation) -> list[Markup]:
        """The names in other languages, each in its own."""
        chosen = self.choose(organisation.supporter.name).language
        others = {code: name for code, name in organisation.supporter.name.items() if code != chosen}
        return [tagged("bdi", code, escape(name)) for code, name in others.items()]

    # Codes, dates, numbers

    def title(self, kind: str, *path: str) -> Markup:
        """The title of a property or, at the end of the path, of a code of the schema of a kind of record."""
        title = self.site.schemas.at(kind, *path)["title"]
        return self.t(title)

    def statement_title(self, version: str) -> str:
        """The name of a version of the commitments, as its page is called in menus."""
        page = self.pages.get(f"commitments/{version}.md")
        return page.short if page else version

    def country(self, code: str) -> str:
        return self.language.country(code)

    def country_code(self, code: str) -> str:
        return languages.country_code_shown(code)

    def language_name(self, code: str) -> str:
        return self.language.language(code)

    def number(self, number: float) -> str:
        return self.language.number(number)

    def date(self, day: date) -> Markup:
        return Markup(f'<time datetime="{day.isoformat()}">{escape(self.language.date(day))}</time>')

    def period(self, period: Period) -> str:
        return self.language.period(period)

    def month(self, month: Month) -> str:
        return self.language.month(month)

    def listing(self, pairs: Iterable[tuple[str, str]]) -> str:
        """The titles of codes as running text: “a, b and c”."""
        return self.language.listing(title for _, title in pairs)

    def sorted_titles(self, kind: str, path: tuple[str, ...], chosen: Iterable[str]) -> list[tuple[str, str]]:
        """Codes with their titles, by title."""
        return self._by_title((code, self.title(kind, *path, code)) for code in chosen)

    def sorted_countries(self, chosen: Iterable[str]) -> list[tuple[str, str]]:
        """Country codes with their names, by name."""
        return self._by_title((code, self.country(code)) for code in set(chosen))

    def sorted_languages(self, chosen: Iterable[str]) -> list[tuple[str, str]]:
        """Language codes with their names, by name."""
        return self._by_title((code, self.language_name(code)) for code in set(chosen))

    def _by_title(self, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        return sorted(pairs, key=lambda pair: self.sort_key(pair[1]))

    def sort_key(self, text: str) -> Key:
        """What lists in this edition are sorted by."""
        return self.language.sort_key(foreign.plain(text))

    def sorted_organisations(self, organisations: Iterable[Organisation]) -> list[Organisation]:
        """Organisations by the name under which this edition shows them."""
        return sorted(organisations, key=lambda each: self.language.sort_key(self.choose(each.supporter.name).value))

    # Who is shown

    @cached_property
    def listed(self) -> list[Organisation]:
        """The organisations in the directory, by name: supporters, and those on hold if the operator shows them."""
        on_hold = self.site.registry.on_hold if self.site.settings.show_on_hold else ()
        return self.sorted_organisations((*self.site.registry.supporters, *on_hold))

    @cached_property
    def former(self) -> list[Organisation]:
        """Organisations that were supporters, by name."""
        return self.sorted_organisations(self.site.registry.former)

    @cached_property
    def with_profile(self) -> list[Organisation]:
        """Every organisation that has a page."""
        return [*self.listed, *self.former]

    # Pages

    @cached_property
    def menu_labels(self) -> dict[str, str]:
        """The label in menus of every page that is not a profile, by its path within the language."""
        made = {source: self.t(label.text, **label.values) for source, label in self.site.made.items()}
        return {**{source: facts.short for source, facts in self.pages.items()}, **made}

    @property
    def placeholders(self) -> dict[str, str]:
        """What the placeholders of written pages stand for."""
        settings = self.site.settings
        reviewed = settings.accessibility_reviewed_on
        return {
            "site_name": self.name,
            "operator_name": self.operator_name,
            "operator_email": settings.operator_email,
            "operator_url": settings.operator_url,
            "office_email": settings.office_email,
            "repository_url": self.site.repository_url,
            "reviewed_on": self.language.date(reviewed) if reviewed else "–",
        }

    @cached_property
    def pages(self) -> Mapping[str, PageFacts]:
        """The written pages by path within the language: its own, and those that are lent to it."""
        return self._lending.pages

    def written_in(self, source: str) -> Language:
        """The language in which a page is written."""
        return self._lending.written_in(source)

    @property
    def _lending(self) -> Lending:
        return Lending(self.language, self.site.languages)


def tagged(element: str, code: str, inner: str) -> Markup:
    """Escaped text in an element that says its language and direction."""
    return Markup(f'<{element} lang="{escape(code)}" dir="{languages.direction(code)}">{inner}</{element}>')


_REMEMBERED = ("_message", "n", "title", "mark", "country", "language_name", "number", "date", "month", "period")


@lru_cache(maxsize=8192)
def _paragraphs(text: str) -> str:
    """Escaped paragraphs; a text that several editions fall back to is converted once."""
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs if paragraph)


def editions(site: Site) -> dict[str, Edition]:
    """One edition for each language of a site, in the order of a multilingual list."""
    return {code: Edition(site, language) for code, language in site.languages.items()}
