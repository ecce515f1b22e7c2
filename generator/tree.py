"""The files of a registry, from wherever they come: names, kinds, sizes and bytes, never followed links."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

MAX_DEPTH = 3
"""How many folders deep records lie: supporters/<slug>/reports/. What lies deeper is not looked at."""


class Kind(StrEnum):
    """What stands at a path."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One name in the tree: its path from the project's root with `/`, what it is, its size in bytes."""

    path: str
    kind: Kind = Kind.FILE
    size: int = 0


class Tree(Protocol):
    """What the registry needs of a place where records lie."""

    def entries(self) -> Sequence[Entry]:
        """Everything below `supporters/`, sorted by path."""

    def read(self, path: str) -> bytes:
        """The bytes of a file that `entries` lists."""


@dataclass(frozen=True, slots=True)
class WorkingTree:
    """The records in a folder on disk; `root` is the project's."""

    root: Path

    def entries(self) -> Sequence[Entry]:
        return sorted(self._below("supporters"))

    def read(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    def write(self, path: str, raw: bytes) -> None:
        """Put a file at a path, whole or not at all; a link there is replaced, not followed. Raises OSError."""
        target = self.root / path
        beside = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            with beside.open("xb") as file:
                file.write(raw)
            if target.is_file():
                beside.chmod(stat.S_IMODE(target.stat().st_mode))
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)

    def _below(self, folder: str, depth: int = 1) -> Iterator[Entry]:
        with os.scandir(self.root / folder) as found:
            for item in found:
                path, kind = f"{folder}/{item.name}", _kind(item)
                yield Entry(path, kind, item.stat(follow_symlinks=False).st_size)
                if kind is Kind.FOLDER and depth < MAX_DEPTH:
                    yield from self._below(path, depth + 1)


@dataclass(frozen=True, slots=True)
class Overlay:
    """A tree as it would be with some files written: what may happen can be checked before it does."""

    tree: Tree
    files: Mapping[str, bytes]

    def entries(self) -> Sequence[Entry]:
        others = [entry for entry in self.tree.entries() if entry.path not in self.files]
        return sorted([*others, *(Entry(path, size=len(raw)) for path, raw in self.files.items())])

    def read(self, path: str) -> bytes:
        return self.files[path] if path in self.files else self.tree.read(path)


def _kind(item: os.DirEntry[str]) -> Kind:
    if item.is_symlink():
        return Kind.LINK
    if item.is_dir():
        return Kind.FOLDER
    return Kind.FILE if item.is_file() else Kind.OTHER
