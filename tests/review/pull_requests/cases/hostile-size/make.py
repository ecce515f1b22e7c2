"""A file that is too large to be kept as an example."""

from __future__ import annotations

from pathlib import Path

from tests.review.repositories import commit


def make(root: Path) -> None:
    commit(root, files={"supporters/mallory/supporter.yml": "name:\n  en: " + "x" * 300_000 + "\n"})
