"""A paper in a real browser: no barrier, nothing foreign, readable on a telephone, black on white in the dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.memory import one_supporter
from tests.papers.test_desk import demonstration
from tests.papers.written import NAMES, applicant, paper_of

PAPERS = {
    "to-sign-bg": lambda: paper_of(applicant({"name": NAMES}), "bg", demonstration=True),
    "to-sign-el": lambda: paper_of(applicant({"name": NAMES, "seat": {"city": NAMES}}), "el"),
    "to-sign-ar": lambda: paper_of(applicant({"name": NAMES, "acronym": {"el": "ΔΗ.Α."}}), "ar", demonstration=True),
    "in-english-ar": lambda: paper_of(applicant(), "ar", statement_version="before-2016"),
    "desk-bg": lambda: demonstration("bg"),
    "copy-en": lambda: paper_of(one_supporter(), "en"),
}

TOO_WIDE = """() => [...document.querySelectorAll('body *')]
  .filter(e => { const r = e.getBoundingClientRect(); return r.right > 321 || r.left < -1; }).map(e => e.outerHTML.slice(0, 90))"""


@pytest.fixture
def open_paper(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """`open_paper("copy-en", width=375)`: a paper from its file; requests and errors are in `page.faults`."""
    contexts = []

    def open_one(name: str, width: int = 1280, **options):
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, **options))
        page = contexts[-1].new_page()
        page.faults = []
        page.on("console", lambda m: page.faults.append(m.text) if m.type in ("error", "warning") else None)
        page.on("request", lambda r: r.url == file.as_uri() or page.faults.append(r.url))
        file = tmp_path / f"{name}.html"
        file.write_text(PAPERS[name]().html, encoding="utf-8")
        page.goto(file.as_uri())
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", PAPERS)
def test_axe_finds_no_violation_nothing_is_asked_for_and_nothing_scrolls_sideways(open_paper, name):
    page = open_paper(name, color_scheme="dark")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.faults == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320, page.evaluate(TOO_WIDE)


def test_it_is_black_on_white_also_in_the_dark(open_paper):
    page = open_paper("copy-en", color_scheme="dark")
    colours = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    assert page.locator("main").evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_lines_and_addresses_follow_the_direction_of_the_page(open_paper):
    page = open_paper("to-sign-ar")
    left, right = (page.locator(f".facts {part}").first.bounding_box() for part in ("dd", "dt"))
    assert left["x"] < right["x"]
    first, wide = (page.locator(f".blanks p:{which}-child").bounding_box() for which in ("first", "last"))
    assert wide["x"] < first["x"]
    assert page.locator("a[href^=mailto]").first.evaluate("e => getComputedStyle(e).direction") == "ltr"
