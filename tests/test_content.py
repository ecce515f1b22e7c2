"""Written pages: the part between two marks."""

from __future__ import annotations

import pytest

from generator.content import section

PAGE = "Before.\n<!-- --8<-- [start:text] -->\n\n1. One.\n\n<!-- --8<-- [end:text] -->\nAfter.\n"


@pytest.mark.parametrize(
    ("page", "inside"),
    [
        (PAGE, "1. One."),
        (PAGE.replace("start:text", "start:other"), ""),
        (PAGE.replace("end:text", "end:other"), ""),
        ("No marks.", ""),
    ],
)
def test_a_section_is_what_stands_between_its_marks(page: str, inside: str) -> None:
    assert section(page, "text") == inside
