"""Figures and due days as readers see them: charts, the reports of a year, the shape of a status, a calendar."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.keyboard import tab_to


def test_good_practices_are_narrowed_by_subject_with_the_keyboard_and_the_address_keeps_it(open_page):
    page = open_page("en/reports/2025/", width=375)
    rows, count = page.locator("[data-filtered] > li:visible"), page.locator("[data-filter-count]")
    everything = rows.count()
    expect(count).to_have_text(f"{everything} good practices")
    tab_to(page, "#filter-tag")
    page.keyboard.type("Water")
    expect(page.locator("#filter-tag")).to_have_value("water")
    expect(page).to_have_url(re.compile(r"\?tag=water$"))
    assert 0 < rows.count() < everything
    expect(count).to_have_text(re.compile(rf"^{rows.count()} good practices?$"))
    assert count.get_attribute("role") == "status"
    page.reload()
    expect(page.locator("#filter-tag")).to_have_value("water")
    assert 0 < rows.count() < everything
    tab_to(page, "button[type=reset]")
    page.keyboard.press("Enter")
    expect(rows).to_have_count(everything)


def test_without_javascript_the_report_of_reports_is_complete(open_page):
    with_it, without = (open_page("en/reports/2025/", java_script_enabled=enabled) for enabled in (True, False))
    expect(without.locator("[data-filters]")).to_be_hidden()
    assert without.locator(".chart:visible").count() == 7
    for selector in ("[data-filtered] > li:visible", ".table tbody tr:visible"):
        assert without.locator(selector).count() == with_it.locator(selector).count() > 10


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
