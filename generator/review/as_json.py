"""A review for programs: verdict, kind, problems, changes and all else as JSON, with texts in English."""

from __future__ import annotations

import json
from collections.abc import Mapping
from gettext import NullTranslations

from generator.problems import printable_path
from generator.review import Review
from generator.review.mending import Suggestion
from generator.review.verdicts import Reason


def as_json(review: Review) -> str:
    """A JSON object; its problems are written as `covenant check` writes them, each with the verdict it leaves."""
    values = {
        "verdict": review.verdict,
        "kind": review.kind,
        "risk": review.risk,
        "language": review.language.code,
        "labels": review.labels,
        "status": {"state": review.status.state, "title": review.status.title},
        "problems": [_problem(reason) for reason in review.reasons],
        "changes": [{"risk": each.risk, "text": each.sentence} for each in review.differences],
        "checklist": [{"answer": each.answer, "text": each.sentence} for each in review.checklist],
        "suggestions": [_suggestion(suggestion) for suggestion in review.suggestions],
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _problem(reason: Reason) -> Mapping[str, object]:
    problem, english = reason.problem, NullTranslations()
    return {
        "verdict": reason.verdict,
        "path": printable_path(problem.place.path),
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message.render(english),
        "hint": problem.hint.render(english).strip(),
    }


def _suggestion(suggestion: Suggestion) -> Mapping[str, object]:
    return {"path": printable_path(suggestion.path), "line": suggestion.line, "text": suggestion.text}
