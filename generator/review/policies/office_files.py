"""Only the Office changes what everybody relies on: its decisions, schemas, settings, workflows, the program.

A `standing.yml` or `tombstone.yml` from anyone else is refused: there the Office decides. Everything else is
welcome as a suggestion that somebody of the Office reads. So are texts and translations.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Message, say, say_number
from generator.review.case import Case
from generator.review.kinds import Kind, kind_of_path, slug_of
from generator.review.verdicts import Reason, Verdict, reason


def judge(case: Case) -> Iterator[Reason]:
    if case.by_office:
        return
    paths = [
        path for path in case.proposal.paths if slug_of(path) not in case.removed_folders and path not in case.moved
    ]
    for path in paths:
        if kind_of_path(path, ()) is Kind.DECISION:
            yield _standing(path)
    if case.kind in (Kind.CODE, Kind.CONTENT):
        for kind, text in _TEXTS.items():
            if found := [path for path in paths if kind_of_path(path, ()) is kind]:
                yield _read_by_the_office(found, text)


_TEXTS = {
    Kind.CODE: say("This changes how the registry works: the program, its rules, its settings or its documents."),
    Kind.CONTENT: say("This changes texts of the site."),
}


def _standing(path: str) -> Reason:
    return reason(
        Verdict.REFUSED,
        path,
        "office-decision",
        say(
            "What the Office decides stands in standing.yml and tombstone.yml, and only the Office changes these files."
        ),
        say("Take the file out of this pull request. The Office writes it when it decides."),
    )


def _read_by_the_office(paths: list[str], text: Message) -> Reason:
    number = len(paths)
    hint = say_number(
        "Thank you for the suggestion. Somebody of the Office reads the file.",
        "Thank you for the suggestion. Somebody of the Office reads all %(number)d files.",
        number,
    )
    return reason(Verdict.NEEDS_OFFICE, paths[0], "office-file", text, hint)
