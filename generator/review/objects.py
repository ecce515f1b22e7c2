"""Git objects that the forge keeps, read as data by their hashes: what a hash stands for, nobody can change meanwhile.

Whatever a pull request brings from another repository lies among them.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.forge import Data, Forge, ForgeError
from generator.problems import say
from generator.shapes import object_id, optional, value

MOST_LISTINGS = 60
"""How many trees are asked for; two are enough unless a repository has very many files."""

_FOLDER = "040000"
_WITHOUT_SIZE = frozenset({_FOLDER, "160000"})


@dataclass(frozen=True, slots=True)
class Node:
    """What stands at a path: its mode, the hash of its object, and the size of a file in bytes."""

    mode: str
    id: str
    size: int = 0

    @property
    def is_folder(self) -> bool:
        return self.mode == _FOLDER


Pair = tuple[Node | None, Node | None]
"""What stands at a path before and after; None is nothing."""


@dataclass(slots=True)
class Differences:
    """The files in which two commits differ, by path; `is_complete` is false if not every folder could be listed."""

    files: dict[str, Pair] = field(default_factory=dict)
    is_complete: bool = True


@dataclass(frozen=True, slots=True)
class Fork:
    """The commit at which a branch has left another, and the messages of its commits since."""

    commit: str
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Objects:
    """The objects of the forge's repository. Every method raises ForgeError."""

    forge: Forge

    def fork(self, base: str, head: str) -> Fork:
        """Where `head` has left `base`. The forge tells at most 250 messages."""
        answer = self.forge.get(f"{self.forge.here}/compare/{base}...{head}")
        messages = (value(each, str, "commit", "message") for each in value(answer, list, "commits"))
        return Fork(object_id(answer, "merge_base_commit", "sha"), tuple(messages))

    def differences(self, before: str, after: str) -> Differences:
        """What is different in the commit `after`, folder by folder where they are too large to be listed at once."""
        walk = _Walk(self.forge)
        walk.compare(before, after)
        return walk.found

    def blob(self, node: Node) -> bytes:
        """The bytes of a file."""
        answer = self.forge.get(f"{self.forge.here}/git/blobs/{node.id}")
        try:
            content = base64.b64decode(value(answer, str, "content"))
        except binascii.Error:
            content = b""
        if value(answer, str, "encoding") != "base64" or len(content) != node.size:
            raise ForgeError(say("The forge answers with another file than was asked for."))
        return content


class _Walk:
    """A walk through two trees side by side, which opens only folders that are different."""

    def __init__(self, forge: Forge) -> None:
        self.found = Differences()
        self._forge = forge
        self._left = MOST_LISTINGS

    def compare(self, before: str | None, after: str | None, folder: str = "") -> None:
        """Find the differences of two trees, by the hash of each or of its commit; None is an empty one."""
        old, new = (self._list(tree, "?recursive=1") for tree in (before, after))
        if old is None or new is None:  # too large to be listed at once
            old, new = (self._list(tree) for tree in (before, after))
        if old is None or new is None:
            self.found.is_complete = False
            return
        for name in sorted(old.keys() | new.keys()):
            if old.get(name) != new.get(name):
                self._differ(f"{folder}{name}", old.get(name), new.get(name))

    def _differ(self, path: str, old: Node | None, new: Node | None) -> None:
        before, after = (node.id if node and node.is_folder else None for node in (old, new))
        if before or after:
            self.compare(before, after, f"{path}/")
        pair = tuple(None if node and node.is_folder else node for node in (old, new))
        if any(pair):
            self.found.files[path] = (pair[0], pair[1])

    def _list(self, tree: str | None, query: str = "") -> Mapping[str, Node] | None:
        """What lies in a tree, with all that is in its folders if the query says so; None if there is too much of it."""
        if tree is None:
            return {}
        if self._left == 0:
            return None
        self._left -= 1
        answer = self._forge.get(f"{self._forge.here}/git/trees/{tree}{query}")
        if optional(answer, bool, "truncated"):
            return None
        nodes = ((value(each, str, "path"), _node(each)) for each in value(answer, list, "tree"))
        return {path: node for path, node in nodes if not (query and node.is_folder)}


def _node(data: Data) -> Node:
    mode = value(data, str, "mode")
    return Node(mode, object_id(data, "sha"), 0 if mode in _WITHOUT_SIZE else value(data, int, "size"))
