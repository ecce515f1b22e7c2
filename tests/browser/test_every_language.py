"""Every language of the site, on the page with the most of its own words: no barrier, nothing too wide, every name its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from generator.languages import own_name
from tests.building import build, copy_project
from tests.memory import ALL_LANGUAGES


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration in all languages, in place of that in two."""
    return build(copy_project(tmp_path_factory.mktemp("languages"), ALL_LANGUAGES))


def test_every_language_is_complete_and_no_word_of_it_is_too_wide(open_page, address):
    page = open_page("en/", width=320)
    for code in ALL_LANGUAGES:
        page.goto(f"{address}{code}/")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 320, code
        assert page.locator("html").get_attribute("lang") == code
        assert page.locator("[data-foreign]").all_inner_texts() in ([], ["Demonstration Registry"]), code
    assert page.faults == []


@pytest.mark.parametrize("code", ["el", "mt"])
def test_axe_finds_no_violation_in_a_script_and_a_language_that_the_theme_does_not_know(open_page, code):
    page = open_page(f"{code}/", reduced_motion="reduce")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_the_entry_offers_every_language_by_its_own_name(open_page):
    page = open_page("", width=375, locale="ja-JP")
    assert page.locator(".root__languages strong").all_inner_texts() == [own_name(code) for code in ALL_LANGUAGES]
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 375
    assert Axe().run(page).violations_count == 0
