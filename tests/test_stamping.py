"""A stamped page is, byte for byte, the page that the theme would have made."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, InclusionLevel

from generator.frame import Frame
from generator.mkdocs_plugin import CovenantPlugin
from generator.pages import profile, tombstone
from generator.stamping import PROFILE, TOMBSTONE, Shell, SlotError
from tests.building import copy_project

ERASED = "estran-solidaire"


class OrdinaryPages(CovenantPlugin):
    """Has the theme render the page of every organisation as a page of its own, and keeps what came out."""

    def on_files(self, files, config):
        self.rendered: dict[str, str] = {}
        edition = self.editions["bg"]
        self.by_source = {f"supporters/{each.slug}.md": _profile(edition, each) for each in edition.with_profile}
        for slug, record in edition.site.registry.tombstones.items():
            self.by_source[f"supporters/{slug}.md"] = _tombstone(edition, slug, record)
        for source in self.by_source:
            files.append(File.generated(config, f"bg/{source}", content="", inclusion=InclusionLevel.NOT_IN_NAV))
        return super().on_files(files, config)

    def _made(self, edition, source):
        if source in self.by_source:
            return self.by_source[source][0]
        return super()._made(edition, source)

    def _frame(self, edition, source):
        if source not in self.by_source:
            return super()._frame(edition, source)
        page, *more = self.by_source[source]
        return Frame(edition, source, page.facts, *more)

    def on_post_page(self, output, page, config):
        _, source = self._place(page)
        if source in self.by_source:
            self.rendered[f"bg/{source.removesuffix('.md')}/index.html"] = output
            return ""
        return super().on_post_page(output, page, config)


def _profile(edition, organisation):
    edit_url = f"{edition.site.edit_url}supporters/{organisation.slug}/supporter.yml"
    return profile.page(edition, organisation), edit_url, profile.structured_data(edition, organisation), True


def _tombstone(edition, slug, record):
    return tombstone.page(edition, slug, record), "", "", False


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, OrdinaryPages]:
    """The folder of a site with stamped pages, and the plugin that kept the ordinary ones."""
    project = copy_project(tmp_path_factory.mktemp("stamped"))
    config = load_config(str(project / "mkdocs.yml"))
    ordinary = OrdinaryPages()
    ordinary.settings = config.plugins["covenant"].settings
    config.plugins = PluginCollection()
    config.plugins["covenant"] = ordinary
    build(config)
    return project / "site", ordinary


def test_stamped_pages_equal_rendered_ones(built) -> None:
    site, ordinary = built
    assert len(ordinary.rendered) > 20
    assert f"bg/supporters/{ERASED}/index.html" in ordinary.rendered
    for path, html in ordinary.rendered.items():
        assert (site / path).read_text(encoding="utf-8") == html, path


def test_an_erased_record_is_nowhere_but_at_its_address(built) -> None:
    site, ordinary = built
    mentioning = {
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if file.is_file() and ERASED.encode() in file.read_bytes()
    }
    assert mentioning == {f"{code}/supporters/{ERASED}/index.html" for code in ordinary.editions}


def test_search_engines_pass_by_the_page_of_an_erased_record_and_no_other(built) -> None:
    site, ordinary = built
    passed_by = {
        file.parent.relative_to(site).as_posix()
        for file in site.glob("*/**/index.html")
        if '<meta name="robots" content="noindex">' in file.read_text(encoding="utf-8")
    }
    assert passed_by == {f"{code}/supporters/{ERASED}" for code in ordinary.editions}
    html = (site / "en" / "supporters" / ERASED / "index.html").read_text(encoding="utf-8")
    assert "application/ld+json" not in html
    assert "Suggest a change" not in html


HTML = f"{PROFILE.page.title}|{PROFILE.page.description}|{PROFILE.page.body}|{PROFILE.source}|{PROFILE.structured_data}"


def test_a_shell_that_lost_a_slot_is_refused() -> None:
    for html in ("<html>slot-title-d41f</html>", f"{HTML} slot-other-d41f"):
        with pytest.raises(SlotError):
            Shell.cut(html, PROFILE.slots)


def test_each_kind_of_page_has_its_own_slots() -> None:
    assert PROFILE.slots - TOMBSTONE.slots == {"slug", "data"}
    with pytest.raises(SlotError):
        Shell.cut(HTML, TOMBSTONE.slots)


def test_a_record_that_spells_a_slot_changes_nothing() -> None:
    filled = Shell.cut(HTML, PROFILE.slots).fill(
        {"title": "slot-body-d41f", "description": "d", "body": "b", "slug": "s", "data": "{}"}
    )
    assert filled == "slot-body-d41f|d|b|supporters/s.md|{}"
