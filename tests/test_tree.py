"""The files of a registry on disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.tree import Entry, Kind, Overlay, WorkingTree
from tests.memory import MemoryTree


def test_entries_are_names_with_kinds_and_sizes_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "supporters" / "vale"
    (folder / "reports").mkdir(parents=True)
    (folder / "supporter.yml").write_bytes(b"12345")
    (folder / "logo.svg").symlink_to("/etc/hostname")
    os.mkfifo(folder / "pipe")
    tree = WorkingTree(tmp_path)
    size_of_link = len("/etc/hostname")
    assert [entry for entry in tree.entries() if entry.kind is not Kind.FOLDER] == [
        Entry("supporters/vale/logo.svg", Kind.LINK, size_of_link),
        Entry("supporters/vale/pipe", Kind.OTHER, 0),
        Entry("supporters/vale/supporter.yml", Kind.FILE, 5),
    ]
    assert [entry.path for entry in tree.entries() if entry.kind is Kind.FOLDER] == [
        "supporters/vale",
        "supporters/vale/reports",
    ]
    assert tree.read("supporters/vale/supporter.yml") == b"12345"


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "supporters").mkdir()
    (tmp_path / "supporters" / "circle").symlink_to(tmp_path)
    assert WorkingTree(tmp_path).entries() == [
        Entry("supporters/circle", Kind.LINK, len(str(tmp_path))),
    ]


def test_folders_deeper_than_records_lie_are_not_entered(tmp_path: Path) -> None:
    (tmp_path / "supporters" / "vale" / "a" / "b" / "c").mkdir(parents=True)
    assert [entry.path for entry in WorkingTree(tmp_path).entries()] == [
        "supporters/vale",
        "supporters/vale/a",
        "supporters/vale/a/b",
    ]


def test_a_name_that_is_no_unicode_is_listed(tmp_path: Path) -> None:
    (tmp_path / "supporters").mkdir()
    (tmp_path / "supporters" / os.fsdecode(b"caf\xe9")).write_bytes(b"")
    assert [entry.path for entry in WorkingTree(tmp_path).entries()] == ["supporters/caf\udce9"]


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_whole_and_keeps_who_may_read_it(tmp_path: Path) -> None:
    tree, file = WorkingTree(tmp_path), tmp_path / "standing.yml"
    tree.write("standing.yml", b"one\r\n")
    as_usual = file.stat().st_mode
    (tmp_path / "usual").touch()
    assert as_usual == (tmp_path / "usual").stat().st_mode
    file.chmod(0o640)
    tree.write("standing.yml", b"two\r\n")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"two\r\n", 0o640)
    assert names_in(tmp_path) == ["standing.yml", "usual"]


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"precious")
    (tmp_path / "standing.yml").symlink_to(elsewhere)
    WorkingTree(tmp_path).write("standing.yml", b"new")
    assert elsewhere.read_bytes() == b"precious"
    assert not (tmp_path / "standing.yml").is_symlink()
    assert (tmp_path / "standing.yml").read_bytes() == b"new"


def test_what_cannot_be_written_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "standing.yml").mkdir()
    for path in ("standing.yml", "nowhere/standing.yml"):
        with pytest.raises(OSError):
            WorkingTree(tmp_path).write(path, b"new")
    assert names_in(tmp_path) == ["standing.yml"]


def test_an_overlay_is_the_tree_as_it_would_be() -> None:
    below = MemoryTree({"supporters/a/supporter.yml": b"old", "supporters/b/supporter.yml": b"b"})
    tree = Overlay(below, {"supporters/a/supporter.yml": b"newer", "supporters/a/standing.yml": b"s"})
    assert tree.entries() == [
        Entry("supporters/a/standing.yml", size=1),
        Entry("supporters/a/supporter.yml", size=5),
        Entry("supporters/b/supporter.yml", size=1),
    ]
    assert [tree.read(entry.path) for entry in tree.entries()] == [b"s", b"newer", b"b"]
    assert below.read("supporters/a/supporter.yml") == b"old"
