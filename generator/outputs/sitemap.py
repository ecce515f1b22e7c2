"""The site map for search engines: an index, and a file a language, each page with its translations.

One file for all would pass the limits of the protocol (50 MB, 50,000 addresses) at 24 languages.
Source: sitemaps.org, and Google's convention for `hreflang` in site maps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from xml.sax.saxutils import quoteattr

from generator.content import url_of
from generator.edition import Edition
from generator.outputs.search_index import Entries
from generator.registry import Organisation

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write(editions: Mapping[str, Edition], entries: Mapping[str, Entries], site: Path) -> None:
    base = next(iter(editions.values())).site.site_url
    for code, edition in editions.items():
        (site / code / "sitemap.xml").write_text(_of_language(edition, editions), encoding="utf-8")
    files = "".join(f"<sitemap><loc>{base}{code}/sitemap.xml</loc></sitemap>\n" for code in editions)
    index = f'{_HEAD}<sitemapindex xmlns="{_NAMESPACE}">\n{files}</sitemapindex>\n'
    (site / "sitemap.xml").write_text(index, encoding="utf-8")
    (site / "robots.txt").write_text(f"User-agent: *\nSitemap: {base}sitemap.xml\n", encoding="utf-8")


def _of_language(edition: Edition, editions: Mapping[str, Edition]) -> str:
    rows = "".join(_row(edition, path, day, exists_in) for path, day, exists_in in _pages(edition, editions))
    head = f'{_HEAD}<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    return f"{head}{rows}</urlset>\n"


def _pages(edition: Edition, editions: Mapping[str, Edition]) -> Iterator[tuple[str, date | None, list[str]]]:
    """Address within the language, day of the last change, and languages of every page."""
    for source in edition.menu_labels:
        exists_in = [code for code, other in editions.items() if source in other.menu_labels]
        yield url_of(source), None, exists_in
    for organisation in edition.with_profile:
        yield f"supporters/{organisation.slug}/", _last_change(organisation), list(editions)


def _last_change(organisation: Organisation) -> date | None:
    days = [filed.report.submitted_on for filed in organisation.reports]
    return max([*days, *(step.on for step in [organisation.last_step] if step)], default=None)


def _row(edition: Edition, path: str, day: date | None, exists_in: list[str]) -> str:
    base = edition.site.site_url
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(f"{base}{code}/{path}")}/>' for code in exists_in
    )
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<url><loc>{base}{edition.root}{path}</loc>{changed}{alternates}</url>\n"
