"""From the text of an issue made with the form “Express interest” to the data of a record.

The text is a stranger's. It is split at the form's own headings, each of which counts once and in its order;
everything else is part of an answer, whatever it looks like.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.decoding import decode
from generator.languages import SOURCE, Language
from generator.meant import closest
from generator.problems import Message, Place, Problem, say
from generator.questions import WRITTEN_IN, Question, questions
from generator.schemas import Schema

ISSUE = "issue"
"""The path under which problems name a place in the text of an issue."""

NOT_THE_FORM = "not-the-form"
"""The code of the problem that nothing in an issue is an answer."""

_NO_ANSWER = frozenset({"", "_No response_"})
_NO_CHOICE = _NO_ANSWER | {"None"}
"""What the forge writes where nothing was filled in, and where nothing was chosen."""

_FEW = 5
"""So many choices are listed; more would hide the other problems."""

KeyPath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands below the heading of a question, and the line of the heading."""

    text: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Interest:
    """What an issue says: the language of its form, the data of the record so far, what is wrong with the answers."""

    language: Language
    data: Mapping[str, Any] = field(default_factory=dict)
    problems: Sequence[Problem] = ()
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    """The line of each question in the issue, by the key path of its answer."""


def record_from(body: str, supporter: Schema, site: Mapping[str, Language]) -> Interest:
    """The data of a supporter's record from the text of an issue. Raises nothing, whatever the text is."""
    plain = body.replace("\r\n", "\n").removeprefix("\ufeff").encode("utf-8", "replace")
    text, unreadable = decode(ISSUE, plain)
    if text is None:
        return Interest(site[SOURCE], problems=[_at_its_line(problem) for problem in unreadable])
    asked, lines = questions(supporter), [line.rstrip() for line in text.split("\n")]
    language = _language_of(lines, asked, site)
    answers = _answers(lines, asked, language)
    return _Reading(asked, answers, language, site).interest() if answers else _no_form(language)


def _at_its_line(problem: Problem) -> Problem:
    """A problem that is said of no answer: its place is told in words, for nobody sees lines counted in an issue."""
    message = say("Line %(line)d of the issue: %(message)s", line=problem.place.line, message=problem.message)
    return replace(problem, message=message)


def _no_form(language: Language) -> Interest:
    message = say("This issue was not written with the form “Express interest”.")
    hint = say("Open a new issue, choose the form in your language, and fill it in.")
    return Interest(language, problems=[Problem(Place(ISSUE), NOT_THE_FORM, message, hint)])


def _language_of(lines: Sequence[str], asked: Sequence[Question], site: Mapping[str, Language]) -> Language:
    """The language whose headings stand in the issue; the source language where several fit alike."""
    there = set(lines)

    def fitting(language: Language) -> tuple[int, bool]:
        return len(there.intersection(_headings(asked, language))), language.code == SOURCE

    return max(site.values(), key=fitting)


def _headings(asked: Sequence[Question], language: Language) -> list[str]:
    return [f"### {question.label.render(language.catalogue)}" for question in asked]


def _answers(lines: Sequence[str], asked: Sequence[Question], language: Language) -> dict[KeyPath, Answer]:
    """The answers by key path. A heading counts if its question has not been passed yet."""
    position = {heading: index for index, heading in enumerate(_headings(asked, language))}
    starts: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        index = position.get(line, -1)
        if index > (starts[-1][1] if starts else -1):
            starts.append((number, index))
    ends = [*(number for number, _ in starts), len(lines)][1:]
    return {
        asked[index].path: Answer("\n".join(lines[start + 1 : end]).strip(), start + 1)
        for (start, index), end in zip(starts, ends, strict=True)
    }


@dataclass(slots=True)
class _Reading:
    """The answers of one issue while they become data."""

    asked: Sequence[Question]
    answers: Mapping[KeyPath, Answer]
    language: Language
    site: Mapping[str, Language]
    problems: list[Problem] = field(default_factory=list)

    def interest(self) -> Interest:
        values = {question.path: self._value(question) for question in self.asked}
        written_in = values.pop(WRITTEN_IN) or self.language.code
        data: dict[str, Any] = {}
        for question in self.asked:
            if (value := values.get(question.path)) is not None:
                _put(data, question.path, {written_in: value} if question.per_language else value)
        return Interest(self.language, data, self.problems, {path: each.line for path, each in self.answers.items()})

    def _value(self, question: Question) -> Any:
        """What an answer means; None if it means nothing, which is a problem unless none was needed."""
        answer, meant = self.answers.get(question.path, Answer()), self._meant(question)
        if answer.text in (_NO_CHOICE if meant else _NO_ANSWER):
            if question.required:
                self._say(question, answer, "missing-answer", say("“%(label)s” has no answer.", label=question.label))
            return None
        if not meant:
            return _completed(answer.text, question)
        taken = _taken(answer.text, meant)
        if taken and (question.several or len(taken) == 1):
            return taken if question.several else taken[0]
        message = say("“%(label)s”: this is none of the choices of the form.", label=question.label)
        self._say(question, answer, "unknown-choice", message, self._choices(question, answer))
        return None

    def _choices(self, question: Question, answer: Answer) -> Message:
        """What to write instead: the choice that is most like the answer, or all of them if they are few."""
        choices = list(question.choices(self.language, self.site))
        if close := closest(answer.text, choices):
            return say("Did you mean “%(close)s”?", close=Message(close))
        if len(choices) > _FEW:
            return say("Write it as the form does, for example “%(example)s”.", example=Message(choices[0]))
        return say("Possible values: %(allowed)s.", allowed=tuple(map(Message, choices)))

    def _meant(self, question: Question) -> dict[str, Any]:
        """What each choice stands for, in the words of any language."""
        spoken = (question.choices(language, self.site) for language in self.site.values())
        return {words: value for choices in spoken for words, value in choices.items()}

    def _say(
        self, question: Question, answer: Answer, code: str, message: Message, hint: Message | None = None
    ) -> None:
        self.problems.append(Problem(Place(ISSUE, answer.line), code, message, hint or question.help))


def _put(data: dict[str, Any], path: KeyPath, value: Any) -> None:
    *groups, key = path
    for group in groups:
        data = data.setdefault(group, {})
    data[key] = value


def _completed(text: str, question: Question) -> str:
    """An answer as the record wants it, where there is only one way to mend it."""
    return f"https://{text}" if question.schema.get("format") == "uri" and "://" not in text else text


def _taken(text: str, meant: Mapping[str, Any]) -> list[Any]:
    """The values of choices that stand one after the other, as the forge writes them; none if one is unknown."""
    values: list[Any] = []
    while text:
        words = next((words for words in meant if text == words or text.startswith(f"{words}, ")), None)
        if words is None:
            return []
        values.append(meant[words])
        text = text[len(words) + 2 :]
    return list(dict.fromkeys(values))
