"""Options and the browsers of the whole suite."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from generator import printing

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

settings.register_profile("patient", deadline=None)  # how fast the machine is proves nothing
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="Write what the examples print as what is expected; then read it."
    )


@pytest.fixture
def browsers(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The browsers on PATH; if there are none, the one that Playwright has installed is put there."""
    if not printing.browsers():
        with sync_playwright() as playwright:
            installed = playwright.chromium.executable_path
        folder = tmp_path_factory.mktemp("browser")
        (folder / "chromium").write_text(f'#!/bin/sh\nexec "{installed}" --no-sandbox "$@"\n', encoding="utf-8")
        (folder / "chromium").chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return printing.browsers()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the system, or the one that Playwright has installed."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    sandbox = ("--no-sandbox",) if os.getuid() == 0 else ()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=[*QUIET, *sandbox])
        yield running
        running.close()
