"""What a decision changes in a standing: nothing, where that says it already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from generator.decisions.decision import NEEDS_REASON, UNSAID, Decision
from generator.records import Standing
from generator.registry import Organisation
from generator.yaml_editing import Append, Edit, Put

STATEMENT_KEYS = ("version", "language", "signed_on")


def edits(decision: Decision, organisation: Organisation, today: date) -> list[Edit]:
    """The edits that record a decision; the day of a step is today, unless it is given."""
    recorded = organisation.standing
    return [
        *_step(decision, organisation, today),
        *_statement(decision, recorded),
        *_extension(decision, recorded),
        *_successor(decision, recorded),
        *_maintainers(decision, recorded),
    ]


def is_step(decision: Decision, organisation: Organisation) -> bool:
    """Whether a decision changes the status."""
    last = organisation.last_step
    return decision.status is not None and (last is None or last.status is not decision.status)


def _step(decision: Decision, organisation: Organisation, today: date) -> Iterator[Edit]:
    reasons = {} if decision.extend_until else dict(decision.reasons)
    if is_step(decision, organisation) and decision.status:
        if decision.status in NEEDS_REASON:
            reasons = reasons or dict(UNSAID)
        step = {"on": str(decision.on or today), "status": decision.status.value}
        yield Append(("history",), {**step, "reason": reasons} if reasons else step)
    elif organisation.standing and decision.status:
        yield from _further_languages(organisation.standing, reasons)


def _further_languages(recorded: Standing, reasons: dict[str, str]) -> Iterator[Edit]:
    """The reason of the last step in languages in which it is not recorded yet."""
    at = ("history", len(recorded.history) - 1, "reason")
    known = recorded.history[-1].reason
    new = {language: text for language, text in reasons.items() if language not in known}
    if new and not known:
        yield Put(at, new)
    elif new:
        yield from (Put((*at, language), text) for language, text in new.items())


def _statement(decision: Decision, recorded: Standing | None) -> Iterator[Edit]:
    if len(decision.statement) < len(STATEMENT_KEYS):
        return
    if recorded is None or recorded.statement is None:
        yield Put(("statement",), dict(decision.statement))
    else:
        before = {key: str(value) for key, value in asdict(recorded.statement).items()}
        yield from (Put(("statement", key), value) for key, value in decision.statement.items() if value != before[key])


def _extension(decision: Decision, recorded: Standing | None) -> Iterator[Edit]:
    days = [extension.until for extension in recorded.extensions] if recorded else []
    if decision.extend_until and decision.extend_until not in days:
        until, reasons = str(decision.extend_until), dict(decision.reasons or UNSAID)
        yield Append(("extensions",), {"until": until, "reason": reasons})


def _successor(decision: Decision, recorded: Standing | None) -> Iterator[Edit]:
    if decision.successor and not (recorded and recorded.successor == decision.successor):
        yield Put(("successor",), decision.successor)


def _maintainers(decision: Decision, recorded: Standing | None) -> Iterator[Edit]:
    known = [maintainer.id for maintainer in recorded.maintainers] if recorded else []
    logins = [maintainer.login for maintainer in recorded.maintainers] if recorded else []
    for id, login in decision.maintainers.items():
        if id not in known:
            yield Append(("maintainers",), {"id": id, "login": login})
        elif logins[known.index(id)] != login:
            yield Put(("maintainers", known.index(id), "login"), login)
