"""What the check finds, as reasons: in the author's own files, and elsewhere only what this change causes.

Errors and warnings that were there before never hold up somebody else. A warning holds up nobody,
except that two organisations become alike: there the Office compares.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator import checks
from generator.checks import duplicates
from generator.problems import Place, Problem, Severity, printable_path, say
from generator.review.case import Case
from generator.review.head import Needed
from generator.review.kinds import Kind, kind_of_path, slug_of
from generator.review.verdicts import Reason, Verdict


def reasons(case: Case) -> list[Reason]:
    """Reasons from the check."""
    own = [Reason(_verdict(case, problem), problem) for problem in case.problems if _is_own(case, problem)]
    return [*own, *_caused_elsewhere(case)]


def _is_own(case: Case, problem: Problem) -> bool:
    """Whether a problem lies in a folder that is changed; in the Office's file there, only if that is changed."""
    path = problem.place.path
    if kind_of_path(path, ()) is Kind.DECISION:
        return path in set(case.proposal.paths)
    return slug_of(path) in case.changes


def _verdict(case: Case, problem: Problem) -> Verdict:
    if problem.severity is Severity.ERROR:
        return Verdict.NEEDS_CHANGES
    becomes_alike = problem.code == duplicates.CODE and problem.place.path in {
        organisation.document.path for organisation in case.renamed
    }
    return Verdict.NEEDS_OFFICE if becomes_alike else Verdict.READY


def _caused_elsewhere(case: Case) -> Iterator[Reason]:
    """What this change causes in other folders, told at the author's own file."""
    elsewhere = [problem for problem in case.problems if slug_of(problem.place.path) not in case.changes]
    if not elsewhere or not case.changes:
        return
    needed = Needed(case.base.tree, frozenset(case.changes))
    _, before = checks.inspect(needed, case.base.schemas, case.base.context)
    known = {_what(problem) for problem in before}
    for problem in elsewhere:
        if _what(problem) not in known:
            yield Reason(_verdict_elsewhere(problem), _told_here(case, problem))


def _what(problem: Problem) -> tuple[Place, str, str]:
    return problem.place, problem.code, repr(problem.message)


def _verdict_elsewhere(problem: Problem) -> Verdict:
    if problem.severity is Severity.ERROR:
        return Verdict.NEEDS_CHANGES
    return Verdict.NEEDS_OFFICE if problem.code == duplicates.CODE else Verdict.READY


def _told_here(case: Case, problem: Problem) -> Problem:
    paths = sorted(case.proposal.paths, key=lambda path: (not path.endswith("/supporter.yml"), path))
    message = say(
        "This causes a problem in %(path)s: %(message)s",
        path=printable_path(problem.place.path),
        message=problem.message,
    )
    return Problem(Place(paths[0]), problem.code, message, problem.hint, problem.severity)
