"""A renaming that computers without capitals in names cannot make."""

from __future__ import annotations

from pathlib import Path

from tests.review.repositories import commit, git


def make(root: Path) -> None:
    git(root, "mv", "supporters/zelen-rid/logo.svg", "supporters/zelen-rid/Logo.svg")
    commit(root)
