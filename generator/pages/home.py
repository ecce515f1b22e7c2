"""The top of the home page: what the site is for, where to begin, and the registry in figures."""

from __future__ import annotations

from markupsafe import Markup

from generator.edition import Edition
from generator.pages.chart import Figure
from generator.pages.page import render

SOURCE = "index.md"


def body(edition: Edition, written: Markup) -> Markup:
    """The home page: the written text below its opening."""
    facts = edition.pages[SOURCE]
    return render("home.html", edition, facts=facts, figures=_figures(edition), written=written)


def _figures(edition: Edition) -> list[Figure]:
    listed = edition.listed
    countries = {each.supporter.country for each in listed}
    members = sum(each.supporter.members.total for each in listed if each.supporter.members)
    reports = sum(len(year.received) for year in edition.site.report_years)
    return [
        Figure(edition.number(len(listed)), edition.n("supporter", "supporters", len(listed))),
        Figure(edition.number(len(countries)), edition.n("country", "countries", len(countries))),
        Figure(edition.number(members), edition.n("member authority", "member authorities", members)),
        Figure(edition.number(reports), edition.n("report", "reports", reports)),
    ]
