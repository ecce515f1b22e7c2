"""A link in place of a folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.review.repositories import commit


def make(root: Path) -> None:
    shutil.rmtree(root / "supporters/zelen-rid")
    (root / "supporters/zelen-rid").symlink_to("vale-towns")
    commit(root)
