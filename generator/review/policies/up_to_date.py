"""What was changed meanwhile by others is not overwritten unseen.

If a file has changed on the base after the branch left it, the two versions have to be brought
together first: a review of either alone would say nothing about the result.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import say
from generator.review.case import Case
from generator.review.verdicts import Reason, Verdict, reason


def judge(case: Case) -> Iterator[Reason]:
    for change in case.proposal.changes:
        if change.outdated:
            yield reason(
                Verdict.NEEDS_CHANGES,
                change.path,
                "outdated",
                say("This file was changed by others after you began."),
                say(
                    "Choose “Update branch” in the pull request, or merge the main branch into yours; then look again."
                ),
            )
