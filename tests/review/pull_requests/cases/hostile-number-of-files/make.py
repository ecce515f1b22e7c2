"""More files than anyone would read."""

from __future__ import annotations

from pathlib import Path

from tests.review.repositories import commit


def make(root: Path) -> None:
    commit(root, files={f"supporters/zelen-rid/reports/{1900 + year}.yml": "x" for year in range(100)})
