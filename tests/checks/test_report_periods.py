"""Edges of the periods of reports; the rest is in examples/."""

from __future__ import annotations

import pytest

from generator.checks import report_periods
from generator.checks.context import Context
from tests.memory import SUPPORTER, TODAY, registry_of
from tests.test_drafts import REPORT


def codes_of(name: str, first: str, last: str, submitted_on: str) -> list[str]:
    report = {**REPORT, "period": {"from": first, "to": last}, "submitted_on": submitted_on}
    files = {"supporters/vale/supporter.yml": SUPPORTER, f"supporters/vale/reports/{name}.yml": report}
    return [problem.code for problem in report_periods.check(registry_of(files), Context(TODAY))]


@pytest.mark.parametrize(
    ("name", "first", "last", "submitted_on", "codes"),
    [
        ("2025", "2025-01", "2025-12", "2026-01-01", []),
        ("2024-2025", "2024-01", "2025-12", "2026-01-01", []),
        ("2024-2025", "2024-07", "2025-06", "2026-01-01", []),
        ("2024-2026", "2024-11", "2026-10", "2026-11-23", []),
        ("2025", "2025-01", "2025-12", "2025-12-31", ["submitted-early"]),
        ("2025", "2025-01", "2025-12", "2026-11-24", ["date-in-future"]),
        ("2025-2026", "2025-12", "2026-11", "2026-11-23", ["period-in-future"]),
        ("2025", "2025-01", "2025-11", "2026-01-01", ["period-length"]),
        ("2024-2026", "2024-01", "2026-01", "2026-02-01", ["period-length"]),
        ("2025", "2025-12", "2025-01", "2026-01-01", ["period-length"]),
        ("2024", "2025-01", "2025-12", "2026-01-01", ["period-name"]),
        ("2025", "2024-07", "2025-06", "2026-01-01", ["period-name"]),
        ("our-report", "2025-01", "2025-12", "2026-01-01", []),
    ],
)
def test_a_period_is_one_or_two_years_that_are_over(
    name: str, first: str, last: str, submitted_on: str, codes: list[str]
) -> None:
    assert codes_of(name, first, last, submitted_on) == codes


def test_each_pair_of_overlapping_reports_is_named_once() -> None:
    periods = {"2022-2023": ("2022-01", "2023-12"), "2023": ("2023-01", "2023-12"), "2024": ("2024-01", "2024-12")}
    reports = {
        f"supporters/vale/reports/{name}.yml": {**REPORT, "period": {"from": first, "to": last}}
        for name, (first, last) in periods.items()
    }
    found = list(
        report_periods.check(registry_of({"supporters/vale/supporter.yml": SUPPORTER, **reports}), Context(TODAY))
    )
    assert [(problem.code, problem.place.path) for problem in found] == [
        ("periods-overlap", "supporters/vale/reports/2023.yml")
    ]
