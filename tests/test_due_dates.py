"""When reports are due: from signing or the last period, moved by extensions, in words of days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

import pytest

from generator.due_dates import NextReport, ReportState, next_report, next_reports, owed_in, period_owed
from generator.project import Settings
from generator.records import Status
from generator.registry import Organisation
from tests.memory import ACTIVE, SUPPORTER, registry_of
from tests.test_drafts import REPORT

FAR = date(2000, 1, 1)


def due(signed_on: str = "2024-01-15", *periods: tuple[str, str], today: date = FAR, **more: Any) -> NextReport | None:
    """What `vale` owes after signing and reporting."""
    settings = {name: more.pop(name) for name in ("report_interval_months", "due_soon_days") if name in more}
    return next_report(_vale(signed_on, periods, **more), Settings(**settings), today)


def _vale(signed_on: str, periods: Iterable[tuple[str, str]], **more: Any) -> Organisation:
    statement = {**ACTIVE["statement"], "signed_on": signed_on}
    files: dict[str, object] = {
        "supporters/vale/supporter.yml": SUPPORTER,
        "supporters/vale/standing.yml": {**ACTIVE, "statement": statement, **more},
    }
    for first, last in periods:
        name = first[:4] if first[:4] == last[:4] else f"{first[:4]}-{last[:4]}"
        files[f"supporters/vale/reports/{name}.yml"] = {**REPORT, "period": {"from": first, "to": last}}
    return registry_of(files).organisations["vale"]


def extended(*days: str) -> dict[str, Any]:
    return {"extensions": [{"until": day, "reason": {"en": "More time."}} for day in days]}


@pytest.mark.parametrize(
    ("signed_on", "due_on"),
    [
        ("2024-01-15", "2026-01-15"),
        ("2024-02-29", "2026-02-28"),  # a leap day, two years on
        ("2022-02-28", "2024-02-28"),
        ("2020-02-29", "2022-02-28"),
        ("2024-12-31", "2026-12-31"),
    ],
)
def test_the_first_report_is_due_24_months_after_signing(signed_on: str, due_on: str) -> None:
    found = due(signed_on)
    assert found
    assert found.due_on.isoformat() == due_on


@pytest.mark.parametrize(
    ("periods", "due_on"),
    [
        ([("2024-01", "2025-12")], "2027-12-31"),
        ([("2025-01", "2025-12")], "2027-12-31"),  # one year counts as much as two
        ([("2022-03", "2024-02")], "2026-02-28"),  # the end of a month stays one
        ([("2021-03", "2022-02")], "2024-02-29"),
        ([("2020-01", "2021-12"), ("2022-01", "2023-12")], "2025-12-31"),
    ],
)
def test_the_next_is_due_24_months_after_the_last_period(periods: list[tuple[str, str]], due_on: str) -> None:
    found = due("2018-01-01", *periods)
    assert found
    assert found.due_on.isoformat() == due_on


def test_a_report_on_the_time_before_signing_brings_nothing_forward() -> None:
    found = due("2024-06-10", ("2020-01", "2021-12"))
    assert found
    assert found.due_on == date(2026, 6, 10)


@pytest.mark.parametrize(
    ("until", "due_on"),
    [
        (["2026-06-30"], "2026-06-30"),
        (["2026-06-30", "2026-09-30"], "2026-09-30"),
        (["2025-06-30"], "2026-01-15"),  # from an earlier report
    ],
)
def test_an_extension_moves_the_day_later_only(until: list[str], due_on: str) -> None:
    found = due("2024-01-15", **extended(*until))
    assert found
    assert found.due_on.isoformat() == due_on


@pytest.mark.parametrize(
    ("today", "state", "days_left"),
    [
        ("2025-10-16", "not_yet", 91),
        ("2025-10-17", "due_soon", 90),
        ("2026-01-14", "due_soon", 1),
        ("2026-01-15", "due", 0),
        ("2026-01-16", "overdue", -1),
        ("2027-01-15", "overdue", -365),
    ],
)
def test_the_state_on_a_day(today: str, state: str, days_left: int) -> None:
    assert due(today=date.fromisoformat(today)) == NextReport(date(2026, 1, 15), ReportState(state), days_left)


@pytest.mark.parametrize(
    ("today", "state"),
    [("2025-01-01", "extended"), ("2026-06-29", "extended"), ("2026-06-30", "due"), ("2026-07-01", "overdue")],
)
def test_an_extension_holds_until_its_own_day(today: str, state: str) -> None:
    found = due(today=date.fromisoformat(today), **extended("2026-06-30"))
    assert found
    assert found.state == state


def test_the_interval_and_the_notice_are_settings() -> None:
    found = due(today=date(2024, 12, 20), report_interval_months=12, due_soon_days=30)
    assert found == NextReport(date(2025, 1, 15), ReportState.DUE_SOON, 26)


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.ACTIVE])
def test_who_is_no_supporter_today_owes_no_report(status: Status) -> None:
    steps = [*ACTIVE["history"], {"on": "2021-01-01", "status": status.value, "reason": {"en": "Why."}}]
    assert due(history=steps) is None


def test_without_a_recorded_statement_the_day_of_becoming_active_counts() -> None:
    files = {
        "supporters/vale/supporter.yml": SUPPORTER,
        "supporters/vale/standing.yml": {"history": ACTIVE["history"]},
    }
    found = next_report(registry_of(files).organisations["vale"], Settings(), FAR)
    assert found
    assert found.due_on == date(2022, 1, 1)


def test_late_never_changes_the_status() -> None:
    files = {"supporters/vale/supporter.yml": SUPPORTER, "supporters/vale/standing.yml": ACTIVE}
    organisation = registry_of(files).organisations["vale"]
    found = next_report(organisation, Settings(), date(2040, 1, 1))
    assert found
    assert (found.state, organisation.status) == (ReportState.OVERDUE, Status.ACTIVE)


def test_who_owes_a_report_is_listed_with_it() -> None:
    left = {"history": [*ACTIVE["history"], {"on": "2021-01-01", "status": "withdrawn"}]}
    files = {
        "supporters/vale/supporter.yml": SUPPORTER,
        "supporters/vale/standing.yml": ACTIVE,
        "supporters/hill/supporter.yml": SUPPORTER,
        "supporters/hill/standing.yml": {**ACTIVE, **left},
        "supporters/dale/supporter.yml": SUPPORTER,
    }
    found = next_reports(registry_of(files), Settings(), date(2021, 12, 1))
    assert found == {"vale": NextReport(date(2021, 12, 1), ReportState.DUE, 0)}


@pytest.mark.parametrize(
    ("periods", "owed"),
    [
        ([], {2022: True, 2021: True, 2020: False}),  # signed on 1 December 2019
        ([("2020-01", "2021-12")], {2021: True, 2022: False, 2023: True, 2024: True}),
        ([("2020-01", "2021-12"), ("2022-01", "2022-12")], {2022: False, 2023: False, 2024: True}),
        ([("2022-01", "2023-12")], {2021: True, 2022: True, 2023: True, 2024: False, 2025: True}),
    ],
)
def test_a_year_in_which_a_report_was_owed(periods: list[tuple[str, str]], owed: dict[int, bool]) -> None:
    assert _owed("2019-12-01", periods, owed) == owed


def test_more_time_to_hand_in_changes_no_year() -> None:
    years = {2023: True, 2024: True, 2025: True}
    assert _owed("2019-12-01", [("2020-01", "2021-12")], years, **extended("2025-06-30")) == years


def _owed(signed_on: str, periods: list[tuple[str, str]], years: Iterable[int], **more: Any) -> dict[int, bool]:
    vale = _vale(signed_on, periods, **more)
    return {year: owed_in(vale, year, Settings()) for year in years}


def owed(today: str, signed_on: str = "2018-01-01", *periods: tuple[str, str]) -> str:
    """The months that a report handed in on a day should cover."""
    found = period_owed(_vale(signed_on, periods), date.fromisoformat(today))
    return f"{found.first} {found.last}"


@pytest.mark.parametrize(
    ("today", "period"),
    [
        ("2025-10-02", "2024-01 2024-12"),  # 90 days before it is due: 2025 is not over yet
        ("2025-12-31", "2024-01 2024-12"),
        ("2026-01-01", "2024-01 2025-12"),
        ("2027-01-01", "2025-01 2026-12"),  # three years are missing: the last two
        ("2031-06-15", "2029-01 2030-12"),
        ("2024-06-15", "2024-01 2024-12"),  # none is over yet: the one that is running
    ],
)
def test_owed_are_the_last_one_or_two_whole_years_since_the_last_report(today: str, period: str) -> None:
    assert owed(today, "2018-01-01", ("2022-01", "2023-12")) == period


@pytest.mark.parametrize(
    ("today", "signed_on", "period"),
    [
        ("2025-10-17", "2024-01-15", "2024-01 2024-12"),
        ("2026-01-15", "2024-01-15", "2024-01 2025-12"),
        ("2025-12-01", "2023-12-01", "2023-01 2024-12"),  # the year of signing counts
    ],
)
def test_at_first_the_years_since_signing_are_owed(today: str, signed_on: str, period: str) -> None:
    assert owed(today, signed_on) == period


def test_a_year_that_begins_in_another_month_goes_on_like_that() -> None:
    assert owed("2026-02-28", "2018-01-01", ("2024-03", "2025-02")) == "2025-03 2026-02"
    assert owed("2026-03-01", "2018-01-01", ("2024-03", "2025-02")) == "2025-03 2026-02"


def test_a_report_on_the_time_before_signing_does_not_count() -> None:
    assert owed("2026-06-10", "2024-06-10", ("2020-01", "2021-12")) == "2024-01 2025-12"


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        ("2026-01-14T23:30:00+00:00", "Europe/Brussels", "2026-01-15"),  # after midnight at the Office
        ("2026-01-14T22:30:00+00:00", "Europe/Brussels", "2026-01-14"),
        ("2026-07-14T22:30:00+00:00", "Europe/Brussels", "2026-07-15"),  # summer time
        ("2026-01-14T23:30:00+00:00", "Atlantic/Azores", "2026-01-14"),
    ],
)
def test_the_day_is_the_office_s_wherever_the_program_runs(moment: str, zone: str, day: str) -> None:
    assert Settings(time_zone=zone).day(datetime.fromisoformat(moment)) == date.fromisoformat(day)
