"""A record that can be run."""

from __future__ import annotations

from pathlib import Path

from tests.review.repositories import commit


def make(root: Path) -> None:
    (root / "supporters/zelen-rid/supporter.yml").chmod(0o755)
    commit(root)
