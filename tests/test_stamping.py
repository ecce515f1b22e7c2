"""A stamped profile is, byte for byte, the page that the theme would have made."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, InclusionLevel

from generator.frame import Frame
from generator.mkdocs_plugin import CovenantPlugin
from generator.pages import profile
from generator.stamping import SHELL, Shell, SlotError
from tests.building import copy_project


class OrdinaryProfiles(CovenantPlugin):
    """Has the theme render every profile as a page of its own, and keeps what came out."""

    def on_files(self, files, config):
        self.rendered: dict[str, str] = {}
        self.by_source = {f"supporters/{each.slug}.md": each for each in self.editions["bg"].with_profile}
        for source in self.by_source:
            files.append(File.generated(config, f"bg/{source}", content="", inclusion=InclusionLevel.NOT_IN_NAV))
        return super().on_files(files, config)

    def _made(self, edition, source):
        if source in self.by_source:
            return profile.page(edition, self.by_source[source])
        return super()._made(edition, source)

    def _frame(self, edition, source):
        if source not in self.by_source:
            return super()._frame(edition, source)
        organisation = self.by_source[source]
        edit_url = f"{edition.site.edit_url}supporters/{organisation.slug}/supporter.yml"
        facts = profile.page(edition, organisation).facts
        return Frame(edition, source, facts, edit_url, profile.structured_data(edition, organisation))

    def on_post_page(self, output, page, config):
        _, source = self._place(page)
        if source in self.by_source:
            self.rendered[f"bg/{source.removesuffix('.md')}/index.html"] = output
            return ""
        return super().on_post_page(output, page, config)


def test_stamped_profiles_equal_rendered_ones(tmp_path: Path) -> None:
    config = load_config(str(copy_project(tmp_path) / "mkdocs.yml"))
    ordinary = OrdinaryProfiles()
    ordinary.settings = config.plugins["covenant"].settings
    config.plugins = PluginCollection()
    config.plugins["covenant"] = ordinary
    build(config)
    assert len(ordinary.rendered) > 20
    for path, html in ordinary.rendered.items():
        assert (tmp_path / "site" / path).read_text(encoding="utf-8") == html, path


def test_a_shell_that_lost_a_slot_is_refused() -> None:
    with pytest.raises(SlotError):
        Shell.cut("<html>slot-title-d41f</html>")
    with pytest.raises(SlotError):
        Shell.cut(
            f"{SHELL.page.title} {SHELL.page.description} {SHELL.page.body} {SHELL.source} {SHELL.structured_data} slot-other-d41f"
        )


def test_a_record_that_spells_a_slot_changes_nothing() -> None:
    html = f"{SHELL.page.title}|{SHELL.page.description}|{SHELL.page.body}|{SHELL.source}|{SHELL.structured_data}"
    filled = Shell.cut(html).fill(
        {"title": "slot-body-d41f", "description": "d", "body": "b", "slug": "s", "data": "{}"}
    )
    assert filled == "slot-body-d41f|d|b|supporters/s.md|{}"
