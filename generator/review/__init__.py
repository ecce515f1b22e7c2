"""What a pull request may do, and what its people are told: a pure function from values to values.

`review` reads no clock, no disk but that of the base, and knows no forge. Adapters fill in a `Proposal`
and a `Base`, and put what a `Review` says where people see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.accounts import Author
from generator.languages import SOURCE, Language
from generator.review.base import Base
from generator.review.checklist import Point, checklist
from generator.review.comment import comment
from generator.review.differences import Difference, differences
from generator.review.judging import judge
from generator.review.kinds import Kind
from generator.review.language import language_of
from generator.review.markdown import MARKER
from generator.review.mending import Suggestion
from generator.review.proposal import Change, How, Mode, Proposal
from generator.review.risks import Risk, highest
from generator.review.signals import Annotation, Status, annotate, labels, status
from generator.review.verdicts import Reason, Verdict
from generator.review.words import Words

__all__ = ["MARKER", "Author", "Base", "Change", "How", "Kind", "Mode", "Proposal", "Review", "Verdict", "review"]


@dataclass(frozen=True, slots=True)
class Review:
    """Everything a review says.

    `comment`, `status` and `annotations` are in `language`, that of the author; `differences` and
    `checklist` in English. `suggestions` are whole lines that the author can take over.
    """

    verdict: Verdict
    kind: Kind
    risk: Risk
    language: Language
    reasons: Sequence[Reason]
    differences: Sequence[Difference]
    checklist: Sequence[Point]
    suggestions: Sequence[Suggestion]
    comment: str
    labels: tuple[str, ...]
    status: Status
    annotations: tuple[Annotation, ...]


def review(base: Base, proposal: Proposal) -> Review:
    """Review a proposal against a base. Raises SetUpError if the base itself cannot be used."""
    judgement = judge(base, proposal)
    language = base.languages[language_of(judgement.case)]
    words, english = Words(language, base.schemas), Words(base.languages[SOURCE], base.schemas)
    found = differences(judgement.case, english)
    return Review(
        judgement.verdict,
        judgement.case.kind,
        highest(each.risk for each in found),
        language,
        judgement.reasons,
        found,
        checklist(judgement.case, english),
        judgement.suggestions,
        comment(judgement, words, english),
        labels(judgement),
        status(judgement, words),
        annotate(judgement, words),
    )
