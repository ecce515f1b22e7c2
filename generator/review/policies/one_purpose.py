"""A proposal has one purpose: one organisation, or texts, or the program.

Different people decide about these, and one part should not wait for another. The files of one
organisation belong together, and so do the program and its texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.problems import Message, say
from generator.review.case import Case
from generator.review.kinds import Kind, kind_of_path, slug_of
from generator.review.verdicts import Reason, Verdict, reason

_NAMES: Mapping[str, Message] = {
    Kind.CODE: say("the program, its rules or its documents"),
    Kind.CONTENT: say("texts of the site"),
}


def judge(case: Case) -> Iterator[Reason]:
    if case.kind is Kind.NOTHING:
        yield reason(
            Verdict.NEEDS_CHANGES,
            "supporters",
            "nothing-changed",
            say("This changes nothing."),
            say("Save your changes in the branch first."),
        )
    elif case.kind is Kind.MIXED and not _is_of_applications(case):
        yield _mixed(case)


def _is_of_applications(case: Case) -> bool:
    """Whether there are only new folders: the policy on those says what is wrong with several."""
    return all(slug_of(path) in case.new_folders for path in case.proposal.paths)


def _mixed(case: Case) -> Reason:
    """Told at the first file that is not the organisation's, else at the first one of another organisation."""
    parts: dict[str, str] = {}
    for path in case.proposal.paths:
        parts.setdefault(_part(path), path)
    *_, last = parts.values()
    return reason(
        Verdict.NEEDS_CHANGES,
        next((path for path in parts.values() if slug_of(path) is None), last),
        "mixed-change",
        say("Several things are changed at once: %(parts)s.", parts=tuple(_NAMES.get(part, part) for part in parts)),
        say("Send each of them as a pull request of its own, so that none has to wait for another."),
    )


def _part(path: str) -> str:
    """What a path is about: the folder of an organisation, or another part."""
    slug = slug_of(path)
    return f"supporters/{slug}/" if slug else kind_of_path(path, ())
