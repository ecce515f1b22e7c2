"""One pull request on the forge: what it says of itself, its status and labels, and comments at its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import quote

from generator.accounts import Author
from generator.forge import Data, Forge
from generator.own_comment import is_ours
from generator.problems import printable
from generator.shapes import object_id, optional, value

CONTEXT = "covenant/review"
"""The name of the status on a commit."""

MOST_LISTED = 3000
"""How many files a forge lists of a pull request; of comments at lines, no more are read either."""

_REPOSITORY = re.compile(r"https?://[\w.:-]+/[\w.-]+/[\w.-]+")


@dataclass(frozen=True, slots=True)
class PullRequest:
    """A pull request as it stands: `head` is its newest commit, `target` the branch that it is meant for.

    `author` is None if the account was deleted, `repository_url` empty if the repository was. Two are equal if
    they say the same, whatever their labels.
    """

    is_open: bool
    target: str
    head: str
    author: Author | None
    text: str
    repository_url: str
    branch: str
    labels: frozenset[str] = field(compare=False)


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A changed file as the forge lists it: its path before a renaming, and its part of the diff."""

    path: str
    previous: str
    patch: str


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """A comment at a line of a changed file; `line` is 0 if that line is no longer there."""

    path: str
    line: int
    body: str


@dataclass(frozen=True, slots=True)
class PullRequests:
    """A pull request of the forge's repository by its number. Every method raises ForgeError.

    `account` is the login the token belongs to; None for the token of an installed program.
    """

    forge: Forge
    number: int
    account: str | None

    def read(self) -> PullRequest:
        """What it says of itself at this moment."""
        answer = self.forge.get(self._pull)
        user, repository = optional(answer, dict, "user"), optional(answer, str, "head", "repo", "html_url") or ""
        return PullRequest(
            value(answer, str, "state") == "open",
            value(answer, str, "base", "ref"),
            object_id(answer, "head", "sha"),
            Author(value(user, int, "id"), printable(value(user, str, "login"))) if user else None,
            f"{optional(answer, str, 'title') or ''}\n\n{optional(answer, str, 'body') or ''}",
            repository if _REPOSITORY.fullmatch(repository) else "",
            value(answer, str, "head", "ref"),
            frozenset(_names(value(answer, list, "labels"))),
        )

    def files(self) -> Iterator[ListedFile]:
        """The changed files as the forge lists them, with what it takes for the same file at another path."""
        for each in self._every(f"{self._pull}/files"):
            previous, patch = (optional(each, str, key) or "" for key in ("previous_filename", "patch"))
            yield ListedFile(value(each, str, "filename"), previous, patch)

    # The status and the labels

    def mark(self, commit: str, state: str, title: str, address: str) -> None:
        """Set the status of a commit."""
        data = {"state": state, "context": CONTEXT, "description": title, "target_url": address}
        self.forge.create(f"{self.forge.here}/statuses/{commit}", data, again=True)

    def label(self, names: Sequence[str]) -> frozenset[str]:
        """Add labels that the repository has; all that there are now."""
        return frozenset(_names(self.forge.create(f"{self._issue}/labels", {"labels": names}, again=True)))

    def unlabel(self, name: str) -> None:
        self.forge.delete(f"{self._issue}/labels/{quote(name, safe='')}")

    # Comments at lines

    def notes(self, mark: str) -> Iterator[tuple[int, Note]]:
        """Our own comments at lines that begin with a mark, each with its number."""
        for each in self._every(f"{self._pull}/comments"):
            if is_ours(each, mark, self.account):
                line = optional(each, int, "line") or 0
                yield value(each, int, "id"), Note(value(each, str, "path"), line, value(each, str, "body"))

    def annotate(self, commit: str, body: str, notes: Iterable[Note]) -> None:
        """Write comments at lines of a commit, all at once, with a text above them."""
        comments = [{"path": note.path, "line": note.line, "side": "RIGHT", "body": note.body} for note in notes]
        data = {"commit_id": commit, "event": "COMMENT", "body": body, "comments": comments}
        self.forge.create(f"{self._pull}/reviews", data, again=True)

    def take_away_note(self, number: int) -> None:
        self.forge.delete(f"{self.forge.here}/pulls/comments/{number}")

    @property
    def _pull(self) -> str:
        return f"{self.forge.here}/pulls/{self.number}"

    @property
    def _issue(self) -> str:
        return f"{self.forge.here}/issues/{self.number}"

    def _every(self, path: str) -> Iterator[Data]:
        return islice(self.forge.every(path), MOST_LISTED)


def _names(labels: Data) -> Iterator[str]:
    return (value(each, str, "name") for each in labels) if isinstance(labels, list) else iter(())
