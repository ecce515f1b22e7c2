"""Values as YAML in the house style, the same to every reader."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.documents import parse
from generator.yaml_writing import Layout, block, scalar
from tests.strategies import letters, records

STEP = {
    "on": "2026-02-05",
    "status": "not_eligible",
    "reason": {"no": "På norsk, takk.", "en": "Two paragraphs.\n\n# The second."},
}


def text_of(data: Any, layout: Layout = Layout()) -> str:  # noqa: B008 - frozen
    return "\n".join(block(data, layout)) + "\n"


def test_a_step_is_written_as_the_demonstration_writes_it() -> None:
    assert text_of({"history": [STEP], "maintainers": [{"id": 7, "login": "demo-vale"}]}) == (
        "history:\n"
        '  - "on": "2026-02-05"\n'
        "    status: not_eligible\n"
        "    reason:\n"
        '      "no": |\n'
        "        På norsk, takk.\n"
        "      en: |\n"
        "        Two paragraphs.\n"
        "\n"
        "        # The second.\n"
        "maintainers:\n"
        "  - id: 7\n"
        "    login: demo-vale\n"
    )


def test_the_layout_is_a_choice() -> None:
    assert (
        text_of({"a": [{"b": {"c": "d"}, "e": 1}]}, Layout(step=3, dash=0, gap=4))
        == "a:\n-   b:\n       c: d\n    e: 1\n"
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("active", "active"),
        ("before-2016", "before-2016"),
        ("on_hold", "on_hold"),
        ("2016", '"2016"'),
        ("no", '"no"'),
        ("NO", '"NO"'),
        ("On", '"On"'),
        ("null", '"null"'),
        ("1e5", '"1e5"'),
        ("2026-11-23", '"2026-11-23"'),
        ("demo-", '"demo-"'),
        ("ключ", '"ключ"'),
        ("", '""'),
        ('"', r'"\""'),
        (7, "7"),
        (True, "true"),
    ],
)
def test_a_code_stands_bare_and_all_else_in_quotes(value: object, written: str) -> None:
    assert scalar(value) == written


@pytest.mark.parametrize("text", [" two words", "two words ", "two \nwords", "two words\n", "one", "two\rwords"])
def test_a_text_that_a_block_would_change_is_quoted(text: str) -> None:
    assert "|" not in text_of({"a": text})


@settings(deadline=None)
@given(st.text(letters | st.sampled_from("\n\t #:-|>\"'"), min_size=1))
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    document, problems = parse("a.yml", text_of({"a": {"b": text}}).encode())
    assert document is not None, problems
    assert document.data == {"a": {"b": text}}


@settings(deadline=None)
@given(st.data())
def test_a_yaml_1_1_reader_reads_the_same(data: st.DataObject) -> None:
    standing = data.draw(records["standing"])
    assert _without_last_line_ends(yaml.load(text_of(standing), Loader=yaml.CSafeLoader)) == _without_last_line_ends(
        standing
    )


def _without_last_line_ends(data: Any) -> Any:
    """The data without what a block adds: a line end after the text."""
    if isinstance(data, dict):
        return {key: _without_last_line_ends(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_without_last_line_ends(value) for value in data]
    return data.rstrip("\n") if isinstance(data, str) else data
