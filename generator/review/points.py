"""The points of a comment: each with its place as a link, what is wrong, what to write instead, and the line mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.problems import Message, Place, Problem, printable_path, say
from generator.registry import record_kind
from generator.review.judging import Judgement
from generator.review.links import Links
from generator.review.markdown import MOST_SHOWN, fence, link, more, said, written
from generator.review.mending import Suggestion
from generator.review.verdicts import Reason, Verdict
from generator.review.words import Words


def points(judgement: Judgement, words: Words, reasons: Sequence[Reason], *, for_author: bool) -> Iterator[str]:
    """A numbered list; for the author with whole lines to take over, and links to where files are edited."""
    links = Links(judgement.case.proposal)
    offered = _last_points(reasons, judgement.suggestions) if for_author else {}
    lines = []
    for number, reason in enumerate(reasons, start=1):
        begin = f"{number}. "
        suggested = (_suggestion(words, suggestion, " " * len(begin)) for suggestion in offered.get(number, ()))
        lines.append("\n\n".join([f"{begin}{_point(words, links, reason.problem)}", *suggested]))
    yield "\n".join(lines[:MOST_SHOWN])
    yield from more(words, lines)
    if for_author:
        yield from _where_to_edit(words, links, reasons)


def _last_points(reasons: Sequence[Reason], suggestions: Sequence[Suggestion]) -> dict[int, list[Suggestion]]:
    """Each suggestion with the number of the last point that it mends."""
    found: dict[int, list[Suggestion]] = {}
    for suggestion in suggestions:
        mended = [number for number, reason in enumerate(reasons, start=1) if reason.problem in suggestion.problems]
        if mended:
            found.setdefault(mended[-1], []).append(suggestion)
    return found


def _point(words: Words, links: Links, problem: Problem) -> str:
    text = f"{words.say(problem.message)} {words.say(problem.hint)}"
    return f"**{link(_place(words, problem.place), links.at(problem.place))}** – {written(text)}"


def _place(words: Words, place: Place) -> str:
    """The path, with the line if the problem has one."""
    path = printable_path(place.path)
    if place == Place(place.path):
        return path
    return words.say(say("%(path)s, line %(line)d", path=Message(path), line=place.line))


def _suggestion(words: Words, suggestion: Suggestion, indent: str) -> str:
    label = said(words, say("Line %(line)d, as it should read:", line=suggestion.line))
    return f"{indent}{label}\n\n{fence(suggestion.text, 'suggestion', indent)}"


def _where_to_edit(words: Words, links: Links, reasons: Sequence[Reason]) -> Iterator[str]:
    """A link to the editor of each record that the author should mend."""
    mended = (reason.problem.place.path for reason in reasons if reason.verdict is Verdict.NEEDS_CHANGES)
    paths = dict.fromkeys(path for path in mended if record_kind(path))
    found = [link(printable_path(path), address) for path in paths if (address := links.edit(path))]
    if found:
        yield f"{said(words, _MEND)} {' · '.join([*found[:MOST_SHOWN], *more(words, found)])}"


_MEND = say("Mend it here:")
