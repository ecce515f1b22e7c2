"""A report covers one or two whole years that are over, and no month twice.

Its file is named after the years (`2025.yml`, `2024-2025.yml`), and it is handed in after the period
has ended. Only the future and an overlap are certain mistakes; a report handed in before the
period's end is a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from generator.checks.run import Run
from generator.problems import Problem, Severity, say
from generator.records.values import Month
from generator.registry import FiledReport, Registry

WHOLE_YEARS = (12, 24)


def check(registry: Registry, run: Run) -> Iterator[Problem]:
    for organisation in registry:
        for filed in organisation.reports:
            yield from _one(filed, run.today)
        for later, earlier in combinations(organisation.reports, 2):
            if later.report.period.overlaps(earlier.report.period):
                yield _overlap(later, earlier)


def _one(filed: FiledReport, today: date) -> Iterator[Problem]:
    period, place = filed.report.period, filed.document.place
    if period.months not in WHOLE_YEARS:
        yield Problem(
            place(["period"]),
            "period-length",
            say("The period has %(months)d months; a report covers 12 or 24.", months=period.months),
            say("Write the first and the last month, for example 2024-01 and 2025-12."),
        )
    elif filed.name != period.file_name:
        yield Problem(
            place(["period"]),
            "period-name",
            say("The period does not fit the name of the file, %(name)s.yml.", name=filed.name),
            say("Name the file %(name)s.yml, or correct the period.", name=period.file_name),
        )
    if period.last >= Month(today.year, today.month):
        yield Problem(
            place(["period", "to"]),
            "period-in-future",
            say("The period is not over yet."),
            say("Hand in the report after its last month, or correct the period."),
        )
    yield from _submission(filed, today)


def _submission(filed: FiledReport, today: date) -> Iterator[Problem]:
    report, place = filed.report, filed.document.place(["submitted_on"])
    submitted = Month(report.submitted_on.year, report.submitted_on.month)
    if report.submitted_on > today:
        yield Problem(place, "date-in-future", say("This day lies in the future."), say("Write the day on which you hand in the report."))
    elif submitted <= report.period.last:
        yield Problem(
            place,
            "submitted-early",
            say("The report was handed in before its period was over."),
            say("Check the day and the period."),
            Severity.WARNING,
        )


def _overlap(later: FiledReport, earlier: FiledReport) -> Problem:
    return Problem(
        later.document.place(["period"]),
        "periods-overlap",
        say("The period shares months with the report %(name)s.yml.", name=earlier.name),
        say("Each month belongs to one report; correct one of the two periods."),
    )
