"""The lifecycle of a supporter: which status may follow which.

Source: the lifecycle in use at the Office; those who signed before records were kept begin as active.
"""

from __future__ import annotations

from generator.records.standing import Status

FIRST = frozenset({Status.INTEREST, Status.ACTIVE})
"""Statuses a history may begin with."""

NEXT: dict[Status, frozenset[Status]] = {
    Status.INTEREST: frozenset({Status.ELIGIBLE, Status.NOT_ELIGIBLE, Status.WITHDRAWN}),
    Status.ELIGIBLE: frozenset({Status.STATEMENT_SENT, Status.WITHDRAWN}),
    Status.NOT_ELIGIBLE: frozenset({Status.ELIGIBLE}),
    Status.STATEMENT_SENT: frozenset({Status.ACTIVE, Status.WITHDRAWN}),
    Status.ACTIVE: frozenset({Status.ON_HOLD, Status.SUSPENDED, Status.WITHDRAWN, Status.MERGED, Status.DISSOLVED}),
    Status.ON_HOLD: frozenset({Status.ACTIVE, Status.SUSPENDED, Status.WITHDRAWN, Status.MERGED, Status.DISSOLVED}),
    Status.SUSPENDED: frozenset({Status.ACTIVE, Status.WITHDRAWN, Status.MERGED, Status.DISSOLVED}),
    Status.WITHDRAWN: frozenset({Status.INTEREST}),
    Status.MERGED: frozenset(),
    Status.DISSOLVED: frozenset(),
}
"""Statuses that may follow each status."""


def may_follow(before: Status | None, status: Status) -> bool:
    """Whether `status` may come after `before`; None stands for the beginning."""
    return status in (FIRST if before is None else NEXT[before])


def possible_after(before: Status | None) -> tuple[Status, ...]:
    """The statuses that may come after `before`, in the order of the lifecycle."""
    return tuple(status for status in Status if may_follow(before, status))
