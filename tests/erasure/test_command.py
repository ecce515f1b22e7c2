"""`covenant erase` as the Office calls it, in a real repository."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from tests.building import TODAY
from tests.memory import ACTIVE, LANGUAGES, SUPPORTER
from tests.repositories import commit, git, repository, write

VALE = "supporters/vale"
GRAVE = f"{VALE}/tombstone.yml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = repository(tmp_path, {f"{VALE}/supporter.yml": SUPPORTER, f"{VALE}/standing.yml": ACTIVE})
    monkeypatch.chdir(root)
    return root


def erase(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["erase", "--today", TODAY, "--language", "en", *arguments])


def test_without_yes_it_explains_and_changes_nothing(project: Path) -> None:
    result = erase("vale")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.output.endswith("covenant erase vale --yes\n")
    assert git(project, "status", "--porcelain") == ""


def test_with_yes_it_clears_the_folder_checks_and_says_what_is_left(project: Path) -> None:
    result = erase("vale", "--yes", "--on", "2026-03-31")
    assert (result.exit_code, result.stderr) == (0, "")
    assert git(project, "status", "--porcelain").split("\n") == [
        f" D {VALE}/standing.yml",
        f" D {VALE}/supporter.yml",
        f"?? {GRAVE}",
    ]
    assert 'erased_on: "2026-03-31"\n' in (project / GRAVE).read_text(encoding="utf-8")
    assert "\nNo problems found.\n\nThese steps are left:\n\n3. " in result.output


def test_the_day_is_today_unless_it_is_given(project: Path) -> None:
    erase("vale", "--yes")
    assert TODAY in (project / GRAVE).read_text(encoding="utf-8")


def test_twice_is_as_good_as_once(project: Path) -> None:
    erase("vale", "--yes", "--on", "2026-03-31")
    before = git(project, "status", "--porcelain")
    for arguments in (["vale"], ["vale", "--yes"]):
        result = erase(*arguments)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.output.startswith("The record in supporters/vale/ was erased on 2026-03-31.\n")
        assert git(project, "status", "--porcelain") == before
    commit(project, {})
    assert erase("vale", "--yes").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["vale", "--yes"], "supporters/vale/reports/2025.yml"), (["vale", "--yes", "--on", "2999-01-01"], "2999-01-01")],
)
def test_a_refusal_is_exit_code_1_and_changes_nothing(project: Path, arguments: list[str], told: str) -> None:
    if "--on" not in arguments:
        write(project, {"supporters/vale/reports/2025.yml": "draft"})
    before = git(project, "status", "--porcelain")
    result = erase(*arguments)
    assert result.exit_code == 1
    assert told in result.stderr
    assert git(project, "status", "--porcelain") == before


def test_problems_that_are_left_are_shown(project: Path) -> None:
    write(project, {".gitignore": "/schemas\n/content\n/mkdocs.yml\n*.bak\n", "supporters/vale/a.bak": "mine"})
    result = erase("vale", "--yes")
    assert result.exit_code == 1
    assert "supporters/vale/a.bak:1:1: error unexpected-file" in result.output
    assert "\n3. " in result.output


@pytest.mark.parametrize("arguments", [["vail"], ["vail", "--yes"]])
def test_an_organisation_that_is_not_there_is_exit_code_2(project: Path, arguments: list[str]) -> None:
    result = erase(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "There is no organisation in the folder “vail”. Did you mean “vale”?\n"


def test_without_a_repository_it_cannot_run(project: Path) -> None:
    (project / ".git").rename(project / "no-git")
    result = erase("vale", "--yes")
    assert result.exit_code == 2
    assert "not a git repository" in result.stderr
    assert (project / VALE / "supporter.yml").exists()


def test_a_folder_that_cannot_be_written_is_exit_code_2(project: Path) -> None:
    commit(project, {f"{GRAVE}/in-the-way.txt": ""})
    result = erase("vale", "--yes")
    assert (result.exit_code, (project / VALE / "supporter.yml").exists()) == (2, True)
    assert "cannot be cleared" in result.stderr


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_speaks_every_language(project: Path, code: str) -> None:
    assert erase("vale", "--language", code).exit_code == 0
    assert erase("vale", "--language", code, "--yes").exit_code == 0
