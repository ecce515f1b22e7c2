"""A link, which a folder of examples could not keep."""

from __future__ import annotations

from pathlib import Path

from tests.review.repositories import commit


def make(root: Path) -> None:
    (root / "supporters/mallory").mkdir()
    (root / "supporters/mallory/supporter.yml").symlink_to("/etc/passwd")
    commit(root)
