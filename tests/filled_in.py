"""Issues as the forge writes them when somebody has filled in a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.languages import Language
from generator.questions import WRITTEN_IN, Question, questions
from tests.memory import ALL_LANGUAGES, SCHEMAS

QUESTIONS = questions(SCHEMAS.resolved["supporter"])
VALE: Mapping[str, Any] = {
    "name": "Union of Vale Towns",
    "type": "association_of_local_authorities",
    "not_for_profit": True,
    "funding": "mostly_public",
    "mandate": "standing",
    "country": "GR",
    "coverage.level": "european",
    "coverage.countries": ["GR", "BG"],
    "website": "https://www.vale.example",
    "contact": "office@vale.example",
    "languages": ["el", "en"],
    "written_in": "en",
    "description": "A union of towns in the vale.\n\nIt supports them.",
}
"""What the people of the vale answer, by key path with dots."""


def issue(answers: Mapping[str, Any], language: str = "en", languages: Mapping[str, Language] = ALL_LANGUAGES) -> str:
    """The text of the issue in which these answers were given; a question without one was left empty."""
    return "\n\n".join(_section(question, answers, languages[language], languages) for question in QUESTIONS)


def _section(
    question: Question, answers: Mapping[str, Any], language: Language, languages: Mapping[str, Language]
) -> str:
    answer = answers.get(".".join(question.path))
    choices = {repr(value): words for words, value in question.choices(language, languages).items()}
    return f"### {question.label.render(language.catalogue)}\n\n{_shown(question, answer, choices)}"


def _shown(question: Question, answer: Any, words: Mapping[str, str]) -> str:
    if not words:
        return "_No response_" if answer is None else str(answer)
    if answer is None:
        return "None"
    return ", ".join(words[repr(each)] for each in (answer if question.several else [answer]))


def record(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The data of the record that these answers make."""
    data: dict[str, Any] = {}
    for question in QUESTIONS:
        value = answers.get(".".join(question.path))
        if value is None or question.path == WRITTEN_IN:
            continue
        *groups, key = question.path
        place = data
        for group in groups:
            place = place.setdefault(group, {})
        place[key] = {answers["written_in"]: value} if question.per_language else value
    return data
