"""What the check finds, as reasons: in the author's own files, and elsewhere only what this change causes.

Errors and warnings that were there before never hold up somebody else. A warning holds up nobody,
except that two organisations become alike: there the Office compares.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks import duplicates
from generator.problems import Message, Place, Problem, Severity, printable_path, say
from generator.review.case import Case
from generator.review.kinds import Kind, kind_of_path, slug_of
from generator.review.verdicts import Reason, Verdict


def reasons(case: Case) -> Iterator[Reason]:
    """Reasons from the check."""
    for problem in case.problems:
        if _is_own(case, problem):
            yield Reason(_verdict(case, problem), problem)
        elif case.changes and slug_of(problem.place.path) not in case.changes and _is_new(case, problem):
            yield Reason(_verdict(case, problem), _told_here(case, problem))


def _is_own(case: Case, problem: Problem) -> bool:
    """Whether a problem lies in a folder that is changed; in the Office's file there, only if that is changed."""
    path = problem.place.path
    if kind_of_path(path, ()) is Kind.DECISION:
        return path in set(case.proposal.paths)
    return slug_of(path) in case.changes


def _verdict(case: Case, problem: Problem) -> Verdict:
    if problem.severity is Severity.ERROR:
        return Verdict.NEEDS_CHANGES
    return Verdict.NEEDS_OFFICE if problem.code == duplicates.CODE and _is_new(case, problem) else Verdict.READY


def _is_new(case: Case, problem: Problem) -> bool:
    """Whether a problem was not there before; it may have moved to another line."""
    return all(_what(problem) != _what(before) for before in case.problems_before)


def _what(problem: Problem) -> tuple[str, str, str]:
    return problem.place.path, problem.code, repr(problem.message)


def _told_here(case: Case, problem: Problem) -> Problem:
    """A problem elsewhere, told at the author's own file."""
    path = min(case.proposal.paths, key=lambda path: (not path.endswith("/supporter.yml"), path))
    message = say(
        "This causes a problem in %(path)s: %(message)s",
        path=Message(printable_path(problem.place.path)),
        message=problem.message,
    )
    return Problem(Place(path), problem.code, message, problem.hint, problem.severity)
