"""A pattern means the same in Python and in the browser."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from random import Random

import pytest
import rfc3986_validator
from playwright.sync_api import Browser, Page

from generator import meant, privacy
from generator.checks import markup
from generator.decoding import DIRECTION, FORBIDDEN
from generator.folding import fold
from generator.form.patterns import for_browser
from tests.form.judging import start

USED = {
    **privacy.PATTERNS,
    **meant.PATTERNS,
    "direction": DIRECTION,
    "forbidden": FORBIDDEN,
    "uri": rfc3986_validator.URI_RE_COMP,
    **{f"markup {number}": pattern for number, pattern in enumerate(markup.PATTERNS)},
}
PIECES = """
a B ж Ж é š İ ı ſ K σ ς א ع 0 7 ٣ ² Ⅷ _ - – . : ; , + ( ) [ ] { } / \\ @ ＠ % & # * ` ! < > " “ ’ ' $ ? = ~ ^ |
(at) [ AT ] %40 http:// https:// vale.example +359 00359 02 773 2024-01-01 2024-2025 1.5.2024 000 Dr Mr. г-жа Ana Смит Contact: &amp; &#x1F; {{ {% ${ ]( ![ ** __ ``` ## 𝒱 𝟘
""".split()
SPACES = [
    " ",
    "\t",
    "\n",
    "\r",
    "\x0b",
    "\x1c",
    "\x1f",
    "\x85",
    "\xa0",
    "\u2003",
    "\u2028",
    "\u202f",
    "\u3000",
    "\u200b",
    "\u180e",
    "\u202e",
    "12 345 000",
]
CHANCE = Random("patterns")
TEXTS = ["".join(CHANCE.choices([*PIECES, *SPACES], k=CHANCE.randint(1, 14))) for _ in range(8_000)]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page() as opened:
        yield start(opened)


FIND = """([[source, flags], texts]) => texts.map((text) =>
    [...text.matchAll(new RegExp(source, flags + "g"))].map((match) => [...match].map((each) => each ?? "")))"""
AMONG = """([[source, flags], codes]) => {
    const whole = new RegExp(`^(?:${source})$`, flags);
    return codes.filter((code) => whole.test(String.fromCodePoint(code)));
}"""
FOLD = "(letters) => { speak(window.contracts['supporter en']); return letters.map(foldedLetters); }"


def found_in_python(pattern: re.Pattern[str], text: str) -> list[list[str]]:
    return [[match[0], *(group or "" for group in match.groups())] for match in pattern.finditer(text)]


@pytest.mark.parametrize("name", USED)
def test_both_find_the_same(name: str, page: Page) -> None:
    expected = [found_in_python(USED[name], text) for text in TEXTS]
    assert any(expected)
    assert page.evaluate(FIND, [for_browser(USED[name]), TEXTS]) == expected


ASSIGNED = [
    chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co")
]


@pytest.mark.parametrize("source", [r"\S", r"[^\W\d_]"])
def test_both_know_the_same_characters(source: str, page: Page) -> None:
    pattern = re.compile(source)
    expected = [ord(each) for each in ASSIGNED if pattern.fullmatch(each)]
    codes = page.evaluate(AMONG, [for_browser(pattern), [ord(each) for each in ASSIGNED]])
    assert codes == expected


def test_both_fold_the_letters_of_europe_alike(page: Page) -> None:
    scripts = (
        "LATIN",
        "GREEK",
        "CYRILLIC",
        "ARMENIAN",
        "GEORGIAN",
        "HEBREW",
        "ARABIC",
        "COMBINING",
        "DIGIT",
        "FULLWIDTH",
    )
    letters = [each for each in ASSIGNED if unicodedata.name(each, "").startswith(scripts)]
    folded = page.evaluate(FOLD, letters)
    assert {a: (b, fold(a)) for a, b in zip(letters, folded, strict=True) if b != fold(a)} == {}
