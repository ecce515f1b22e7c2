"""Real Git repositories for tests: made in a folder, without the settings of whoever runs the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.building import ROOT, copy_content

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Somebody",
    "GIT_AUTHOR_EMAIL": "somebody@mail.example",
    "GIT_COMMITTER_NAME": "Somebody",
    "GIT_COMMITTER_EMAIL": "somebody@mail.example",
    "GIT_AUTHOR_DATE": "2026-11-20T10:00:00Z",
    "GIT_COMMITTER_DATE": "2026-11-20T10:00:00Z",
}


def git(root: Path, *arguments: str, given: str | None = None) -> str:
    """Run git in a repository; what it says."""
    done = subprocess.run(
        ["git", *arguments], cwd=root, env=ENVIRONMENT, input=given, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def write(root: Path, files: Mapping[str, bytes | str | None]) -> None:
    """Write files below a folder; None deletes one."""
    for path, content in files.items():
        file = root / path
        if content is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)


def commit(root: Path, message: str = "Change", files: Mapping[str, bytes | str | None] | None = None) -> str:
    """Commit everything in the folder, after writing some files; the name of the commit."""
    write(root, files or {})
    git(root, "add", "--all", "--force")
    git(root, "commit", "--quiet", "--allow-empty", "--no-verify", "--message", message)
    return git(root, "rev-parse", "HEAD")


def repository(root: Path, files: Mapping[str, bytes | str | None]) -> Path:
    """A new repository with the project's settings, schemas and texts and some files, on the branch `main`."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    shutil.copytree(ROOT / "schemas", root / "schemas")
    copy_content(root)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    commit(root, "Base", files)
    return root
