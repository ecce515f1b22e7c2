"""Records and texts are plain files: no links, no other repositories, nothing that can be run.

Outside `supporters/` and `content/` the Office may keep programs, but links and other repositories
have no place anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import say
from generator.review.case import Case
from generator.review.kinds import Kind, kind_of_path
from generator.review.proposal import Change, Mode
from generator.review.verdicts import Reason, Verdict, reason


def judge(case: Case) -> Iterator[Reason]:
    for change in case.proposal.changes:
        if not change.is_deleted and (found := _judge(change)):
            yield found


def _judge(change: Change) -> Reason | None:
    match change.mode:
        case Mode.LINK:
            message = say("This is a link to another place.")
            return reason(Verdict.REFUSED, change.path, "link", message, say("Put the file itself here."))
        case Mode.SUBMODULE:
            message, hint = say("This is another repository (a “submodule”)."), say("Take it out of this pull request.")
            return reason(Verdict.REFUSED, change.path, "submodule", message, hint)
        case Mode.EXECUTABLE if kind_of_path(change.path, ()) is not Kind.CODE:
            message = say("The file is marked as a program that can be run.")
            hint = say(
                "Delete it and upload it again in the browser, or run: git update-index --chmod=-x, then commit."
            )
            return reason(Verdict.NEEDS_CHANGES, change.path, "executable", message, hint)
    return None
