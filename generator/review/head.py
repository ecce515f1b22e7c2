"""The records as they would be: the base with the changes laid over it, and parts of such trees."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from generator.review.proposal import Change
from generator.tree import Entry, Kind, Tree


@dataclass(frozen=True)
class Head:
    """A tree with changes laid over it."""

    base: Tree
    changes: Sequence[Change]

    def entries(self) -> Sequence[Entry]:
        files = {entry.path: entry for entry in self.base.entries() if entry.kind is not Kind.FOLDER}
        for path in _taken_away(self.changes):
            files.pop(path, None)
        files |= {path: _entry(change) for path, change in self._changed.items() if path.startswith("supporters/")}
        return sorted([*files.values(), *_folders(files)])

    def read(self, path: str) -> bytes:
        """Raises OSError for a changed file that was not read."""
        if path not in self._changed:
            return self.base.read(path)
        content = self._changed[path].read
        if content is None:
            raise OSError(path)
        return content

    @cached_property
    def _changed(self) -> Mapping[str, Change]:
        return {change.path: change for change in self.changes if not change.is_deleted}


def _taken_away(changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        yield change.path if change.is_deleted else change.previous


def _entry(change: Change) -> Entry:
    return Entry(change.path, change.mode.kind, change.size)


def _folders(files: Iterable[str]) -> Iterator[Entry]:
    """The folders that Git does not name, below `supporters/`."""
    found = {"/".join(parts[:depth]) for path in files for parts in [path.split("/")] for depth in range(2, len(parts))}
    return (Entry(path, Kind.FOLDER) for path in found)


@dataclass(frozen=True, slots=True)
class Touched:
    """The part of a tree that lies in some folders of organisations."""

    tree: Tree
    slugs: frozenset[str]

    def entries(self) -> Sequence[Entry]:
        return [entry for entry in self.tree.entries() if entry.path.split("/")[1] in self.slugs]

    def read(self, path: str) -> bytes:
        return self.tree.read(path)


_WHO_THEY_ARE: tuple[list[str], ...] = ([], ["supporter.yml"], ["standing.yml"], ["tombstone.yml"])
"""The paths within a folder, the folder itself included, that tell which organisation it is."""


@dataclass(frozen=True, slots=True)
class Needed:
    """What has to be read to judge a change in some folders: these whole, and of all others who they are.

    Reports and logos of others have nothing to do with them, and are most of a registry.
    """

    tree: Tree
    slugs: frozenset[str]

    def entries(self) -> Sequence[Entry]:
        return [entry for entry in self.tree.entries() if self._is_needed(entry.path.split("/"))]

    def read(self, path: str) -> bytes:
        return self.tree.read(path)

    def _is_needed(self, parts: Sequence[str]) -> bool:
        return bool(self.slugs) and (parts[1] in self.slugs or parts[2:] in _WHO_THEY_ARE)


@dataclass(frozen=True, slots=True)
class Files:
    """Some files of a tree, by path; those that cannot be read are left out."""

    files: Mapping[str, bytes]

    @classmethod
    def of(cls, tree: Tree, paths: Collection[str]) -> Files:
        """Those of the paths that a tree has."""
        found = {}
        for entry in tree.entries():
            if entry.kind is Kind.FILE and entry.path in paths:
                with suppress(OSError):
                    found[entry.path] = tree.read(entry.path)
        return cls(found)

    def entries(self) -> Sequence[Entry]:
        return sorted(Entry(path, size=len(content)) for path, content in self.files.items())

    def read(self, path: str) -> bytes:
        return self.files[path]
