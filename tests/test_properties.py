"""What holds for every file a stranger may send, found out by trying very many."""

from __future__ import annotations

import gettext
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import checks, reporters
from generator.checks.context import Context
from generator.decoding import MAX_BYTES
from generator.documents import Document, parse
from generator.problems import Place, Problem, has_errors
from generator.records import Report, Standing, Supporter, Tombstone
from generator.schemas import KINDS
from tests.memory import ACTIVE, SCHEMAS, SUPPORTER, TODAY, MemoryTree
from tests.strategies import anything, changed, letters, records, written

CONTEXT = Context(TODAY, frozenset({"2016"}), frozenset({"Example"}))
PATHS = {
    "supporter": "supporters/vale/supporter.yml",
    "standing": "supporters/vale/standing.yml",
    "report": "supporters/vale/reports/2024-2025.yml",
    "tombstone": "supporters/hill/tombstone.yml",
}
CLASSES = {"supporter": Supporter, "standing": Standing, "report": Report, "tombstone": Tombstone}
NASTY = """
a |b: |- |? |: |, |[ |] |{ |} |" |' |# |& |&a |* |*a |! |!a |!! |!!str |!<x> |% |%YAML 1.1 |%TAG |@ |` |> |>- |>9 ||
||- ||+ |--- |--- |... |<<: |~ |null |true |NO |012 |1e5 |2026-03-31 |\\ |\\n |\\x00 |\\u202e |\\ud800 |\\U0010ffff
é |š |ع |א |𝒱 |name: |en: |languages: |contact: |"a": |'b': |- - |? ? |[[ |{{ |]] |}} |"" |'' |: : |, ,
""".replace("\n", "|").split("|")
fragments = st.sampled_from(
    [*NASTY, "\n", "\n  ", "\n    ", "\t", "\r", "\r\n", " ", "\ufeff", "\x00", "\x1b", "\x85", "\u2028"]
)
texts_like_yaml = st.lists(fragments | st.text(max_size=3), max_size=60).map("".join)
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)


def inspected(files: dict[str, object]) -> list[Problem]:
    """Every problem of a registry; whatever is in it, something is said and nothing breaks."""
    _, problems = checks.inspect(MemoryTree(files), SCHEMAS, CONTEXT)
    return problems


def reported(problems: list[Problem]) -> str:
    catalogue = gettext.NullTranslations()
    shapes = (reporters.as_text, reporters.as_json, reporters.as_github)
    return "".join(shape(problems, catalogue) for shape in shapes) + reporters.summary(problems, catalogue)


def lies_inside(place: Place, text: str) -> bool:
    lines = re.split("\r\n|\r|\n", text)
    return place.line <= len(lines) and place.column <= len(lines[place.line - 1]) + 1


