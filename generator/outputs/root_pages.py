"""The pages above the languages: the choice of language at `/`, and the page for addresses that do not exist."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from generator.edition import Edition
from generator.foreign import tagged
from generator.languages import SOURCE
from generator.templates import templates


def write(editions: Sequence[Edition], site: Path) -> None:
    shared = editions[0].site
    first = next((edition for edition in editions if edition.language.code == SOURCE), editions[0])
    bases = {"index.html": "", "404.html": urlsplit(shared.site_url).path or "/"}
    for name, base in bases.items():
        page = templates("outputs").get_template(name).render(editions=editions, first=first, site=shared, base=base)
        (site / name).write_text(tagged(page), encoding="utf-8")
