"""The registry in figures, for the site and the desk: applications, waiting times, reports, response.

A report belongs to the year in which its period ends. Reports count only of organisations that are or were
supporters: anyone may put a file beside an application. Every share knows of what it is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from generator.due_dates import owed_in
from generator.project import Settings
from generator.records import Report, Status
from generator.records.standing import Step
from generator.registry import APPLYING, FiledReport, Organisation, Registry


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, both counted."""

    part: int
    whole: int

    @property
    def ratio(self) -> float:
        """From 0 to 1; of nothing, 0."""
        return self.part / self.whole if self.whole else 0.0


@dataclass(frozen=True, slots=True)
class Total:
    """A sum, and how many reports gave a number for it."""

    number: int
    given_by: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long applications take: days of each, and how many more there are whose beginning is not recorded."""

    days: tuple[int, ...]
    unknown: int = 0

    @property
    def median(self) -> int | None:
        """At least half of the applications took so many days or fewer; None without any."""
        return median_low(self.days) if self.days else None


@dataclass(frozen=True, slots=True)
class Response:
    """Who owed a report on a period that ended in a year, and who of them has handed one in."""

    year: int
    owing: tuple[Organisation, ...]
    answered: tuple[Organisation, ...]

    @property
    def share(self) -> Share:
        return Share(len(self.answered), len(self.owing))


@dataclass(frozen=True, slots=True)
class Received:
    """One report of one organisation."""

    organisation: Organisation
    filed: FiledReport

    @property
    def report(self) -> Report:
        return self.filed.report

    @property
    def year(self) -> int:
        """The year in which the period ends."""
        return self.report.period.last.year


@dataclass(frozen=True, slots=True)
class Answers:
    """How often each code of a block was chosen, in how many reports that answered the block."""

    chosen: Mapping[str, int]
    reports: int


@dataclass(frozen=True, slots=True)
class ReportYear:
    """The reports whose period ends in a year, and what they add up to."""

    year: int
    received: tuple[Received, ...]

    @property
    def organisations(self) -> int:
        return len({each.organisation.slug for each in self.received})

    @property
    def countries(self) -> int:
        return len({each.organisation.supporter.country for each in self.received})

    @property
    def no_action(self) -> int:
        """How many reports say that there was nothing to report."""
        return sum(each.report.no_action for each in self.received)

    @property
    def members(self) -> Total:
        return self._total(lambda report: report.members.total if report.members else None)

    @property
    def signatories(self) -> Total:
        return self._total(lambda report: report.members.signatories if report.members else None)

    @property
    def events(self) -> Total:
        return self._total(lambda report: report.events.count if report.events else None)

    @property
    def participants(self) -> Total:
        return self._total(lambda report: report.events.participants if report.events else None)

    @property
    def activities(self) -> Mapping[str, int]:
        """How many activities serve each commitment."""
        return Counter(activity.commitment for each in self.received for activity in each.report.activities)

    def answers(self, block: str) -> Answers:
        """What was chosen in one of the blocks of `records.report.SELECTIONS`."""
        given = [each.report.selections[block] for each in self.received if block in each.report.selections]
        return Answers(Counter(code for codes in given for code in codes), len(given))

    def _total(self, number_of: Callable[[Report], int | None]) -> Total:
        given = [number for each in self.received if (number := number_of(each.report)) is not None]
        return Total(sum(given), len(given))


def applications_by_step(registry: Registry) -> dict[Status, tuple[Organisation, ...]]:
    """The applications under way at each step; one without a standing has expressed its interest."""
    steps = [status for status in Status if status in APPLYING]
    return {step: tuple(each for each in registry.applications if each.status is step) for step in steps}


def concluded(registry: Registry) -> Waiting:
    """From the expression of interest to the first day as a supporter, of all applications that led there."""
    histories = [each.standing.history for each in registry if each.standing]
    return Waiting(tuple(days for history in histories for days in _days_to_active(history)))


def under_way(registry: Registry, today: date) -> Waiting:
    """From the expression of interest to today, of the applications under way."""
    begun = [_begun(each) for each in registry.applications]
    known = [day for day in begun if day]
    return Waiting(tuple((today - day).days for day in known), len(begun) - len(known))


def _days_to_active(history: Sequence[Step]) -> Iterator[int]:
    """The days of each application in a history; it may be refused for a while, and ends when withdrawn."""
    begun: date | None = None
    for step in history:
        if step.status is Status.INTEREST:
            begun = step.on
        elif step.status is Status.ACTIVE and begun:
            yield (step.on - begun).days
        if step.status in (Status.ACTIVE, Status.WITHDRAWN):
            begun = None


def _begun(applicant: Organisation) -> date | None:
    steps = applicant.standing.history if applicant.standing else ()
    return next((step.on for step in reversed(steps) if step.status is Status.INTEREST), None)


def report_years(registry: Registry) -> list[ReportYear]:
    """The years with reports, newest first."""
    received = list(_received(registry))
    years = sorted({each.year for each in received}, reverse=True)
    return [ReportYear(year, tuple(each for each in received if each.year == year)) for year in years]


def _received(registry: Registry) -> Iterator[Received]:
    for organisation in registry:
        if organisation.supporter_since:
            yield from (Received(organisation, filed) for filed in organisation.reports)


def responses(registry: Registry, settings: Settings, today: date) -> list[Response]:
    """The response of each year that is over, newest first, as far back as there are reports."""
    first = min((year.year for year in report_years(registry)), default=today.year)
    return [response(registry, settings, year) for year in range(today.year - 1, first - 1, -1)]


def response(registry: Registry, settings: Settings, year: int) -> Response:
    """Who owed a report on a period that ended in a year, and who of them has handed one in."""
    owing = tuple(each for each in registry if owed_in(each, year, settings))
    answered = tuple(each for each in owing if any(filed.report.period.last.year == year for filed in each.reports))
    return Response(year, owing, answered)
