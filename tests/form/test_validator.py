"""The form says of a record what the check says: the same problems in the same words, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.documents import parse
from generator.form.contract import scripts
from tests.browser.conftest import browser  # noqa: F401 - a fixture
from tests.form.judging import PATHS, as_javascript_has_it, said_by_check, said_in_browser, start
from tests.test_examples import EXAMPLES

SCRIPT = next(script for script in scripts() if script.name == "validator.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:  # noqa: F811
    with browser.new_page() as opened:
        yield start(opened)


def examples() -> Iterator[Any]:
    for file in sorted(EXAMPLES.glob("*valid/*/supporters/**/*.yml")):
        kind = {"supporter.yml": "supporter"}.get(file.name, "report" if file.parent.name == "reports" else "")
        if kind and file.is_file():
            document, _ = parse(PATHS[kind], file.read_bytes())
            if document:
                name = file.relative_to(EXAMPLES).as_posix().replace("/supporters", "")
                yield pytest.param(kind, as_javascript_has_it(document.data), id=name)


def agree(page: Page, kind: str, record: Any, language: str) -> None:
    (form,) = said_in_browser(page, kind, language, [record])
    assert form == said_by_check(kind, language, record)


@pytest.mark.parametrize("language", ["en", "bg"])
@pytest.mark.parametrize(("kind", "record"), [*examples()])
def test_an_example_gets_the_same_words(kind: str, record: Any, language: str, page: Page) -> None:
    agree(page, kind, record, language)
