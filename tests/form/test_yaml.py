"""What the form reads from YAML is what Python reads, or nothing; what it writes is read by both. In a real browser."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.extract import extract
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from generator.decoding import MAX_BYTES, without_forbidden
from generator.documents import parse
from generator.problems import has_errors
from generator.yaml_reading import MAX_DEPTH
from tests.building import ROOT
from tests.memory import LANGUAGES, SCHEMAS, SUPPORTER
from tests.strategies import changed, letters, records, written

SCRIPT = ROOT / "generator/theme/assets/form/yaml.js"
SAY = """function say(text, values = {}) {
    return (window.messages?.[text] ?? text).replace(/%\\((\\w+)\\)[sd]/g, (_, name) => values[name]);
}"""
"""A stand-in for say.js."""

CONTRACTS = {kind: {"kind": kind, "schema": SCHEMAS.resolved[kind]} for kind in ("supporter", "report")}
CASES = [*sorted(ROOT.glob("tests/examples/*valid/*/supporters/**/*.yml")), *sorted(ROOT.glob("supporters/**/*.yml"))]
UNREAD = {"yaml-question-mark-key"}
"""Valid examples that the form says it cannot read."""

Data = Any


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page() as opened:
        opened.add_script_tag(content=SAY)
        opened.add_script_tag(path=SCRIPT)
        opened.evaluate("contracts => { window.contracts = contracts; }", CONTRACTS)
        yield opened


def read(page: Page, *texts: str) -> list[dict[str, Any]]:
    """What the form reads from each text."""
    found: list[dict[str, Any]] = json.loads(page.evaluate("texts => JSON.stringify(texts.map(parseYaml))", texts))
    return found


def read_by_python(text: str) -> Data:
    """What Python reads; None if it refuses the text."""
    document, problems = parse("a.yml", text.encode())
    return document.data if document and not has_errors(problems) else None


def write(page: Page, record: Data, kind: str = "supporter", function: str = "writeYaml") -> str:
    text: str = page.evaluate(
        f"([record, kind]) => {function}(JSON.parse(record), window.contracts[kind])", [json.dumps(record), kind]
    )
    return text


def alike(one: Data, other: Data) -> bool:
    """Whether two data are equal, true is not 1, and 1.0 is 1: JavaScript has one kind of number."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict):
        return (
            isinstance(other, dict) and one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
        )
    if isinstance(one, list):
        return isinstance(other, list) and len(one) == len(other) and all(map(alike, one, other))
    return bool(one == other)


# ---- reading


def texts_of(files: Sequence[Path]) -> dict[Path, str]:
    raw = {file: file.read_bytes() for file in files if file.is_file()}
    return {
        file: content.decode() for file, content in raw.items() if content.decode(errors="ignore").encode() == content
    }


def test_every_example_is_read_as_python_reads_it_or_not_at_all(page: Page) -> None:
    texts = texts_of(CASES)
    unread = set()
    for (file, text), found in zip(texts.items(), read(page, *texts.values()), strict=True):
        data = read_by_python(text)
        if "record" in found:
            assert data is not None, file
            assert alike(data, found["record"]), file
        elif isinstance(data, dict):
            unread.add(file.relative_to(ROOT / "tests/examples").parts[1])
    assert unread == UNREAD


@st.composite
def in_some_style(draw: Any, data: Data) -> str:
    """The data as somebody might write them by hand."""
    return "\n".join(draw(_lines(data, draw(st.integers(1, 4))))) + draw(st.sampled_from(["", "\n", "\n\n# end\n"]))


@st.composite
def _lines(draw: Any, data: Data, step: int) -> list[str]:
    rows = draw(st.sampled_from([[], ["# a comment"], [""]]))
    for key, value in data.items() if isinstance(data, dict) else (("-", item) for item in data):
        head = "-" if isinstance(data, list) else f"{draw(_quoted(key))}:"
        if isinstance(value, dict | list) and value and draw(st.booleans()):
            rows += [head, *(" " * step + line for line in draw(_lines(value, step)))]
        elif isinstance(value, str) and value == value.strip() and "\r" not in value and value and draw(st.booleans()):
            rows += [
                f"{head} |{draw(st.sampled_from(['', '-', '+']))}",
                *(" " * step + line for line in value.split("\n")),
            ]
        else:
            end = draw(st.sampled_from(["", "  # so", " "]))
            rows += [f"{head} {draw(_in_brackets(value))}{end}"]
    return rows