def texts_of(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for part in [*data.keys(), *data.values()] if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from texts_of(part)


def paths_of(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    for step in data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ():
        yield from paths_of(data[step], (*path, step))


def examined(raw: bytes) -> Document | None:
    """Parse bytes and hold the outcome to everything that is promised of it."""
    document, problems = parse("supporters/vale/supporter.yml", raw)
    text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    assert document is not None or has_errors(problems)
    assert all(lies_inside(problem.place, text) for problem in problems)
    if document:
        assert not any(FORBIDDEN.search(part) for part in texts_of(document.data))
        assert all(lies_inside(document.place(path), text) for path in paths_of(document.data))
        assert all(lies_inside(document.place(path, key=True), text) for path in paths_of(document.data))
    return document


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading(raw: bytes) -> None:
    examined(raw)


@given(texts_like_yaml)
@settings(max_examples=300)
def test_no_text_breaks_the_reading_or_the_checking(text: str) -> None:
    document = examined(text.encode("utf-8", "surrogatepass"))
    raw = text.encode("utf-8", "surrogatepass")
    problems = inspected(dict.fromkeys(PATHS.values(), raw))
    assert has_errors(problems)
    reported(problems).encode()
    if document:
        for kind in KINDS:
            assert SCHEMAS.problems(kind, document) or kind == "report"


@given(anything, st.lists(st.text(max_size=3) | st.integers(-2, 5), max_size=4))
def test_a_place_is_found_for_any_key_path(data: Any, path: list[str | int]) -> None:
    text = written(data)
    document, _ = parse("a.yml", text.encode())
    if document:
        assert lies_inside(document.place(path), text)
        assert lies_inside(document.place(path, key=True), text)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_conforming_record_survives_being_written_and_read(kind: str, data: st.DataObject) -> None:
    record = data.draw(records[kind])
    for text in (
        written(record),
        json.dumps(record, ensure_ascii=False),
        json.dumps(record, ensure_ascii=False, indent=1),
    ):
        document, problems = parse(PATHS[kind], text.encode())
        assert document is not None, problems
        assert (problems, document.data) == ([], record)
        assert SCHEMAS.problems(kind, document) == []
        assert list(SCHEMAS.errors(kind, document.data)) == []
        assert CLASSES[kind].of(document.data) == CLASSES[kind].of(record)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_changed_record_is_judged_as_jsonschema_does_and_never_breaks_a_check(kind: str, data: st.DataObject) -> None:
    record = data.draw(changed(kind))
    document, problems = parse(PATHS[kind], written(record).encode())
    inspected({PATHS["supporter"]: SUPPORTER, PATHS["standing"]: ACTIVE, PATHS[kind]: written(record).encode()})
    if document:
        assert bool(SCHEMAS.problems(kind, document)) == bool(list(SCHEMAS.errors(kind, document.data)))
        for problem in SCHEMAS.problems(kind, document):
            assert lies_inside(problem.place, document.text)
    else:
        assert has_errors(problems)


# ---- nothing private is ever printed

SECRETS = (
    "qxjane.doe@vale.example",
    "QXJANE@vale.example.org",
    "qxjane (at) vale.example",
    "qxjane%40vale.example",
    "qxjane＠vale.example",
    "<mailto:qxjane@vale.example>",
    "+359 2 7730246",
    "+35927730246",
    "0035927730246",
    "(02) 773-02-46",
    "tel. 773 02 46",
    "02/773.02.46",
)
MARK = re.compile(r"qxjane|773\W{0,3}02\W{0,3}46", re.IGNORECASE)
"""What all of these have in common, however it may have been cut or folded."""


def tells(printed: str) -> bool:
    return MARK.search(printed) is not None


secret = st.builds(
    "{}{}{}".format, st.text(letters, max_size=5), st.sampled_from(SECRETS), st.sampled_from(["", " ", "\n", "x" * 300])
)
secret_values = secret | st.builds(lambda text: [text], secret) | st.builds(lambda text: {text: text}, secret)
numbers = st.sampled_from([35927730246, 7730246, -7730246.5, 27730246.25])


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=150)
def test_what_is_private_in_a_record_is_not_printed(kind: str, data: st.DataObject) -> None:
    text = written(data.draw(changed(kind, secret_values | numbers)))
    files: dict[str, object] = {PATHS["supporter"]: SUPPORTER, PATHS["standing"]: ACTIVE}
    assert not tells(reported(inspected({**files, PATHS[kind]: text.encode()})))


@given(
    st.lists(fragments | secret, max_size=12).map("".join) | st.builds("# {}\n{}".format, secret, texts_like_yaml),
    st.sampled_from(["", json.dumps(SUPPORTER) + "\n"]),
)
@settings(max_examples=200)
def test_what_is_private_in_a_broken_text_or_a_comment_is_not_printed(text: str, before: str) -> None:
    raw = f"{before}{text}".encode("utf-8", "surrogatepass")
    assert not tells(reported(inspected(dict.fromkeys(PATHS.values(), raw))))


@given(st.lists(secret.map(lambda text: text.replace("/", "-").replace("\0", "")), min_size=1, max_size=3))
def test_what_is_private_in_a_name_is_not_printed(names: list[str]) -> None:
    files: dict[str, object] = {
        f"supporters/{names[0]}/supporter.yml": SUPPORTER,
        f"supporters/{names[0]}/standing.yml": {**ACTIVE, "successor": "0035927730246"},
        f"supporters/{names[0]}/reports/{names[-1]}.yml": {"period": {"from": "2024-01", "to": "2024-02"}},
        f"supporters/vale/{names[-1]}": b"",
        "supporters/vale/supporter.yml": SUPPORTER,
        f"supporters/{names[-1]}.yml": SUPPORTER,
    }
    assert not tells(reported(inspected(files)))


@given(secret)
def test_what_is_private_in_a_logo_is_not_printed(text: str) -> None:
    attribute = text.translate({ord(sign): None for sign in '"<>&\n'})
    digits = re.sub(r"\W", "", text)
    for inner in (f'<rect style="{attribute}"/>', f'<a{digits} {"b"}{digits}="x"/>', f"<script>{attribute}</script>"):
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'
        printed = reported(inspected({PATHS["supporter"]: SUPPORTER, "supporters/vale/logo.svg": drawing.encode()}))
        assert not re.search(r"qxjane\S*@|773\W{0,3}02\W{0,3}46", printed)


# ---- nothing takes long


@pytest.mark.parametrize(
    "fragment", sorted({*NASTY, "\n", "\t", "a", "x: y\n", "a@", "(at)", "+359 ", "0 ", "Dr Aa ", "<"})
)
def test_a_file_full_of_one_thing_is_read_and_checked(fragment: str) -> None:
    whole = (fragment or "x").encode() * (MAX_BYTES // len((fragment or "x").encode()))
    in_comment = json.dumps(SUPPORTER).encode() + b"\n# " + whole.replace(b"\n", b" ")[: MAX_BYTES - 1_000]
    assert has_errors(inspected({PATHS["supporter"]: whole}))
    reported(inspected({PATHS["supporter"]: in_comment}))
