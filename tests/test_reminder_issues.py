"""Reminders on a real server: read with distrust, carried out once, whatever breaks in between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from generator.forge import ForgeError
from generator.issues import Issues
from generator.project import Repository, Settings
from generator.registry import Registry
from generator.reminder_issues import LABEL, Found, carry_out, read
from generator.reminder_texts import Texts
from generator.reminders import Close, Open, Reason, Reminder, Repeat, decide
from tests.local_forge import BOT, STRANGER, US, Fault, LocalForge, local_forge
from tests.memory import ACTIVE, LANGUAGES, SCHEMAS, SUPPORTER, registry_of
from tests.test_drafts import REPORT

DUE = date(2026, 1, 15)
MARKER = "<!-- report-due: vale due 2026-01-15 stage 2025-12-16 -->"
REMINDER = Reminder(1, "vale", DUE, date(2025, 12, 16), is_open=True, author=US["login"])
STANDING: Mapping[str, Any] = {**ACTIVE, "statement": {**ACTIVE["statement"], "signed_on": "2024-01-15"}}
VALE = registry_of({"supporters/vale/supporter.yml": SUPPORTER, "supporters/vale/standing.yml": STANDING})


@pytest.fixture
def forge() -> Iterator[LocalForge]:
    with local_forge() as running:
        yield running


def texts(found: Registry, today: date) -> Texts:
    repository = Repository("https://git.example/covenant/supporters", "main")
    return Texts(found, LANGUAGES, SCHEMAS.resolved["report"], Settings(), repository, today)


def found_on(forge: LocalForge) -> Found:
    return read(Issues(forge.connect()))


# ---- which issues are believed


def test_a_reminder_is_read_from_its_issue(forge: LocalForge) -> None:
    forge.add_issue("Report due", f"Body\n\n{MARKER}", [LABEL.name], US)
    assert found_on(forge) == Found((REMINDER,))
    forge.issues[1]["state"] = "closed"
    assert not found_on(forge).reminders[0].is_open


@pytest.mark.parametrize("user", [US, BOT], ids=["by hand", "by the schedule"])
def test_the_issues_of_an_installed_program_are_believed(forge: LocalForge, user: Mapping[str, str]) -> None:
    forge.user = user
    forge.add_issue("Report due", MARKER, [LABEL.name], BOT)
    forge.add_issue("Report due", MARKER, [LABEL.name], STRANGER)
    found = found_on(forge)
    assert [(each.number, each.author) for each in found.reminders] == [(1, BOT["login"])]
    assert found.strange == (2,)


@pytest.mark.parametrize(
    ("body", "labels", "user", "is_strange"),
    [
        (MARKER, [LABEL.name], STRANGER, True),
        (MARKER, [], STRANGER, False),
        (MARKER, ["other"], US, False),
        ("No marker at all", [LABEL.name], US, True),
        (f"{MARKER}\n{MARKER}", [LABEL.name], US, True),
        (MARKER.replace("2026-01-15", "2026-02-30"), [LABEL.name], US, True),
        (MARKER.replace("vale", "../vale"), [LABEL.name], US, True),
        (MARKER.replace(" -->", " ... -->"), [LABEL.name], US, True),
    ],
)
def test_what_cannot_be_believed_is_left_alone_and_named(
    forge: LocalForge, body: str, labels: list[str], user: Mapping[str, str], is_strange: bool
) -> None:
    forge.add_issue("Report due", body, labels, user)
    assert found_on(forge) == Found((), (1,) if is_strange else ())


def test_what_is_opened_is_read_as_it_was_meant(forge: LocalForge) -> None:
    action = Open("vale", DUE, date(2025, 12, 16))
    issues = Issues(forge.connect())
    assert [outcome.error for outcome in carry_out([action], issues, texts(VALE, DUE))] == [None]
    assert read(issues) == Found((REMINDER,))


# ---- what is done


def test_a_further_stage_is_a_comment_and_a_new_body(forge: LocalForge) -> None:
    forge.add_issue("Old title", MARKER, [LABEL.name], US, state="closed")
    forge.add_comment(1, "We are at it.", STRANGER)
    action = Repeat(REMINDER, DUE, DUE)
    assert [outcome.error for outcome in carry_out([action], Issues(forge.connect()), texts(VALE, DUE))] == [None]
    issue = forge.issues[1]
    assert (issue["title"], issue["state"]) == ("Report due on 15 January 2026: Union of Vale Towns", "open")
    assert "is due on 15 January 2026." in forge.comments[1][-1]["body"]
    assert found_on(forge) == Found((Reminder(1, "vale", DUE, DUE, is_open=True, author=US["login"]),))


def test_a_comment_of_somebody_else_does_not_count_as_said(forge: LocalForge) -> None:
    forge.add_issue("Report due", MARKER, [LABEL.name], US)
    forge.add_comment(1, MARKER.replace("stage 2025-12-16", "stage 2026-01-15"), STRANGER)
    list(carry_out([Repeat(REMINDER, DUE, DUE)], Issues(forge.connect()), texts(VALE, DUE)))
    assert len(forge.comments[1]) == 2


@pytest.mark.parametrize(("reason", "state_reason"), [("reported", "completed"), ("not_owed", "not_planned")])
def test_an_issue_is_closed_with_a_word(forge: LocalForge, reason: str, state_reason: str) -> None:
    forge.add_issue("Report due", MARKER, [LABEL.name], US)
    list(carry_out([Close(REMINDER, Reason(reason))], Issues(forge.connect()), texts(VALE, DUE)))
    assert (forge.issues[1]["state"], forge.issues[1]["state_reason"]) == ("closed", state_reason)
    assert len(forge.comments[1]) == 1


def test_one_that_fails_keeps_none_from_the_others(forge: LocalForge) -> None:
    actions = [Open("vale", DUE, DUE), Open("vale", DUE, DUE), Open("vale", DUE, DUE)]
    forge.faults = [None, None, None, Fault(502)]
    outcomes = list(carry_out(actions, Issues(forge.connect()), texts(VALE, DUE)))
    assert [outcome.error.status if outcome.error else 0 for outcome in outcomes] == [0, 502, 0]
    assert len(forge.issues) == 2


# ---- each stage once, whatever breaks


def said(forge: LocalForge) -> list[tuple[str, str, str]]:
    """Slug, due day and stage of everything that has reminded anybody, in order."""
    pattern = r"<!-- report-due: (\S+) due (\S+) stage (\S+) -->"
    return [match for text in forge.said for match in re.findall(pattern, text)]


def two(*reported: str) -> Registry:
    """`vale` and `hill`, both due on 15 January 2026; those named have reported."""
    files: dict[str, object] = {}
    for slug in ("vale", "hill"):
        files[f"supporters/{slug}/supporter.yml"] = {**SUPPORTER, "website": f"https://{slug}.example"}
        files[f"supporters/{slug}/standing.yml"] = STANDING
    return registry_of(files | {f"supporters/{slug}/reports/2024-2025.yml": REPORT for slug in reported})


def run(forge: LocalForge, found: Registry, today: date) -> None:
    """One run of the schedule, which may end anywhere."""
    issues = Issues(forge.connect())
    with suppress(ForgeError):
        decision = decide(found, Settings(), today, read(issues).reminders)
        list(carry_out(decision.actions, issues, texts(found, today)))


STAGES = (DUE - timedelta(90), DUE - timedelta(30), DUE, date(2026, 2, 15))
DAYS = {**dict.fromkeys(STAGES, two()), date(2026, 2, 20): two("vale")}
"""The days on which there is something to do, and the registry as it is on them."""


def assert_all_is_as_it_should_be(forge: LocalForge) -> None:
    """Each stage was sent once to each, and the reminder of the one that has reported was closed with one comment."""
    expected = [(slug, DUE.isoformat(), stage.isoformat()) for slug in ("vale", "hill") for stage in STAGES]
    assert sorted(said(forge)) == sorted(expected)
    assert sorted(issue["state"] for issue in forge.issues.values()) == ["closed", "open"]
    assert sum("report-due-closed" in text for text in forge.said) == 1


@pytest.mark.parametrize("answered", range(11))
def test_wherever_a_run_is_cut_off_the_next_one_takes_up(forge: LocalForge, answered: int) -> None:
    for today, found in DAYS.items():
        for forge.dies_after in (answered, None):
            run(forge, found, today)
    assert_all_is_as_it_should_be(forge)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_fails_however_often_each_stage_is_sent_once(forge: LocalForge, seed: int) -> None:
    chance = Random(seed)
    kinds = [None, None, None, Fault(), Fault(acts=True), Fault(502), Fault(500, acts=True), Fault(429)]
    forge.page_size = 1
    for today, found in DAYS.items():
        for failing in (True, True, True, False):
            forge.faults = chance.choices(kinds, k=30) if failing else []
            run(forge, found, today)
    assert_all_is_as_it_should_be(forge)


def test_the_longest_run_has_no_more_requests_than_are_cut_off(forge: LocalForge) -> None:
    counts = []
    for today, found in DAYS.items():
        before = len(forge.requests)
        run(forge, found, today)
        counts.append(len(forge.requests) - before)
    assert max(counts) <= 10


# ---- never a flood


def test_the_first_day_with_300_overdue_organisations_is_no_flood(forge: LocalForge) -> None:
    files: dict[str, object] = {}
    for number in range(300):
        signed_on = (date(2020, 1, 1) + timedelta(number * 3)).isoformat()
        slug = f"union-{number * 7 % 300:03}"
        files[f"supporters/{slug}/supporter.yml"] = {**SUPPORTER, "website": f"https://{slug}.example"}
        files[f"supporters/{slug}/standing.yml"] = {
            **ACTIVE,
            "statement": {**ACTIVE["statement"], "signed_on": signed_on},
        }
    found, first = registry_of(files), date(2026, 3, 1)
    for day in range(15):
        run(forge, found, first + timedelta(day))
        assert len(said(forge)) == 20 * (day + 1)
    sent = said(forge)
    assert {slug for slug, _, _ in sent} == set(found.organisations)
    assert [due_on for _, due_on, _ in sent] == sorted(due_on for _, due_on, _ in sent)
    assert len(forge.issues) == 300
