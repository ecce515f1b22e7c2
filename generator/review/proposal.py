"""What somebody proposes: the changed files as values, who proposes them, and where their branch lies.

Any forge, or none, can fill these in. Whoever does so reads files as data at one commit; nothing of
the proposal is ever run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.accounts import Author
from generator.tree import Kind

MAX_READ = 1024 * 1024
"""Files with more bytes are not read: nothing of that size is accepted anyway."""

MOST_READ = 100
"""Of more changed files the others are not read, so that nobody can keep a review busy for long."""


class How(StrEnum):
    """What happened to a file."""

    ADDED = "added"
    MODIFIED = "modified"
    DELETED = "deleted"
    RENAMED = "renamed"


class Mode(StrEnum):
    """What Git keeps at a path."""

    FILE = "100644"
    EXECUTABLE = "100755"
    LINK = "120000"
    SUBMODULE = "160000"

    @classmethod
    def of(cls, text: str) -> Mode:
        """The mode as Git writes it; a deleted file has none, and very old commits know more kinds of plain files."""
        return cls(text) if text in set(cls) else cls.FILE

    @property
    def is_of_a_file(self) -> bool:
        return self in (Mode.FILE, Mode.EXECUTABLE)

    @property
    def kind(self) -> Kind:
        """What stands at a path with this mode."""
        return {Mode.LINK: Kind.LINK, Mode.SUBMODULE: Kind.OTHER}.get(self, Kind.FILE)


@dataclass(frozen=True, slots=True)
class Change:
    """One file that is changed, as it would be after the change.

    `read` has its bytes; None if it is deleted, no file, larger than MAX_READ or beyond MOST_READ files. Outside of
    `supporters/` nobody looks into it, and it may be None as well.
    `size` counts bytes.
    `previous` is the path before a renaming. `outdated` says that the file was changed on the base, too,
    after the branch had left it.
    """

    path: str
    how: How = How.ADDED
    mode: Mode = Mode.FILE
    size: int = 0
    read: bytes | None = None
    previous: str = ""
    outdated: bool = False

    @property
    def is_deleted(self) -> bool:
        return self.how is How.DELETED

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path that this touches: a renaming takes a file away and adds one."""
        return (self.previous, self.path) if self.previous else (self.path,)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pull request, or a branch that may become one.

    `text` is what the author wrote about it: title, description, messages of commits. `repository_url`,
    `branch` and `commit` say where the changed files can be seen and edited. `is_complete` is false if
    the forge did not list all of them.
    """

    changes: tuple[Change, ...]
    author: Author | None = None
    text: str = ""
    repository_url: str = ""
    branch: str = ""
    commit: str = ""
    is_complete: bool = True

    @property
    def paths(self) -> Iterator[str]:
        """Every path that is touched."""
        return (path for change in self.changes for path in change.paths)
