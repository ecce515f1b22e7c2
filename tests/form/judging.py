"""The two who judge a record: the check, and the validator of the form in a real browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page

from generator import checks
from generator.checks.context import Context
from generator.decoding import FORBIDDEN
from generator.documents import Document, KeyPath
from generator.form.contract import LEFT_TO_CHECK, contract, scripts
from generator.inspection import examples
from generator.problems import Place, Problem
from generator.yaml_reading import FLOAT, INTEGER
from tests.memory import LANGUAGES, PROJECT, SCHEMAS, SUPPORTER, TODAY, MemoryTree, edition_of, one_supporter

PATHS = {"supporter": "supporters/vale/supporter.yml", "report": "supporters/vale/reports/2024-2025.yml"}
EXAMPLES = examples(PROJECT, SCHEMAS)
CONTEXT = Context(TODAY, frozenset({"2016"}), EXAMPLES)
LEFT = frozenset[str]().union(*(codes for _, codes in LEFT_TO_CHECK))
EDITIONS = {language: edition_of(one_supporter(), language) for language in LANGUAGES}
CONTRACTS = {
    f"{kind} {language}": contract(kind, edition, EXAMPLES) for kind in PATHS for language, edition in EDITIONS.items()
}
PLACELESS = {"too-deep", "too-many-values"}
"""Problems after which nothing is read: where they are said to stand depends on how the file is written."""

Verdict = list[dict[str, Any]]


def start(page: Page) -> Page:
    """Load the validator and the contracts into a page."""
    for script in scripts():
        if script.name in ("say.js", "validator.js"):
            page.add_script_tag(path=str(script))
    page.evaluate("contracts => { window.contracts = contracts; }", CONTRACTS)
    return page


def said_in_browser(page: Page, kind: str, language: str, records: Sequence[Any]) -> list[Verdict]:
    """What the form says of records."""
    said: list[Verdict] = page.evaluate(
        "([contract, records]) => records.map((record) => problemsOf(JSON.parse(record), window.contracts[contract]))",
        [f"{kind} {language}", [json.dumps(record) for record in records]],
    )
    return [in_order(each) for each in said]


def said_by_check(kind: str, language: str, record: Any) -> Verdict:
    """What `covenant check` says of the same record once it stands in its file."""
    text = written(record)
    files = {"supporters/vale/supporter.yml": SUPPORTER, PATHS[kind]: text.encode()}
    with remembered() as asked:
        _, problems = checks.inspect(MemoryTree(files), SCHEMAS, CONTEXT)
    document = Document(PATHS[kind], record, text)
    of_record = [each for each in problems if each.place.path == document.path and each.code not in LEFT]
    return in_order([_told(each, document, asked, language) for each in of_record])


def in_order(verdict: Verdict) -> Verdict:
    """In an order of their own, without the places of what has none."""
    placed = [{**each, "path": []} if each["code"] in PLACELESS else each for each in verdict]
    return sorted(placed, key=lambda each: json.dumps(each, sort_keys=True))


def _told(
    problem: Problem, document: Document, asked: dict[int, tuple[Place, KeyPath]], language: str
) -> dict[str, Any]:
    catalogue = LANGUAGES[language].catalogue
    return {
        "path": _path(problem, document, asked),
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message.render(catalogue),
        "hint": problem.hint.render(catalogue),
    }


def _path(problem: Problem, document: Document, asked: dict[int, tuple[Place, KeyPath]]) -> list[str | int]:
    if problem.code in {"empty-file", "file-too-large"}:
        return []
    path = list(asked[id(problem.place)][1] if id(problem.place) in asked else document.path_at(problem.place))
    return [*path, str(problem.message.values["key"])] if problem.code == "missing-key" else path


@contextmanager
def remembered() -> Iterator[dict[int, tuple[Place, KeyPath]]]:
    """Every place that is asked for meanwhile, with the key path it was asked for: in a file, a group and its first key share one."""
    asked: dict[int, tuple[Place, KeyPath]] = {}
    place = Document.place

    def remembering(self: Document, at: KeyPath = (), *, key: bool = False) -> Place:
        found = place(self, at, key=key)
        asked[id(found)] = found, at
        return found

    Document.place = remembering  # type: ignore[method-assign]
    try:
        yield asked
    finally:
        Document.place = place  # type: ignore[method-assign]


def as_javascript_has_it(data: Any) -> Any:
    """The data without what JavaScript cannot tell apart: 1.0 from 1, and digits that it writes or orders in another way."""
    match data:
        case bool() | None | str():
            return data
        case int() | float():
            number = int(data) if float(data).is_integer() else data
            return (
                number
                if re.fullmatch(f"{INTEGER.pattern}|{FLOAT.pattern}", repr(number)) and abs(number) < 2**53
                else 7
            )
        case list():
            return [as_javascript_has_it(each) for each in data]
    indices = sorted((key for key in data if re.fullmatch("0|[1-9][0-9]{0,8}", key)), key=int)
    return {key: as_javascript_has_it(data[key]) for key in [*indices, *(key for key in data if key not in indices)]}


# ---- the file as the form writes it: keys bare, texts in quotes or, with several lines, in blocks


def written(data: Any) -> str:
    return _value(data, "", 0) + "\n"


def _value(value: Any, indent: str, depth: int) -> str:
    entries = (
        list(value.items() if isinstance(value, dict) else enumerate(value)) if isinstance(value, dict | list) else []
    )
    if not entries:
        return _scalar(value, "  " * depth)
    return f"\n{indent}".join(_entry(step, inner, indent, depth + 1) for step, inner in entries)


def _entry(step: str | int, inner: Any, indent: str, depth: int) -> str:
    if isinstance(step, int):
        return "- " + _value(inner, indent + "  ", depth)
    key = step if re.fullmatch("[A-Za-z_][A-Za-z0-9_-]*", step) else _quoted(step)
    gap = f"\n{indent}  " if inner and isinstance(inner, dict | list) else " "
    return f"{key}:{gap}{_value(inner, indent + '  ', depth)}"


def _scalar(value: Any, indent: str) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    if re.fullmatch(r"\S[^\r]*\n[^\r]*\S", value) and not FORBIDDEN.search(value):
        return f"|-\n{indent}" + value.replace("\n", f"\n{indent}")
    return _quoted(value)


def _quoted(text: str) -> str:
    return FORBIDDEN.sub(lambda sign: f"\\U{ord(sign[0]):08x}", json.dumps(text, ensure_ascii=False))
