"""Real repositories for reviews: everything that decides about a change is committed too."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests import repositories
from tests.building import ROOT, copy_content
from tests.repositories import environment, git, write

__all__ = ["ENVIRONMENT", "commit", "git", "repository", "write"]

ENVIRONMENT = environment()


def commit(root: Path, message: str = "Change", files: Mapping[str, bytes | str | None] | None = None) -> str:
    """Commit everything in the folder, after writing some files; the name of the commit."""
    write(root, files or {})
    git(root, "add", "--all", "--force")
    return repositories.commit(root, message=message)


def repository(root: Path, files: Mapping[str, bytes | str | None]) -> Path:
    """A new repository with the project's settings, schemas and texts and some files, on the branch `main`."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "--quiet", "--initial-branch=main")
    shutil.copytree(ROOT / "schemas", root / "schemas")
    copy_content(root)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    commit(root, "Base", files)
    return root
