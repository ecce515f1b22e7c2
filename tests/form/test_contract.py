"""What the scripts of the form are told, and the sentences that they make of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.extraction import texts
from generator.form.contract import contract, said_by, scripts
from generator.languages import Language
from generator.problems import Message, printable, say, say_number
from tests.building import ROOT
from tests.form.judging import CONTRACTS, EDITIONS, start
from tests.memory import ALL_LANGUAGES, LANGUAGES, PROJECT

MONTHS = (
    "The period has %(number)d month; a report covers 12 or 24.",
    "The period has %(number)d months; a report covers 12 or 24.",
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page() as opened:
        yield start(opened)


def spoken(page: Page, expression: str, argument: Any = None, told: Any = CONTRACTS["report bg"]) -> Any:
    return page.evaluate(f"([told, given]) => {{ speak(told); return {expression}; }}", [told, argument])


def test_the_contract_is_json_and_knows_the_day() -> None:
    for told in CONTRACTS.values():
        assert json.loads(json.dumps(told))["today"] == "2026-11-23"


def test_every_word_of_the_scripts_is_a_message_of_the_catalogue() -> None:
    catalogue = texts(PROJECT)
    said = [text for script in scripts() for text in said_by(script)]
    assert len(said) > 80
    assert all(text in catalogue for text in said)


def test_no_two_scripts_of_a_page_share_a_name() -> None:
    sources = [*scripts(), *(ROOT / "generator/theme/assets").glob("*.js")]
    names = [name for script in sources for name in declared(script.read_text(encoding="utf-8"))]
    assert "fold" in names
    assert "problemsOf" in names
    assert sorted(names) == sorted(set(names))


def declared(script: str) -> set[str]:
    return set(re.findall(r"^(?:async )?(?:function\*?|const|let|class) (\w+)", script, re.MULTILINE))


@pytest.mark.parametrize("code", ALL_LANGUAGES)
def test_a_number_takes_the_form_that_gettext_gives_it(code: str, page: Page) -> None:
    told = contract("report", _edition(ALL_LANGUAGES[code]))
    numbers = [*range(130), 200, 201, 202, 211, 999, 1000, 1001, 1002, 1102, 9_999, 999_901]
    forms = spoken(page, "given[2].map((number) => sayNumber(given[0], given[1], number))", [*MONTHS, numbers], told)
    assert forms == [say_number(*MONTHS, number).render(ALL_LANGUAGES[code].catalogue) for number in numbers]


def _edition(language: Language) -> Any:
    return type(EDITIONS["en"])(EDITIONS["en"].site, language)


VALUES = [
    "",
    "x",
    "a\nb\u202ec",
    "é" * 79,
    "é" * 80,
    "é" * 81,
    "𝒱" * 81,
    "x" * 5000,
    "a@b.example",
    "773 02 46 1",
    "2024-01-01",
    "%(key)s",
]


def test_a_value_is_shown_as_python_shows_it(page: Page) -> None:
    assert spoken(page, "given.map((text) => printable(text))", VALUES) == [printable(text) for text in VALUES]
    message = [say("There is no key “%(key)s” here.", key=text).render(LANGUAGES["bg"].catalogue) for text in VALUES]
    assert spoken(page, "given.map((key) => say('There is no key “%(key)s” here.', { key }))", VALUES) == message


@pytest.mark.parametrize("translation", ["%(друго)s", "100 %", "%(key)d %(other)s", "%", "%(key"])
def test_a_translation_with_other_placeholders_gives_way_to_the_source(translation: str, page: Page) -> None:
    told = {**CONTRACTS["report en"], "messages": {"No “%(key)s”.": translation}}
    assert spoken(page, "say('No “%(key)s”.', { key: 'x' })", None, told) == "No “x”."


def test_a_message_without_values_is_shown_as_it_stands(page: Page) -> None:
    assert Message("100 %").render(LANGUAGES["en"].catalogue) == "100 %"
    assert spoken(page, "[say('100 %'), say('constructor'), translated('x').said]") == ["100 %", "constructor", "x"]


def test_the_contract_of_the_page_is_found_there(browser: Browser) -> None:
    told = json.dumps({**CONTRACTS["report bg"], "messages": {"HTML": "ХТМЛ"}}).replace("<", "\\u003c")
    with browser.new_page() as page:
        page.set_content(f'<script type="application/json" id="form-contract">{told}</script>')
        assert start(page).evaluate("say('HTML')") == "ХТМЛ"
