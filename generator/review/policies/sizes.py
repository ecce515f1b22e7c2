"""A proposal is of a size that people can read: few files, none of them large, all of them listed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import say
from generator.review.case import Case
from generator.review.kinds import slug_of
from generator.review.proposal import MAX_READ
from generator.review.verdicts import Reason, Verdict, reason

MOST_FILES = 20
"""How many files of an organisation one proposal may change; a record, a logo and the reports of many years."""


def judge(case: Case) -> Iterator[Reason]:
    changes = case.proposal.changes
    if not case.proposal.is_complete:
        message = say("There are more changed files than can be listed, and not all were looked at.")
        hint = say("Send fewer files at a time.")
        yield reason(Verdict.NEEDS_CHANGES, changes[0].path if changes else "supporters", "not-listed", message, hint)
    for change in changes:
        if change.size > MAX_READ and slug_of(change.path) is None:
            message = say("The file has more than %(limit)d KB and was not read.", limit=MAX_READ // 1024)
            yield reason(Verdict.NEEDS_CHANGES, change.path, "file-not-read", message, say("Make it smaller."))
    of_organisations = [change.path for change in changes if slug_of(change.path)]
    if len(of_organisations) > MOST_FILES and not case.by_office:
        message = say("More than %(limit)d files of organisations are changed at once.", limit=MOST_FILES)
        hint = say("Send fewer files at a time.")
        yield reason(Verdict.NEEDS_CHANGES, of_organisations[MOST_FILES], "too-many-files", message, hint)
