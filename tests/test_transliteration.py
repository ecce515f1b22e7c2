"""Names of other scripts in Latin letters."""

from __future__ import annotations

import pytest

from generator.transliteration import in_latin


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("АБЧО", "abcho"),
        ("Щастливо", "shtastlivo"),
        ("Δίκτυο Ψαρών", "diktyo psaron"),
        ("ქართული", "kartuli"),
        ("Jasanové údolí", "jasanove udoli"),
        ("ميثاق", "ميثاق"),
    ],
)
def test_letters_are_carried_over(text: str, latin: str) -> None:
    assert in_latin(text) == latin
