"""The whole way of an application, in Bulgarian: from a file full of mistakes to one that the Office can merge.

The forge is a real server over a real repository, and every review is the real command, called as the
workflow calls it. The applicant knows neither Git nor the program, and only takes over what is offered.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.building import COVENANT, ROOT
from tests.local_forge import REPOSITORY, TOKEN
from tests.local_pull_requests import LocalPullRequests
from tests.review.pulling import World
from tests.review.test_local import fill_in

RECORD = "supporters/severen-bryag/supporter.yml"


def the_project() -> dict[str, bytes | str | None]:
    """Everything that a review reads from the branch `main`."""
    folders = ("content", "schemas", "supporters")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (*files, ROOT / "mkdocs.yml")}


def workflow(world: World, forge: LocalPullRequests) -> str:
    """Run what the workflow runs for pull request 1; what its log says."""
    settings = {"GITHUB_API_URL": forge.address, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN, "LC_ALL": "C"}
    command = [COVENANT, "review", "--pull", "1", "--today", "2026-11-23"]
    done = subprocess.run(
        command, cwd=world.checkout, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def comment(forge: LocalPullRequests) -> str:
    (only,) = forge.comments[1]
    return str(only["body"])


def take_over_everything(world: World, forge: LocalPullRequests) -> int:
    """Commit all suggestions in one batch, as the forge does for its author; how many there were."""
    offered = forge.lines_to_take_over(1)
    lines = (world.fork / RECORD).read_text(encoding="utf-8").split("\n")
    for path, line, text in offered:
        assert path == RECORD
        lines[line - 1] = text
    world.push({RECORD: "\n".join(lines)}, "Apply suggestions from code review")
    return len(offered)


def skeleton(folder: Path) -> str:
    """The commented file in Bulgarian that an applicant copies and fills in."""
    subprocess.run([COVENANT, "new", "supporter", "severen-bryag", "--language", "bg"], cwd=folder, check=True)
    text = (folder / RECORD).read_text(encoding="utf-8")
    (folder / RECORD).unlink()
    return text


def test_an_applicant_from_bulgaria_gets_from_many_mistakes_to_a_complete_application(tmp_path: Path) -> None:
    world = World.begin(tmp_path, the_project())
    world.push({RECORD: fill_in(skeleton(world.fork))}, "Заявление")
    with world.running(title="Мрежа на общините „Северен бряг“") as forge:
        # A colon makes the file unreadable. The comment says so in Bulgarian, and how the line should read.
        assert workflow(world, forge).endswith("\nPull request 1 is reviewed: needs changes\n")
        assert "## ✏️ Благодарим! Първо трябва да се поправят някои неща." in comment(forge)
        assert f"https://forge.example/severen-bryag/supporters/edit/patch-1/{RECORD}" in comment(forge)
        assert forge.status(1)["state"] == "failure"
        assert forge.status(1)["target_url"] == forge.comments[1][0]["html_url"]
        assert forge.label_names(1) == ["kind: application", "review: needs changes"]
        assert take_over_everything(world, forge) == 1

        # Now it can be read, and every value that is wrong is named, each with what to write instead.
        log = workflow(world, forge)
        assert "::error file=supporters/severen-bryag/supporter.yml,line=" in log
        assert "Може би имате предвид „BG“?" in comment(forge)
        assert take_over_everything(world, forge) == 6

        # All is well. It is still the one comment, and the Office knows what there is to look at.
        assert workflow(world, forge).endswith("Pull request 1 is reviewed: ready\n")
        assert "## ✅ Благодарим! Заявлението ви за интерес е пълно." in comment(forge)
        assert "- **Име:** Мрежа на общините „Северен бряг“" in comment(forge)
        assert "### Is it eligible?" in comment(forge)
        assert forge.status(1)["state"] == "success"
        assert forge.status(1)["description"] == "Готово: Бюрото може да го приеме"
        assert forge.label_names(1) == ["kind: application", "review: ready"]
        assert forge.lines_to_take_over(1) == []
        assert len(forge.statuses) == 3
