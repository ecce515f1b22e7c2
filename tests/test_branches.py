"""Branches and pull requests of the forge, made over its Git database: against a real repository."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.branches import Branches, File, Pull, State
from generator.forge import ForgeError
from tests.local_forge import running
from tests.local_intake_forge import IntakeForge
from tests.repositories import commit, git

NAME, FILE = "intake/1", File("supporters/vale/supporter.yml", "name: Вейл\n")


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[IntakeForge]:
    (tmp_path / "working").mkdir()
    git(tmp_path / "working", "init", "--quiet", "--initial-branch=main")
    commit(tmp_path / "working", {"README.md": "Registry"})
    git(tmp_path, "clone", "--quiet", "--bare", "working", "forge.git")
    with running(IntakeForge(repository=tmp_path / "forge.git")) as started:
        yield started


@pytest.fixture
def branches(forge: IntakeForge) -> Branches:
    return Branches(forge.connect(), "main")


def test_a_branch_is_made_of_the_base_and_one_file(forge: IntakeForge, branches: Branches) -> None:
    assert branches.find(NAME) is None
    branches.put(NAME, None, FILE, "Add vale")
    assert forge.paths(NAME) == [FILE.path]
    assert forge.file(NAME, FILE.path) == FILE.text.strip()
    found = branches.find(NAME)
    assert found is not None
    assert (found.tip, found.fork, found.is_ours) == (
        forge.branches()[NAME],
        git(forge.repository, "rev-parse", "main"),
        True,
    )


def test_the_same_file_again_changes_nothing(forge: IntakeForge, branches: Branches) -> None:
    branches.put(NAME, None, FILE, "Add vale")
    before = forge.branches()
    branches.put(NAME, branches.find(NAME), FILE, "Add vale")
    assert forge.branches() == before


def test_another_file_replaces_the_first(forge: IntakeForge, branches: Branches) -> None:
    branches.put(NAME, None, FILE, "Add vale")
    branches.put(NAME, branches.find(NAME), File("supporters/dale/supporter.yml", "x"), "Add dale")
    assert forge.paths(NAME) == ["supporters/dale/supporter.yml"]
    assert git(forge.repository, "log", "--format=%s", f"main..{NAME}") == "Add dale"


def test_a_branch_that_somebody_has_brought_back_to_its_beginning_is_as_good_as_ours(
    forge: IntakeForge, branches: Branches
) -> None:
    git(forge.repository, "branch", NAME, "main")
    branches.put(NAME, branches.find(NAME), FILE, "Add vale")
    assert forge.paths(NAME) == [FILE.path]


def test_who_comes_second_is_told(forge: IntakeForge, branches: Branches) -> None:
    branches.put(NAME, None, FILE, "Add vale")
    with pytest.raises(ForgeError) as error:
        branches.put(NAME, None, FILE, "Add vale")
    assert error.value.status == 422
    before = branches.find(NAME)
    git(forge.repository, "branch", "--force", NAME, "main")
    with pytest.raises(ForgeError) as error:
        branches.put(NAME, before, File("supporters/dale/supporter.yml", "x"), "Add dale")
    assert error.value.status == 409


def test_the_open_pull_request_counts_else_the_last_one(forge: IntakeForge, branches: Branches) -> None:
    assert branches.pull(NAME) is None
    numbers = []
    for _ in range(3):
        numbers.append(branches.propose(NAME, "Add vale", "Body").number)
        forge.pulls[numbers[-1]]["state"] = "closed"
    assert branches.pull(NAME) == Pull(numbers[2], State.CLOSED, NAME, "Body")
    forge.pulls[numbers[2]]["merged_at"] = "2026-11-20T10:00:00Z"
    assert branches.pull(NAME) == Pull(numbers[2], State.MERGED, NAME, "Body")
    forge.pulls[numbers[0]]["state"] = "open"
    assert branches.pull(NAME) == Pull(numbers[0], State.OPEN, NAME, "Body")


def test_open_pull_requests_are_those_of_this_repository_with_such_a_name(
    forge: IntakeForge, branches: Branches
) -> None:
    forge.page_size = 2
    for number in range(5):
        branches.propose(f"intake/{number}", "Add", "")
    branches.propose("other", "Add", "")
    forge.add_pull("intake/9", "Add", "", repository="stranger/supporters")
    forge.add_pull("intake/8", "Add", "")[1]["head"]["repo"] = None  # the fork was deleted
    assert sorted(pull.branch for pull in branches.open_pulls("intake/")) == [f"intake/{number}" for number in range(5)]
