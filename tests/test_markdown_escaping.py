"""Hostile text in comments of the forge: rendered as Markdown, it is what it was, and nothing more."""

from __future__ import annotations

import html
import re
import unicodedata

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.markdown_escaping import BREAK, escape

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

CONTEXTS = {
    "{}": ["p"],
    "Of **{}** now.": ["p", "strong"],
    "- {}": ["ul", "li"],
    "1. {}": ["ol", "li"],
    "Head\n\n{}": ["p", "p"],
    "## Of {}": ["h2"],
    "| a | b |\n|---|---|\n| {} | b |": "table thead tr th th tbody tr td td".split(),
}

RECOGNISED = {
    "a mention": r"@[A-Za-z0-9]",
    "an issue": r"#\d|\bGH-\d",
    "an advisory": r"\b(GHSA|CVE)-\w",
    "a commit": r"(?<![A-Za-z0-9])[0-9a-f]{7,40}(?![A-Za-z0-9])",
    "an address": r"\b(https?|ftp)://|\bwww\.|\b(mailto|xmpp):[\w.+-]",
    "an e-mail address": r"[\w.+-]@[\w-]",
    "an emoji": r":[\w+-]+:",
}
"""What the forge looks for in the plain text of a rendered page."""

PIECES = (
    "@ # : ` ``` * ** _ [ ] ( ) ](x) ![ < > & &amp; ~ ~~ | - --- + = === \\ $ $$ ! 1. 12) GH- gh-1 www. https:// ftp:// <b> "
    "<!-- --> </p> [^1] [x] abc1234 0123456789abcdef a@b.example :tada: GHSA-xx mailto: é ж . , ; ' \" / org/team"
).split()
hostile = st.lists(
    st.sampled_from([*PIECES, " ", "\n", "\n\n", "\t", "    ", "\u202e", "\u200b", "\x00", "\r"]), max_size=12
)
texts = st.one_of(hostile.map("".join), st.text(max_size=60))


def shown(text: str) -> str:
    """The text as a reader should see it: on one line, without what nobody sees."""
    unseen = "".join(chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
    seen = (" " if character in unseen or unicodedata.category(character) == "Cc" else character for character in text)
    return " ".join("".join(seen).split()).replace(BREAK, "")


def tags(rendered: str) -> list[str]:
    return re.findall(r"<([a-z0-9]+)", rendered)


@pytest.mark.parametrize("context", CONTEXTS)
@settings(deadline=None)
@given(text=texts)
@example(text="@octocat")
@example(text="\\@octocat")
@example(text="https://forge.example/x")
@example(text="1. FC of Towns")
@example(text="- [ ] a")
@example(text="deadbeef1")
@example(text="\\")
def test_a_text_is_shown_as_it_is_and_nothing_comes_of_it(context: str, text: str) -> None:
    assume(shown(text))
    rendered = RENDERER.render(context.format(escape(text)))
    assert tags(rendered) == CONTEXTS[context]
    plain = html.unescape(re.sub(r"<[^>]*>", "", rendered)).strip()
    assert shown(text) in plain.replace(BREAK, "")
    assert [what for what, pattern in RECOGNISED.items() if re.search(pattern, plain, re.IGNORECASE)] == []


@settings(deadline=None)
@given(text=texts)
def test_what_is_escaped_has_one_line(text: str) -> None:
    assert escape(text).splitlines() in ([], [escape(text)])


@pytest.mark.parametrize(
    "text",
    [
        "Сдружение на общините „Зелен бряг“",
        "Δίκτυο Δήμων «Ανεμόπετρα»",
        "Association d'élus – Val-de-Brume (A.É.V.B.), réseau: eau et climat",
        "שם 2026",
        "Union of Vale Towns, 1st of its kind",
    ],
)
def test_usual_names_stay_as_they_are(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("A&B <b>", "A\\&B \\<b\\>"),
        ("two\nlines", "two lines"),
        ("@vale", f"@{BREAK}vale"),
        ("nr #5", f"nr \\#{BREAK}5"),
        ("2. Vale", "2\\. Vale"),
        ("# Vale", "\\# Vale"),
    ],
)
def test_what_means_something_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped
