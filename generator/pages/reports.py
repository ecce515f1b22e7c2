"""The page of reports: each year in a few figures, and the way to its report of reports."""

from __future__ import annotations

from generator.edition import Edition
from generator.figures import ReportYear
from generator.pages.chart import Figure, in_words, sum_of
from generator.pages.page import Page, render
from generator.problems import say

SOURCE = "reports/index.md"
SHORT = say("Reports")


def page(edition: Edition) -> Page:
    """The page of reports in one language."""
    title = edition.t("Reports of supporters")
    body = render(
        "reports.html",
        edition,
        title=title,
        years=[(year.year, _figures(edition, year)) for year in edition.site.report_years],
        responses={year: in_words(edition, response) for year, response in edition.site.responses.items()},
    )
    return Page(
        title,
        edition.t(SHORT.text),
        edition.t(
            "What Covenant Supporters have reported, year by year: organisations, countries, members and events."
        ),
        body,
    )


def _figures(edition: Edition, year: ReportYear) -> list[Figure]:
    n, reports = edition.n, len(year.received)
    return [
        Figure(edition.number(reports), n("report", "reports", reports)),
        Figure(edition.number(year.countries), n("country", "countries", year.countries)),
        Figure(sum_of(edition, year.members), n("member authority", "member authorities", year.members.number)),
        Figure(sum_of(edition, year.events), n("event", "events", year.events.number)),
        Figure(sum_of(edition, year.participants), n("participant", "participants", year.participants.number)),
    ]
