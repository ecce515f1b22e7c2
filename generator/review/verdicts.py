"""The verdict on a proposal, and the reasons for it.

Verdicts are ordered by how far the proposal is from being merged, and the reason that is farthest
decides. So the one who has to move first is named first: whoever was refused has to take something
out; then the author mends; only then is the time of the Office asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.problems import NOTHING, Message, Place, Problem, Severity


class Verdict(StrEnum):
    """What may happen to a proposal, best first."""

    READY = "ready"
    NEEDS_OFFICE = "needs_office"
    NEEDS_CHANGES = "needs_changes"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Reason:
    """A problem, and the best verdict it leaves possible; READY is only a hint to look again."""

    verdict: Verdict
    problem: Problem


def reason(verdict: Verdict, path: str, code: str, message: Message, hint: Message = NOTHING) -> Reason:
    """A reason about a whole file or folder."""
    return at_place(verdict, Place(path), code, message, hint)


def at_place(verdict: Verdict, place: Place, code: str, message: Message, hint: Message = NOTHING) -> Reason:
    """A reason at a place in a file."""
    severity = Severity.WARNING if verdict is Verdict.READY else Severity.ERROR
    return Reason(verdict, Problem(place, code, message, hint, severity))


def verdict_of(reasons: Iterable[Reason]) -> Verdict:
    """The verdict that all reasons together leave."""
    found = {reason.verdict for reason in reasons}
    return next((verdict for verdict in reversed(Verdict) if verdict in found), Verdict.READY)


def worst_first(reasons: Iterable[Reason]) -> list[Reason]:
    """Reasons by how much they matter, then by place."""
    rank = {verdict: number for number, verdict in enumerate(reversed(Verdict))}
    return sorted(reasons, key=lambda each: (rank[each.verdict], each.problem.place, each.problem.code))
