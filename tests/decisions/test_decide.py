"""Decisions: which steps are legal, that nothing the check refuses is recorded, and that saying it twice changes nothing."""

from __future__ import annotations

import gettext
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import checks
from generator.checks.context import Context
from generator.decisions import Change, Decision, Office, Refusal, Words, decide
from generator.decisions.decision import NEEDS_REASON
from generator.decisions.trial import ORDER
from generator.lifecycle import may_follow, possible_after
from generator.problems import Severity
from generator.project import Settings
from generator.records import Status
from tests.decisions.test_examples import HILL
from tests.handwriting import Pen
from tests.memory import ACTIVE, SCHEMAS, SUPPORTER, TODAY, MemoryTree
from tests.strategies import Draw
from tests.test_properties import SECRETS, tells

CONTEXT = Context(TODAY, frozenset({"2016", "before-2016"}), frozenset({"Replace this text."}))
PATH = "supporters/vale/standing.yml"
WAYS = {
    None: "",
    Status.INTEREST: "interest",
    Status.ELIGIBLE: "interest eligible",
    Status.NOT_ELIGIBLE: "interest not_eligible",
    Status.STATEMENT_SENT: "interest eligible statement_sent",
    Status.ACTIVE: "interest eligible statement_sent active",
    Status.ON_HOLD: "active on_hold",
    Status.SUSPENDED: "active suspended",
    Status.WITHDRAWN: "active withdrawn",
    Status.MERGED: "active merged",
    Status.DISSOLVED: "active on_hold active dissolved",
}
"""A legal way to each status."""


def standing_of(statuses: list[str]) -> dict[str, Any]:
    """A standing with these steps, one a year, and all that they need."""
    steps = [{"on": f"{2010 + index}-03-01", "status": status} for index, status in enumerate(statuses)]
    standing: dict[str, Any] = {
        "history": [
            {**step, "reason": {"en": "Why it is so."}} if step["status"] in NEEDS_REASON else step for step in steps
        ]
    }
    if "active" in statuses:
        standing["statement"] = {"version": "2016", "language": "en", "signed_on": "2010-02-01"}
    if "merged" in statuses:
        standing["successor"] = "hill"
    return standing


def files_with(standing: object) -> dict[str, object]:
    files = {
        "supporters/vale/supporter.yml": SUPPORTER,
        "supporters/hill/supporter.yml": HILL,
        "supporters/hill/standing.yml": ACTIVE,
    }
    return {**files, PATH: standing} if standing else files


def office_with(standing: object) -> Office:
    return Office(MemoryTree(files_with(standing)), SCHEMAS, CONTEXT, Settings())


def said(refusal: Refusal) -> str:
    return "\n".join(reason.render(gettext.NullTranslations()) for reason in refusal.reasons)


def complete(status: Status, standing: dict[str, Any]) -> Words:
    """The words for a step with all that it needs."""
    signed = {"statement": "2016", "language": "en", "signed": date(2010, 2, 1)}
    return Words(
        "vale",
        status,
        reasons=("Why it is so.",) if status in NEEDS_REASON else (),
        successor="hill" if status is Status.MERGED else None,
        **(signed if status is Status.ACTIVE and "statement" not in standing else {}),
    )


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("before", WAYS)
def test_a_step_is_recorded_if_it_is_legal_and_else_the_legal_ones_are_named(
    before: Status | None, status: Status
) -> None:
    standing = standing_of(WAYS[before].split()) if before else {}
    outcome = decide(Decision.of(complete(status, standing)), office_with(standing))
    if before is status:
        assert isinstance(outcome, Change)
        assert outcome.before == outcome.after
    elif may_follow(before, status):
        assert isinstance(outcome, Change)
        added = [line for line in outcome.diff if line.startswith("+") and "2026-11-23" in line]
        assert len(added) == 1
    else:
        assert isinstance(outcome, Refusal)
        assert f"“{before or status}”" in said(outcome)
        named = [command.split()[3] for command in outcome.commands]
        assert named == [each.value for each in possible_after(before)]


@pytest.mark.parametrize("before", WAYS)
def test_every_command_that_is_proposed_is_right_once_it_is_filled_in(before: Status | None) -> None:
    standing = standing_of(WAYS[before].split()) if before else {}
    outcome = decide(Decision.of(Words("vale", "nonsense")), office_with(standing))
    assert isinstance(outcome, Refusal)
    for command in outcome.commands:
        _, _, slug, status, *options = command.replace('--successor "…"', "--successor hill").split()
        given = dict(zip(options[::2], options[1::2], strict=True))
        words = Words(
            slug,
            status,
            reasons=("Why it is so.",) if "--reason" in given else (),
            statement=given.get("--statement"),
            language=given.get("--language"),
            signed=date.fromisoformat(given["--signed"]) if "--signed" in given else None,
            successor=given.get("--successor"),
        )
        assert isinstance(decide(Decision.of(words), office_with(standing)), Change)


