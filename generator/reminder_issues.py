"""Reminders as issues of the forge: read from them and carried out on them, each stage exactly once.

What is known of a reminder stands in its body, in a line that readers do not see. It is believed only in an
issue that bears the label and was opened by an installed program or the account the token belongs to: strangers
can open issues with any text, but the forge lets only those who have a role set labels, and says who opened what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.forge import ForgeError
from generator.issues import Issue, Issues, Label
from generator.reminder_texts import Texts
from generator.reminders import Action, Close, Open, Reason, Reminder, Repeat

LABEL = Label("report-due", "d4a72c", "Reminds a supporter of its report. Kept by “covenant remind”.")

_DAY = r"(\d{4}-\d{2}-\d{2})"
_MARKER = re.compile(rf"<!-- report-due: ([a-z0-9-]+) due {_DAY} stage {_DAY} -->")


@dataclass(frozen=True, slots=True)
class Found:
    """The reminders there are, and the numbers of issues that bear the label and are none of ours."""

    reminders: tuple[Reminder, ...] = ()
    strange: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was to be done, and the error if it could not be."""

    action: Action
    error: ForgeError | None = None


def read(issues: Issues) -> Found:
    """The reminders on the forge. Raises ForgeError."""
    account = issues.account()
    read_as = {issue.number: _reminder(issue, account) for issue in issues.labelled(LABEL.name)}
    return Found(
        tuple(reminder for reminder in read_as.values() if reminder),
        tuple(number for number, reminder in read_as.items() if reminder is None),
    )


def _reminder(issue: Issue, account: str | None) -> Reminder | None:
    """What an issue says of itself; None if it cannot be believed or is not readable.

    The token of an installed program does not tell its account. Such programs are believed in any case, so that
    a person who runs this by hand goes on with what the schedule has begun.
    """
    is_ours = issue.by_program or issue.author == account
    markers = _MARKER.findall(issue.body)
    if not is_ours or len(markers) != 1:
        return None
    slug, due_on, stage = markers[0]
    try:
        days = date.fromisoformat(due_on), date.fromisoformat(stage)
    except ValueError:
        return None
    return Reminder(issue.number, slug, *days, issue.is_open, issue.author)


def carry_out(actions: Sequence[Action], issues: Issues, texts: Texts) -> Iterator[Outcome]:
    """Do one action after the other; one that fails keeps none from the others.

    Raises ForgeError, before anything is done, if the label is needed and cannot be had.
    """
    if any(isinstance(action, Open) for action in actions):
        issues.ensure(LABEL)
    for action in actions:
        try:
            _do(action, issues, texts)
        except ForgeError as error:
            yield Outcome(action, error)
        else:
            yield Outcome(action)


def _do(action: Action, issues: Issues, texts: Texts) -> None:
    """One action. If the forge or this program stops in its midst, the next run takes up where this one ended."""
    match action:
        case Open(slug, due_on, stage):
            marker = _marker(slug, due_on, stage)
            issues.open(texts.title(action), f"{texts.body(action)}\n\n{marker}", LABEL.name)
        case Repeat(reminder, due_on, stage):
            marker = _marker(reminder.slug, due_on, stage)
            _comment_once(issues, reminder, texts.comment(action), marker)
            issues.edit(reminder.number, texts.title(action), f"{texts.body(action)}\n\n{marker}")
        case Close(reminder, reason):
            days = f"{reminder.due_on.isoformat()} {reminder.stage.isoformat()}"
            marker = f"<!-- report-due-closed: {reminder.slug} {days} {reason} -->"
            _comment_once(issues, reminder, texts.closing(action), marker)
            issues.close(reminder.number, is_done=reason is Reason.REPORTED)


def _marker(slug: str, due_on: date, stage: date) -> str:
    return f"<!-- report-due: {slug} due {due_on.isoformat()} stage {stage.isoformat()} -->"


def _comment_once(issues: Issues, reminder: Reminder, text: str, marker: str) -> None:
    """Comment on an issue unless a run that was cut off has already; what others write there does not count."""
    comments = issues.comments(reminder.number)
    if not any(marker in comment.body for comment in comments if comment.author == reminder.author):
        issues.comment(reminder.number, f"{text}\n\n{marker}")
