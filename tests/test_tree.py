"""The files of a registry on disk."""

from __future__ import annotations

import os
from pathlib import Path

from generator.tree import Entry, Kind, WorkingTree


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
