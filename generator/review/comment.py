"""The one comment under a pull request: for the author in their language, for reviewers in English below.

It is pure text (Markdown) and is renewed in place at every change. What comes from records, paths and
people is escaped, and what looks like personal data is never in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.languages import SOURCE
from generator.problems import Message, say, say_number
from generator.review.checklist import Answer, Point, checklist
from generator.review.differences import differences
from generator.review.judging import Judgement
from generator.review.kinds import Kind
from generator.review.markdown import MARKER, bullets, code, fold, heading, said, strong, written
from generator.review.picture import Line, picture
from generator.review.points import points
from generator.review.risks import Risk, highest
from generator.review.speech import KINDS, RISKS, VERDICTS, headline, next_steps
from generator.review.verdicts import Verdict
from generator.review.words import Words

_SIGNS = {Verdict.READY: "✅", Verdict.NEEDS_OFFICE: "🏛️", Verdict.NEEDS_CHANGES: "✏️", Verdict.REFUSED: "⛔"}
_ANSWERS = {Answer.FINE: "✅", Answer.LOOK: "⚠️", Answer.JUDGE: "❔"}

_SHOWN = frozenset({Kind.APPLICATION, Kind.PROFILE, Kind.LOGO})
"""Kinds of change after which the profile looks different."""

_LISTS = (
    ((Verdict.REFUSED, Verdict.NEEDS_CHANGES), say("To be mended")),
    ((Verdict.NEEDS_OFFICE,), say("For the Office to decide")),
    ((Verdict.READY,), say("Worth another look")),
)


def comment(judgement: Judgement, words: Words, english: Words) -> str:
    """The whole comment, with `words` in the language of the author."""
    for_author = [
        f"## {_SIGNS[judgement.verdict]} {said(words, headline(judgement))}",
        " ".join(said(words, each) for each in next_steps(judgement)),
        *_findings(judgement, words, for_author=True),
    ]
    if words.language.direction == "rtl":
        for_author = ['<div dir="rtl">', *for_author, "</div>"]
    for_reviewers = _for_reviewers(judgement, english, repeated=words.language.code != SOURCE)
    return "\n\n".join((MARKER, *for_author, for_reviewers)) + "\n"


def _findings(judgement: Judgement, words: Words, *, for_author: bool) -> Iterator[str]:
    """What both sides need to know: the points (for the author with help to mend them), what changes, the profile."""
    for verdicts, title in _LISTS:
        if reasons := judgement.reasons_for(*verdicts):
            yield heading(words, title)
            yield from points(judgement, words, reasons, for_author=for_author)
    if changes := [_difference(each.risk, each.sentence) for each in differences(judgement.case, words)]:
        yield heading(words, say("What changes"))
        yield bullets(words, changes)
    if lines := _picture(judgement, words):
        yield heading(words, say("How the profile will look"))
        yield bullets(words, [f"{strong(f'{label}:')} {written(text)}" for label, text in lines])


def _difference(risk: Risk, sentence: str) -> str:
    return f"⚠️ {written(sentence)}" if risk is Risk.HIGH else written(sentence)


def _picture(judgement: Judgement, words: Words) -> list[Line]:
    organisation = judgement.case.organisation if judgement.case.kind in _SHOWN else None
    if organisation is None or judgement.verdict is Verdict.REFUSED:
        return []
    return picture(organisation.supporter, words) if judgement.case.may_be_shown(organisation.document.path) else []


def _for_reviewers(judgement: Judgement, english: Words, *, repeated: bool) -> str:
    """What the Office needs beside it, in English, with everything above once more if that was another language."""
    found = checklist(judgement.case, english)
    parts = [f"{strong(english.say(_SENT_BY))} {_author(judgement, english)}"]
    if found:
        parts += [heading(english, say("Is it eligible?")), bullets(english, [_point(each) for each in found])]
    if repeated:
        parts += _findings(judgement, english, for_author=False)
    if commit := judgement.case.proposal.commit:
        parts.append(f"{said(english, _COMMIT)} {code(commit[:10])}")
    return fold(english.say(_summary(judgement, english, found)), "\n\n".join(parts))


_SENT_BY = say("Sent by:")
_COMMIT = say("This is about the commit")


def _summary(judgement: Judgement, english: Words, found: list[Point]) -> Message:
    """The whole review in one line."""
    risk = highest(each.risk for each in differences(judgement.case, english))
    facts = [VERDICTS[judgement.verdict], KINDS[judgement.case.kind], RISKS[risk]]
    if found:
        looks = sum(each.answer is Answer.LOOK for each in found)
        facts.append(say_number("%(number)d point to look at", "%(number)d points to look at", looks))
    return say("For reviewers: %(facts)s", facts=tuple(facts))


def _point(point: Point) -> str:
    return f"{_ANSWERS[point.answer]} {written(point.sentence)}"


def _author(judgement: Judgement, english: Words) -> str:
    author, case = judgement.case.proposal.author, judgement.case
    if author is None:
        return said(english, say("nobody was named, so this is judged as a stranger's"))
    role = say("neither the Office nor a maintainer of what is changed")
    if case.by_office:
        role = say("the Office")
    elif (there := case.changes.keys() - case.new_folders) and all(map(case.maintains, there)):
        role = say("a maintainer of this record")
    elif case.kind is Kind.APPLICATION:
        role = say("the applicant")
    return f"{code(author.login)} ({author.id}), {said(english, role)}"
