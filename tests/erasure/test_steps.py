"""The eight steps: their commands do on a real repository what the words say, and the public is told the same."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator import inspection
from generator.erasure.clearing import clear, prepare
from generator.erasure.plan import Plan
from generator.erasure.steps import Step, steps
from generator.git import look
from generator.project import Project
from tests.building import COVENANT, ROOT, link_project
from tests.memory import ACTIVE, LANGUAGES, SUPPORTER, TODAY
from tests.repositories import commit, git, repository, run, write
from tests.test_drafts import REPORT

DAY = date(2026, 3, 31)
VALE = "supporters/vale"
OTHER = {**SUPPORTER, "name": {"en": "Hill"}, "website": "https://hill.example", "contact": "office@hill.example"}
HILL = {"supporters/hill/supporter.yml": OTHER}
BESIDE_PYTHON = os.pathsep.join([str(Path(COVENANT).parent), os.environ["PATH"]])

needs_filter_repo = pytest.mark.skipif(
    shutil.which("git-filter-repo", path=BESIDE_PYTHON) is None, reason="git-filter-repo is not installed"
)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The Office's clone of a repository on a forge, with a branch, a tag and a pull request that have the record."""
    for name in ("office", "forge"):
        (tmp_path / name).mkdir()
    root = repository(tmp_path / "office", {**HILL, f"{VALE}/supporter.yml": SUPPORTER})
    git(root, "tag", "v1")
    git(root, "checkout", "--quiet", "-b", "side")
    commit(root, {f"{VALE}/reports/2024-2025.yml": REPORT, f"{VALE}/notes.txt": "beside the registry"})
    git(root, "rm", "--quiet", f"{VALE}/notes.txt")
    git(root, "checkout", "--quiet", "main", "--force")
    commit(root, {f"{VALE}/standing.yml": ACTIVE, "supporters/hill/standing.yml": ACTIVE})
    git(root, "merge", "--quiet", "--no-ff", "--message", "Merge", "side")
    git(tmp_path / "forge", "init", "--quiet", "--bare", "--initial-branch", "main")
    git(root, "remote", "add", "origin", str(tmp_path / "forge"))
    git(root, "push", "--quiet", "--set-upstream", "origin", "main", "side", "v1", "side:refs/pull/1/head")
    return root


def plan_of(root: Path, slug: str = "vale") -> Plan:
    made = prepare(Project(root), inspection.inspect(Project(root), TODAY).registry, slug)
    assert isinstance(made, Plan), made
    return made


def step(plan: Plan, number: int) -> Step:
    return steps(plan)[number - 1]


def follow(root: Path, *commands: str) -> str:
    """Do in a shell what a step says; what it printed."""
    return run(root, ["sh", "-e", "-c", "\n".join(commands)], PATH=BESIDE_PYTHON)


def publish(root: Path) -> Plan:
    """Take steps 2 and 3, as far as the repository is concerned."""
    made = plan_of(root)
    clear(Project(root), made, DAY)
    follow(root, *(command for command in step(made, 3).commands if command.startswith("git ")))
    return made


def test_the_commands_of_step_3_bring_the_tombstone_and_nothing_else_to_the_forge(clone: Path, tmp_path: Path) -> None:
    publish(clone)
    assert git(clone, "status", "--porcelain") == ""
    listed = git(tmp_path / "forge", "ls-tree", "-r", "--name-only", "main", "supporters/").split()
    assert listed == ["supporters/hill/standing.yml", "supporters/hill/supporter.yml", f"{VALE}/tombstone.yml"]


@needs_filter_repo
def test_after_step_4_no_commit_has_the_record_and_all_have_the_others(clone: Path, tmp_path: Path) -> None:
    before = publish(clone)
    follow(clone, *step(before, 4).commands)
    erased = (tmp_path / "erased-commits.txt").read_text(encoding="utf-8").split()
    assert set(erased) >= set(git(clone, "log", "--format=%H", "main~1", "--", VALE).split())
    forge = tmp_path / "forge"
    git(tmp_path, "clone", "--quiet", str(forge), "fresh")
    assert look(tmp_path / "fresh", VALE, but=f"{VALE}/tombstone.yml").days == ()
    assert git(forge, "show", f"main:{VALE}/tombstone.yml").startswith("# yaml")
    assert "hill.example" in git(forge, "show", "v1:supporters/hill/supporter.yml")
    changed = (tmp_path / "erasure.git" / "filter-repo" / "changed-refs").read_text(encoding="utf-8").split()
    assert "refs/pull/1/head" in changed
    assert (tmp_path / "erasure.git" / "filter-repo" / "first-changed-commits").read_text(encoding="utf-8")


