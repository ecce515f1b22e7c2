"""Somebody else adds the same folder on the base."""

from __future__ import annotations

from pathlib import Path

from tests.review.repositories import commit, git


def make(root: Path) -> None:
    git(root, "switch", "--quiet", "main")
    commit(root, "Another", {"supporters/severen-bryag/supporter.yml": "name: {bg: Друга}\n"})
    git(root, "switch", "--quiet", "proposal")
