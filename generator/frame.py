"""What stands around every page: menu, languages, footer, addresses. Facts for the theme, nothing of MkDocs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.content import PageFacts, url_of
from generator.edition import Edition
from generator.languages import SOURCE, Language
from generator.problems import say
from generator.site import Site

FOOTER_LABELS = {
    "registration_form": say("Registration form"),
    "news": say("News"),
    "agenda": say("Agenda"),
    "rss_help": say("Help with RSS"),
    "credits": say("Credits"),
    "rules": say("Rules"),
}
FOLLOW_LABELS = {
    "x": say("X (Twitter)"),
    "facebook": say("Facebook"),
    "newsletter": say("Newsletter"),
    "rss": say("RSS"),
}


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link of a menu; `url` from the root of the site, or complete for one that leads elsewhere."""

    title: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Translation:
    """The same page in a language: where it is from the root of the site, and under its own name."""

    code: str
    name: str
    direction: str
    url: str
    absolute: str
    current: bool


@dataclass(frozen=True)
class Frame:
    """One page of one edition as the theme prints it; `source` is its path within the language."""

    edition: Edition
    source: str
    facts: PageFacts
    edit_url: str = ""
    structured_data: str = ""
    indexed: bool = True
    """Whether search engines may show it."""

    @property
    def path(self) -> str:
        """The page's address within its language."""
        return url_of(self.source)

    @property
    def site(self) -> Site:
        return self.edition.site

    @cached_property
    def exists_in(self) -> tuple[str, ...]:
        """The languages that have this page."""
        return self.site.languages_with(self.source)

    @property
    def is_home(self) -> bool:
        return self.source == "index.md"

    @property
    def title(self) -> str:
        """The page's title with the name of the site."""
        return self.edition.name if self.is_home else f"{self.facts.title} – {self.edition.name}"

    @property
    def is_lent(self) -> bool:
        """Whether this is the page of another language, for want of a translation."""
        return self.edition.language.code not in self.exists_in

    @property
    def written_in(self) -> Language:
        """The language of a written page's text."""
        return self.edition.written_in(self.source)

    @property
    def canonical(self) -> str:
        root = f"{self.written_in.code}/" if self.is_lent else self.edition.root
        return f"{self.site.site_url}{root}{self.path}"

    def translations(self) -> list[Translation]:
        """The page in every language that has it, and in this one, in the order of a multilingual list."""
        here = self.edition.language.code
        return [self._translation(code) for code in self.site.languages if code in (*self.exists_in, here)]

    def alternates(self) -> list[Translation]:
        """The translations that search engines are told of; a page that is lent is none."""
        return [] if self.is_lent else self.translations()

    def _translation(self, code: str) -> Translation:
        language, url = self.site.languages[code], f"{code}/{self.path}"
        current = code == self.edition.language.code
        return Translation(code, language.name, language.direction, url, f"{self.site.site_url}{url}", current)

    @property
    def x_default(self) -> str:
        """The page for readers of no language of the site: the choice of language for the home page, else English."""
        if self.is_home or SOURCE not in self.exists_in:
            return self.site.site_url
        return f"{self.site.site_url}{SOURCE}/{self.path}"

    def menu(self) -> list[MenuItem]:
        """The pages of the main menu."""
        return self._items(self.site.menu)

    def footer_pages(self) -> list[MenuItem]:
        """The pages about the site itself."""
        return self._items(self.site.settings.footer_pages)

    def _items(self, sources: tuple[str, ...]) -> list[MenuItem]:
        labels = self.edition.menu_labels
        return [
            MenuItem(labels[source], self.edition.root + url_of(source), self._is_in(source))
            for source in sources
            if source in labels
        ]

    def _is_in(self, source: str) -> bool:
        """Whether the page is the one of this source or lies below it."""
        return self.source == source or (
            source.endswith("/index.md") and self.source.startswith(source.removesuffix("index.md"))
        )

    def footer_links(self) -> list[MenuItem]:
        """Links of the footer that the operator has filled in."""
        links = self.site.settings.footer_links
        return [MenuItem(self.edition.t(FOOTER_LABELS[key].text), url) for key, url in links.items()]

    def follow_links(self) -> list[MenuItem]:
        """Where to follow the initiative, as far as the operator has filled it in."""
        links = self.site.settings.follow_links
        return [MenuItem(self.edition.t(FOLLOW_LABELS[key].text), url) for key, url in links.items()]
