"""Suggestions at the lines they are about, where the forge lets their author take them over with one click.

The forge takes comments only at lines that its diff shows. All others stand in the comment alone.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from generator.forge import ForgeError
from generator.languages import Language
from generator.markdown_escaping import escape
from generator.problems import Message, say
from generator.review import Review
from generator.review.markdown import fence
from generator.review.mending import Suggestion
from generator.review.proposal import How, Proposal
from generator.review.pull_request import Note, PullRequests

MARK = "<!-- covenant-suggestion -->"
"""By this first line our own comments at lines are found again."""

_TITLE = say(
    "These lines can be taken over as they stand: choose “Commit suggestion” at one, or “Add suggestion to batch” at "
    "several, and then commit them together."
)
_HUNK = re.compile(r"^@@ -[0-9,]+ \+([0-9]{1,9})(?:,([0-9]{1,9}))? @@", re.MULTILINE)


def suggest(pulls: PullRequests, proposal: Proposal, found: Review) -> None:
    """Make the suggestions that are not there yet, and take away those that no longer apply. Raises ForgeError."""
    wanted = list(_wanted(pulls, proposal, found))
    missing = _tidy_up(pulls, wanted)
    if missing and _write(pulls, proposal.commit, _said(found.language, _TITLE), missing):
        _tidy_up(pulls, wanted)  # another run may have written the same at the same time


def _tidy_up(pulls: PullRequests, wanted: Iterable[Note]) -> list[Note]:
    """Take away what is not wanted, or there twice; what is missing."""
    missing = list(wanted)
    for number, note in sorted(pulls.notes(MARK)):
        if note in missing:
            missing.remove(note)
        elif note.line:  # else its line has changed, and the forge shows it as outdated
            pulls.take_away_note(number)
    return missing


def _write(pulls: PullRequests, commit: str, title: str, missing: Sequence[Note]) -> bool:
    """Whether the forge has taken them: it does not if its diff hides one of the lines, as in a very long file."""
    try:
        pulls.annotate(commit, title, missing)
    except ForgeError as error:
        if error.status != 422:
            raise
        return False
    return True


def _wanted(pulls: PullRequests, proposal: Proposal, found: Review) -> Iterator[Note]:
    if found.suggestions:
        shown = _shown_lines(pulls, proposal, {each.path for each in found.suggestions})
        for each in found.suggestions:
            if each.line in shown.get(each.path, ()):
                yield Note(each.path, each.line, _body(found.language, each))


def _shown_lines(pulls: PullRequests, proposal: Proposal, paths: set[str]) -> dict[str, Container[int]]:
    """The lines that the diff shows: of a new file all, of others those near a change."""
    shown: dict[str, Container[int]] = {
        change.path: _Everything() for change in proposal.changes if change.how is How.ADDED
    }
    if paths - shown.keys():
        shown |= {file.path: _lines(file.patch) for file in pulls.files() if file.path in paths - shown.keys()}
    return shown


class _Everything:
    def __contains__(self, line: object) -> bool:
        return True


def _lines(patch: str) -> frozenset[int]:
    hunks = ((int(start), int(length or 1)) for start, length in _HUNK.findall(patch))
    return frozenset(line for start, length in hunks for line in range(start, start + length))


def _body(language: Language, suggestion: Suggestion) -> str:
    text = " ".join(
        _said(language, each) for problem in suggestion.problems for each in (problem.message, problem.hint)
    )
    return f"{MARK}\n{text.strip()}\n\n{fence(suggestion.text, 'suggestion')}"


def _said(language: Language, message: Message) -> str:
    return escape(message.render(language.catalogue))
