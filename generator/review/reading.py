"""A pull request on the forge as a proposal: everything that decides is read by its hash at one commit.

Of the forge's own list of changed files, which follows every push, only hints are taken: which file is which
after a renaming.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.review.git import Blob
from generator.review.objects import Differences, Node, Objects, Pair
from generator.review.proposal import MAX_READ, MOST_READ, Change, How, Mode, Proposal
from generator.review.pull_request import PullRequest, PullRequests


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads a pull request against the commit `base`, whose files are known here."""

    pulls: PullRequests
    objects: Objects
    base: str
    files: Mapping[str, Blob]

    def proposal(self, pull: PullRequest) -> Proposal:
        """The proposal as it stands at the head of the pull request. Raises ForgeError."""
        fork = self.objects.fork(self.base, pull.head)
        found = self.objects.differences(fork.commit, pull.head)
        outdated = self._outdated(found) if fork.commit != self.base else frozenset()
        return Proposal(
            tuple(self._changes(found, outdated)),
            pull.author,
            "\n\n".join((pull.text, *fork.messages)),
            pull.repository_url,
            pull.branch,
            pull.head,
            found.is_complete,
        )

    def _outdated(self, found: Differences) -> frozenset[str]:
        """The changed files that others have changed on the base meanwhile."""
        return frozenset(path for path, (before, _) in found.files.items() if not self._is_as_it_was(path, before))

    def _is_as_it_was(self, path: str, before: Node | None) -> bool:
        there = self.files.get(path)
        if there is None or before is None:
            return there is None and before is None
        return (there.id, there.mode) == (before.id, Mode.of(before.mode))

    def _changes(self, found: Differences, outdated: frozenset[str]) -> list[Change]:
        previous, contents = self._renamed(found), self._contents(found)
        moved_away = set(previous.values())
        return [
            _change(path, pair, previous.get(path, ""), contents, outdated)
            for path, pair in sorted(found.files.items())
            if path not in moved_away
        ]

    def _renamed(self, found: Differences) -> dict[str, str]:
        """New paths with the paths before, where the forge takes a deleted and an added file for the same."""
        added = {path for path, (before, _) in found.files.items() if before is None}
        deleted = {path for path, (_, after) in found.files.items() if after is None}
        renamed: dict[str, str] = {}
        for each in self.pulls.files() if added and deleted else ():
            if each.path in added and each.previous in deleted:
                deleted.remove(each.previous)
                renamed[each.path] = each.previous
        return renamed

    def _contents(self, found: Differences) -> dict[str, bytes]:
        """The bytes of changed records by their hashes; nobody looks into other files."""
        nodes = {
            after.id: after
            for path, (_, after) in sorted(found.files.items())
            if after and path.startswith("supporters/") and _is_read(after)
        }
        return {node.id: self.objects.blob(node) for node in list(nodes.values())[:MOST_READ]}


def _is_read(node: Node) -> bool:
    return Mode.of(node.mode).is_of_a_file and node.size <= MAX_READ


def _change(path: str, pair: Pair, previous: str, contents: Mapping[str, bytes], outdated: frozenset[str]) -> Change:
    before, after = pair
    is_outdated = not outdated.isdisjoint({path, previous})
    if after is None:
        return Change(path, How.DELETED, outdated=is_outdated)
    how = How.RENAMED if previous else How.MODIFIED if before else How.ADDED
    return Change(path, how, Mode.of(after.mode), after.size, contents.get(after.id), previous, is_outdated)
