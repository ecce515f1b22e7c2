"""What speaks against a decision beside the check: the step, its day, and what has to come with it.

Every function yields all that it finds, so that a decision is mended once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.decisions.decision import NEEDS_REASON, Decision, about
from generator.decisions.edits import STATEMENT_KEYS, is_step
from generator.due_dates import NextReport
from generator.lifecycle import may_follow, possible_after
from generator.problems import Message, say
from generator.records import Status
from generator.records.standing import Step
from generator.records.values import Text
from generator.registry import FORMER, Organisation

EXPLAINED_HERE = frozenset({"illegal-step", "history-order", "no-statement", "no-successor"})
"""Codes of the check for what these rules say already, with what to add to the command."""

_OPTIONS = dict(zip(STATEMENT_KEYS, ("--statement", "--language", "--signed"), strict=True))


def is_legal(decision: Decision, organisation: Organisation) -> bool:
    """Whether the lifecycle has the step, or none is taken."""
    last = organisation.last_step
    if decision.status is None:
        return False
    return not is_step(decision, organisation) or may_follow(last.status if last else None, decision.status)


def against(decision: Decision, organisation: Organisation, owed: NextReport | None, today: date) -> Iterator[Message]:
    """What speaks against a decision; `owed` is the report that is due after it, without the extension it grants."""
    if decision.status:
        last = organisation.last_step
        if is_step(decision, organisation):
            yield from _step(decision, decision.status, last, today)
        elif last:
            yield from _repeated(decision, last)
        yield from _incomplete(decision, decision.status, organisation)
    yield from _statement(decision)
    yield from _extension(decision, organisation, owed)


def _step(decision: Decision, status: Status, last: Step | None, today: date) -> Iterator[Message]:
    if not may_follow(last.status if last else None, status):
        yield _illegal(status, last)
    if last and (decision.on or today) < last.on:
        message = say("The status before, “%(current)s”, has held since %(since)s.", current=last.status, since=last.on)
        yield about("--on", message, say("Give that day or a later one."))
    if status in NEEDS_REASON and not decision.reasons:
        yield say('“%(status)s” needs a reason: add --reason "…"', status=status)


def _illegal(status: Status, last: Step | None) -> Message:
    if last is None:
        return say("“%(status)s” cannot be the first status.", status=status)
    if not possible_after(last.status):
        return say("“%(current)s” has held since %(since)s and is final.", current=last.status, since=last.on)
    return say(
        "“%(status)s” cannot follow “%(current)s”, which has held since %(since)s.",
        status=status,
        current=last.status,
        since=last.on,
    )


def _repeated(decision: Decision, last: Step) -> Iterator[Message]:
    by_hand = say("If the record is wrong, correct it in standing.yml by hand.")
    if decision.on not in (None, last.on):
        yield about("--on", say("“%(status)s” has held since %(since)s.", status=last.status, since=last.on), by_hand)
    if not decision.extend_until and _contradicts(decision.reasons, last.reason):
        yield about("--reason", say("Another reason of “%(status)s” is recorded.", status=last.status), by_hand)


def _incomplete(decision: Decision, status: Status, organisation: Organisation) -> Iterator[Message]:
    standing = organisation.standing
    if status is Status.ACTIVE and not decision.statement and not (standing and standing.statement):
        yield say("“active” needs the signed commitment statement: add --statement, --language and --signed")
    if status is Status.MERGED and not decision.successor and not (standing and standing.successor):
        yield say("“merged” needs the organisation that carries on: add --successor")
    if decision.successor and status not in FORMER:
        message = say("Nobody carries on for an organisation that is “%(status)s”.", status=status)
        yield about("--successor", message, say("Leave it out."))


def _statement(decision: Decision) -> Iterator[Message]:
    missing = tuple(_OPTIONS[key] for key in STATEMENT_KEYS if key not in decision.statement)
    if decision.statement and missing:
        yield say("--statement, --language and --signed go together; add: %(missing)s", missing=missing)


def _extension(decision: Decision, organisation: Organisation, owed: NextReport | None) -> Iterator[Message]:
    if decision.extend_until is None:
        return
    granted = organisation.standing.extensions if organisation.standing else ()
    same = next((extension for extension in granted if extension.until == decision.extend_until), None)
    if same:
        if _contradicts(decision.reasons, same.reason):
            hint = say("If the record is wrong, correct it in standing.yml by hand.")
            yield about("--reason", say("Another reason of this extension is recorded."), hint)
        return
    if not decision.reasons:
        yield say('An extension needs a reason: add --reason "…"')
    if owed is None:
        message = say("Only a supporter that is active owes a report.")
        yield about("--extend-until", message, say("Leave it out."))
    elif decision.extend_until <= owed.due_on:
        message = say("The next report is due on %(day)s.", day=owed.due_on)
        yield about("--extend-until", message, say("Give a later day."))


def _contradicts(given: Text, recorded: Text) -> bool:
    return any(recorded.get(language, text) != text for language, text in given.items())
