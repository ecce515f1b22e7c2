"""Decisions read from the words of the command line."""

from __future__ import annotations

import gettext
from datetime import date

import pytest

from generator.decisions.decision import Decision, Words
from generator.records import Status


def reading(**words: object) -> Decision:
    return Decision.of(Words("vale", "active", **words))  # type: ignore[arg-type]


def unreadable(decision: Decision) -> list[str]:
    return [message.render(gettext.NullTranslations()) for message in decision.unreadable]


def test_plain_words_are_a_plain_decision() -> None:
    assert reading() == Decision("vale", Status.ACTIVE)


@pytest.mark.parametrize(
    ("reasons", "read"),
    [
        (["Why."], {"en": "Why."}),
        (["bg=Защо.", "Why."], {"bg": "Защо.", "en": "Why."}),
        (["sr-Latn=Zašto."], {"sr-Latn": "Zašto."}),
        (["pt-PT=a=b"], {"pt-PT": "a=b"}),
        (["no=Ja"], {"no": "Ja"}),
        (["a=b"], {"en": "a=b"}),
        (["more=less"], {"en": "more=less"}),
        (["2 = 2"], {"en": "2 = 2"}),
        (["  One.  \r\n\r\n\tTwo. \rThree.\n\n"], {"en": "One.\n\nTwo.\nThree."}),
    ],
)
def test_a_reason_is_english_unless_it_says_otherwise(reasons: list[str], read: dict[str, str]) -> None:
    decision = reading(reasons=tuple(reasons))
    assert (decision.reasons, decision.unreadable) == (read, ())


def test_a_text_that_is_not_in_utf_8_is_unreadable() -> None:
    assert unreadable(reading(reasons=("bg=\udcff",))) == [
        "--reason: The text is not in UTF-8, and its letters cannot be read. Use a terminal that writes UTF-8."
    ]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (["7:demo"], {7: "demo"}),
        (["7:demo", "8:De-mo"], {7: "demo", 8: "De-mo"}),
        (["7:demo", "7:other"], {7: "other"}),
    ],
)
def test_an_account_is_its_number_and_its_name(words: list[str], read: dict[int, str]) -> None:
    decision = reading(maintainers=tuple(words))
    assert (decision.maintainers, decision.unreadable) == (read, ())


@pytest.mark.parametrize(
    "word",
    [
        "demo",
        "7",
        "7:",
        ":demo",
        "0:demo",
        "07:demo",
        "-7:demo",
        "7:de mo",
        "7:-demo",
        "7:de--mo",
        "٧:demo",
        "7:" + "x" * 40,
    ],
)
def test_what_is_no_account_is_said_once_and_never_repeated(word: str) -> None:
    decision = reading(maintainers=(word, word, "8:demo"))
    assert decision.maintainers == {8: "demo"}
    assert unreadable(decision) == [
        (
            "--maintainer: An account is written as ID:LOGIN, its number and its name on the forge. "
            "For example: 123456:example-login"
        )
    ]


def test_the_parts_of_a_statement_are_kept_as_they_come() -> None:
    assert reading(signed=date(2026, 11, 18)).statement == {"signed_on": "2026-11-18"}
    whole = reading(statement="2016", language="el", signed=date(2026, 11, 18)).statement
    assert whole == {"version": "2016", "language": "el", "signed_on": "2026-11-18"}


def test_several_words_that_mean_nothing_are_named_at_once() -> None:
    decision = Decision.of(Words("vale", "on hold", reasons=("One.", "Two.", ""), maintainers=("x",)))
    assert [message.partition(" ")[0] for message in unreadable(decision)] == [
        "There",
        "--reason:",
        "--reason:",
        "--reason:",
        "--maintainer:",
    ]
    assert "“on_hold”" in unreadable(decision)[0]
