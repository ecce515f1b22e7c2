"""Letters that look or sound alike across alphabets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.review.letters import in_one_alphabet, keys, one_letter_apart


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelenobreg", "Зеленобрег"),
        ("Shtarkelovo", "Щъркелово"),
        ("Diktyo Anemopetra", "Δίκτυο Ανεμόπετρα"),
        ("Diktio Anemopetra", "Δίκτυο Ανεμόπετρα"),
        ("Kharkiv", "Харків"),
        ("Yuzhen bryag", "Южен бряг"),
        ("Juzhen brjag", "Южен бряг"),
        ("Ouranos", "Ουρανός"),
        ("Ljubljana", "Љубљана"),
        ("HEPTA", "НЕPТА"),
        ("modern", "modem"),
        ("tovvns", "towns"),
        ("t0wns 1td", "towns ltd"),
        ("Vale-Towns", "vale towns"),
        ("Forrest", "Forest"),
        ("Straße", "STRASSE"),
    ],
)
def test_texts_that_imitate_one_another_share_a_key(one: str, other: str) -> None:
    assert keys(one) & keys(other)


@pytest.mark.parametrize(("one", "other"), [("Зеленобрег", "Зеленогор"), ("vale", "dale"), ("Αθήνα", "Αίγινα")])
def test_others_do_not(one: str, other: str) -> None:
    assert not keys(one) & keys(other)


def test_very_short_texts_have_no_key() -> None:
    assert keys("EU") == keys("") == keys("!?") == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("vale", "vales", True),
        ("vale", "ale", True),
        ("vale", "dale", True),
        ("vale", "vael", True),
        ("vale", "vale", False),
        ("vale", "dalle", False),
        ("vale", "avel", False),
        ("ab", "ba", True),
        ("", "a", True),
        ("", "ab", False),
    ],
)
def test_one_letter_apart(one: str, other: str, apart: bool) -> None:
    assert one_letter_apart(one, other) is one_letter_apart(other, one) is apart


@pytest.mark.parametrize(
    ("name", "mended"),
    [
        ("Зелeнобрег", "Зеленобрег"),
        ("Zelenоbreg", "Zelenobreg"),
        ("Δίκτυo", "Δίκτυο"),
        ("MРO „Юг“", "MPO „Юг“"),
        ("АСОЦИAЦИЯ на Zelenobreg", "АСОЦИАЦИЯ на Zelenobreg"),
    ],
)
def test_stray_letters_are_put_into_the_alphabet_of_the_others(name: str, mended: str) -> None:
    assert in_one_alphabet(name) == mended


@pytest.mark.parametrize("name", ["Зеленобрег", "Zelenobreg", "е-Община и e-Government", "GREENград", "XXI век", ""])
def test_words_in_one_alphabet_and_plain_mixtures_stay(name: str) -> None:
    assert in_one_alphabet(name) == name


@given(st.text(), st.text())
def test_any_text_has_keys_and_is_mended_once(one: str, other: str) -> None:
    assert keys(one) == keys(one.upper().lower()) or not one.isascii()
    assert in_one_alphabet(in_one_alphabet(one)) == in_one_alphabet(one)
    assert one_letter_apart(one, other) is one_letter_apart(other, one)
