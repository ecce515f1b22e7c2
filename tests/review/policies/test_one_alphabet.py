"""Words of a new name in two alphabets are mended by a suggestion."""

from __future__ import annotations

from tests.memory import SUPPORTER
from tests.review.proposing import NEW, OF_VALE, STRANGER, codes, reviewed

PATH = "supporters/reka/supporter.yml"


def test_a_latin_letter_in_a_cyrillic_word_is_found_and_mended() -> None:
    found = reviewed({PATH: {**NEW, "name": {"bg": "Мрeжа на речните общини"}}}, STRANGER)
    assert codes(found) == [("needs_changes", "two-alphabets", PATH)]
    (suggestion,) = found.suggestions
    assert suggestion.text == '    "bg": "Мрежа на речните общини"'


def test_an_acronym_is_looked_at_too() -> None:
    found = codes(reviewed({PATH: {**NEW, "acronym": {"bg": "MРО"}}}, STRANGER))
    assert found == [("needs_changes", "two-alphabets", PATH)]


def test_a_name_that_was_accepted_before_is_left_alone() -> None:
    vale = "supporters/vale/supporter.yml"
    found = reviewed({vale: {**SUPPORTER, "description": {"bg": "Мрeжа на общини."}}}, OF_VALE)
    assert codes(found) == []
