"""The site map for search engines: an index, and a file a language, each page with its translations.

One file for all would pass the limits of the protocol (50 MB, 50,000 addresses) at 24 languages.
Source: sitemaps.org, and Google's convention for `hreflang` in site maps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from markupsafe import escape

from generator.content import url_of
from generator.edition import Edition
from generator.outputs.search_index import Written
from generator.registry import Organisation

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write(edition: Edition, written: Sequence[Written], site: Path) -> None:
    rows = "".join(_row(edition, path, day, exists_in) for path, day, exists_in in _pages(edition))
    head = f'{HEAD}<urlset xmlns="{NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    (site / edition.root / "sitemap.xml").write_text(f"{head}{rows}</urlset>\n", encoding="utf-8")


def _pages(edition: Edition) -> Iterator[tuple[str, date | None, Sequence[str]]]:
    """Address within the language, day of the last change, and languages of every page."""
    for source in edition.menu_labels:
        exists_in = edition.site.languages_with(source)
        if edition.language.code in exists_in:
            yield url_of(source), None, exists_in
    for organisation in edition.with_profile:
        yield f"supporters/{organisation.slug}/", _last_change(organisation), tuple(edition.site.languages)


def _last_change(organisation: Organisation) -> date | None:
    days = [filed.report.submitted_on for filed in organisation.reports]
    return max([*days, *(step.on for step in [organisation.last_step] if step)], default=None)


def _row(edition: Edition, path: str, day: date | None, exists_in: Sequence[str]) -> str:
    base = escape(edition.site.site_url)
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href="{base}{code}/{path}"/>' for code in exists_in
    )
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<url><loc>{base}{edition.root}{path}</loc>{changed}{alternates}</url>\n"
