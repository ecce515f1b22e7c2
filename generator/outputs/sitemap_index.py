"""The index of the site maps of all languages, and where crawlers find it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.edition import Edition
from generator.outputs.sitemap import HEAD, NAMESPACE


def write(editions: Sequence[Edition], site: Path) -> None:
    base = editions[0].site.site_url
    files = "".join(f"<sitemap><loc>{base}{edition.root}sitemap.xml</loc></sitemap>\n" for edition in editions)
    (site / "sitemap.xml").write_text(
        f'{HEAD}<sitemapindex xmlns="{NAMESPACE}">\n{files}</sitemapindex>\n', encoding="utf-8"
    )
    (site / "robots.txt").write_text(f"User-agent: *\nSitemap: {base}sitemap.xml\n", encoding="utf-8")
