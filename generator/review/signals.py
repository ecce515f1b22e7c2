"""What the forge shows beside the comment: labels, the status of the commit, notes at the lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.problems import Place, Problem, printable_path, say, say_number
from generator.review.judging import Judgement
from generator.review.kinds import Kind
from generator.review.verdicts import Verdict
from generator.review.words import Words

LONGEST_TITLE = 140
"""A forge cuts the title of a status after so many characters."""

MOST_ANNOTATIONS = 10
"""A forge shows so many; all others would vanish."""


class State(StrEnum):
    """How a forge marks a commit."""

    SUCCESS = "success"
    PENDING = "pending"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Status:
    """The mark of a commit, and a title that says what to do."""

    state: State
    title: str


class Level(StrEnum):
    """How loud a note at a line is, in the forge's words."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note at a line of a file, in plain text."""

    place: Place
    level: Level
    title: str
    text: str


_STATES = {Verdict.READY: State.SUCCESS, Verdict.NEEDS_OFFICE: State.PENDING}
_LEVELS = {Verdict.READY: Level.NOTICE, Verdict.NEEDS_OFFICE: Level.WARNING}


def labels(judgement: Judgement) -> tuple[str, ...]:
    """Labels by kind and verdict."""
    return kind_label(judgement.case.kind), verdict_label(judgement.verdict)


def kind_label(kind: Kind) -> str:
    return f"kind: {kind}"


def verdict_label(verdict: Verdict) -> str:
    return f"review: {verdict.replace('_', ' ')}"


def status(judgement: Judgement, words: Words) -> Status:
    """The mark of the commit. Its title says the remedy for the worst point, and how many more there are."""
    state = _STATES.get(judgement.verdict, State.FAILURE)
    if judgement.verdict is Verdict.READY:
        return Status(state, words.say(say("Ready: the Office can merge it")))
    if judgement.verdict is Verdict.NEEDS_OFFICE:
        return Status(state, words.say(say("The Office looks at it; nothing to do for you")))
    reasons = judgement.reasons_for(Verdict.REFUSED, Verdict.NEEDS_CHANGES)
    more = len(reasons) - 1
    rest = words.say(say_number(" (and %(number)d more)", " (and %(number)d more)", more)) if more else ""
    return Status(state, f"{_cut(_remedy(reasons[0].problem, words), LONGEST_TITLE - len(rest))}{rest}")


def _remedy(problem: Problem, words: Words) -> str:
    """The file, the line if it is one, and what to do there."""
    place = problem.place
    name = printable_path(place.path.rpartition("/")[2])
    at = name if place == Place(place.path) else f"{name}:{place.line}"
    return f"{at}: {words.say(problem.hint).strip() or words.say(problem.message)}"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def annotate(judgement: Judgement, words: Words) -> tuple[Annotation, ...]:
    """The worst points as notes at their lines."""
    return tuple(
        Annotation(
            reason.problem.place,
            _LEVELS.get(reason.verdict, Level.ERROR),
            reason.problem.code,
            f"{words.say(reason.problem.message)} {words.say(reason.problem.hint)}".strip(),
        )
        for reason in judgement.reasons[:MOST_ANNOTATIONS]
    )
