"""Real Git repositories for tests."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.building import ROOT, TWO


def git(folder: Path, *arguments: str, day: str = "2026-03-31") -> str:
    """Run Git in a folder, as at noon of a day; what it printed."""
    return run(folder, ["git", *arguments], day)


def run(folder: Path, command: list[str], day: str = "2026-03-31", **more: str) -> str:
    """Run a command in a folder with somebody's name for Git, and without the user's own settings; what it printed."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for role in ("GIT_AUTHOR", "GIT_COMMITTER"):
        settings |= {f"{role}_NAME": "Demo", f"{role}_EMAIL": "demo@git.example", f"{role}_DATE": f"{day}T12:00:00Z"}
    environment = {**os.environ, **settings, **more}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def write(root: Path, files: Mapping[str, object]) -> None:
    """Write files; what is no text is written as JSON, which is YAML."""
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")


def commit(root: Path, files: Mapping[str, object], day: str = "2026-03-31") -> None:
    """Write files and commit everything."""
    write(root, files)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "A change", day=day)


def repository(root: Path, files: Mapping[str, object], day: str = "2026-03-31") -> Path:
    """A repository with a project: these files, and the real schemas, languages and settings outside of Git."""
    git(root, "init", "--quiet", "--initial-branch", "main")
    for name in ("schemas", "mkdocs.yml", *(f"content/{code}" for code in TWO)):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).symlink_to(ROOT / name)
    write(root, {".gitignore": "/schemas\n/content\n/mkdocs.yml\n"})
    commit(root, files, day)
    return root
