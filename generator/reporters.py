"""Problems as text for people, as JSON, and as annotations of the forge: pure functions of problems and a catalogue."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from generator.problems import Catalogue, Place, Problem, Severity, printable_path, say, say_number

Paint = Callable[[str, Severity], str]

_SEVERITIES = {Severity.ERROR: say("error"), Severity.WARNING: say("warning")}


def unpainted(text: str, severity: Severity) -> str:
    """Text without colour."""
    return text


def as_text(problems: Sequence[Problem], catalogue: Catalogue, paint: Paint = unpainted) -> str:
    """One paragraph a problem: `path:line:column: severity code: message`, the hint indented below."""
    return "".join(_paragraph(problem, catalogue, paint) for problem in problems)


def _paragraph(problem: Problem, catalogue: Catalogue, paint: Paint) -> str:
    place = problem.place
    severity = paint(_SEVERITIES[problem.severity].render(catalogue), problem.severity)
    head = f"{printable_path(place.path)}:{place.line}:{place.column}: {severity} {problem.code}: {problem.message.render(catalogue)}\n"
    hint = problem.hint.render(catalogue).strip()
    return f"{head}    {hint}\n" if hint else head


def as_json(problems: Sequence[Problem], catalogue: Catalogue) -> str:
    """A JSON list of objects: path, line, column, severity, code, message, hint."""
    rows = [
        {
            "path": printable_path(problem.place.path),
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity.value,
            "code": problem.code,
            "message": problem.message.render(catalogue),
            "hint": problem.hint.render(catalogue).strip(),
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem], catalogue: Catalogue) -> str:
    """Workflow commands that GitHub shows beside the line (ten a step; the rest only in the log)."""
    return "".join(_command(problem, catalogue) for problem in problems)


def _command(problem: Problem, catalogue: Catalogue) -> str:
    text = f"{problem.message.render(catalogue)}\n{problem.hint.render(catalogue)}".strip()
    return github_command(problem.severity.value, problem.place, problem.code, text)


def github_command(level: str, place: Place, title: str, text: str) -> str:
    """A workflow command that shows a text beside a line; nothing in it can begin another command."""
    where = (
        f"file={_property(printable_path(place.path))},line={place.line},col={place.column},title={_property(title)}"
    )
    return f"::{level} {where}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(problems: Sequence[Problem], catalogue: Catalogue) -> str:
    """One line on all problems."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return say("No problems found.").render(catalogue)
    counts = (
        say_number("%(number)d error", "%(number)d errors", errors),
        say_number("%(number)d warning", "%(number)d warnings", warnings),
    )
    files = say_number("in %(number)d file", "in %(number)d files", len({problem.place.path for problem in problems}))
    return say("%(errors)s, %(warnings)s %(files)s.", errors=counts[0], warnings=counts[1], files=files).render(
        catalogue
    )
