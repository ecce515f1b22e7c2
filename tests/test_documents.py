"""Documents: YAML read the 1.2 way, and the place of every value. What is refused is in examples/invalid."""

from __future__ import annotations

import pytest

from generator.decoding import MAX_BYTES
from generator.documents import Document, KeyPath, parse
from generator.problems import Place

TEXT = """\
# Our record
name:
  bg: Съюз „Вейл“ 𝒱, градове
  en: >
    Union of
    Vale <b>Towns</b>
list: [one, {two: 2}]
empty:
"quoted \\u0041": 'it''s'
"""


def document(text: str) -> Document:
    found, problems = parse("supporters/vale/supporter.yml", text.encode())
    assert found is not None
    assert problems == []
    return found


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("2026-03-31", "2026-03-31"),
        ("2026-03-31T10:00:00Z", "2026-03-31T10:00:00Z"),
        ("12:30", "12:30"),
        ("007", "007"),
        ("0o17", "0o17"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1e5", "1e5"),
        ("+5", "+5"),
        (".5", ".5"),
        (".inf", ".inf"),
        ("12345678901234567890", "12345678901234567890"),
        ("3.10", 3.1),
        ("-42.5", -42.5),
        ("42", 42),
        ("-1", -1),
        ("0", 0),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ('"42"', "42"),
        ("'true'", "true"),
        ('""', ""),
        ("|\n  two\n  lines\n", "two\nlines"),
        (">\n  one\n  line\n", "one line"),
        ("|+\n  kept\n\n\n", "kept"),
        ('"\\u0041\\n"', "A\n"),
    ],
)
def test_a_value_is_what_yaml_1_2_says(written: str, value: object) -> None:
    read = document(f"key: {written}").data["key"]
    assert read == value
    assert type(read) is type(value)


def test_a_key_is_always_text() -> None:
    assert document("no: 1\n1: 2\ntrue: 3\nnull: 4\n2026-03-31: 5").data == {
        "no": 1,
        "1": 2,
        "true": 3,
        "null": 4,
        "2026-03-31": 5,
    }


@pytest.mark.parametrize(
    ("path", "of_key", "place"),
    [
        ((), False, (2, 1)),
        (("name",), True, (2, 1)),
        (("name",), False, (3, 3)),
        (("name", "bg"), False, (3, 7)),
        (("name", "bg"), True, (3, 3)),
        (("list", 0), False, (7, 8)),
        (("list", 1, "two"), False, (7, 19)),
        (("empty",), False, (8, 7)),
        (("quoted A",), True, (9, 1)),
        (("name", "fr"), False, (3, 3)),
        (("name", "fr"), True, (3, 3)),
        (("list", 7), False, (7, 7)),
        (("nothing", "here", 3), False, (2, 1)),
    ],
)
def test_a_place_is_the_values_or_its_nearest_parents(path: KeyPath, of_key: bool, place: tuple[int, int]) -> None:
    found = document(TEXT).place(path, key=of_key)
    assert (found.line, found.column) == place


def test_the_place_of_a_key_that_stands_twice_is_the_first() -> None:
    found, _ = parse("a.yml", b"a: 1\na: 2")
    assert found is not None
    assert found.place(["a"]).line == 1


@pytest.mark.parametrize(
    ("path", "part", "place"),
    [
        (("name", "bg"), "градове", (3, 22)),
        (("name", "en"), "<b>", (6, 10)),
        (("quoted A",), "it's", (9, 18)),
        (("name", "bg"), "one", (3, 7)),
    ],
)
def test_a_place_within_a_text_is_exact_where_the_text_stands_as_it_is(
    path: KeyPath, part: str, place: tuple[int, int]
) -> None:
    found = document(TEXT).place_within(path, part)
    assert (found.line, found.column) == place


@pytest.mark.parametrize(
    ("line", "column", "path"),
    [
        (3, 3, ("name", "bg")),
        (3, 22, ("name", "bg")),
        (6, 10, ("name", "en")),
        (7, 8, ("list", 0)),
        (7, 19, ("list", 1, "two")),
        (9, 1, ("quoted A",)),
        (1, 1, ()),
        (99, 1, ()),
    ],
)
def test_a_place_leads_back_to_the_smallest_value_there(line: int, column: int, path: KeyPath) -> None:
    assert document(TEXT).path_at(Place("supporters/vale/supporter.yml", line, column)) == path


def test_the_place_of_a_value_missing_at_the_end_is_the_end() -> None:
    found, _ = parse("a.yml", b"a: 1\n? b")
    assert found is not None
    assert (found.place(["b"]).line, found.place(["b"]).column) == (2, 4)


def test_texts_come_with_their_key_paths() -> None:
    assert document(TEXT).texts == (
        (("name", "bg"), "Съюз „Вейл“ 𝒱, градове"),
        (("name", "en"), "Union of Vale <b>Towns</b>"),
        (("list", 0), "one"),
        (("quoted A",), "it's"),
    )


@pytest.mark.parametrize(
    ("written", "verbatim"),
    [
        ("plain text", True),
        ('"quoted text"', True),
        ("|\n  two\n  lines", True),
        (">\n  two\n  lines", False),
        ("two\n  lines", False),
        ('"two\n  lines"', False),
        ('"an \\u0041"', False),
        ("'it''s'", False),
    ],
)
def test_a_document_knows_whether_its_texts_stand_in_it_as_they_are(written: str, verbatim: bool) -> None:
    read = document(f"key: {written}")
    assert read.verbatim is verbatim
    lines = str(read.data["key"]).split("\n")
    assert all(line in read.text for line in lines) or not verbatim


def test_carriage_returns_are_line_ends() -> None:
    found, _ = parse("a.yml", b"a: 1\r\nb: 2\rc: \xff3\r\n")
    assert found is None
    found, problems = parse("a.yml", b"a: 1\r\nb: 2\rc: 3\r\n")
    assert found is not None
    assert found.data == {"a": 1, "b": 2, "c": 3}
    assert [problem.code for problem in problems] == ["windows-line-ends"]


def test_the_place_of_a_broken_byte_counts_every_kind_of_line_end() -> None:
    _, problems = parse("a.yml", b"a: 1\r\nb: 2\rc: \xff3\r\n")
    assert [(problem.code, problem.place.line, problem.place.column) for problem in problems] == [("not-utf-8", 3, 4)]


@pytest.mark.parametrize("over", [0, 1])
def test_the_limit_of_size_is_exact(over: int) -> None:
    found, problems = parse("a.yml", b"a: " + b"x" * (MAX_BYTES - 3 + over))
    assert (found is None) == bool(problems) == bool(over)


def test_several_problems_of_one_file_are_listed_at_once() -> None:
    _, problems = parse("a.yml", b"\xef\xbb\xbfa: &x 1\r\nb: *x\r\nc: !t 1\r\nc: 2\r\n")
    assert [problem.code for problem in problems] == [
        "byte-order-mark",
        "windows-line-ends",
        "yaml-reference",
        "yaml-reference",
        "type-tag",
        "duplicate-key",
    ]