@st.composite
def _in_brackets(draw: Any, value: Data) -> str:
    gap = draw(st.sampled_from(["", " ", "\n      "]))
    if isinstance(value, dict):
        return (
            "{"
            + f",{gap}".join([f"{draw(_quoted(key))}: {draw(_in_brackets(inner))}" for key, inner in value.items()])
            + "}"
        )
    if isinstance(value, list):
        return f"[{gap}" + f" ,{gap}".join([draw(_in_brackets(inner)) for inner in value]) + "]"
    return draw(_quoted(value))


@st.composite
def _quoted(draw: Any, value: Data) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    ways = [json.dumps(value), json.dumps(value, ensure_ascii=False)]
    if not set("\n\t\r").intersection(value):
        ways.append("'" + value.replace("'", "''") + "'")
    if (
        value.replace("_", "").isascii()
        and value.replace("_", "").isalpha()
        and value.lower() not in ("true", "false", "null")
    ):
        ways.append(value)
    return draw(st.sampled_from(ways))


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_every_usual_style_is_read(page: Page, data: st.DataObject) -> None:
    record = data.draw(records[data.draw(st.sampled_from(["supporter", "report"]))])
    text = data.draw(in_some_style(record))
    (found,) = read(page, text)
    assert alike(read_by_python(text), found.get("record")), (text, found)


SIGNS = [
    *" \n\t:-#[]{},'\"|>\\?&*!%@`~ab01.",
    "\n  ",
    "\n    ",
    ": ",
    "- ",
    "\n- ",
    " #",
    "''",
    "\\n",
    "\\u0041",
    "\\\n",
    "|-\n",
]
SIGNS += [
    "|2\n",
    ">\n",
    "---\n",
    "...\n",
    "null",
    "true",
    ": |\n   ",
    "\n\n",
    "__proto__",
    "x: y",
    "é",
    "😀",
    "\r\n",
    "\u2028",
    "\ufeff",
]
TEXTS = [text for file, text in texts_of(CASES).items() if "yaml-" in str(file)]


@st.composite
def mangled(draw: Any) -> str:
    """A part of an example, or signs, in which something was put in or taken out."""
    text = draw(st.lists(st.sampled_from(SIGNS), max_size=14).map("".join) | st.sampled_from(TEXTS))
    first = draw(st.integers(0, text.count("\n")))
    text = "\n".join(text.split("\n")[first : first + draw(st.integers(1, 12))])
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(["", *SIGNS])) + text[at + draw(st.integers(0, 2)) :]
    return text


@settings(deadline=None, max_examples=25)
@given(st.lists(mangled(), min_size=20, max_size=40))
def test_whatever_the_text_nothing_else_is_read(page: Page, texts: list[str]) -> None:
    for text, found in zip(texts, read(page, *texts), strict=True):
        if "record" in found:
            assert alike(read_by_python(text), found["record"]), text


@pytest.mark.parametrize(
    "value",
    "NO on yes 2026-03-31 007 1_000 0x1F 1e5 .5 1. 3.10 -0 -1 0.5 -0.25 +1 ~ Null True FALSE tRue 12:30 1,5 123456789012345".split(),
)
def test_a_word_or_a_number_is_read_as_python_reads_it(page: Page, value: str) -> None:
    (found,) = read(page, f"a: {value}\n")
    assert alike(read_by_python(f"a: {value}\n"), found["record"])


@pytest.mark.parametrize(
    "text",
    [
        r'a: "\t\n\r\ \"\/\\\_\x41\u00e9\U0001F600"',
        'a: "x  \\\n   y\n\n\n   z "\n',
        "a: 'b\n\n  c''d'\n",
        "a: b #c\nd: e#f\n",
        "a: b\n  c\n\n  - d\ne: f\n",
        "a: >\n  b\n  c\n\n   d\n  e\n\n\n  f\n\n",
        "a: |2\n\n    b\n   \n  c\n# d\n",
        "a:\n- b\n-\n  c: d\n- - e\n  - f\n-   g:\n    - h\n",
        "{a: [b, {c: d}, 'e'], f: , g : h,}\n",
    ],
)
def test_what_yaml_folds_is_folded_alike(page: Page, text: str) -> None:
    data = read_by_python(text)
    assert data is not None
    assert alike(data, read(page, text)[0].get("record"))


