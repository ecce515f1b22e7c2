"""Where a project is, and what its settings say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.project import Project, Settings, SettingsError, find
from tests.building import ROOT


def settings_of(tmp_path: Path, text: str) -> Settings:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    return Project(tmp_path).settings()


def test_a_project_is_found_from_any_folder_in_it(tmp_path: Path) -> None:
    inner = tmp_path / "supporters" / "vale" / "reports"
    inner.mkdir(parents=True)
    assert find(inner) is None
    (tmp_path / "mkdocs.yml").write_text("", encoding="utf-8")
    assert find(inner) == find(tmp_path) == Project(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "site_name: x",
        "plugins:",
        "plugins: []",
        "plugins: [search, covenant]",
        "plugins:\n  - covenant:",
        "plugins:\n  covenant: {}",
        "theme: !ENV X\nplugins:\n  - search: {}\n  - covenant: {}",
        "markdown_extensions:\n  - x:\n      y: !!python/name:os.system",
    ],
)
def test_without_settings_the_defaults_hold(tmp_path: Path, text: str) -> None:
    assert settings_of(tmp_path, text) == Settings()


@pytest.mark.parametrize("written", ["plugins:\n  - covenant:\n      {}", "plugins:\n  covenant:\n    {}"])
def test_a_setting_is_read_in_both_forms_of_mkdocs(tmp_path: Path, written: str) -> None:
    text = written.format("show_on_hold: true")
    assert settings_of(tmp_path, text).show_on_hold is True


def test_a_day_is_a_date_or_a_text() -> None:
    day = date(2026, 11, 23)
    assert Settings.of({"today": day}) == Settings.of({"today": "2026-11-23"}) == Settings(today=day)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("plugins:\n  - covenant: {shown_on_hold: true}", "shown_on_hold"),
        ("plugins:\n  - covenant: {show_on_hold: maybe}", "show_on_hold"),
        ("plugins:\n  - covenant: {today: yesterday}", "today"),
        ("plugins:\n  - covenant: {time_zone: Europe/Atlantis}", "time_zone"),
        ("plugins:\n  - covenant: {due_soon_days: soon}", "due_soon_days"),
        ("plugins:\n  - covenant: {report_interval_months: 0}", "report_interval_months"),
        ("plugins:\n  - covenant: {reminders_a_day: true}", "reminders_a_day"),
        ("plugins:\n  - covenant: {footer_pages: index.md}", "footer_pages"),
        ("plugins:\n  - covenant: {footer_links: {blog: 'https://x.example'}}", "blog"),
        ("plugins:\n  - covenant: {follow_links: {rss: 'javascript:alert(1)'}}", "rss"),
        ("plugins:\n  - covenant: nonsense", "plugins.covenant"),
        ("plugins: [", "mkdocs.yml"),
        ("a: \x01", "mkdocs.yml"),
    ],
)
def test_a_setting_that_means_nothing_is_named(tmp_path: Path, text: str, names: str) -> None:
    with pytest.raises(SettingsError, match=names):
        settings_of(tmp_path, text)


@pytest.mark.parametrize("content", [None, b"\xff"])
def test_settings_that_cannot_be_read_are_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "mkdocs.yml").write_bytes(content)
    with pytest.raises(SettingsError, match=r"mkdocs\.yml"):
        Project(tmp_path).settings()


def test_the_settings_of_this_project_are_valid() -> None:
    assert Project(ROOT).settings().demonstration
