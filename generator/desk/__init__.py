"""The Office's desk: what waits for it on a day, drawn from the records, the settings and Git.

`Desk` holds the facts; `sections` words them; `as_text` and `as_html` print the sections, `as_json` the facts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.due_dates import NextReport, ReportState, next_report
from generator.eligibility import Flag, flags
from generator.inspection import Inspection
from generator.languages import Language
from generator.problems import Problem
from generator.project import Settings
from generator.registry import Organisation
from generator.translations import Coverage, coverage

ON_THE_DESK = (ReportState.OVERDUE, ReportState.DUE, ReportState.DUE_SOON, ReportState.EXTENDED)
"""The states of a report that the Office looks at, the most urgent first."""


@dataclass(frozen=True, slots=True)
class Application:
    """An organisation on its way to become a supporter: since when at its present step, and what stands out."""

    organisation: Organisation
    since: date | None
    days: int | None
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class OwedReport:
    """A report that an organisation owes now or soon."""

    organisation: Organisation
    next: NextReport


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits for the Office on a day. Applications and reports come with the longest wait first."""

    today: date
    applications: tuple[Application, ...]
    reports: tuple[OwedReport, ...]
    problems: tuple[Problem, ...]
    translations: tuple[Coverage, ...]

    def reports_that_are(self, state: ReportState) -> list[OwedReport]:
        """The reports in one state."""
        return [owed for owed in self.reports if owed.next.state is state]

    @property
    def by_country(self) -> dict[str, Counter[ReportState]]:
        """How many reports of each state there are, by the country of the seat."""
        counts: dict[str, Counter[ReportState]] = defaultdict(Counter)
        for owed in self.reports:
            counts[owed.organisation.supporter.country][owed.next.state] += 1
        return dict(sorted(counts.items()))


def desk_of(
    found: Inspection, languages: Mapping[str, Language], settings: Settings, today: date, received: Mapping[str, date]
) -> Desk:
    """The desk on a day; `received` has the day on which each new record came, by its path, as far as it is known."""
    return Desk(
        today,
        _applications(found, settings, today, received),
        _reports(found, settings, today),
        tuple(found.problems),
        tuple(each for each in coverage(languages) if each.texts),
    )


def _applications(
    found: Inspection, settings: Settings, today: date, received: Mapping[str, date]
) -> tuple[Application, ...]:
    waiting = [
        _application(each, each.last_step.on if each.last_step else received.get(each.document.path), settings, today)
        for each in found.registry.applications
    ]
    return tuple(sorted(waiting, key=lambda each: (each.since or date.min, each.organisation.slug)))


def _application(organisation: Organisation, since: date | None, settings: Settings, today: date) -> Application:
    days = (today - since).days if since else None
    return Application(organisation, since, days, tuple(flags(organisation.supporter, settings.office_consortium)))


def _reports(found: Inspection, settings: Settings, today: date) -> tuple[OwedReport, ...]:
    owed = [(each, next_report(each, settings, today)) for each in found.registry.supporters]
    waiting = [OwedReport(each, report) for each, report in owed if report and report.state in ON_THE_DESK]
    return tuple(sorted(waiting, key=lambda each: (each.next.due_on, each.organisation.slug)))
