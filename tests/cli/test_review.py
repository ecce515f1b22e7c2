"""`covenant review --pull` as a workflow or a person calls it: what it prints, and its exit codes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from click.testing import CliRunner, Result

from generator import cli
from tests.local_forge import REPOSITORY, TOKEN, Fault
from tests.local_pull_requests import LocalPullRequests
from tests.memory import SUPPORTER
from tests.review.proposing import written
from tests.review.pulling import REKA, World
from tests.test_walk_through import the_project

HOSTILE = "x\n::set-output name=a::b\r::error::c %0A::stop-commands::d"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = World.begin(tmp_path_factory.mktemp("world") / "whole", the_project())
    world.push({REKA: written({**SUPPORTER, "country": HOSTILE, "languages": ["English"]})})
    return world


@pytest.fixture
def forge(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalPullRequests]:
    monkeypatch.chdir(world.checkout)
    monkeypatch.setenv("LC_ALL", "en")
    with world.running() as forge:
        monkeypatch.setenv("GITHUB_API_URL", forge.address)
        monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
        monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
        yield forge


def review(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["review", "--pull", "1", "--today", "2026-11-23", *arguments])


def test_a_run_that_has_done_its_work_is_green_whatever_the_verdict(forge: LocalPullRequests) -> None:
    result = review()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith("\nPull request 1 is reviewed: needs changes\n")
    assert forge.status(1)["state"] == "failure"


def test_every_line_of_the_log_is_ours_whatever_a_record_says(forge: LocalPullRequests) -> None:
    *notes, last = review().stdout.splitlines()
    assert len(notes) == 2
    assert all(note.startswith(f"::error file={REKA},line=") for note in notes)
    assert not last.startswith("::")


def test_what_is_closed_is_left_alone(forge: LocalPullRequests) -> None:
    forge.issues[1]["state"] = "closed"
    result = review()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "Pull request 1 is closed or meant for another branch. It is left alone.\n"
    assert forge.statuses == {}


def test_a_forge_that_fails_ends_with_exit_code_2_and_a_reason(forge: LocalPullRequests) -> None:
    forge.faults = [Fault(401)]
    result = review()
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "The forge does not accept the token.\n"
    assert CliRunner().invoke(cli.main, ["review", "--pull", "77"]).exit_code == 2


@pytest.mark.parametrize("variable", ["GITHUB_TOKEN", "GITHUB_REPOSITORY"])
@pytest.mark.usefixtures("forge")
def test_without_a_forge_it_says_what_is_needed(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(variable)
    result = review()
    assert (result.exit_code, result.stdout) == (2, "")
    assert variable in result.stderr


@pytest.mark.parametrize("arguments", [["--base", "x"], ["--author", "7:somebody"], ["--format", "json"]])
@pytest.mark.usefixtures("forge")
def test_what_the_forge_knows_better_is_not_taken_from_the_command_line(arguments: list[str]) -> None:
    assert review(*arguments).exit_code == 2


def test_a_twin_of_any_file_of_main_is_refused(forge: LocalPullRequests, world: World) -> None:
    before = world.push({})
    world.push({"MkDocs.yml": "x"})
    assert review().stdout.endswith("reviewed: refused\n")
    world.push_again(before)


def test_what_is_not_committed_in_the_checkout_decides_nothing(forge: LocalPullRequests, world: World) -> None:
    settings = world.checkout / "mkdocs.yml"
    committed = settings.read_text(encoding="utf-8")
    settings.write_text(committed.replace("office_accounts: []", 'office_accounts: ["2001:x"]'), encoding="utf-8")
    review()
    assert "the applicant" in forge.comments[1][0]["body"]
    settings.write_text(committed, encoding="utf-8")
