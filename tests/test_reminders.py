"""What to open, repeat and close: stages of a due day, one issue each, never twice, and never a flood."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest

from generator import registry
from generator.project import Settings
from generator.registry import Registry
from generator.reminders import Close, Decision, Open, Reason, Reminder, Repeat, decide, stage_on
from tests.memory import ACTIVE, SCHEMAS, SUPPORTER, MemoryTree, one_supporter, registry_of
from tests.test_drafts import REPORT

DUE = date(2026, 1, 15)
"""24 months after `vale` has signed."""


def day(text: str) -> date:
    return date.fromisoformat(text)


# ---- stages


@pytest.mark.parametrize(
    ("due_on", "notice", "begins"),
    [
        ("2026-01-15", 90, ["2025-10-17", "2025-12-16", "2026-01-15", "2026-02-15", "2026-03-15"]),
        ("2026-01-15", 31, ["2025-12-15", "2025-12-16", "2026-01-15", "2026-02-15", "2026-03-15"]),
        ("2026-01-15", 30, ["2025-12-16", "2026-01-15", "2026-02-15", "2026-03-15"]),
        ("2026-01-15", 10, ["2026-01-05", "2026-01-15", "2026-02-15", "2026-03-15"]),
        ("2026-01-31", 10, ["2026-01-21", "2026-01-31", "2026-02-28", "2026-03-31"]),
        ("2027-12-31", 10, ["2027-12-21", "2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31"]),
        ("2028-02-29", 10, ["2028-02-19", "2028-02-29", "2028-03-29", "2028-04-29", "2028-05-29"]),
        ("2026-02-28", 10, ["2026-02-18", "2026-02-28", "2026-03-28"]),
        ("2026-01-30", 10, ["2026-01-20", "2026-01-30", "2026-02-28", "2026-03-30"]),
    ],
)
def test_a_due_day_has_stages_before_it_on_it_and_each_month_after(due_on: str, notice: int, begins: list[str]) -> None:
    first, last = day(begins[0]), day(begins[-1])
    assert stage_on(first - timedelta(1), day(due_on), notice) is None
    days = [first + timedelta(number) for number in range((last - first).days + 1)]
    stages = [stage_on(each, day(due_on), notice) for each in days]
    assert list(dict.fromkeys(stages)) == [day(each) for each in begins]
    assert [each for each, stage in zip(days, stages, strict=True) if each == stage] == [day(each) for each in begins]


# ---- one organisation


def vale(*periods: tuple[str, str], status: str = "active", until: Iterable[str] = ()) -> Registry:
    """A registry with `vale`, which signed on 15 January 2024."""
    history = [*ACTIVE["history"]]
    if status != "active":
        history.append({"on": "2025-11-01", "status": status, "reason": {"en": "Why."}})
    standing: dict[str, Any] = {
        "history": history,
        "statement": {**ACTIVE["statement"], "signed_on": "2024-01-15"},
    }
    if until:
        standing["extensions"] = [{"until": each, "reason": {"en": "More time."}} for each in until]
    files = {"supporters/vale/supporter.yml": SUPPORTER, "supporters/vale/standing.yml": standing}
    for first, last in periods:
        name = first[:4] if first[:4] == last[:4] else f"{first[:4]}-{last[:4]}"
        files[f"supporters/vale/reports/{name}.yml"] = {**REPORT, "period": {"from": first, "to": last}}
    return registry_of(files)


def reminder(number: int = 7, stage: str = "2025-10-17", due_on: date = DUE, *, is_open: bool = True) -> Reminder:
    return Reminder(number, "vale", due_on, day(stage), is_open)


def actions(found: Registry, today: str, *reminders: Reminder, **settings: Any) -> list[object]:
    return list(decide(found, Settings(**settings), day(today), reminders).actions)


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        ("2025-10-16", None),
        ("2025-10-17", "2025-10-17"),
        ("2025-12-15", "2025-10-17"),
        ("2025-12-16", "2025-12-16"),
        ("2026-01-15", "2026-01-15"),
        ("2027-08-20", "2027-08-15"),  # only the stage that has come, none of those that were missed
    ],
)
def test_the_first_reminder_is_of_the_stage_that_has_come(today: str, stage: str | None) -> None:
    assert actions(vale(), today) == ([Open("vale", DUE, day(stage))] if stage else [])


@pytest.mark.parametrize(
    ("today", "sent", "stage"),
    [
        ("2025-10-18", "2025-10-17", None),
        ("2025-12-15", "2025-10-17", None),
        ("2025-12-16", "2025-10-17", "2025-12-16"),
        ("2025-12-17", "2025-12-16", None),
        ("2026-06-20", "2025-12-16", "2026-06-15"),  # after a long silence of the schedule
        ("2025-12-17", "2026-01-15", None),  # a clock that was wrong
    ],
)
@pytest.mark.parametrize("is_open", [True, False])
def test_a_stage_is_sent_once_and_the_next_one_opens_what_was_closed(
    today: str, sent: str, stage: str | None, is_open: bool
) -> None:
    known = reminder(stage=sent, is_open=is_open)
    assert actions(vale(), today, known) == ([Repeat(known, DUE, day(stage))] if stage else [])


def test_nobody_is_reminded_who_owes_nothing_yet_or_no_longer() -> None:
    assert actions(vale(("2024-01", "2025-12")), "2026-02-01") == []
    assert actions(vale(status="suspended"), "2026-02-01") == []
    assert actions(registry_of({"supporters/vale/supporter.yml": SUPPORTER}), "2026-02-01") == []


def test_a_report_closes_the_reminder() -> None:
    next_due = date(2027, 12, 31)
    assert actions(vale(("2024-01", "2025-12")), "2026-02-01", reminder()) == [
        Close(reminder(), Reason.REPORTED, next_due)
    ]
    assert actions(vale(("2024-01", "2025-12")), "2026-02-01", reminder(is_open=False)) == []


def test_a_report_that_brings_no_peace_closes_one_reminder_and_opens_the_next() -> None:
    before = reminder(due_on=date(2025, 1, 1))
    assert actions(vale(("2022-01", "2022-12")), "2026-02-01", before) == [
        Close(before, Reason.REPORTED, DUE),
        Open("vale", DUE, DUE),
    ]


@pytest.mark.parametrize("status", ["on_hold", "suspended", "withdrawn", "merged", "dissolved"])
def test_who_is_no_supporter_today_is_left_in_peace(status: str) -> None:
    assert actions(vale(status=status), "2026-02-01", reminder()) == [Close(reminder(), Reason.NOT_OWED)]


def test_what_has_no_record_any_more_is_left_in_peace() -> None:
    assert actions(Registry(), "2026-02-01", reminder()) == [Close(reminder(), Reason.NO_RECORD)]


def test_more_time_moves_the_reminder_while_the_new_day_is_near() -> None:
    found, until = vale(until=["2026-03-31"]), date(2026, 3, 31)
    assert actions(found, "2026-02-01", reminder()) == [Repeat(reminder(), until, day("2025-12-31"))]
    moved = reminder(due_on=until, stage="2025-12-31")
    assert actions(found, "2026-02-01", moved) == []
    assert actions(found, "2026-03-01", moved) == [Repeat(moved, until, day("2026-03-01"))]


def test_more_time_closes_the_reminder_while_the_new_day_is_far() -> None:
    found, until = vale(until=["2026-12-31"]), date(2026, 12, 31)
    assert actions(found, "2026-02-01", reminder()) == [Close(reminder(), Reason.MORE_TIME, until)]
    closed = reminder(is_open=False)
    assert actions(found, "2026-10-01", closed) == []
    assert actions(found, "2026-10-02", closed) == [Open("vale", until, day("2026-10-02"))]


def test_a_due_day_that_the_office_has_corrected_moves_the_reminder() -> None:
    known = reminder(due_on=date(2026, 2, 15), stage="2025-11-17")
    assert actions(vale(), "2025-12-01", known) == [Repeat(known, DUE, day("2025-10-17"))]


def test_a_shorter_notice_closes_nothing() -> None:
    assert actions(vale(), "2025-11-01", reminder(), due_soon_days=30) == []


def test_of_two_open_reminders_the_older_stays() -> None:
    first, second = reminder(3), reminder(5, stage="2025-12-16")
    assert actions(vale(), "2025-12-20", second, first) == [Close(second, Reason.DUPLICATE, DUE)]
    closed = reminder(5, stage="2025-12-16", is_open=False)
    assert actions(vale(), "2025-12-20", first, closed) == []  # the stage was sent
    assert actions(vale(), "2026-01-15", first, closed) == [Repeat(first, DUE, DUE)]


def test_an_open_reminder_goes_before_a_closed_one() -> None:
    closed, opened = reminder(3, is_open=False), reminder(5)
    assert actions(vale(), "2025-12-20", closed, opened) == [Repeat(opened, DUE, day("2025-12-16"))]


def test_of_two_that_were_reported_none_stays() -> None:
    found = vale(("2024-01", "2025-12"))
    assert {type(each) for each in actions(found, "2026-02-01", reminder(3), reminder(5))} == {Close}


# ---- records with errors


@pytest.mark.parametrize(
    "broken", ["supporters/vale/supporter.yml", "supporters/vale/standing.yml", "supporters/vale/reports/2024-2025.yml"]
)
def test_while_a_record_has_errors_its_organisation_is_left_alone(broken: str) -> None:
    files: dict[str, object] = {
        "supporters/vale/supporter.yml": SUPPORTER,
        "supporters/vale/standing.yml": ACTIVE,
        broken: {"nonsense": 1},
    }
    found, problems = registry.load(MemoryTree(files), SCHEMAS)
    assert problems
    for known in ([], [reminder()], [reminder(is_open=False)]):
        assert decide(found, Settings(), day("2026-02-01"), known) == Decision((), 0, ("vale",))


@pytest.mark.parametrize("folder", ["Vale", "vale_towns", "vale`@octocat`", "--> <b>", "vale-"])
def test_a_folder_with_a_wrong_name_is_left_alone(folder: str) -> None:
    found = registry_of({f"supporters/{folder}/supporter.yml": SUPPORTER, f"supporters/{folder}/standing.yml": ACTIVE})
    assert decide(found, Settings(), day("2026-02-01"), []) == Decision((), 0, (folder,))


def test_an_application_with_errors_is_no_matter_of_reminders() -> None:
    found, _ = registry.load(MemoryTree({"supporters/vale/supporter.yml": {"nonsense": 1}}), SCHEMAS)
    assert decide(found, Settings(), day("2026-02-01"), []) == Decision((), 0, ())


# ---- never a flood


def many(count: int) -> Registry:
    """Organisations that signed one day after the other, from 1 January 2020."""
    files: dict[str, object] = {}
    for number in range(count):
        signed_on = (date(2020, 1, 1) + timedelta(number)).isoformat()
        folder = f"supporters/union-{count - number:03}"
        files[f"{folder}/supporter.yml"] = {**SUPPORTER, "website": f"https://union-{number}.example"}
        files[f"{folder}/standing.yml"] = {**ACTIVE, "statement": {**ACTIVE["statement"], "signed_on": signed_on}}
    return registry_of(files)


def test_a_day_has_only_so_many_notices_and_the_oldest_come_first() -> None:
    decision = decide(many(7), Settings(reminders_a_day=3), day("2026-02-01"), [])
    assert [action.slug for action in decision.actions] == ["union-007", "union-006", "union-005"]
    assert decision.waiting == 4


def test_who_has_not_heard_of_it_comes_before_who_has() -> None:
    known = [Reminder(1, "union-007", date(2022, 1, 1), day("2025-12-01"))]
    decision = decide(many(7), Settings(reminders_a_day=6), day("2026-02-01"), known)
    assert [action.slug for action in decision.actions][-1] == "union-001"
    assert decision.waiting == 1
    everything = decide(many(7), Settings(reminders_a_day=7), day("2026-02-01"), known)
    assert everything.actions[-1] == Repeat(known[0], date(2022, 1, 1), day("2026-02-01"))


def test_closings_are_not_counted() -> None:
    gone = [Reminder(number, f"gone-{number}", DUE, DUE) for number in range(1, 6)]
    decision = decide(many(7), Settings(reminders_a_day=2), day("2026-02-01"), gone)
    assert [type(action) for action in decision.actions] == [Close] * 5 + [Open] * 2


def test_the_decision_does_not_depend_on_the_order_of_what_is_known() -> None:
    known = [reminder(number, is_open=number % 2 == 0) for number in range(1, 6)]
    decisions = {decide(one_supporter(), Settings(), day("2026-02-01"), order) for order in (known, known[::-1])}
    assert len(decisions) == 1
