"""Pieces of Markdown that nothing in them can break."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from generator.review.markdown import MOST_SHOWN, bullets, code, fence, fold, link
from generator.review.words import Words
from tests.memory import LANGUAGES, SCHEMAS

ENGLISH = Words(LANGUAGES["en"], SCHEMAS)


@pytest.mark.parametrize("text", ["name: x", "```", "a ````` b", "  ~~~\n```suggestion\nx", "", "    "])
def test_a_fence_shows_its_text_and_ends_behind_it(text: str) -> None:
    tokens = MarkdownIt().parse(f"1. x\n\n{fence(text, 'suggestion', '   ')}\n\nafter")
    assert [token.content for token in tokens if token.type == "fence"] == [f"{text}\n"]
    assert tokens[-2].content == "after"


def test_a_summary_is_no_markup() -> None:
    assert fold("<b> & x", "body").startswith("<details><summary>&lt;b&gt; &amp; x</summary>\n\nbody")


def test_a_code_has_no_end_within() -> None:
    assert MarkdownIt().render(code("a`b``c\nd")) == "<p><code>a b  c d</code></p>\n".replace("  ", " ")


def test_a_link_without_an_address_is_text() -> None:
    assert link("a_b", None) == "a\\_b"
    assert link("[x]", "https://forge.example/a") == "[\\[x\\]](https://forge.example/a)"


def test_a_long_list_says_how_many_are_left_out() -> None:
    lines = bullets(ENGLISH, [str(number) for number in range(MOST_SHOWN + 5)]).splitlines()
    assert (len(lines), lines[-1]) == (MOST_SHOWN + 1, "- and 5 more")
