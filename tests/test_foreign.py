"""Marks become elements where elements may stand, and vanish elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.foreign import marked, plain, with_elements

HALLO = marked("Hallo", "de")
SPAN = '<span lang="de" dir="ltr" data-foreign>Hallo</span>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Hello</p>", "<p>Hello</p>"),
        (f"<p>{HALLO}</p>", f"<p>{SPAN}</p>"),
        (f'<p title="{HALLO}">{HALLO}, {HALLO}</p>', f'<p title="Hallo">{SPAN}, {SPAN}</p>'),
        (f"<title>{HALLO} – Site</title>", "<title>Hallo – Site</title>"),
        (f'<script type="x">{{"a": "{HALLO}"}}</script>{HALLO}', f'<script type="x">{{"a": "Hallo"}}</script>{SPAN}'),
        (f'<option value="a">{HALLO}</option>', '<option value="a" lang="de" dir="ltr">Hallo</option>'),
        (f'<option value="a">{HALLO} (3)</option>', '<option value="a" lang="de" dir="ltr">Hallo (3)</option>'),
        (
            f"<p>{marked('Read <a href=x>this</a>', 'ar')}</p>",
            '<p><span lang="ar" dir="rtl" data-foreign>Read <a href=x>this</a></span></p>',
        ),
    ],
)
def test_marks_become_what_may_stand_there(html: str, expected: str) -> None:
    assert with_elements(html) == expected


@given(st.text(st.characters(exclude_characters="\ufff9\ufffa\ufffb")), st.sampled_from(["en", "ar", "sr-Latn"]))
def test_a_text_without_its_marks_is_the_text(text: str, code: str) -> None:
    assert plain(marked(text, code)) == text
