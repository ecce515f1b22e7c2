"""Real Git repositories for tests: made in a folder, without the settings of whoever runs the tests."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.building import ROOT, TWO


def environment(day: str = "2026-03-31") -> dict[str, str]:
    """The environment with somebody's name for Git, at noon of a day, and without the user's own settings."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for role in ("GIT_AUTHOR", "GIT_COMMITTER"):
        settings |= {f"{role}_NAME": "Demo", f"{role}_EMAIL": "demo@git.example", f"{role}_DATE": f"{day}T12:00:00Z"}
    return {**known, **settings}


def git(folder: Path, *arguments: str, day: str = "2026-03-31", given: str | None = None) -> str:
    """Run Git in a folder, as at noon of a day; what it printed, without the last end of line."""
    return run(folder, ["git", *arguments], day, given).rstrip("\n")


def run(folder: Path, command: list[str], day: str = "2026-03-31", given: str | None = None, **more: str) -> str:
    """Run a command in a folder, as at noon of a day; what it printed."""
    done = subprocess.run(
        command, cwd=folder, env={**environment(day), **more}, input=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def write(root: Path, files: Mapping[str, object]) -> None:
    """Write files below a folder; None deletes one, and what is neither text nor bytes is written as JSON, which is YAML."""
    for path, content in files.items():
        file = root / path
        if content is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str | bytes) else json.dumps(content)
        file.write_bytes(text.encode() if isinstance(text, str) else text)


def commit(
    root: Path, files: Mapping[str, object] | None = None, day: str = "2026-03-31", message: str = "A change"
) -> str:
    """Write files and commit everything that is not ignored; the name of the commit."""
    write(root, files or {})
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--no-verify", "--message", message, day=day)
    return git(root, "rev-parse", "HEAD")


def repository(root: Path, files: Mapping[str, object], day: str = "2026-03-31") -> Path:
    """A repository with a project: these files, and the real schemas, languages and settings outside of Git."""
    git(root, "init", "--quiet", "--initial-branch", "main")
    for name in ("schemas", "mkdocs.yml", *(f"content/{code}" for code in TWO)):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).symlink_to(ROOT / name)
    write(root, {".gitignore": "/schemas\n/content\n/mkdocs.yml\n"})
    commit(root, files, day)
    return root