@needs_filter_repo
def test_the_searches_of_step_8_find_the_record_before_and_nothing_after(clone: Path, tmp_path: Path) -> None:
    before = publish(clone)
    assert "supporters/vale/supporter.yml" in follow(clone, *step(before, 8).commands)
    shutil.rmtree(tmp_path / "verified.git")
    follow(clone, *step(before, 4).commands)
    assert follow(clone, *step(before, 8).commands) == ""


@needs_filter_repo
def test_a_folder_with_a_similar_name_keeps_its_history(clone: Path, tmp_path: Path) -> None:
    other = {**SUPPORTER, "name": {"en": "Vale North"}, "website": "https://north.example"}
    commit(clone, {"supporters/vale-north/supporter.yml": other, "content-of/supporters/vale/a.yml": "kept"})
    follow(clone, *step(publish(clone), 4).commands)
    assert "north.example" in git(tmp_path / "forge", "show", "main:supporters/vale-north/supporter.yml")
    assert git(tmp_path / "forge", "show", "main:content-of/supporters/vale/a.yml") == "kept"


@needs_filter_repo
def test_a_project_in_a_folder_of_its_repository_is_found_there(tmp_path: Path) -> None:
    for name in ("office", "forge"):
        (tmp_path / name).mkdir()
    office, forge = tmp_path / "office", tmp_path / "forge"
    root = office / "the registry (1)"
    root.mkdir()
    git(office, "init", "--quiet", "--initial-branch", "main")
    link_project(root)
    commit(root, {f"{VALE}/supporter.yml": SUPPORTER, **HILL})
    git(forge, "init", "--quiet", "--bare", "--initial-branch", "main")
    git(office, "remote", "add", "origin", str(forge))
    git(office, "push", "--quiet", "--set-upstream", "origin", "main")
    before = publish(root)
    follow(root, *step(before, 4).commands)
    files = git(forge, "log", "--all", "--format=", "--name-only").split("\n")
    assert [path for path in files if "/vale/" in path] == [f"the registry (1)/{VALE}/tombstone.yml"]
    assert follow(root, *step(before, 8).commands) == ""


def test_a_website_that_must_not_be_shown_is_not_searched_for(clone: Path) -> None:
    number = {**SUPPORTER, "website": "https://00359-2-773-02-46.example", "name": {"en": "Dale"}}
    commit(clone, {"supporters/dale/supporter.yml": number})
    made = plan_of(clone, "dale")
    assert "773" not in str(steps(made))
    assert "-e dale" in step(made, 8).commands[-1]


@pytest.mark.parametrize("website", ["https://a;harm;.example", "https://$(harm).example", "https://a'harm'.example"])
def test_a_website_is_no_command(clone: Path, tmp_path: Path, website: str) -> None:
    write(tmp_path / "bin", {"harm": f"#!/bin/sh\ntouch {tmp_path}/harmed\n"})
    (tmp_path / "bin" / "harm").chmod(0o755)
    commit(clone, {"supporters/dale/supporter.yml": {**SUPPORTER, "name": {"en": "Dale"}, "website": website}})
    made = plan_of(clone, "dale")
    assert made.site == website.removeprefix("https://")
    printed = run(
        clone, ["sh", "-e", "-c", step(made, 8).commands[-1]], PATH=f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    )
    assert printed == "supporters/dale/supporter.yml\n"
    assert not (tmp_path / "harmed").exists()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_public_is_told_of_the_same_steps(clone: Path, code: str) -> None:
    page = (ROOT / "content" / code / "privacy.md").read_text(encoding="utf-8")
    erasure = page.partition("{ #erasure }")[2].partition("\n## ")[0]
    assert len(re.findall(r"^\d+\. \*\*", erasure, re.MULTILINE)) == len(steps(plan_of(clone)))
    assert "covenant erase" in erasure
