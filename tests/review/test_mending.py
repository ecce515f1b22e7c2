"""What a machine can mend is offered as a whole line, and only if the file is better with it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from generator.review import Review, Verdict
from tests.review.proposing import NEW, STRANGER, codes, reviewed
from tests.strategies import anything, changed, written
from tests.test_properties import texts_like_yaml

PATH = "supporters/reka/supporter.yml"
RECORD = """\
name:
  bg: Мрежа на речните общини
type: association_of_local_authorities
not_for_profit: true
funding: mostly_public
mandate: standing
country: BG
coverage: {level: national, countries: [BG]}
website: https://reka.example
contact: office@reka.example
languages: [bg, en]
members:
  total: 41
description:
  bg: Мрежа на общините по реката.
"""


def review_of(text: str) -> Review:
    return reviewed({PATH: text.encode()}, STRANGER)


def test_the_record_itself_is_fine() -> None:
    assert codes(review_of(RECORD)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("mandate: standing", "mandat: standing"),
        ("country: BG", "country: Bulgaria"),
        ("country: BG", "country: bg"),
        ('country: "BG"', 'country: "Bulgaria"'),
        ("country: 'BG'", "country: 'bulgaria'"),
        ("country: BG # the seat", "country: Bulgaria # the seat"),
        ("languages: [bg, en]", "languages: [Bulgarian, English]"),
        ("languages: [bg, en]", "languages: bg, en"),
        ("  bg: Мрежа на речните общини", "  BG: Мрежа на речните общини"),
        ("not_for_profit: true", "not_for_profit: да"),
        ("not_for_profit: true", 'not_for_profit: "yes"'),
        ("website: https://reka.example", "website: http://reka.example"),
        ("website: https://reka.example", "website: reka.example"),
        ('  bg: "2030"', "  bg: 2030"),
        ("  total: 41", '  total: "41"'),
        ("coverage: {level: national, countries: [BG]}", "coverage: {level: nationale, countries: [Bulgaria]}"),
        ("  bg: 'Мрежа: общините'", "  bg: Мрежа: общините"),
        ("  bg: '%общини'", "  bg: %общини"),
        ("  bg: '!Общини'", "  bg: !Общини"),
        ("  bg: '*Общини*'", "  bg: *Общини*"),
        ('  bg: "Мрежа"', '  bg: "Мрежа'),
        ("languages: [bg, en]", "languages: [bg, en"),
        ("mandate: standing", "mandate:standing"),
        ("  total: 41", "\ttotal: 41"),
        ("  bg: Мрежа на речните общини", "  bg: Мрежа\u202e на\x07 речните общини"),
    ],
)
def test_a_line_is_offered_as_it_should_read(right: str, wrong: str) -> None:
    key = right.split(":", maxsplit=1)[0]
    line = next(line for line in RECORD.splitlines() if line.startswith(f"{key}:"))
    broken = RECORD.replace(line, wrong, 1)
    (suggestion, *_) = review_of(broken).suggestions
    assert (suggestion.line, suggestion.text) == (RECORD.splitlines().index(line) + 1, right)
    assert codes(review_of(broken.replace(wrong, suggestion.text))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "country: Atlantis",
        "website: somewhere",
        "  total: forty-one",
        "email: office@reka.example",  # an address is never repeated
        "webseit: https://reka.example/7730246",  # might be a telephone number
        "description: Telephone +359 2 555 0123",
        "languages: [bg, en]]",
    ],
)
def test_what_only_a_person_can_know_is_not_guessed(wrong: str) -> None:
    key = {"email": "contact", "webseit": "website"}.get(
        wrong.split(":", maxsplit=1)[0], wrong.split(":", maxsplit=1)[0]
    )
    line = next(line for line in RECORD.splitlines() if line.startswith(f"{key}:"))
    found = review_of(RECORD.replace(line, wrong, 1))
    assert found.verdict is Verdict.NEEDS_CHANGES
    assert list(found.suggestions) == []


def test_two_mistakes_on_one_line_are_mended_at_once() -> None:
    (suggestion,) = review_of(RECORD.replace("languages: [bg, en]", "languages: [bul, eng]")).suggestions
    assert (suggestion.text, len(suggestion.problems)) == ("languages: [bg, en]", 2)


def test_windows_line_ends_do_not_get_into_a_suggestion() -> None:
    (suggestion,) = review_of(RECORD.replace("country: BG", "country: Bulgaria").replace("\n", "\r\n")).suggestions
    assert suggestion.text == "country: BG"


def test_a_very_long_line_is_not_repeated() -> None:
    long = f"  bg: {'а' * 600}: б"
    assert list(review_of(RECORD.replace("  bg: Мрежа на речните общини", long)).suggestions) == []


def mended(text: str, rounds: int) -> str:
    """The file when all suggestions were taken over, as often as that."""
    for _ in range(rounds):
        lines = text.split("\n")
        for suggestion in review_of(text).suggestions:
            lines[suggestion.line - 1] = suggestion.text
        text = "\n".join(lines)
    return text


def test_a_record_with_many_mistakes_is_mended_by_taking_over_suggestions() -> None:
    text = RECORD
    for right, wrong in (
        ("mandate: ", "mandat: "),
        ("country: BG", "country: Bulgaria"),
        ("https://", "http://"),
        ("[bg, en]", "[bul, eng]"),
        ("true", "yes"),
        ("41", '"41"'),
    ):
        text = text.replace(right, wrong)
    assert mended(text, rounds=2) == RECORD  # codes of languages are looked at once the rest conforms


def errors(found: Review) -> int:
    return sum(each.verdict is Verdict.NEEDS_CHANGES for each in found.reasons)


@given(changed("supporter", anything))
@settings(max_examples=50, deadline=None)
def test_taking_over_a_suggestion_never_makes_a_record_worse(data: object) -> None:
    text = written(data)
    before = review_of(text)
    for suggestion in before.suggestions:
        lines = text.split("\n")
        lines[suggestion.line - 1] = suggestion.text
        assert errors(review_of("\n".join(lines))) <= errors(before)


@given(texts_like_yaml)
@settings(max_examples=50, deadline=None)
def test_no_text_breaks_the_mending(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass") + json.dumps(NEW).encode()[:40]
    for suggestion in reviewed({PATH: raw}, STRANGER).suggestions:
        assert "\n" not in suggestion.text