def test_a_number_that_javascript_cannot_hold_is_refused(page: Page) -> None:
    assert "error" in read(page, "a: 9007199254740993\n")[0]


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("a: b\na: c\n", 2, 1, "“a” stands here a second time; it is already on line 1. Keep one of the two."),
        ("a:\n\tb: c\n", 2, 1, "There is a tab here."),
        ("a: b: c\n", 1, 5, "There is a colon here that does not fit."),
        ("a: 'b' c\n", 1, 8, "There is text behind the closing quotation mark."),
        ('a: "b\n', 1, 4, "A quotation mark is opened here and never closed."),
        ("😀a: [b\n", 1, 5, "The bracket that opens here is never closed"),
        ("a: [b]]\n", 1, 7, "This line does not fit in"),
        ("a: b\n  c: d\n", 2, 4, "There is a colon here that does not fit."),
        ("a:\n  - b\n c: d\n", 3, 2, "This line does not fit in"),
        ("a: b\nc\n", 2, 1, "This line has no colon."),
        ("a: &b c\n", 1, 4, "A text cannot begin with this character."),
        ("a: !!int 1\n", 1, 4, "A text cannot begin with this character."),
        ("a: |\n     \n  b\n", 3, 1, "This line does not fit in"),
        ("a: b\n\t\n  c\n", 2, 1, "There is a tab here."),
        ("a: b\n---\nc: d\n", 2, 1, "A second record begins here"),
        ("%YAML 1.2\na: b\n", 1, 1, "A text cannot begin with this character."),
        ('a: "\\q"\n', 1, 5, "There is a backslash (\\) here that means nothing."),
        ('a: "\\ud83d"\n', 1, 5, "There is a backslash (\\) here that names no letter."),
        ('a: "\\u202e"\n', 1, 4, "There is an invisible character (U+202E) here"),
        ("a: b\u2028c\n", 1, 5, "There is an invisible control character (U+2028) here."),
        ("? a\n: b\n", 1, 1, "Records are not written in this way."),
        ("- a\n", 1, 1, "Records are not written in this way."),
        ("# nothing\n", 2, 1, "The file has no content."),
    ],
)
def test_a_refusal_says_where_why_and_what_to_do(page: Page, text: str, line: int, column: int, message: str) -> None:
    (found,) = read(page, text)
    assert (found["error"]["line"], found["error"]["column"]) == (line, column)
    assert found["error"]["message"].startswith(message)


def test_the_same_characters_are_forbidden(page: Page) -> None:
    ours = page.evaluate(
        "last => Array.from({length: last + 1}, (_, code) => code).filter((code) => YAML_FORBIDDEN.test(String.fromCodePoint(code)))",
        sys.maxunicode,
    )
    surrogates = range(0xD800, 0xE000)
    theirs = [code for code in range(sys.maxunicode + 1) if code in surrogates or without_forbidden(chr(code)) == ""]
    assert ours == theirs


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "b" * 5_000_000,
        "a: " + "я" * (MAX_BYTES // 2),
        "[" * 100_000,
        "{a: " * 50_000,
        "- " * 100_000,
        "a:\n" * 80_000,
        "".join(" " * depth + "a:\n" for depth in range(MAX_DEPTH + 1)),
        "a: [" + "b," * 60_000 + "]",
        "a: '" + "''" * 100_000,
        "a: >\n" + " \n" * 100_000 + "  b",
        '? "' + "\\\n" * 100_000,
    ],
    ids=lambda text: text[:8],
)
def test_what_is_too_much_is_refused(page: Page, text: str) -> None:
    (found,) = read(page, text)
    assert "record" not in found or alike(read_by_python(text), found["record"])
    assert len(json.dumps(found)) < 300_000


def test_as_deep_as_python_reads(page: Page) -> None:
    text = "".join(" " * depth + "a:\n" for depth in range(MAX_DEPTH))
    assert alike(read_by_python(text), read(page, text)[0]["record"])


def test_keys_of_every_object_are_keys_like_others(page: Page) -> None:
    text = "__proto__:\n  polluted: true\nconstructor: {prototype: {polluted: true}}\ntoString: a\n"
    (found,) = read(page, text)
    assert found["record"] == read_by_python(text)
    prototypes = "text => { const { record } = parseYaml(text); return [record, record.constructor].map(Object.getPrototypeOf); }"
    assert page.evaluate(prototypes, text) == [None, None]
    assert "toString: a" not in write(page, found["record"])
    assert read_by_python(write(page, found["record"])) == found["record"]


# ---- writing


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_whatever_is_written_is_read_again(page: Page, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["supporter", "report"]))
    record = data.draw(records[kind] | changed(kind, st.text(letters | st.sampled_from("\n\t\r -#|>:'\"\\"))))
    for function in ("writeYaml", "writeYamlBriefly"):
        text = write(page, record, kind, function)
        assert alike(read_by_python(text), record), text
        assert alike(read(page, text)[0].get("record"), record), text
        assert alike(yaml.load(text, Loader=yaml.CSafeLoader), record), text


