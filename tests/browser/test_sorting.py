"""Every language of the site sorts as the browser does, whose collation is CLDR's."""

from __future__ import annotations

from random import Random

import pytest
from playwright.sync_api import Browser, Page

from generator.languages import Language
from tests.memory import ALL_LANGUAGES

ALPHABET = "abcdefghijklmnopqrstuvwxyzéèñçü"


@pytest.fixture(scope="module")
def page(browser: Browser):
    with browser.new_page() as opened:
        yield opened


@pytest.mark.parametrize("code", ALL_LANGUAGES)
def test_a_language_sorts_as_the_browser_does(code: str, page: Page) -> None:
    if not page.evaluate("code => Intl.Collator.supportedLocalesOf(code).length", code):
        assert code in {"ga", "mt"}, "no browser knows these; their order has examples of its own"
        return
    language = ALL_LANGUAGES[code]
    words = list({word.lower(): word for word in (*_names(language), *_invented(language))}.values())
    expected = page.evaluate("([code, words]) => words.sort(new Intl.Collator(code).compare)", [code, words])
    assert sorted(words, key=language.sort_key) == expected


def _names(language: Language) -> set[str]:
    """The words that the site really sorts, but for one sign that CLDR counts among neither letters nor signs."""
    locale = language.locale
    found = [*locale.territories.values(), *locale.languages.values(), "A-B C", "A B", "AB", "A.B", "2 A", "10 A"]
    return {
        each for each in {name.lower(): name for name in found}.values() if "\u02bc" not in each
    }  # no letter, no sign


def _invented(language: Language) -> set[str]:
    """Words of the language's own letters in every combination; of letters that share a place, the first."""
    own = [group.partition("=")[0] for rule in language.sorting for group in rule.partition(">")[0].split()]
    chance = Random(language.code)
    found = ("".join(chance.choices([*ALPHABET, *own * 2], k=chance.randint(2, 5))) for _ in range(300))
    return {word.capitalize() for word in found if "aå" not in word}  # browsers take the a of å for the second of aa
