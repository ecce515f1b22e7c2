"""What a reader does: find an organisation, search, switch language, with the keyboard and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from generator.folding import fold
from tests.browser.keyboard import tab_to


def test_a_reader_finds_an_organisation_in_bulgarian_on_a_phone_with_the_keyboard(open_page):
    page = open_page("bg/", width=375)
    tab_to(page, "a.button")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/bg/supporters/$"))
    tab_to(page, "#filter-text")
    page.keyboard.type("сребрина")
    expect(page.locator("[data-filtered] > li:visible")).to_have_count(1)
    tab_to(page, "[data-filtered] > li:visible a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/bg/supporters/aods-srebrina/"))
    expect(page.locator("h1")).to_contain_text("Сребрина")


def test_the_first_stop_of_the_keyboard_skips_to_the_content(open_page):
    page = open_page("en/apply/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("width", [320, 1280])
def test_the_focus_is_always_visible(open_page, width):
    page = open_page("en/supporters/", width=width)
    for _ in range(25):
        page.keyboard.press("Tab")
        style = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
              return [s.outlineStyle, parseFloat(s.outlineWidth), s.boxShadow, r.bottom > 0 && r.top < innerHeight]; }"""
        )
        assert (style[0] != "none" and style[1] >= 2) or style[2] != "none", page.evaluate(
            "document.activeElement.outerHTML"
        )
        assert style[3]


def test_filters_narrow_the_list_fold_diacritics_announce_and_stay_in_the_address(open_page):
    page = open_page("en/supporters/")
    rows, count = page.locator("[data-filtered] > li:visible"), page.locator("[data-filter-count]")
    everything = rows.count()
    page.fill("#filter-text", "udoli")
    expect(rows).to_have_count(1)
    expect(count).to_have_text("1 supporter")
    page.fill("#filter-text", "")
    page.select_option("#filter-country", "BG")
    expect(count).to_have_text(f"{rows.count()} supporters")
    assert 0 < rows.count() < everything
    expect(page).to_have_url(re.compile(r"\?country=BG$"))
    page.reload()
    expect(page.locator("#filter-country")).to_have_value("BG")
    assert rows.count() < everything
    page.click("button[type=reset]")
    expect(rows).to_have_count(everything)
    page.fill("#filter-text", "no such organisation")
    expect(count).to_have_text("No supporter fits these filters.")


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("en", "udoli", "supporters/jasanove-udoli/"),
        ("bg", "подкреп", "benefits/"),
        ("bg", "отчит", "commitments/"),
        ("en", "suspen", "questions/"),
        ("en", "supports", "benefits/"),  # its own stemmer: the page says “support” and “supporter”
        ("bg", "кандидатстването", "apply/"),  # no stemmer: asked once more, for a shorter word
        ("bg", "zelenobreg", "supporters/zelenobreg/"),
    ],
)
def test_search_finds_typed_and_pasted_words(open_page, language, words, found):
    page = open_page(f"{language}/benefits/")
    page.click("[data-open-search]")
    page.fill("[data-search-query]", words)
    expect(page.locator(f"[data-search-results] a[href*='{found}']").first).to_be_visible()
    expect(page.locator("[data-search-count]")).not_to_be_empty()
    assert page.faults == []


def test_search_opens_and_closes_by_key_and_gives_the_focus_back(open_page):
    page = open_page("en/")
    page.focus("[data-open-search]")
    page.keyboard.press("Enter")
    expect(page.locator("dialog[data-search]")).to_be_visible()
    expect(page.locator("[data-search-query]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog[data-search]")).to_be_hidden()
    expect(page.locator("[data-open-search]")).to_be_focused()


def test_a_result_leads_to_its_page(open_page):
    page = open_page("bg/")
    page.click("[data-open-search]")
    page.keyboard.type("EFIVC")
    expect(page.locator("[data-search-count]")).to_have_text("1 резултат")
    page.locator("[data-search-results] a").first.click()
    expect(page).to_have_url(re.compile(r"/bg/supporters/efivc/"))


def test_another_language_is_the_same_page(open_page):
    page = open_page("bg/supporters/efivc/", width=375)
    page.click("details[data-languages] summary")
    page.click("details[data-languages] a[hreflang=en]")
    expect(page).to_have_url(re.compile(r"/en/supporters/efivc/$"))
    assert page.locator("html").get_attribute("lang") == "en"


def test_the_entry_hints_at_the_language_of_the_browser_and_goes_nowhere_by_itself(open_page):
    page = open_page("", locale="bg-BG")
    hint = page.locator("[data-language-hint]:visible")
    assert (hint.count(), hint.get_attribute("lang")) == (1, "bg")
    hint.locator("a").click()
    expect(page).to_have_url(re.compile(r"/bg/$"))


def test_the_entry_hints_at_the_language_chosen_before(open_page):
    page = open_page("bg/", locale="bg-BG")
    page.click("details[data-languages] summary")
    page.click("details[data-languages] a[hreflang=en]")
    page.goto(page.url.removesuffix("en/"))
    assert page.locator("[data-language-hint]:visible").get_attribute("lang") == "en"
    assert page.context.cookies() == []


def test_the_entry_hints_at_nothing_if_the_site_has_no_language_of_the_reader(open_page):
    assert open_page("", locale="ja-JP").locator("[data-language-hint]:visible").count() == 0


def test_the_chosen_scheme_is_remembered(open_page):
    page = open_page("en/", color_scheme="light")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("[data-toggle-scheme]")
    page.goto(page.url + "apply/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    expect(page.locator("[data-toggle-scheme]")).to_have_attribute("aria-pressed", "true")


def test_without_javascript_everything_can_be_read(open_page):
    page = open_page("bg/supporters/", width=375, java_script_enabled=False)
    assert page.locator("[data-filtered] > li:visible").count() > 20
    expect(page.locator("[data-filters]")).to_be_hidden()
    expect(page.locator("[data-open-search]")).to_be_hidden()
    expect(page.locator("nav a[href='../apply/']").first).to_be_visible()
    page.click("details[data-languages] summary")
    page.click("details[data-languages] a[hreflang=en]")
    expect(page).to_have_url(re.compile(r"/en/supporters/$"))


def test_without_javascript_the_system_decides_light_or_dark(open_page):
    colours = {
        scheme: open_page("en/", java_script_enabled=False, color_scheme=scheme)
        .locator("body")
        .evaluate("e => getComputedStyle(e).backgroundColor")
        for scheme in ("light", "dark")
    }
    assert colours["light"] != colours["dark"]


def test_foreign_text_is_marked_and_has_its_direction(open_page):
    page = open_page("bg/supporters/wadi-zaytoun/")
    heading = page.locator("h1 bdi")
    assert (heading.get_attribute("lang"), heading.get_attribute("dir")) == ("ar", "rtl")
    expect(page.locator(".foreign:visible, .foreign-note:visible").first).to_contain_text("арабски")


@pytest.mark.parametrize(
    "text", ["Knjižnice", "STRAẞE", "Łódź", "ţară ț", "Ðakovo", "Ελλάδος Άνω", "Йордан", "Ħamrun", "œuvre Æsir"]
)
def test_the_browser_folds_letters_as_the_generator_does(open_page, text):
    assert open_page("en/").evaluate("text => fold(text)", text) == fold(text)


@pytest.mark.parametrize(("path", "form"), [("bg/apply/", "bg/form/interest/"), ("en/commitments/", "en/form/report/")])
def test_the_page_that_explains_leads_to_the_form(open_page, path, form):
    page = open_page(path)
    page.click("main .actions a")
    expect(page).to_have_url(re.compile(f"/{form}$"))
