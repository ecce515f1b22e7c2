"""What Git knows of a folder, asked of real repositories."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.git import Folder, GitError, days_added, files, look
from tests.repositories import commit, git, repository, write

VALE = "supporters/vale"
RECORD = f"{VALE}/supporter.yml"
GRAVE = f"{VALE}/tombstone.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path, {RECORD: "one", "supporters/hill/supporter.yml": "one"}, "2020-01-01")


def seen(root: Path) -> Folder:
    return look(root, VALE, but=GRAVE)


def test_it_knows_the_files_of_the_folder_alone(root: Path) -> None:
    assert seen(root) == Folder(frozenset({RECORD}), days=(date(2020, 1, 1),))
    assert set(files(root)) == {RECORD, "supporters/hill/supporter.yml", ".gitignore"}


def test_whatever_is_not_committed_is_known(root: Path) -> None:
    commit(root, {f"{VALE}/reports/2024.yml": "", f"{VALE}/reports/2025.yml": "", f"{VALE}/logo.svg": ""})
    write(root, {RECORD: "two", f"{VALE}/two words “é”": "", f"{VALE}/standing.yml": "", "supporters/hill/new": ""})
    (root / VALE / "reports" / "2024.yml").unlink()
    git(root, "mv", f"{VALE}/reports/2025.yml", f"{VALE}/reports/2026.yml")
    git(root, "add", f"{VALE}/standing.yml")
    assert seen(root).uncommitted == {
        RECORD,
        f"{VALE}/two words “é”",
        f"{VALE}/standing.yml",
        *(f"{VALE}/reports/{year}.yml" for year in (2024, 2025, 2026)),
    }


def test_commits_of_every_branch_and_tag_count_also_where_a_merge_hides_them(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "side")
    commit(root, {f"{VALE}/logo.svg": "drawn"}, "2021-01-01")
    git(root, "rm", "--quiet", f"{VALE}/logo.svg")
    git(root, "commit", "--quiet", "--message", "Gone", day="2022-01-01")
    git(root, "checkout", "--quiet", "main")
    commit(root, {"supporters/hill/supporter.yml": "two"}, "2023-01-01")
    git(root, "merge", "--quiet", "--no-ff", "--message", "Merge", "side", day="2024-01-01")
    git(root, "checkout", "--quiet", "-b", "tagged")
    commit(root, {RECORD: "two"}, "2025-01-01")
    git(root, "tag", "v1")
    git(root, "checkout", "--quiet", "main")
    git(root, "branch", "--quiet", "-D", "tagged", "side")
    assert [day.year for day in seen(root).days] == [2025, 2022, 2021, 2020]


def test_a_commit_of_the_tombstone_alone_does_not_count(root: Path) -> None:
    commit(root, {GRAVE: ""}, "2021-01-01")
    assert len(seen(root).days) == 1


def test_a_shallow_clone_says_so(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    commit(root, {RECORD: "two"}, "2021-01-01")
    clone = tmp_path_factory.mktemp("shallow")
    git(clone, "clone", "--quiet", "--depth", "1", f"file://{root}", ".")
    assert (seen(clone).is_shallow, len(seen(clone).days)) == (True, 1)


def test_a_project_below_the_root_of_its_repository_has_the_same_paths(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    project = tmp_path / "the registry"
    commit(tmp_path, {f"the registry/{RECORD}": "one"})
    write(project, {RECORD: "two"})
    known = seen(project)
    assert (known.tracked, known.uncommitted, known.above) == ({RECORD}, {RECORD}, "the registry/")
    assert len(known.days) == 1


def test_a_repository_without_commits_has_no_days(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    write(tmp_path, {RECORD: "one"})
    assert seen(tmp_path) == Folder(uncommitted=frozenset({RECORD}))


def test_outside_of_a_repository_it_cannot_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(GitError, match="not a git repository"):
        seen(tmp_path)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError, match="cannot be found"):
        seen(tmp_path)


def test_a_file_was_added_on_the_day_of_its_first_commit(root: Path) -> None:
    commit(root, {RECORD: "two", "здружение.yml": ""}, "2021-01-01")
    write(root, {"new.yml": ""})
    paths = [RECORD, "здружение.yml", "new.yml", "never.yml"]
    assert days_added(root, paths) == {RECORD: date(2020, 1, 1), "здружение.yml": date(2021, 1, 1)}


def test_a_file_that_went_and_came_again_was_added_the_last_time(root: Path) -> None:
    git(root, "rm", "--quiet", RECORD)
    git(root, "commit", "--quiet", "--message", "Gone", day="2021-01-01")
    commit(root, {RECORD: "two"}, "2022-01-01")
    assert days_added(root, [RECORD]) == {RECORD: date(2022, 1, 1)}


def test_a_registry_in_a_folder_of_a_repository_knows_its_own_paths(root: Path) -> None:
    commit(root, {f"registry/{RECORD}": ""}, "2021-01-01")
    assert days_added(root / "registry", [RECORD]) == {RECORD: date(2021, 1, 1)}


def test_a_shallow_clone_and_a_plain_folder_do_not_know_when(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    git(elsewhere, "clone", "--quiet", "--depth", "1", f"file://{root}", "shallow")
    assert days_added(elsewhere / "shallow", [RECORD]) == {}
    assert days_added(elsewhere, [RECORD]) == {}
    assert days_added(root, []) == {}
