"""An application is exactly one new folder, with the record of the organisation in it.

`standing.yml` has no place in it: what stands there is the Office's to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import say
from generator.review.case import Case
from generator.review.verdicts import Reason, Verdict, reason


def judge(case: Case) -> Iterator[Reason]:
    if case.by_office:
        return
    for slug in sorted(case.new_folders - case.moves.keys())[1:]:
        yield reason(
            Verdict.NEEDS_CHANGES,
            case.changes[slug][0].path,
            "several-folders",
            say("An application adds one folder; “%(slug)s” is a further one.", slug=slug),
            say("Keep one folder in this pull request, and send the other one by itself."),
        )
