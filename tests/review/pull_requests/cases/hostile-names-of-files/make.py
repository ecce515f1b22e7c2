"""Names that not every computer could keep in a folder of examples."""

from __future__ import annotations

from pathlib import Path

from tests.review.repositories import commit

NAMES = (
    "supporters\\vale-towns\\standing.yml",
    "supporters/vale-towns/standing.yml.",
    "content/bg/\u0438\u0306.md",
    "content/bg/aux.md",
    "content/bg/a\u202eb.md",
)


def make(root: Path) -> None:
    commit(root, files=dict.fromkeys(NAMES, "x"))
