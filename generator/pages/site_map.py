"""The site map: a link to every page of one language."""

from __future__ import annotations

from generator.content import url_of
from generator.edition import Edition
from generator.pages import directory
from generator.pages.page import Page, render
from generator.problems import say

SOURCE = "site-map.md"
SHORT = say("Site map")


def page(edition: Edition) -> Page:
    """The site map of one language."""
    title = edition.t(SHORT.text)
    return Page(
        title,
        title,
        edition.t("All pages of this site, with a link to each supporter."),
        render("site_map.html", edition, title=title, pages=_pages(edition)),
    )


def _pages(edition: Edition) -> list[tuple[str, str]]:
    """Address and name of every page but this one and the directory, whose profiles have a list of their own."""
    names = edition.menu_labels | {source: facts.title for source, facts in edition.pages.items()}
    others = [(url_of(source), name) for source, name in names.items() if source not in (SOURCE, directory.SOURCE)]
    return sorted(others, key=lambda page: edition.sort_key(page[1]))
