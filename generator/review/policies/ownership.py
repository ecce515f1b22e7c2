"""Only those who maintain a record change it, or the Office.

Who maintains a record stands in its `standing.yml` on the base, by the number of the account: a
proposal cannot name its own author there, and whoever takes over a login that has become free gains
nothing. A record for which nobody is named yet can only be changed with the Office.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import say
from generator.review.case import Case
from generator.review.kinds import Kind, kind_of_path, slug_of
from generator.review.verdicts import Reason, Verdict, reason


def judge(case: Case) -> Iterator[Reason]:
    for slug in case.changes.keys() - case.new_folders - case.removed_folders:
        if not case.by_office and not case.maintains(slug) and (path := _own_file(case, slug)):
            yield _not_yours(slug, path) if case.maintainers(slug) else _nobody_yet(slug, path)


def _own_file(case: Case, slug: str) -> str | None:
    """The first touched file that belongs to the organisation itself; the Office's own are another policy's."""
    paths = (path for change in case.changes[slug] for path in change.paths if slug_of(path) == slug)
    return next((path for path in paths if kind_of_path(path, ()) is not Kind.DECISION), None)


def _not_yours(slug: str, path: str) -> Reason:
    return reason(
        Verdict.REFUSED,
        path,
        "not-a-maintainer",
        say("The record in “%(slug)s” is kept by other accounts.", slug=slug),
        say(
            "If you work for this organisation, send the change from one of its accounts, or ask the Office to add "
            "yours. If you have found a mistake, report it to the Office."
        ),
    )


def _nobody_yet(slug: str, path: str) -> Reason:
    return reason(
        Verdict.NEEDS_OFFICE,
        path,
        "no-maintainer",
        say("No account is named yet that keeps the record in “%(slug)s”.", slug=slug),
        say("The Office makes sure that this comes from the organisation, and adds its accounts to standing.yml."),
    )
