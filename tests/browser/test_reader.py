"""What a reader does: find an organisation, search, switch language, with the keyboard and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from generator.folding import fold


def test_a_reader_finds_an_organisation_in_bulgarian_on_a_phone_with_the_keyboard(open_page):
    page = open_page("bg/", width=375)
    _tab_to(page, "a.button")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/bg/supporters/$"))
    _tab_to(page, "#filter-text")
    page.keyboard.type("сребрина")
    expect(page.locator("[data-filtered] > li:visible")).to_have_count(1)
    _tab_to(page, "[data-filtered] > li:visible a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/bg/supporters/aods-srebrina/"))
    expect(page.locator("h1")).to_contain_text("Сребрина")


def _tab_to(page, selector: str) -> None:
    """Press Tab until the focus is on the first element of a selector."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement?.matches(s)", selector.replace(":visible", "")):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


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


def test_good_practices_are_narrowed_by_subject_with_the_keyboard_and_the_address_keeps_it(open_page):
    page = open_page("en/reports/2025/", width=375)
    rows, count = page.locator("[data-filtered] > li:visible"), page.locator("[data-filter-count]")
    everything = rows.count()
    expect(count).to_have_text(f"{everything} good practices")
    _tab_to(page, "#filter-tag")
    page.keyboard.type("Water")
    expect(page.locator("#filter-tag")).to_have_value("water")
    expect(page).to_have_url(re.compile(r"\?tag=water$"))
    assert 0 < rows.count() < everything
    expect(count).to_have_text(re.compile(rf"^{rows.count()} good practices?$"))
    assert count.get_attribute("role") == "status"
    page.reload()
    expect(page.locator("#filter-tag")).to_have_value("water")
    assert 0 < rows.count() < everything
    _tab_to(page, "button[type=reset]")
    page.keyboard.press("Enter")
    expect(rows).to_have_count(everything)


@pytest.mark.parametrize(
    ("language", "words", "found"),
    [
        ("en", "udoli", "supporters/jasanove-udoli/"),
        ("bg", "подкреп", "benefits/"),
        ("bg", "отчит", "commitments/"),
        ("en", "suspen", "questions/"),
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
    page.locator("[data-search-results] a").first.click()
    expect(page).to_have_url(re.compile(r"/bg/supporters/efivc/"))


def test_another_language_is_the_same_page(open_page):
    page = open_page("bg/supporters/efivc/", width=375)
    page.click("details[data-languages] summary")
    page.click("details[data-languages] a[hreflang=en]")
    expect(page).to_have_url(re.compile(r"/en/supporters/efivc/$"))
    assert page.locator("html").get_attribute("lang") == "en"


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


def test_without_javascript_the_report_of_reports_is_complete(open_page):
    with_it, without = (open_page("en/reports/2025/", java_script_enabled=enabled) for enabled in (True, False))
    expect(without.locator("[data-filters]")).to_be_hidden()
    assert without.locator(".chart:visible").count() == 7
    for selector in ("[data-filtered] > li:visible", ".table tbody tr:visible"):
        assert without.locator(selector).count() == with_it.locator(selector).count() > 10


def test_without_javascript_the_system_decides_light_or_dark(open_page):
    colours = {
        scheme: open_page("en/", java_script_enabled=False, color_scheme=scheme)
        .locator("body")
        .evaluate("e => getComputedStyle(e).backgroundColor")
        for scheme in ("light", "dark")
    }
    assert colours["light"] != colours["dark"]


def test_a_reader_comes_from_the_reports_by_way_of_a_year_to_a_report(open_page):
    page = open_page("en/reports/")
    page.click("a[href='2025/']")
    expect(page).to_have_url(re.compile(r"/en/reports/2025/$"))
    link = page.locator("a[href*='efivc/#report-']").last
    target = link.get_attribute("href").partition("#")[2]
    link.click()
    expect(page.locator(f"details#{target}")).to_have_attribute("open", "")


def _start_of_bars(page) -> list[float]:
    """How far each filled bar is from where the reader begins to read its row."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.bar__part')].filter(part => part.getBoundingClientRect().width)
          .map(part => { const a = part.getBoundingClientRect(), b = part.closest('th').getBoundingClientRect();
            return document.documentElement.dir === 'rtl' ? b.right - a.right : a.left - b.left; })"""
    )


def test_bars_grow_from_where_the_reader_begins(open_page):
    page = open_page("en/status/", width=375)
    assert max(map(abs, _start_of_bars(page))) < 1
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert max(map(abs, _start_of_bars(page))) < 1


@pytest.mark.parametrize("options", [{}, {"forced_colors": "active"}, {"color_scheme": "dark"}])
def test_bars_stand_out_from_their_ground(open_page, options):
    page = open_page("en/status/", **options)
    part, whole = (page.locator(selector).first.evaluate("e => getComputedStyle(e).fill") for selector in BAR)
    assert part != whole


BAR = (".bar__part", ".bar__whole")


@pytest.mark.parametrize("options", [{}, {"forced_colors": "active"}])
def test_each_status_has_a_shape_of_its_own_that_is_also_seen_in_high_contrast_and_print(open_page, options):
    page = open_page("en/supporters/", **options)
    statuses = ["active", "on_hold", *(page.locator(".former .status").evaluate_all(CLASSES))]
    assert len(statuses) == 6
    page.evaluate(
        "statuses => document.querySelector('main').innerHTML ="
        " statuses.map(each => `<p class='status status--${each}'>${each}</p>`).join('')",
        statuses,
    )
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        shapes = page.locator(".status").evaluate_all(SHAPES)
        assert len({mask for mask, _, _, _ in shapes}) == 6
        for mask, ground, paper, adjust in shapes:
            assert mask.startswith("url(")
            assert ground not in (paper, "rgba(0, 0, 0, 0)")
            assert adjust == "exact"


CLASSES = "all => all.map(each => each.className.replace('status status--', ''))"
SHAPES = """all => all.map(each => { const shape = getComputedStyle(each, '::before');
  return [shape.maskImage, shape.backgroundColor, getComputedStyle(each).backgroundColor, shape.printColorAdjust]; })"""


def test_a_supporter_takes_the_day_of_its_next_report_into_a_calendar(open_page):
    page = open_page("en/supporters/efivc/")
    link = page.get_by_role("link", name="Add to a calendar")
    answer = page.request.get(page.evaluate("e => e.href", link.element_handle()))
    assert answer.text().startswith("BEGIN:VCALENDAR\r\n")
    assert "SUMMARY:Report due: European Federation" in answer.text()


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