def test_what_the_rules_know_is_what_the_schema_says() -> None:
    schema = SCHEMAS.resolved["standing"]
    assert set(schema["properties"]["history"]["items"]["if"]["properties"]["status"]["enum"]) == NEEDS_REASON
    assert tuple(schema["properties"]) == ORDER


def test_a_broken_record_elsewhere_does_not_stop_the_office() -> None:
    files = {**files_with(ACTIVE), "supporters/dale/supporter.yml": {}, "supporters/dale/standing.yml": b"{"}
    office = Office(MemoryTree(files), SCHEMAS, CONTEXT, Settings())
    assert isinstance(decide(Decision.of(Words("vale", "on_hold", reasons=("Why.",))), office), Change)


def test_a_merger_that_closes_a_circle_is_refused() -> None:
    files = files_with(ACTIVE)
    files["supporters/hill/standing.yml"] = {**standing_of(["active", "merged"]), "successor": "vale"}
    office = Office(MemoryTree(files), SCHEMAS, CONTEXT, Settings())
    outcome = decide(Decision.of(Words("vale", "merged", successor="hill")), office)
    assert isinstance(outcome, Refusal)
    assert "--successor: The successors lead back to this organisation." in said(outcome)


# ---- any decision on any standing

days = st.sampled_from(["2009-01-01", "2020-06-01", "2026-11-23", "2026-11-24", "2029-01-01"]).map(date.fromisoformat)
reasons = st.sampled_from(["Why it is so.", "Първо.\n\nВторо.", "bg=Защо.", "no=Ja", "en=Other words."])
odd = st.sampled_from([*SECRETS, "xx=?", "", "\x00", "\udcff", "<b>", "Replace this text.", "../x", "x y", "si=a"])


def rarely(values: st.SearchStrategy[Any], otherwise: object = None) -> st.SearchStrategy[Any]:
    return st.integers(0, 4).flatmap(lambda number: values if number == 0 else st.just(otherwise))


def mostly(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.integers(0, 19).flatmap(lambda number: values if number else odd)


SIGNED = {"statement": "2016", "language": "no", "signed": date(2009, 1, 1)}
signed = mostly(st.sampled_from([SIGNED, SIGNED, {**SIGNED, "statement": "before-2016"}, {}])).map(
    lambda words: words if isinstance(words, dict) else {**SIGNED, "statement": words, "language": words}
)


@st.composite
def any_words(draw: Draw, history: list[str]) -> Words:
    """A decision after a history, as somebody might type it: right and wrong."""
    current = Status(history[-1]) if history else None
    fitting = st.sampled_from([*possible_after(current), *([current] if current else [])])
    status = draw(mostly(fitting) | mostly(fitting) | st.sampled_from(list(Status)))
    return Words(
        slug=draw(mostly(st.just("vale"))),
        status=status,
        on=draw(rarely(days)),
        reasons=tuple(draw(st.lists(mostly(reasons), max_size=2, unique_by=lambda text: text[:3]))),
        maintainers=tuple(draw(rarely(st.lists(mostly(st.sampled_from(["7:demo", "7:other", "8:x"]))), ()))),
        extend_until=draw(rarely(days)),
        successor=draw(mostly(st.just("hill")) if status == Status.MERGED else rarely(odd)),
        **draw(signed),
    )


@st.composite
def histories(draw: Draw) -> list[str]:
    """A legal history of any length."""
    statuses: list[Status] = []
    for _ in range(draw(st.integers(0, 6))):
        if possible := possible_after(statuses[-1] if statuses else None):
            statuses.append(draw(st.sampled_from(possible)))
    return [status.value for status in statuses]


def errors_of(standing: bytes) -> list[str]:
    _, problems = checks.inspect(MemoryTree(files_with(standing)), SCHEMAS, CONTEXT)
    return [problem.code for problem in problems if problem.severity is Severity.ERROR]


@given(st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_recorded_passes_the_check_and_is_recorded_once(data: st.DataObject) -> None:
    statuses = data.draw(histories())
    before = Pen(data.draw).text(standing_of(statuses)).encode() if statuses else b""
    decision = Decision.of(data.draw(any_words(statuses)))
    outcome = decide(decision, office_with(before))
    if isinstance(outcome, Refusal):
        assert outcome.reasons
        assert not outcome.by_hand
        assert not tells(said(outcome))
        return
    after = outcome.after.encode()
    assert outcome.before.encode() == before
    assert errors_of(after) == []
    assert not tells("\n".join(outcome.diff))
    again = decide(decision, office_with(after))
    assert isinstance(again, Change)
    assert again.after == again.before == outcome.after
