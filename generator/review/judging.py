"""The judgement on a case: every reason, the verdict they leave, and what a machine can mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from generator import checks
from generator.problems import Problem
from generator.registry import record_kind
from generator.review import findings, policies
from generator.review.base import Base
from generator.review.case import Case, examine
from generator.review.head import Files, Head
from generator.review.kinds import leading, slug_of
from generator.review.mending import Suggestion, suggestions
from generator.review.proposal import Change, Proposal
from generator.review.verdicts import Reason, Verdict, verdict_of, worst_first

MOST_SUGGESTIONS = 20
"""How many lines are offered for replacement; what needs more is better written anew."""

MOST_MENDED = 5
"""In how many files lines are tried, which takes time."""


@dataclass(frozen=True)
class Judgement:
    """A case with its verdict, the reasons (worst first) and the lines that can be mended."""

    case: Case
    verdict: Verdict
    reasons: Sequence[Reason]
    suggestions: Sequence[Suggestion]

    def reasons_for(self, *verdicts: Verdict) -> list[Reason]:
        """The reasons that leave one of these verdicts."""
        return [reason for reason in self.reasons if reason.verdict in verdicts]


def judge(base: Base, proposal: Proposal) -> Judgement:
    """Judge a proposal. Raises SetUpError; nothing else, whatever is proposed."""
    case = examine(base, proposal)
    reasons = worst_first(_without_what_is_refused([*policies.reasons(case), *findings.reasons(case)]))
    mended = islice(_suggestions(case, [reason.problem for reason in reasons]), MOST_SUGGESTIONS)
    return Judgement(case, verdict_of(reasons), reasons, list(mended))


def _without_what_is_refused(reasons: Sequence[Reason]) -> Iterator[Reason]:
    """Where a file is refused as a whole, nothing more is said about it, nor about the folders it would bring."""
    refused: dict[str, Reason] = {}
    for reason in reasons:
        if reason.verdict is Verdict.REFUSED:
            refused.setdefault(reason.problem.place.path, reason)
    yield from refused.values()
    said = {folder for path in refused for folder in leading(path)}
    yield from (reason for reason in reasons if reason.problem.place.path not in said)


def _suggestions(case: Case, problems: Sequence[Problem]) -> Iterator[Suggestion]:
    broken = {problem.place.path for problem in problems}
    records = [change for change in case.proposal.changes if change.path in broken and record_kind(change.path)]
    for change in records[:MOST_MENDED]:
        found = [problem for problem in problems if problem.place.path == change.path]
        yield from suggestions(change.path, change.read or b"", found, _Recheck(case, change))


class _Recheck:
    """Checks a changed file again, together with the record and the standing of its folder, as if it had another text."""

    def __init__(self, case: Case, change: Change) -> None:
        folder = f"supporters/{slug_of(change.path)}"
        self._case, self._change = case, change
        head = Head(case.base.tree, case.proposal.changes)
        self._folder = Files.of(head, (f"{folder}/supporter.yml", f"{folder}/standing.yml"))

    def __call__(self, text: str) -> list[Problem]:
        raw = text.encode("utf-8", "surrogatepass")
        changed = replace(self._change, read=raw, size=len(raw))
        base = self._case.base
        _, problems = checks.inspect(Head(self._folder, [changed]), base.schemas, base.context)
        return [problem for problem in problems if problem.place.path == self._change.path]
