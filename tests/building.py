"""Sites for tests, built by the real command from a copy of the project."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
TODAY = date.today().isoformat()  # noqa: DTZ011
"""The real day: records that are handed in tomorrow are tested tomorrow."""
COVENANT = str(Path(sys.executable).with_name("covenant"))


TWO = ("bg", "en")
"""The languages in which most tests are at home: what they expect word for word holds while others come and go."""


def copy_content(target: Path, languages: Iterable[str] = TWO) -> None:
    """A copy of `content/` with some languages."""
    for code in languages:
        shutil.copytree(ROOT / "content" / code, target / "content" / code)


def link_project(target: Path) -> None:
    """Links to everything but the records, with two languages."""
    (target / "content").mkdir()
    for name in ("schemas", "mkdocs.yml", *(f"content/{code}" for code in TWO)):
        (target / name).symlink_to(ROOT / name)


def copy_project(target: Path, languages: Iterable[str] = TWO) -> Path:
    """A copy of everything a site is built from, with some languages."""
    copy_content(target, languages)
    for folder in ("schemas", "supporters"):
        shutil.copytree(ROOT / folder, target / folder)
    shutil.copytree(ROOT / "generator" / "theme", target / "generator" / "theme")
    shutil.copy(ROOT / "mkdocs.yml", target / "mkdocs.yml")
    return target


def covenant(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `covenant` in a project."""
    return subprocess.run([COVENANT, *arguments], cwd=project, capture_output=True, text=True, check=False)


def on_terminal(*arguments: str, **environment: str) -> bytes:
    """What `covenant` writes to a terminal, in the current folder."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([COVENANT, *arguments], stdout=theirs, env={**os.environ, **environment})
    os.close(theirs)
    written = b""
    try:
        while part := os.read(ours, 4096):
            written += part
    except OSError:  # the terminal is closed when the command ends
        pass
    os.close(ours)
    process.wait()
    return written


def build(project: Path) -> Path:
    """Build the site of a project; its folder."""
    result = covenant(project, "build", "--today", TODAY)
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "site"
