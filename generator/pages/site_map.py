"""The site map: a link to every page of one language."""

from __future__ import annotations

from generator.content import url_of
from generator.edition import Edition
from generator.pages.page import Page, render
from generator.problems import say

SOURCE = "site-map.md"
SHORT = say("Site map")


def page(edition: Edition) -> Page:
    """The site map of one language."""
    title = edition.t(SHORT.text)
    written = [(url_of(source), facts.title) for source, facts in edition.pages.items()]
    written.sort(key=lambda page: edition.language.sort_key(page[1]))
    return Page(
        title,
        title,
        edition.t("All pages of this site, with a link to each supporter."),
        render("site_map.html", edition, title=title, written=written),
    )
