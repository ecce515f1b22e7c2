"""A submodule."""

from __future__ import annotations

from pathlib import Path

from tests.review.repositories import git


def make(root: Path) -> None:
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},supporters/mallory")
    git(root, "commit", "--quiet", "--message", "Other")
