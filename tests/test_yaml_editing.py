"""Changes to YAML that leave everything else as it is, whatever style somebody has written it in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.documents import parse
from generator.yaml_editing import Append, Edit, Put, applied, edited
from tests.handwriting import Pen
from tests.strategies import Draw, records

ORDER = ("history", "statement", "extensions", "successor", "maintainers")
STEP = {"on": "2026-02-05", "status": "active"}
MAINTAINER = {"id": 7, "login": "demo-vale"}


def appended(text: str, *path: str | int, value: Any = STEP) -> str | None:
    return edited(text, [Append(path or ("history",), value)])


def put(text: str, *path: str | int, value: Any) -> str | None:
    return edited(text, [Put(path, value)], ORDER)


# ---- where a new entry of a list goes

LISTS = {
    "indented": ("history:\n  - a\nx: 1\n", "history:\n  - a\n  - NEW\nx: 1\n"),
    "at the left edge": ("history:\n- a\nx: 1\n", "history:\n- a\n- NEW\nx: 1\n"),
    "far in": ("history:\n      - a\nx: 1\n", "history:\n      - a\n      - NEW\nx: 1\n"),
    "wide dashes": ("history:\n  -   on: a\nx: 1\n", "history:\n  -   on: a\n  -   NEW\nx: 1\n"),
    "at the end": ("history:\n  - a\n", "history:\n  - a\n  - NEW\n"),
    "without a last line end": ("history:\n  - a", "history:\n  - a\n  - NEW\n"),
    "after a comment on the line": ("history:\n  - a # b\n", "history:\n  - a # b\n  - NEW\n"),
    "before the comment of the next key": ("history:\n  - a\n# next\nx: 1\n", "history:\n  - a\n  - NEW\n# next\nx: 1\n"),
    "before it at the left edge": ("history:\n- a\n# next\nx: 1\n", "history:\n- a\n- NEW\n# next\nx: 1\n"),
    "after its own comment": ("history:\n  - a\n  # own\n# next\nx: 1\n", "history:\n  - a\n  # own\n  - NEW\n# next\nx: 1\n"),
    "after blank lines in it": ("history:\n  - a\n\n  # own\n\nx: 1\n", "history:\n  - a\n\n  # own\n  - NEW\n\nx: 1\n"),
    "before blank lines": ("history:\n  - a\n\n\nx: 1\n", "history:\n  - a\n  - NEW\n\n\nx: 1\n"),
    "before a remark at the end": ("history:\n  - a\n\n# end", "history:\n  - a\n  - NEW\n\n# end"),
    "before the mark of the end": ("---\nhistory:\n  - a\n...\n", "---\nhistory:\n  - a\n  - NEW\n...\n"),
    "after a block of text": (
        "history:\n  - reason: |\n      a\n      b\n\n# next\nx: 1\n",
        "history:\n  - reason: |\n      a\n      b\n  - NEW\n\n# next\nx: 1\n",
    ),
    "after a folded block at the end": ("history:\n  - reason: >-\n      a", "history:\n  - reason: >-\n      a\n  - NEW\n"),
    "after the blank lines that a block keeps": (
        "history:\n  - reason: |+ # kept\n      a\n\n\nx: 1\n",
        "history:\n  - reason: |+ # kept\n      a\n\n\n  - NEW\nx: 1\n",
    ),
    "after a text over two lines": ('history:\n  - "a\n    b"\nx: 1\n', 'history:\n  - "a\n    b"\n  - NEW\nx: 1\n'),
    "after an entry in brackets": ("history:\n  - {on: a} # b\nx: 1\n", "history:\n  - {on: a} # b\n  - NEW\nx: 1\n"),
    "with Windows line ends": ("history:\r\n  - a\r\nx: 1\r\n", "history:\r\n  - a\r\n  - NEW\r\nx: 1\r\n"),
    "with the line ends of old": ("history:\r  - a\rx: 1\r", "history:\r  - a\r  - NEW\rx: 1\r"),
    "behind a byte order mark": ("\ufeffhistory:\n  - a\n", "\ufeffhistory:\n  - a\n  - NEW\n"),
    "behind an explicit key": ("? history\n: - a\nx: 1\n", "? history\n: - a\n  - NEW\nx: 1\n"),
    "in brackets": ("history: [a, b] # c\nx: 1\n", "history: [a, b, NEW] # c\nx: 1\n"),
    "in empty brackets": ("history: []\n", "history: [NEW]\n"),
    "behind a comma too many": ("history: [a,]\n", "history: [a, NEW,]\n"),
    "in brackets over lines": ("history: [\n  a, # x\n  b # y\n]\n", "history: [\n  a, # x\n  b, # y\n  NEW\n]\n"),
    "in brackets with a last comma": ("history: [\n  a,\n  b, # y\n]\n", "history: [\n  a,\n  b, # y\n  NEW,\n]\n"),
    "in brackets that end on the line": ("history: [a,\n          b]\n", "history: [a,\n          b,\n          NEW]\n"),
    "in brackets with commas in front": ("history: [\n    a\n  , b\n  ]\n", "history: [\n    a\n  , b, NEW\n  ]\n"),
    "in a list that is missing": ("x: 1\n", "x: 1\nhistory:\n  - NEW\n"),
    "in a list that is missing in brackets": ("{x: 1}\n", '{x: 1, "history": [NEW]}\n'),
}  # fmt: skip


@pytest.mark.parametrize("case", LISTS)
def test_a_new_entry_goes(case: str) -> None:
    before, after = LISTS[case]
    bare = edited(before, [Append(("history",), "NEW")])
    assert bare is not None
    assert bare.replace('"NEW"', "NEW") == after


@pytest.mark.parametrize("indent", [None, 1, 2, 4])
def test_json_stays_as_python_writes_it(indent: int | None) -> None:
    data = {"history": [STEP], "statement": {"version": "2016"}, "maintainers": [MAINTAINER]}
    edits: list[Edit] = [
        Append(("history",), {**STEP, "reason": {"en": "Why, in short.\n\nAnd at length."}}),
        Append(("extensions",), {"until": "2027-01-01", "reason": {"bg": "Повече време."}}),
        Append(("maintainers",), {"id": 8, "login": "demo-hill"}),
        Put(("maintainers", 0, "login"), "demo-dale"),
    ]
    in_order = {key: applied(data, edits)[key] for key in ORDER if key != "successor"}
    text = json.dumps(data, indent=indent, ensure_ascii=False)
    assert edited(text, edits, ORDER) == json.dumps(in_order, indent=indent, ensure_ascii=False)


# ---- keys

KEYS = {
    "before what comes later": ("history: [a]\nmaintainers: [b]\n", "history: [a]\nsuccessor: hill\nmaintainers: [b]\n"),
    "at the end": ("history:\n  - a\nstatement:\n  version: b\n", "history:\n  - a\nstatement:\n  version: b\nsuccessor: hill\n"),
    "before the comment of the next key": (
        "history:\n  - a\n# next\nmaintainers: [b]\n",
        "history:\n  - a\nsuccessor: hill\n# next\nmaintainers: [b]\n",
    ),
    "in place of a bare word": ("successor: dale # c\n", "successor: hill # c\n"),
    "in place of quotes": ("successor: 'dale' # c\n", 'successor: "hill" # c\n'),
    "in place, in brackets": ('{"successor": "dale", "x": 1}', '{"successor": "hill", "x": 1}'),
    "in brackets over lines": (
        '{\n  "history": ["a"],\n  "maintainers": ["b"]\n}',
        '{\n  "history": ["a"],\n  "successor": "hill",\n  "maintainers": ["b"]\n}',
    ),
    "as the last in brackets over lines": ('{\n  "history": ["a"]\n}', '{\n  "history": ["a"],\n  "successor": "hill"\n}'),
    "where the keys stand indented": ("  history: [a]\n  x: 1\n", "  history: [a]\n  successor: hill\n  x: 1\n"),
}  # fmt: skip


@pytest.mark.parametrize("case", KEYS)
def test_a_key_is_put(case: str) -> None:
    before, after = KEYS[case]
    assert put(before, "successor", value="hill") == after


def test_a_key_is_put_within_an_entry_of_a_list() -> None:
    text = "history:\n  - status: on_hold\n    reason:\n      en: Why.\n  - status: active\nx: 1\n"
    assert put(text, "history", 0, "reason", "bg", value="Защото е нужно.") == (
        "history:\n  - status: on_hold\n    reason:\n      en: Why.\n      bg: |\n        Защото е нужно.\n"
        "  - status: active\nx: 1\n"
    )
    assert put(text, "history", 1, "reason", value={"no": "Fordi det trengs."}) == (
        "history:\n  - status: on_hold\n    reason:\n      en: Why.\n  - status: active\n    reason:\n"
        '      "no": |\n        Fordi det trengs.\nx: 1\n'
    )


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("a: 1\n", Append(("a",), 2)),
        ("a: {b: 1}\n", Append(("a",), 2)),
        ("a: 1\n", Append(("b", "c"), 2)),
        ("a: [1]\n", Append(("a", 1, "b"), 2)),
        ("a: [1]\n", Put(("a",), 2)),
        ("a:\n  b: 1\n", Put(("a",), 2)),
        ("a: 1\n", Put(("a",), [2])),
        ("a: |\n  text\n", Put(("a",), 2)),
        ("a:\n", Put(("a",), 2)),
        ("- 1\n", Put(("a",), 2)),
        ("- 1\n", Append((), 2)),
        ("a: &x 1\n", Put(("b",), 2)),
        ("a: {", Put(("b",), 2)),
        ("", Put(("b",), 2)),
        ("a: 1\n", Put(("b",), "\x00")),
        ("a: 1\n", Put(("b",), "\udc80")),
    ],
)
def test_what_cannot_be_changed_for_certain_is_not_changed(text: str, edit: Edit) -> None:
    assert edited(text, [edit]) is None


# ---- any standing, in any style


@st.composite
def standings(draw: Draw) -> tuple[Any, str]:
    """A standing that conforms, and how somebody wrote it."""
    data = draw(records["standing"])
    return data, Pen(draw).text(data)


@st.composite
def edits_of(draw: Draw, data: Any) -> list[Edit]:
    """Edits such as decisions make."""
    reason = draw(
        st.sampled_from([{"en": "Why, in short."}, {"no": "Ja"}, {"bg": "Първо.\n\nВторо: # 2."}, {"el": '"'}])
    )
    possible: list[Edit] = [
        Append(("history",), draw(st.sampled_from([STEP, {**STEP, "reason": reason}]))),
        Append(("extensions",), {"until": "2027-01-01", "reason": reason}),
        Append(("maintainers",), MAINTAINER),
        Put(("successor",), draw(st.sampled_from(["hill", "2016"]))),
    ]
    statement = {"version": "2016", "language": "no", "signed_on": "2026-01-01"}
    if "statement" in data:
        possible += [Put(("statement", key), value) for key, value in statement.items()]
    else:
        possible.append(Put(("statement",), statement))
    possible += [Put(("maintainers", index, "login"), "x-y") for index, _ in enumerate(data.get("maintainers", ()))]
    return draw(st.lists(st.sampled_from(possible), min_size=1, max_size=4, unique_by=lambda edit: str(edit.path)))


def is_only_added_to(before: str, after: str) -> bool:
    """Whether every character of a text is still there, in its order."""
    rest = iter(after)
    return all(character in rest for character in before)


@given(st.data())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_standing_is_changed_as_wanted_and_nothing_else_is_touched(data: st.DataObject) -> None:
    standing, text = data.draw(standings())
    assert data_of(text) == standing
    for edit in data.draw(edits_of(standing)):
        after = edited(text, [edit], ORDER)
        assert after is not None
        is_replacement = isinstance(edit, Put) and (len(edit.path) > 1 or edit.path[0] in standing)
        standing = applied(standing, [edit])
        assert data_of(after) == standing
        assert is_replacement or is_only_added_to(text, after)
        touched = set(text.splitlines()) - set(after.splitlines())
        assert len(touched) <= 1
        assert not any(line.lstrip().startswith("#") for line in touched)
        text = after


def data_of(text: str) -> Any:
    document, problems = parse("standing.yml", text.encode())
    assert document is not None, problems
    return document.data
