"""The schemas, published under the address that each names as its `$id`, for editors and other programs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.edition import Edition
from generator.outputs.search_index import Entries


def write(editions: Mapping[str, Edition], entries: Mapping[str, Entries], site: Path) -> None:
    schemas = next(iter(editions.values())).site.schemas
    folder = site / "schemas"
    folder.mkdir(exist_ok=True)
    for name in schemas.sources:
        (folder / name).write_bytes((schemas.folder / name).read_bytes())
