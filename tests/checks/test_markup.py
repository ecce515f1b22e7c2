"""What is markup in a text, and what only looks like it."""

from __future__ import annotations

import pytest

from generator.checks import markup
from generator.checks.context import Context
from tests.memory import SUPPORTER, TODAY, registry_of


def found_in(text: str) -> list[str]:
    registry = registry_of({"supporters/vale/supporter.yml": {**SUPPORTER, "description": {"en": text}}})
    return [str(problem.message.values["what"].text) for problem in markup.check(registry, Context(TODAY))]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("a <b>bold</b> word", "HTML"),
        ("line<br/>line", "HTML"),
        ("< script >", "HTML"),
        ("<!-- hidden -->", "HTML"),
        ("R&amp;D", "HTML"),
        ("R&#38;D", "HTML"),
        ("R&#x26;D", "HTML"),
        ("our {{ name }}", "template code"),
        ("{% if x %}", "template code"),
        ("${HOME}", "template code"),
        ("[link](https://vale.example)", "Markdown"),
        ("![picture]", "Markdown"),
        ("# Heading", "Markdown"),
        ("text\n### Heading", "Markdown"),
        ("**bold**", "Markdown"),
        ("__bold__", "Markdown"),
        ("```\ncode", "Markdown"),
    ],
)
def test_markup_is_found_once(text: str, what: str) -> None:
    assert found_in(text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "5 < 6 > 4",
        "a & b",
        "AT&T",
        "C# and F#",
        "#hashtag",
        "2 * 3 ** 4",
        "snake_case__x",
        "[sic] (!)",
        "{a}",
        "$5",
        "~90 %",
    ],
)
def test_signs_alone_are_no_markup(text: str) -> None:
    assert found_in(text) == []
