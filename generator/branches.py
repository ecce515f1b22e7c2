"""Branches of the forge's repository and the pull requests from them, made over its Git database without a clone.

What is made here is looked for first. The forge itself sees to it that there are no two branches of a name, and no
two open pull requests from a branch: who comes second is refused, and looks again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.forge import Data, Forge, ForgeError
from generator.problems import say

PROGRAM = {"name": "covenant intake", "email": "41898282+github-actions[bot]@users.noreply.github.com"}
"""Who makes the commits, by the address of the forge's own program; people have other names."""


class State(StrEnum):
    """What has become of a pull request."""

    OPEN = "open"
    MERGED = "merged"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull request from a branch of this repository; its body is what it was opened with, or what people made of it."""

    number: int
    state: State
    branch: str
    body: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch as it is: its last commit and the one where it began, and the trees of both; all are names of Git objects.

    `is_ours` if nobody else has committed to it.
    """

    tip: str
    tree: str
    fork: str
    fork_tree: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class File:
    """A text file to be committed."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Branches:
    """The branches of the forge's repository; `base` is the one that others are made from. Every method raises ForgeError."""

    forge: Forge
    base: str

    def find(self, name: str) -> Branch | None:
        """The branch of this name; None if there is none."""
        tip = self._tip(name)
        if tip is None:
            return None
        compared = self.forge.get(f"{self.forge.here}/compare/{self._base_tip()}...{tip}")
        fork, commits = compared["merge_base_commit"], compared["commits"]
        last = commits[-1] if commits else fork
        is_ours = len(commits) == compared["total_commits"] and all(map(_is_ours, commits))
        return Branch(tip, last["commit"]["tree"]["sha"], fork["sha"], fork["commit"]["tree"]["sha"], is_ours)

    def put(self, name: str, there: Branch | None, file: File, message: str) -> None:
        """Bring a branch of ours, or one that is still to be made, to one commit with one file.

        Another commit replaces ours: what somebody has taken out of a text must not be merged with its history. The
        status of the ForgeError is 422 or 409 if somebody else was faster.
        """
        if there is None:
            commit = self.forge.get(f"{self.forge.here}/git/commits/{self._base_tip()}")
            made = self._commit(commit["sha"], self._tree(commit["tree"]["sha"], file), message)
            self._create("git/refs", {"ref": f"refs/heads/{name}", "sha": made})
        elif (tree := self._tree(there.fork_tree, file)) != there.tree:
            made = self._commit(there.fork, tree, message)
            if self._tip(name) != there.tip:
                raise ForgeError(say("The branch has been changed by somebody else in this moment."), 409)
            self.forge.change(f"{self.forge.here}/git/refs/heads/{name}", {"sha": made, "force": True})

    def pull(self, name: str) -> Pull | None:
        """The pull request from a branch: an open one if there is one, else the last one."""
        owner = self.forge.here.split("/")[1]
        pulls = list(self._pulls(head=f"{owner}:{name}", state="all"))
        return min(pulls, key=lambda pull: (pull.state is not State.OPEN, -pull.number), default=None)

    def open_pulls(self, prefix: str) -> list[Pull]:
        """The open pull requests from branches of this repository whose names begin with `prefix`."""
        return [pull for pull in self._pulls(state="open") if pull.branch.startswith(prefix)]

    def propose(self, name: str, title: str, body: str) -> Pull:
        """Open the pull request from a branch."""
        data = {"title": title, "body": body, "head": name, "base": self.base}
        return _pull(self._create("pulls", data))

    def _pulls(self, **query: str) -> Iterator[Pull]:
        """Pull requests from this repository; a fork may have a branch of any name."""
        whole = self.forge.here.removeprefix("repos/").lower()
        for data in self.forge.every(f"{self.forge.here}/pulls", **query):
            if str((data["head"].get("repo") or {}).get("full_name")).lower() == whole:
                yield _pull(data)

    def _tip(self, name: str) -> str | None:
        try:
            return str(self.forge.get(f"{self.forge.here}/git/ref/heads/{name}")["object"]["sha"])
        except ForgeError as error:
            if error.status != 404:
                raise
            return None

    def _base_tip(self) -> str:
        return str(self.forge.get(f"{self.forge.here}/git/ref/heads/{self.base}")["object"]["sha"])

    def _tree(self, tree: str, file: File) -> str:
        """The tree with one file more."""
        entry = {"path": file.path, "mode": "100644", "type": "blob", "content": file.text}
        return str(self._create("git/trees", {"base_tree": tree, "tree": [entry]})["sha"])

    def _commit(self, parent: str, tree: str, message: str) -> str:
        data = {"message": message, "tree": tree, "parents": [parent], "author": PROGRAM, "committer": PROGRAM}
        return str(self._create("git/commits", data)["sha"])

    def _create(self, path: str, data: Data) -> Data:
        """Create what cannot be there twice, or what nothing leads to if it is."""
        return self.forge.create(f"{self.forge.here}/{path}", data, again=True)


def _is_ours(commit: Data) -> bool:
    """Whether a commit was made here; who amends one, or merges into the branch, puts another name on it."""
    committer = commit["commit"]["committer"] or {}
    return {key: committer.get(key) for key in PROGRAM} == PROGRAM


def _pull(data: Data) -> Pull:
    is_merged = bool(data.get("merged_at"))
    state = State.MERGED if is_merged else State(data["state"])
    return Pull(data["number"], state, data["head"]["ref"], data.get("body") or "")
