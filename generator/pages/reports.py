"""The page of reports: what supporters have reported, year by year, computed from the records alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.edition import Edition
from generator.pages.page import Page, render
from generator.problems import say
from generator.registry import FiledReport, Organisation

SOURCE = "reports/index.md"
SHORT = say("Reports")


@dataclass(frozen=True, slots=True)
class Line:
    """One report of one organisation."""

    organisation: Organisation
    filed: FiledReport


@dataclass(frozen=True, slots=True)
class Year:
    """The reports whose period ends in a year, with what they add up to."""

    year: int
    lines: list[Line]

    @property
    def countries(self) -> int:
        return len({line.organisation.supporter.country for line in self.lines})

    @property
    def no_action(self) -> int:
        return sum(line.filed.report.no_action for line in self.lines)

    @property
    def members(self) -> int:
        return sum(line.filed.report.members.total for line in self.lines if line.filed.report.members)

    @property
    def events(self) -> int:
        return sum(line.filed.report.events.count for line in self.lines if line.filed.report.events)

    @property
    def participants(self) -> int:
        return sum(line.filed.report.events.participants or 0 for line in self.lines if line.filed.report.events)


def page(edition: Edition) -> Page:
    """The page of reports in one language."""
    title = edition.t("Reports of supporters")
    return Page(
        title,
        edition.t(SHORT.text),
        edition.t(
            "What Covenant Supporters have reported, year by year: organisations, countries, members and events."
        ),
        render("reports.html", edition, title=title, years=_years(edition)),
    )


def _years(edition: Edition) -> list[Year]:
    lines = [Line(each, filed) for each in edition.with_profile for filed in each.reports]
    return [Year(year, _ending_in(year, lines)) for year in sorted(_last_years(lines), reverse=True)]


def _last_years(lines: Iterable[Line]) -> set[int]:
    return {line.filed.report.period.last.year for line in lines}


def _ending_in(year: int, lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if line.filed.report.period.last.year == year]
