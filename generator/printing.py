"""HTML to PDF with a browser of this machine: no printer, no network, nothing left behind."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.problems import Message, say

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
SECONDS = 60
NO_BROWSER = say("There is no Chromium or Chrome on this machine.")

_SWITCHES = (
    "--headless",
    "--no-pdf-header-footer",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-gpu",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
)


def browsers() -> list[str]:
    """The browsers on PATH that can print, by their paths."""
    return [path for name in BROWSERS if (path := shutil.which(name))]


def pdf_of(html: str, candidates: Iterable[str], beside: Path) -> bytes | Message:
    """The PDF of a page that needs nothing else, from the first browser that makes one; or why none did.

    The page lies for a moment in a folder in `beside`: a browser packed as a snap cannot see the usual one.
    """
    why = NO_BROWSER
    for browser in candidates:
        with TemporaryDirectory(dir=beside.absolute(), prefix="printing-", ignore_cleanup_errors=True) as folder:
            result = _print(browser, html, Path(folder))
        if isinstance(result, bytes):
            return result
        why = result
    return why


def _print(browser: str, html: str, folder: Path) -> bytes | Message:
    page, pdf = folder / "page.html", folder / "page.pdf"
    page.write_text(html, encoding="utf-8")
    sandbox = ("--no-sandbox",) if os.getuid() == 0 else ()  # root has none to use
    profile, target = f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={pdf}"
    command = [browser, *_SWITCHES, *sandbox, profile, target, page.as_uri()]
    name = Path(browser).name
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False, text=True, errors="replace")  # noqa: S603
    except subprocess.TimeoutExpired:
        return say("%(browser)s did not answer within %(seconds)d seconds.", browser=name, seconds=SECONDS)
    except OSError as error:
        return say("%(browser)s cannot be started (%(why)s).", browser=name, why=str(error.strerror))
    if not pdf.is_file():
        return say("%(browser)s has printed nothing (%(why)s).", browser=name, why=_last_line(done.stderr))
    return pdf.read_bytes()


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1] if lines else "–"
