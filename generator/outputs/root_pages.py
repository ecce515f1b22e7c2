"""The pages above the languages: the choice of language at `/`, and the page for addresses that do not exist."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from generator.edition import Edition
from generator.foreign import with_elements
from generator.languages import EU_ORDER, SOURCE
from generator.templates import templates


def write(editions: Sequence[Edition], site: Path) -> None:
    shared = editions[0].site
    first = next((edition for edition in editions if edition.language.code == SOURCE), editions[0])
    groups = [[each for each in editions if (each.language.code in EU_ORDER) is official] for official in (True, False)]
    bases = {"index.html": "", "404.html": urlsplit(shared.site_url).path or "/"}
    for name, base in bases.items():
        page = (
            templates("outputs")
            .get_template(name)
            .render(editions=editions, groups=groups, first=first, site=shared, base=base)
        )
        (site / name).write_text(with_elements(page), encoding="utf-8")
