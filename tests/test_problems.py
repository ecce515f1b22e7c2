"""Problems as values: sentences with their values made harmless, in order, each once."""

from __future__ import annotations

import gettext

import pytest

from generator.problems import (
    NOTHING,
    Message,
    Place,
    Problem,
    Severity,
    has_errors,
    in_order,
    printable,
    printable_path,
    say,
    say_number,
)


class Shouting(gettext.NullTranslations):
    """A catalogue in capitals."""

    def gettext(self, message: str) -> str:
        return message.upper().replace("%(NAME)S", "%(name)s")


PLAIN = gettext.NullTranslations()


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        (say("All is well."), "All is well."),
        (say("50 % of all"), "50 % of all"),
        (say("Hello %(name)s", name="Vale"), "Hello Vale"),
        (say("Hello %(name)s", name="50 %(x)s"), "Hello 50 %(x)s"),
        (say("%(number)d of %(limit)d", number=3, limit=4), "3 of 4"),
        (say("One of: %(names)s", names=("a", "b\nc")), "One of: a, b c"),
        (say("See %(inner)s", inner=say("inside %(x)s", x="y")), "See inside y"),
        (say_number("%(number)d town", "%(number)d towns", 1), "1 town"),
        (say_number("%(number)d town", "%(number)d towns", 0), "0 towns"),
        (NOTHING, ""),
    ],
)
def test_a_message_is_rendered_with_its_values(message: Message, shown: str) -> None:
    assert message.render(PLAIN) == shown


def test_a_message_and_the_messages_in_it_are_translated() -> None:
    assert say("hello %(name)s", name=say("vale")).render(Shouting()) == "HELLO VALE"


@pytest.mark.parametrize("translation", ["%(nme)s", "%(name)d", "100 %", "%(name"])
def test_a_translation_with_other_placeholders_falls_back_to_the_original(translation: str) -> None:
    class Broken(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return translation

    assert say("Hello %(name)s", name="Vale").render(Broken()) == "Hello Vale"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Union of Towns", "Union of Towns"),
        ("two\nlines\tand \x1b[31mcolour", "two lines and  [31mcolour"),
        ("\u202eright to left\u200f", " right to left "),
        ("undecodable \udcff name", "undecodable   name"),
        ("x" * 81, "x" * 79 + "…"),
        ("x" * 80, "x" * 80),
        ("2026-03-31", "2026-03-31"),
        ("2024-2025", "2024-2025"),
        ("123456", "123456"),
        ("1234567", "…"),
        ("+359 2 555-01-23", "…"),
        ("jane.doe@vale.example", "…"),
        ("jane (at) vale.example", "…"),
        ("jane%40vale.example", "…"),
    ],
)
def test_a_value_is_shown_harmless_or_not_at_all(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("supporters/vale/reports/2024-2025.yml", "supporters/vale/reports/2024-2025.yml"),
        ("supporters/jane@vale.example/supporter.yml", "supporters/…/supporter.yml"),
        ("supporters/00359255501234", "supporters/…"),
        ("supporters/vale/a\nb", "supporters/vale/a b"),
        ("supporters/" + "x" * 100, "supporters/" + "x" * 100),
    ],
)
def test_a_path_is_shown_name_by_name(path: str, shown: str) -> None:
    assert printable_path(path) == shown


def test_problems_are_sorted_by_place_and_listed_once() -> None:
    def problem(line: int, column: int, words: str = "x") -> Problem:
        return Problem(Place("a.yml", line, column), "some-code", say(words))

    found = [problem(10, 1), problem(2, 9), problem(2, 1), problem(2, 9), problem(2, 9, "y")]
    assert in_order(found) == [problem(2, 1), problem(2, 9), problem(2, 9, "y"), problem(10, 1)]


def test_only_errors_are_errors() -> None:
    warning = Problem(Place("a.yml"), "some-code", say("x"), severity=Severity.WARNING)
    error = Problem(Place("a.yml"), "some-code", say("x"))
    assert not has_errors([warning])
    assert has_errors([warning, error])
