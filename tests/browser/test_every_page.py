"""What holds for every kind of page: no barrier axe can find, no foreign request, no sideways scrolling."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

KINDS = [
    "",
    "eligibility/",
    "commitments/",
    "commitments/before-2016/",
    "benefits/",
    "apply/",
    "questions/",
    "supporters/",
    "supporters/efivc/",
    "supporters/wadi-zaytoun/",
    "supporters/weisserlental/",
    "supporters/gorna-vedrina/",
    "supporters/grunbachland/",
    "supporters/estran-solidaire/",
    "reports/",
    "reports/2025/",
    "status/",
    "accessibility/",
    "legal/",
    "privacy/",
    "site-map/",
]
PAGES = ["", *(f"bg/{kind}" for kind in KINDS)]
"""One language is enough: the templates are those of all, and Bulgarian has the longer words."""


IN_BOTH = {"", "bg/", "bg/apply/", "bg/supporters/", "bg/supporters/efivc/", "bg/reports/2025/", "bg/status/"}
"""Pages that between them have every colour."""


@pytest.mark.parametrize(
    ("path", "scheme"), [*((path, "light") for path in PAGES), *((path, "dark") for path in PAGES if path in IN_BOTH)]
)
def test_axe_finds_no_violation_and_nothing_foreign_is_asked_for(open_page, path, scheme):
    page = open_page(path, color_scheme=scheme, reduced_motion="reduce")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.faults == []


def test_the_page_for_missing_addresses_speaks_the_language_of_the_address(open_page):
    page = open_page("bg/no-such-page/")
    assert page.locator("section:visible").count() == 1
    assert page.locator("section:visible").get_attribute("lang") == "bg"
    assert Axe().run(page).violations_count == 0


TOO_WIDE = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.getBoundingClientRect().right > 321).map(e => e.outerHTML.slice(0, 90))"""
TOO_SMALL = """() => [...document.querySelectorAll('button, summary, select, input')]
  .filter(e => e.checkVisibility() && (e.offsetHeight < 24 || e.offsetWidth < 24)).map(e => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("path", PAGES)
def test_at_320_pixels_nothing_scrolls_sideways_and_controls_can_be_touched(open_page, path):
    page = open_page(path, width=320)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320, page.evaluate(TOO_WIDE)
    assert page.evaluate(TOO_SMALL) == []


@pytest.mark.parametrize(
    "path", ["en/", "bg/supporters/", "en/supporters/efivc/", "bg/apply/", "bg/status/", "en/reports/2025/"]
)
def test_nothing_scrolls_sideways_from_right_to_left(open_page, path):
    page = open_page(path, width=320)
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
