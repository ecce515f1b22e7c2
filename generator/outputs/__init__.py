"""What machines read: search, site map, schemas, and the pages at the root. One module an output.

A new output is its module, with a function `write(editions, entries, site)`, and its line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.edition import Edition
from generator.outputs import root_pages, schema_files, search_index, sitemap
from generator.outputs.search_index import Entries

OUTPUTS = (search_index, sitemap, schema_files, root_pages)


def write_all(editions: Mapping[str, Edition], entries: Mapping[str, Entries], site: Path) -> None:
    """Write every output below the folder of the site; `entries` is what search finds in written pages."""
    for output in OUTPUTS:
        output.write(editions, entries, site)
