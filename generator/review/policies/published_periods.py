"""A report that is published may be corrected only with a note, so that readers learn why figures change.

The note is a line in the text of the pull request, or in the message of a commit, that begins with
“Correction:” (or that word in a language of the site) and says in a few words what was wrong. A
published report is not deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Message, say
from generator.registry import record_kind
from generator.review.case import Case
from generator.review.proposal import Change, How
from generator.review.verdicts import Reason, Verdict, reason

WORD = say("Correction")


def judge(case: Case) -> Iterator[Reason]:
    for slug in case.changes.keys() - case.removed_folders:
        for change in case.changes[slug]:
            if change.path not in case.moved and (path := _published(case, change)):
                yield from _judge(case, change, path)


def note(case: Case) -> str:
    """What the author says was wrong; empty if there is no note. What is commented out is not said."""
    words = {WORD.render(language.catalogue) for language in case.base.languages.values()}
    line = re.compile(
        rf"^[ \t*>_-]*(?:{'|'.join(map(re.escape, words))})[*_ \t\u00a0\u202f]*:[*_ \t]*(\S.*)$",
        re.IGNORECASE | re.MULTILINE,
    )
    said, *rest = case.proposal.text.split("<!--")
    match = line.search("".join([said, *(part.partition("-->")[2] for part in rest)]))
    return match[1].strip() if match else ""


def _published(case: Case, change: Change) -> str | None:
    """The path of the report on the base that a change touches."""
    path = change.previous or change.path
    kind = record_kind(path)
    return path if kind and kind[0] == "report" and any(path == entry.path for entry in case.before.entries) else None


def _judge(case: Case, change: Change, path: str) -> Iterator[Reason]:
    name = path.rpartition("/")[2]
    if change.how is How.DELETED:
        if not case.by_office:
            message = say("This deletes the report %(name)s, which is published.", name=name)
            yield reason(Verdict.NEEDS_OFFICE, path, "report-gone", message, say("The Office has to agree."))
    elif not note(case):
        message = say("The report %(name)s is published, and this changes it without a note.", name=name)
        yield reason(Verdict.NEEDS_CHANGES, change.path, "correction-note", message, _how_to_note())


def _how_to_note() -> Message:
    return say(
        "Add a line to the text of the pull request that says what was wrong, such as “%(word)s: events were "
        "counted twice.”",
        word=WORD,
    )
