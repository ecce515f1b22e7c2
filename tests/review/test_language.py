"""The language in which an author is answered."""

from __future__ import annotations

from dataclasses import replace

import html5lib
import pytest
from babel import Locale
from markdown_it import MarkdownIt

from generator.languages import Language
from generator.review import MARKER, Author, review
from tests.memory import LANGUAGES, SUPPORTER
from tests.review.proposing import HILL, NEW, OF_HILL, OFFICE, STRANGER, base_of, proposal, reviewed

REKA, HILL_PATH = "supporters/reka/supporter.yml", "supporters/hill/supporter.yml"


@pytest.mark.parametrize(
    ("files", "author", "language"),
    [
        ({REKA: NEW}, STRANGER, "bg"),
        ({REKA: {**NEW, "languages": ["el", "bg", "en"]}}, STRANGER, "bg"),
        ({REKA: {**NEW, "languages": ["en", "bg"]}}, STRANGER, "en"),
        ({REKA: {**NEW, "languages": ["el"]}}, STRANGER, "bg"),  # of its name
        ({REKA: {**SUPPORTER, "languages": ["el"], "name": {"el": "Α"}}}, STRANGER, "en"),
        ({REKA: {**NEW, "languages": "bg"}}, STRANGER, "bg"),
        ({REKA: {**NEW, "languages": {"x": 1}, "name": [3]}}, STRANGER, "en"),
        ({REKA: b"languages: [bg, en]\nname: ["}, STRANGER, "bg"),
        ({REKA: b"languages:\n  - bg\nname:\n  bg: a: b"}, STRANGER, "bg"),
        ({REKA: b"\xff\xfe"}, STRANGER, "en"),
        ({REKA: b""}, STRANGER, "en"),
        ({HILL_PATH: {**HILL, "members": {"total": 3}}}, OF_HILL, "bg"),
        ({HILL_PATH: {**HILL, "members": {"total": 3}}}, OFFICE, "en"),
        ({"supporters/hill/reports/2025.yml": b"x"}, OF_HILL, "bg"),
        ({HILL_PATH: None}, OF_HILL, "bg"),
        ({"content/bg/apply.md": b"x"}, STRANGER, "bg"),
        ({"content/bg/apply.md": b"x", "content/en/apply.md": b"x"}, STRANGER, "en"),
        ({"content/mk/apply.md": b"x"}, STRANGER, "en"),
        ({"content/README.md": b"x"}, STRANGER, "en"),
        ({"README.md": b"x"}, STRANGER, "en"),
        ({}, STRANGER, "en"),
    ],
)
def test_it_is_the_first_of_the_record_that_the_site_has(
    files: dict[str, object], author: Author, language: str
) -> None:
    assert reviewed(files, author).language.code == language


def test_reviewers_get_it_in_english_below() -> None:
    comment = reviewed({REKA: {**NEW, "country": "Bulgaria"}}, STRANGER).comment
    above, _, below = comment.partition("<details>")
    assert "не е код на държава" in above
    assert "is not the code of a country" in below
    assert "is not the code of a country" not in above


def test_who_is_answered_in_english_is_answered_once() -> None:
    comment = reviewed({REKA: {**NEW, "languages": ["en"], "country": "Bulgaria"}}, STRANGER).comment
    assert comment.count("is not the code of a country") == 1


def test_from_right_to_left_is_only_what_is_for_the_author() -> None:
    arabic = Language("ar", Locale("ar"))
    base = replace(base_of(), languages={**LANGUAGES, "ar": arabic})
    comment = review(base, proposal({REKA: {**NEW, "languages": ["ar"], "country": "EL"}}, STRANGER)).comment
    assert comment.startswith(f'{MARKER}\n\n<div dir="rtl">\n\n## ')
    rendered = html5lib.parseFragment(MarkdownIt("commonmark").render(comment), namespaceHTMLElements=False)
    (author,) = rendered.iter("div")
    assert [author.find(tag) is not None for tag in ("h2", "ol", "details")] == [True, True, False]
    assert rendered.find("details") is not None


def test_from_left_to_right_nothing_needs_to_be_said_about_it() -> None:
    assert "<div" not in reviewed({REKA: NEW}, STRANGER).comment
