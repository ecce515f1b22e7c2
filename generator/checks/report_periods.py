"""A report covers one or two whole years that are over, and no month twice.

Its file is named after the years (`2025.yml`, `2024-2025.yml`), and it is handed in after the period
has ended. Only the future and an overlap are certain mistakes; a report handed in before the
period's end is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from generator.checks.context import Context
from generator.checks.names import is_period
from generator.problems import Message, Problem, Severity, say, say_number
from generator.records.values import Month
from generator.registry import FiledReport, Registry

WHOLE_YEARS = (12, 24)


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    for organisation in registry:
        for filed in organisation.reports:
            yield from _one(filed, context.today)
        for later, earlier in combinations(organisation.reports, 2):
            if later.report.period.overlaps(earlier.report.period):
                yield _overlap(later, earlier)


def _one(filed: FiledReport, today: date) -> Iterator[Problem]:
    if found := _explain_period(filed):
        yield Problem(filed.document.place(("period",)), *found)
    if filed.report.period.last >= Month(today.year, today.month):
        yield Problem(
            filed.document.place(("period", "to")),
            "period-in-future",
            say("The period is not over yet."),
            say("Hand in the report after its last month, or correct the period."),
        )
    else:
        yield from _submission(filed, today)


def _explain_period(filed: FiledReport) -> tuple[str, Message, Message] | None:
    period = filed.report.period
    if period.last < period.first:
        return "period-length", say("The period ends before it begins."), say("Correct “from” and “to”.")
    if period.months not in WHOLE_YEARS:
        message = say_number(
            "The period has %(number)d month; a report covers 12 or 24.",
            "The period has %(number)d months; a report covers 12 or 24.",
            period.months,
        )
        return "period-length", message, say("Write the first and the last month, for example 2024-01 and 2025-12.")
    if is_period(filed.name) and filed.name != period.file_name:
        message = say("The period does not fit the name of the file, %(name)s.yml.", name=filed.name)
        return "period-name", message, say("Name the file %(name)s.yml, or correct the period.", name=period.file_name)
    return None


def _submission(filed: FiledReport, today: date) -> Iterator[Problem]:
    submitted_on = filed.report.submitted_on
    if submitted_on > today:
        message, hint = say("This day lies in the future."), say("Write the day on which you hand in the report.")
        yield Problem(filed.document.place(("submitted_on",)), "date-in-future", message, hint)
    elif Month(submitted_on.year, submitted_on.month) <= filed.report.period.last:
        yield Problem(
            filed.document.place(("submitted_on",)),
            "submitted-early",
            say("The report was handed in before its period was over."),
            say("Check the day and the period."),
            Severity.WARNING,
        )


def _overlap(later: FiledReport, earlier: FiledReport) -> Problem:
    return Problem(
        later.document.place(("period",)),
        "periods-overlap",
        say("The period shares months with the report %(name)s.yml.", name=earlier.name),
        say("Each month belongs to one report; correct one of the two periods."),
    )
