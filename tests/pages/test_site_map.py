"""The site map leads to every page of a language."""

from __future__ import annotations

from generator.content import url_of
from generator.pages import site_map
from tests.memory import edition_of
from tests.pages.reading import links
from tests.test_figures import SUPPORTER_SINCE_2020, registry, report


def test_every_page_is_linked_written_or_made() -> None:
    found = registry({"vale": (SUPPORTER_SINCE_2020, [report("2024-01", "2025-12")])})
    edition = edition_of(found)
    sources = edition.menu_labels.keys() - {site_map.SOURCE}
    assert {"status.md", "reports/2025.md", "apply.md", "supporters/index.md"} <= sources
    linked = set(links(str(site_map.page(edition).body)))
    assert {f"../{url_of(source)}" for source in sources} | {"../supporters/vale/"} <= linked
