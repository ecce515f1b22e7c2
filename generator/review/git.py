"""Branches of a local Git repository as proposals: objects are read as data, nothing is checked out or run.

The commands that are called only read. They know no hooks, filters, text converters or external
diffs, and what a branch brings along (`.gitattributes`, replacements of objects, submodules) changes
nothing in what they say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from generator import git
from generator.accounts import Author
from generator.git import GitError, GitMissingError
from generator.review.proposal import MAX_READ, MOST_READ, Change, How, Mode, Proposal
from generator.tree import Entry

_HOW = {"A": How.ADDED, "M": How.MODIFIED, "T": How.MODIFIED, "D": How.DELETED, "R": How.RENAMED}
_OF_THE_BASE = ("mkdocs.yml", "schemas", "content")
"""What is read from the base beside its records."""


@dataclass(frozen=True, slots=True)
class Blob:
    """What Git keeps at a path: its mode, the name of its object, its size in bytes (0 for another repository)."""

    path: str
    mode: Mode
    id: str
    size: int

    @property
    def is_object(self) -> bool:
        """Whether it is kept in this repository."""
        return self.mode is not Mode.SUBMODULE

    @property
    def is_file(self) -> bool:
        return self.mode.is_of_a_file


@dataclass(frozen=True)
class Repository:
    """A repository on this computer; `root` is its top folder."""

    root: Path

    @classmethod
    def at(cls, root: Path) -> Repository:
        """The repository whose top folder this is. Raises GitError."""
        repository = cls(root)
        try:
            prefix = repository._ask("rev-parse", "--show-prefix").strip()
        except GitMissingError:
            raise
        except GitError as error:
            raise GitError(f"There is no Git repository in {root} that can be read: {error}") from error
        if prefix:
            raise GitError(f"The registry must be the top folder of its Git repository; {root} lies within one")
        return repository

    def commit(self, name: str) -> str:
        """The commit that a branch, tag or hash stands for. Raises GitError."""
        try:
            return self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}").strip()
        except GitError as error:
            raise GitError(f"“{name}” is no branch or commit of this repository") from error

    def branch(self) -> str:
        """The name of the branch that is checked out; empty if there is none."""
        return self._ask("branch", "--show-current").strip()

    def has_uncommitted_changes(self) -> bool:
        """Whether something in the working folder is in no commit yet."""
        return bool(self._ask("-c", "core.fsmonitor=false", "status", "--porcelain", "--ignore-submodules"))

    def proposal(self, base: str, head: str, author: Author | None = None, repository_url: str = "") -> Proposal:
        """What the commit `head` would bring to the commit `base`. Raises GitError."""
        fork = self._fork(base, head)
        moved = set(self._ask("diff-tree", "-r", "-z", "--name-only", "--no-renames", fork, base).split("\0"))
        changes = tuple(self._changes(fork, head, moved))
        text = self._ask("rev-list", "--format=%B", f"{fork}..{head}")
        return Proposal(changes, author, text, repository_url, self.branch(), head)

    def _fork(self, base: str, head: str) -> str:
        """The commit at which the two have parted."""
        try:
            return self._ask("merge-base", base, head).strip()
        except GitError as error:
            raise GitError("The two have no commit in common") from error

    def _changes(self, fork: str, head: str, moved: set[str]) -> Iterator[Change]:
        changed = list(_raw_diff(self._ask("diff-tree", "-r", "-z", "-M", "--raw", "--no-abbrev", fork, head)))
        sizes = self._sizes([blob.id for how, _, blob in changed if how is not How.DELETED and blob.is_object])
        contents = self.contents([name for name, size in sizes.items() if size <= MAX_READ][:MOST_READ])
        for how, previous, blob in changed:
            outdated = not moved.isdisjoint({previous, blob.path} - {""})
            size, read = sizes.get(blob.id, 0), contents.get(blob.id)
            yield Change(blob.path, how, blob.mode, size, read, previous, outdated)

    def blobs(self, commit: str, *paths: str) -> list[Blob]:
        """Every file of a commit below some paths."""
        listed = self._ask("ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *paths)
        return [_blob(line) for line in listed.split("\0") if line]

    def files(self, commit: str) -> dict[str, Blob]:
        """Every file of a commit by its path."""
        return {blob.path: blob for blob in self.blobs(commit)}

    def _sizes(self, names: Sequence[str]) -> Mapping[str, int]:
        said = self._run(["cat-file", "--batch-check"], _lines(names)).splitlines()
        return {name: _size(line) for name, line in zip(names, said, strict=True)}

    def contents(self, names: Sequence[str]) -> dict[str, bytes]:
        """The bytes of objects by their names, all read at once. Raises GitError."""
        said, at, found = self._run(["cat-file", "--batch"], _lines(names)), 0, {}
        for name in names:
            begin = said.index(b"\n", at) + 1
            end = begin + _size(said[at : begin - 1])
            found[name], at = said[begin:end], end + 1
        return found

    def lay_out_base(self, commit: str, folder: Path) -> None:
        """Write the settings, schemas and texts of a commit into a folder; only plain files are written."""
        blobs = [blob for blob in self.blobs(commit, *_OF_THE_BASE) if blob.is_file]
        contents = self.contents([blob.id for blob in blobs])
        for blob in blobs:
            if ".." not in PurePosixPath(blob.path).parts:
                file = folder / blob.path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(contents[blob.id])

    def _ask(self, *arguments: str) -> str:
        return self._run(arguments).decode("utf-8", "surrogateescape")

    def _run(self, arguments: Sequence[str], given: bytes = b"") -> bytes:
        return git.run(self.root, "--literal-pathspecs", *arguments, given=given)


def _lines(names: Sequence[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()


def _size(line: bytes) -> int:
    """The size at the end of a line of `cat-file`. Raises GitError for an object that is not there."""
    name, _, last = line.decode().rpartition(" ")
    if not last.isdigit():
        raise GitError(f"The object {name} is missing; fetch the whole history first")
    return int(last)


def _raw_diff(said: str) -> Iterator[tuple[How, str, Blob]]:
    """What `diff-tree --raw -z` says: how, the path before a renaming, and the file as it is after."""
    parts = iter(said.split("\0"))
    for facts in filter(None, parts):
        _, mode, _, name, status = facts.split(" ")
        path, previous = next(parts), ""
        if status.startswith("R"):
            path, previous = next(parts), path
        yield _HOW[status[0]], previous, Blob(path, Mode.of(mode), name, 0)


def _blob(line: str) -> Blob:
    """A line of `ls-tree -l`: mode, kind of object, its name, its size, its path."""
    facts, _, path = line.partition("\t")
    mode, _, name, size = facts.split()
    return Blob(path, Mode.of(mode), name, int(size) if size.isdigit() else 0)


@dataclass(frozen=True)
class CommittedTree:
    """The records of a commit."""

    repository: Repository
    commit: str

    def entries(self) -> Sequence[Entry]:
        return [Entry(blob.path, blob.mode.kind, blob.size) for blob in self._blobs.values()]

    def read(self, path: str) -> bytes:
        """Raises OSError for what is no file, or too large to be read."""
        found = self._contents.get(self._blobs[path].id)
        if found is None:
            raise OSError(path)
        return found

    @cached_property
    def _blobs(self) -> dict[str, Blob]:
        return {blob.path: blob for blob in self.repository.blobs(self.commit, "supporters")}

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        readable = (blob.id for blob in self._blobs.values() if blob.is_file and blob.size <= MAX_READ)
        return self.repository.contents(list(dict.fromkeys(readable)))
