"""When the next report of a supporter is due: computed here alone, and shown everywhere the same.

A report is due 24 months (a setting) after the day of signing, then after the end of the last period
reported; a later day that the Office has granted goes before that. Late never changes the status.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.project import Settings
from generator.records import Status
from generator.records.values import Month, Period
from generator.registry import FiledReport, Organisation, Registry

OWING = frozenset({Status.ACTIVE})
"""Statuses in which a report is owed: whoever is on hold, suspended or gone owes none."""


class ReportState(StrEnum):
    """How the next report stands on a day."""

    NOT_YET = "not_yet"
    DUE_SOON = "due_soon"
    DUE = "due"
    OVERDUE = "overdue"
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True)
class NextReport:
    """The report a supporter owes next: by which day, how it stands, and how many days are left (negative: late)."""

    due_on: date
    state: ReportState
    days_left: int


def next_report(organisation: Organisation, settings: Settings, today: date) -> NextReport | None:
    """What an organisation owes on a day; None if it owes nothing."""
    if organisation.standing is None or organisation.status not in OWING:
        return None
    regular = _regular_day(organisation, organisation.reports, settings.report_interval_months)
    due_on = max([regular, *(extension.until for extension in organisation.standing.extensions)])
    state = _state(due_on, today, is_extended=due_on > regular, soon=timedelta(settings.due_soon_days))
    return NextReport(due_on, state, (due_on - today).days)


def next_reports(registry: Registry, settings: Settings, today: date) -> dict[str, NextReport]:
    """What each organisation that owes a report owes on a day, by slug."""
    owed = {each.slug: next_report(each, settings, today) for each in registry}
    return {slug: report for slug, report in owed.items() if report}


def owed_in(organisation: Organisation, year: int, settings: Settings) -> bool:
    """Whether an organisation was a supporter at the end of a year and owed a report on a period that ended in it.

    It did if the time since signing, or since the last period that ended in an earlier year, was over by then. An
    extension gives more time to hand a report in; the period stays the same, so it does not count here.
    """
    end = date(year, 12, 31)
    if organisation.status_on(end) not in OWING:
        return False
    earlier = [filed for filed in organisation.reports if filed.report.period.last.year < year]
    return _regular_day(organisation, earlier, settings.report_interval_months) <= end


def period_owed(organisation: Organisation, today: date) -> Period:
    """What a report handed in on a day should cover: the last one or two whole years that are over and not yet reported.

    They are counted from the month after the last one reported, at first from the beginning of the year of
    signing. If no year is over yet, it is the one that is running.
    """
    first = _unreported_since(organisation)
    years = max(1, first.months_until(Month(today.year, today.month)) // 12)
    return Period(first.plus(12 * max(0, years - 2)), first.plus(12 * years - 1))


def _unreported_since(organisation: Organisation) -> Month:
    since = _signed_on(organisation)
    months = [Month(since.year, 1)] if since else []
    return max([*months, *(filed.report.period.last.plus(1) for filed in organisation.reports)])


def _regular_day(organisation: Organisation, reports: Iterable[FiledReport], months: int) -> date:
    """The day without any extension. A period ends with the last day of a month, and so does the time after it."""
    since = _signed_on(organisation)
    days = [Month(since.year, since.month).plus(months).day(since.day)] if since else []
    return max([*days, *(filed.report.period.last.plus(months).last_day for filed in reports)])


def _signed_on(organisation: Organisation) -> date | None:
    """The day of signing; without a recorded statement, that of becoming active."""
    statement = organisation.standing.statement if organisation.standing else None
    return statement.signed_on if statement else organisation.supporter_since


def _state(due_on: date, today: date, *, is_extended: bool, soon: timedelta) -> ReportState:
    if today > due_on:
        return ReportState.OVERDUE
    if today == due_on:
        return ReportState.DUE
    if is_extended:
        return ReportState.EXTENDED
    return ReportState.DUE_SOON if today >= due_on - soon else ReportState.NOT_YET