@settings(deadline=None, max_examples=25)
@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53) + 1, 2**53 - 1))
def test_a_number_is_written_as_itself_or_as_a_text_and_never_as_another(page: Page, number: float) -> None:
    data = read_by_python(write(page, {"members": {"total": number}}))
    assert data["members"]["total"] == number or isinstance(data["members"]["total"], str)


def test_every_demonstration_record_is_written_without_loss(page: Page) -> None:
    files = sorted(ROOT.glob("supporters/*/supporter.yml")) + sorted(ROOT.glob("supporters/*/reports/*.yml"))
    assert len(files) > 20
    for file in files:
        kind = "supporter" if file.name == "supporter.yml" else "report"
        record = read_by_python(file.read_text(encoding="utf-8"))
        text = write(page, record, kind)
        assert read_by_python(text) == record
        assert text.startswith(
            f"# yaml-language-server: $schema=../../{'../' * (kind == 'report')}schemas/{kind}.schema.json\n"
        )


@pytest.mark.parametrize("prose", ["a \nb", " a\nb", "a\nb\n", "a\rb\nc", "\n" * 90])
def test_a_text_that_an_editor_may_change_stands_in_quotes(page: Page, prose: str) -> None:
    text = write(page, {"description": {"en": prose}})
    assert "|-" not in text
    assert read_by_python(text) == {"description": {"en": prose}}


def test_a_forbidden_character_is_written_so_that_the_check_names_it(page: Page) -> None:
    text = write(page, {"name": {"en": "Vale\u2028Towns"}})
    assert '  en: "Vale\\U00002028Towns"\n' in text
    assert [problem.code for problem in parse("a.yml", text.encode())[1]] == ["control-character"]


REPORT = {
    "no_action": False,
    "submitted_on": "2026-02-15",
    "period": {"to": "2025-12", "from": "2024-01"},
    "members": {"total": 9},
    "activities": [{"title": {"no": "Kurs", "en": "Course"}, "commitment": "support"}],
    "challenges": {"en": "Time.\n\n  Money."},
}


def test_the_file_helps_whoever_changes_it_by_hand(page: Page) -> None:
    catalogue = LANGUAGES["bg"].catalogue
    titles = [text for text in _texts(SCHEMAS.resolved["report"]) if catalogue.gettext(text) != text]
    page.evaluate("messages => { window.messages = messages; }", {text: catalogue.gettext(text) for text in titles})
    text = write(page, REPORT, "report")
    page.evaluate("() => { delete window.messages; }")
    head, _, rest = text.partition("\n\n")
    assert head.startswith("# yaml-language-server: $schema=../../../schemas/report.schema.json\n# ")
    assert rest.startswith(
        "# Период\n"
        "#     from – От\n"
        "#     to – До\n"
        "period:\n"
        '  from: "2024-01"\n'
        '  to: "2025-12"\n'
        "\n"
        f"# {catalogue.gettext('Submitted on')}\n"
        'submitted_on: "2026-02-15"\n'
    )
    assert "no_action: false\n" in rest
    assert (
        f'activities:\n  - commitment: "support"  # {catalogue.gettext("Support and advise signatories")}\n'
        '    title:\n      "no": "Kurs"\n      en: "Course"\n'
    ) in rest
    assert "challenges:\n  en: |-\n    Time.\n\n      Money.\n" in rest
    assert "\n# You may add:\n#     events – " in rest
    assert all(len(line) <= 101 for line in text.splitlines() if line.startswith("#"))


def test_without_explanations_it_is_short_enough_for_an_address(page: Page) -> None:
    assert write(page, {"name": SUPPORTER["name"], "type": SUPPORTER["type"]}, function="writeYamlBriefly") == (
        "# yaml-language-server: $schema=../../schemas/supporter.schema.json\n"
        "\n"
        'name:\n  en: "Union of Vale Towns"\n'
        "\n"
        'type: "association_of_local_authorities"\n'
    )


def test_a_file_of_the_writer_of_tests_is_read(page: Page) -> None:
    assert read(page, written(dict(SUPPORTER)))[0]["record"] == SUPPORTER


def _texts(schema: Data) -> Iterator[str]:
    if isinstance(schema, list):
        schema = dict(enumerate(schema))
    if isinstance(schema, dict):
        yield from (schema[key] for key in ("title", "description") if isinstance(schema.get(key), str))
        for inner in schema.values():
            yield from _texts(inner)


def test_every_message_is_found_by_the_extraction() -> None:
    """Babel can take a quotation mark in a pattern for the beginning of a text, and then misses what follows."""
    with SCRIPT.open("rb") as source:
        found = [message for _, message, _, _ in extract("javascript", source, keywords={"say": None})]
    assert len(found) == SCRIPT.read_text(encoding="utf-8").count('say("') > 40
