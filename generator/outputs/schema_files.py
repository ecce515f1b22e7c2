"""The schemas, published under the address that each names as its `$id`, for editors and other programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.edition import Edition


def write(editions: Sequence[Edition], site: Path) -> None:
    schemas = editions[0].site.schemas
    folder = site / "schemas"
    folder.mkdir(exist_ok=True)
    for name in schemas.sources:
        (folder / name).write_bytes((schemas.folder / name).read_bytes())
