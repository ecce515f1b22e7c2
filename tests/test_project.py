"""Where a project is, and what its settings say."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.project import Project, Repository, Settings, SettingsError, find
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
        ("plugins:\n  - covenant: {office_accounts: ['office']}", "office_accounts"),
        ("plugins:\n  - covenant: {office_accounts: ['0:office']}", "office_accounts"),
        ("plugins:\n  - covenant: {office_accounts: {1: office}}", "office_accounts"),
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


# ---- the repository


def repository_of(tmp_path: Path, text: str) -> Repository:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    return Project(tmp_path).repository()


@pytest.mark.parametrize(
    ("edit_uri", "branch"),
    [("edit/main/", "main"), ("edit/main", "main"), ("/edit/main/", "main"), ("edit/site/of-2026/", "site/of-2026")],
)
def test_the_repository_and_its_branch_are_those_that_pages_link_to(tmp_path: Path, edit_uri: str, branch: str) -> None:
    text = f"repo_url: https://git.example/covenant/supporters/\nedit_uri: {edit_uri}"
    assert repository_of(tmp_path, text) == Repository("https://git.example/covenant/supporters", branch)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "repo_url"),
        ("edit_uri: edit/main/", "repo_url"),
        ("repo_url: https://git.example/a/b", "edit_uri"),
        ("repo_url: https://git.example/a/b\nedit_uri: edit/", "edit_uri"),
        ("repo_url: https://git.example/a/b\nedit_uri: -/edit/main/", "edit_uri"),
        ("repo_url: !ENV REPOSITORY", "repo_url"),
    ],
)
def test_a_repository_that_is_not_named_is_asked_for(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        repository_of(tmp_path, text)


def test_the_web_editor_begins_a_file_with_a_text() -> None:
    url = Repository("https://git.example/a/b", "site/of 2026").new_file_url(
        "supporters/vale/reports/2025.yml", 'a: "б&"\n'
    )
    assert url == (
        "https://git.example/a/b/new/site/of%202026?filename=supporters/vale/reports/2025.yml"
        "&value=a%3A%20%22%D0%B1%26%22%0A"
    )
    address = urlsplit(url)
    assert parse_qs(address.query) == {"filename": ["supporters/vale/reports/2025.yml"], "value": ['a: "б&"\n']}


def test_a_text_that_is_too_long_for_an_address_is_left_out() -> None:
    repository = Repository("https://git.example/a/b", "main")
    empty = repository.new_file_url("a.yml", "")
    longest = "x" * (Repository.LONGEST_ADDRESS - len(empty))
    assert len(repository.new_file_url("a.yml", longest)) == Repository.LONGEST_ADDRESS
    assert repository.new_file_url("a.yml", longest + "x") == empty.removesuffix("&value=")


def test_of_the_accounts_of_the_office_the_numbers_decide(tmp_path: Path) -> None:
    settings = settings_of(tmp_path, "plugins:\n  - covenant: {office_accounts: ['12:office', '34:second-desk']}")
    assert settings.office_ids == {12, 34}
    assert Settings().office_ids == frozenset()
