"""What Git knows: tried on real repositories."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

from generator.history import days_added


def git(folder: Path, *arguments: str, day: str = "2026-01-01") -> None:
    moment = f"{day}T12:00:00+00:00"
    subprocess.run(
        ["git", "-c", "user.name=Test", "-c", "user.email=test@test.example", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        env={"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "PATH": "/usr/bin:/bin", "HOME": str(folder)},
    )


def commit(folder: Path, day: str, **files: str | None) -> None:
    for name, text in files.items():
        path = folder / f"{name}.yml"
        path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "x", day=day)


def repository(folder: Path) -> Path:
    git(folder, "init", "-q")
    commit(folder, "2026-01-05", vale="1")
    commit(folder, "2026-02-05", vale="2", здружение="1", gone="1")
    commit(folder, "2026-03-05", gone=None)
    return folder


def test_a_file_came_on_the_day_of_its_first_commit(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / "new.yml").write_text("", encoding="utf-8")
    paths = ["vale.yml", "здружение.yml", "new.yml", "never.yml"]
    assert days_added(root, paths) == {"vale.yml": date(2026, 1, 5), "здружение.yml": date(2026, 2, 5)}


def test_a_file_that_went_and_came_again_came_the_last_time(tmp_path: Path) -> None:
    root = repository(tmp_path)
    commit(root, "2026-04-05", gone="2")
    assert days_added(root, ["gone.yml"]) == {"gone.yml": date(2026, 4, 5)}


def test_a_registry_in_a_folder_of_a_repository_knows_its_own_paths(tmp_path: Path) -> None:
    inner = tmp_path / "registry"
    inner.mkdir()
    git(tmp_path, "init", "-q")
    commit(inner, "2026-01-05", vale="1")
    assert days_added(inner, ["vale.yml"]) == {"vale.yml": date(2026, 1, 5)}


def test_a_shallow_clone_and_a_plain_folder_know_nothing(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    root = repository(tmp_path / "full")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{root}", "shallow")
    assert days_added(tmp_path / "shallow", ["vale.yml"]) == {}
    (tmp_path / "plain").mkdir()
    assert days_added(tmp_path / "plain", ["vale.yml"]) == {}
    assert days_added(root, []) == {}
