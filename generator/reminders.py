"""Which reminders of reports to open, repeat and close: a pure function of the registry, the day and what is there.

A due day has stages: some days before it (`due_soon_days`), 30 days before it, the day itself, and then
each month. There is one issue for an organisation and a due day. Only the stage that has come is
sent, never the ones that were missed, and none twice. Who closes an issue by hand has peace until the
next stage, which opens it again. A record with errors tells nothing, so its organisation is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.due_dates import next_report
from generator.project import Settings
from generator.records.values import Month
from generator.registry import Organisation, Registry, record_kind

SECOND_NOTICE_DAYS = 30

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Reminder:
    """An issue that reminds: of whose report, due when, and which stage was sent last, by the day on which that began.

    `author` is the account that has opened it, whose comments count.
    """

    number: int
    slug: str
    due_on: date
    stage: date
    is_open: bool = True
    author: str = ""


class Reason(StrEnum):
    """Why a reminder is closed."""

    REPORTED = "reported"
    MORE_TIME = "more_time"
    NOT_OWED = "not_owed"
    NO_RECORD = "no_record"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Open:
    """Remind of a due day for the first time."""

    slug: str
    due_on: date
    stage: date


@dataclass(frozen=True, slots=True)
class Repeat:
    """Send a further stage to an existing issue, whose due day may have been another one."""

    reminder: Reminder
    due_on: date
    stage: date

    @property
    def slug(self) -> str:
        return self.reminder.slug

    @property
    def has_moved(self) -> bool:
        """Whether the report is now due on another day."""
        return self.reminder.due_on != self.due_on


@dataclass(frozen=True, slots=True)
class Close:
    """Close an issue; `due_on` is the day by which the next report is due, if one is."""

    reminder: Reminder
    reason: Reason
    due_on: date | None = None

    @property
    def slug(self) -> str:
        return self.reminder.slug


Notice = Open | Repeat
"""What people are told; there are never more of these than `reminders_a_day` in a run."""

Action = Notice | Close


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do, in this order; how many notices wait for another day; which organisations are left alone."""

    actions: tuple[Action, ...]
    waiting: int
    left_alone: tuple[str, ...]


def decide(registry: Registry, settings: Settings, today: date, reminders: Iterable[Reminder]) -> Decision:
    """What is to be done on a day: all closings, then notices up to the limit.

    Organisations that have not heard of a due day come before those that are reminded again, and among both
    the oldest due days first.
    """
    known: defaultdict[str, list[Reminder]] = defaultdict(list)
    for reminder in sorted(reminders, key=lambda each: each.number):
        known[reminder.slug].append(reminder)
    unreadable = _unreadable(registry)
    found = [
        action
        for slug in sorted({*registry.organisations, *known} - unreadable)
        for action in _for_one(registry.organisations.get(slug), settings, today, known[slug])
    ]
    closings = [action for action in found if isinstance(action, Close)]
    notices = sorted(
        (action for action in found if isinstance(action, Notice)),
        key=lambda notice: (isinstance(notice, Repeat), notice.due_on, notice.slug),
    )
    sent = notices[: settings.reminders_a_day]
    return Decision((*closings, *sent), len(notices) - len(sent), tuple(sorted(unreadable)))


def _unreadable(registry: Registry) -> set[str]:
    """Organisations the Office has decided on, whose folder has no name for one or a record that does not conform."""
    found = [(entry.path, *record[:2]) for entry in registry.entries if (record := record_kind(entry.path))]
    decided_on = {slug for _, kind, slug in found if kind == "standing"}
    wrong = {slug for path, _, slug in found if path not in registry.documents or not _SLUG.fullmatch(slug)}
    return wrong & decided_on


def _for_one(
    organisation: Organisation | None, settings: Settings, today: date, known: Sequence[Reminder]
) -> Iterator[Action]:
    """What to do about one organisation and the reminders it has had, oldest first."""
    owed = next_report(organisation, settings, today) if organisation else None
    if organisation is None or owed is None:
        reason = Reason.NOT_OWED if organisation else Reason.NO_RECORD
        yield from (Close(reminder, reason) for reminder in known if reminder.is_open)
        return
    kept = _kept(known, organisation, owed.due_on)
    for reminder in known:
        if reminder.is_open and reminder is not kept:
            reason = Reason.REPORTED if _is_reported(reminder, organisation, owed.due_on) else Reason.DUPLICATE
            yield Close(reminder, reason, owed.due_on)
    stage = stage_on(today, owed.due_on, settings.due_soon_days)
    if stage is None:
        if kept and kept.due_on != owed.due_on:
            yield Close(kept, Reason.MORE_TIME, owed.due_on)
    elif kept is None:
        yield Open(organisation.slug, owed.due_on, stage)
    elif stage > max((each.stage for each in known if each.due_on == owed.due_on), default=date.min):
        yield Repeat(kept, owed.due_on, stage)


def _kept(known: Sequence[Reminder], organisation: Organisation, due_on: date) -> Reminder | None:
    """The issue to go on with: of this due day an open one, then the oldest; else one whose day has moved to it."""
    same = [reminder for reminder in known if reminder.due_on == due_on]
    moved = (each for each in known if each.is_open and not _is_reported(each, organisation, due_on))
    return min(same, key=lambda each: not each.is_open) if same else next(moved, None)


def _is_reported(reminder: Reminder, organisation: Organisation, due_on: date) -> bool:
    """Whether a report has moved the due day on from the one reminded of; if not, the Office has moved it."""
    extensions = organisation.standing.extensions if organisation.standing else ()
    return reminder.due_on < due_on and all(extension.until != due_on for extension in extensions)


def stage_on(today: date, due_on: date, notice_days: int) -> date | None:
    """The day on which the stage of a due day began that has come last; None if none has."""
    if today >= due_on:
        return _same_day_of_a_month(due_on, today)
    days = {notice_days, min(notice_days, SECOND_NOTICE_DAYS)}
    return max((day for before in days if (day := due_on - timedelta(before)) <= today), default=None)


def _same_day_of_a_month(due_on: date, today: date) -> date:
    """The last day until today with the due day's number, or the last of its month where that has not so many."""
    month = Month(today.year, today.month)
    day = month.day(due_on.day)
    return day if day <= today else month.plus(-1).day(due_on.day)
