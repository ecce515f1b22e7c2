"""`covenant intake` as the workflow calls it: what it prints, what it hands to the next step, its exit codes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from tests.filled_in import VALE, issue
from tests.local_forge import REPOSITORY, TOKEN, Fault, running
from tests.local_intake_forge import IntakeForge
from tests.repositories import git
from tests.review.repositories import repository

BROKEN = {**VALE, "contact": "maria.petrova@vale.example", "website": None}


@pytest.fixture(autouse=True)
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The branch `main`, checked out without a token as the workflow does it."""
    root = repository(tmp_path / "registry", {"supporters/hill/supporter.yml": "name: [\n"})
    for variable in ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN", "GITHUB_OUTPUT"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LC_ALL", "en")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def forge(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[IntakeForge]:
    git(tmp_path, "clone", "--quiet", "--bare", str(checkout), "forge.git")
    with running(IntakeForge(repository=tmp_path / "forge.git")) as started:
        monkeypatch.setenv("GITHUB_API_URL", started.address)
        monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
        monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
        yield started


@pytest.fixture
def output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "output"
    file.write_text("before=1\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_OUTPUT", str(file))
    return file


def intake(*arguments: str, language: str = "en") -> Result:
    environment = {"LC_ALL": language}
    return CliRunner().invoke(
        cli.main, ["intake", "--issue", "1", "--today", "2026-11-23", *arguments], env=environment
    )


def test_a_good_issue_hands_the_number_of_its_pull_request_on(forge: IntakeForge, output: Path) -> None:
    forge.apply(issue(VALE))
    result = intake()
    assert result.exit_code == 0, result.output
    assert result.output == "answered: issue 1, its record is proposed\npull request: 101\n"
    assert output.read_text(encoding="utf-8") == "before=1\npull=101\n"
    assert forge.paths("intake/1") == ["supporters/vale/supporter.yml"]


def test_a_broken_issue_is_answered_and_the_log_repeats_nothing(forge: IntakeForge, output: Path) -> None:
    forge.apply(issue(BROKEN, "bg"))
    result = intake()
    assert result.exit_code == 0, result.output
    assert result.output == "answered: issue 1, its author is asked to mend it\n2 answers to be looked at\n"
    assert output.read_text(encoding="utf-8") == "before=1\n"


@pytest.mark.parametrize("language", ["en", "bg"])
def test_what_is_left_alone_is_named_in_the_users_language(forge: IntakeForge, output: Path, language: str) -> None:
    forge.apply(issue(VALE), state="closed")
    said = {"en": "left alone: issue 1, it is closed\n", "bg": "оставено без промяна: сигнал 1, вече е затворен\n"}
    result = intake(language=language)
    assert (result.exit_code, result.output) == (0, said[language])
    assert output.read_text(encoding="utf-8") == "before=1\n"


def test_outside_of_a_workflow_nothing_is_handed_on(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    assert intake().exit_code == 0


def test_a_forge_that_refuses_ends_it_with_what_is_missing(forge: IntakeForge) -> None:
    forge.apply(issue(VALE))
    forge.faults = [*[None] * 3, Fault(403, {"x-accepted-github-permissions": "contents=write"})]
    result = intake()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "contents=write" in result.stderr


def test_an_issue_that_does_not_exist_could_not_be_read(forge: IntakeForge) -> None:
    result = intake()
    assert result.exit_code == 2
    assert "/issues/1" in result.stderr


def test_without_token_and_author_it_says_what_it_needs() -> None:
    result = intake()
    assert result.exit_code == 2
    assert "GITHUB_TOKEN" in result.stderr
    assert "--author" in result.stderr


def test_a_text_without_an_author_is_refused(tmp_path: Path) -> None:
    (tmp_path / "issue.md").write_text(issue(VALE), encoding="utf-8")
    result = intake(str(tmp_path / "issue.md"))
    assert result.exit_code == 2
    assert "--author" in result.stderr
