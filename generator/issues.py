"""The issues of a repository on the forge: those with a label, their comments, and what changes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from generator.forge import Data, Forge, ForgeError


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its name, its colour as six hexadecimal digits, and what it means."""

    name: str
    colour: str
    description: str


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as the forge has it; `by_program` if no person but an installed program opened it."""

    number: int
    author: str
    by_program: bool
    title: str
    body: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on an issue."""

    author: str
    body: str


@dataclass(frozen=True, slots=True)
class Issues:
    """The issues of the forge's repository. Every method raises ForgeError."""

    forge: Forge

    def account(self) -> str | None:
        """The login of the account that the token belongs to; None for the token of an installed program."""
        try:
            return _login(self.forge.get("user"))
        except ForgeError as error:
            if error.status == 403:
                return None
            raise

    def labelled(self, label: str) -> Iterator[Issue]:
        """Every issue with a label, open or closed, oldest first; no pull requests."""
        path = f"{self.forge.here}/issues"
        for data in self.forge.every(path, labels=label, state="all", sort="created", direction="asc"):
            if "pull_request" not in data:
                yield _issue(data)

    def comments(self, number: int) -> Iterator[Comment]:
        """The comments on an issue, oldest first."""
        for data in self.forge.every(f"{self.forge.here}/issues/{number}/comments"):
            yield Comment(_login(data.get("user")), data.get("body") or "")

    def open(self, title: str, body: str, label: str) -> None:
        """Open an issue that bears a label."""
        self.forge.create(f"{self.forge.here}/issues", {"title": title, "body": body, "labels": [label]})

    def edit(self, number: int, title: str, body: str) -> None:
        """Give an issue a new title and body, and open it again if it is closed."""
        self.forge.change(f"{self.forge.here}/issues/{number}", {"title": title, "body": body, "state": "open"})

    def close(self, number: int, *, is_done: bool) -> None:
        """Close an issue as done, or as not planned."""
        reason = "completed" if is_done else "not_planned"
        self.forge.change(f"{self.forge.here}/issues/{number}", {"state": "closed", "state_reason": reason})

    def comment(self, number: int, body: str) -> None:
        """Write a comment on an issue."""
        self.forge.create(f"{self.forge.here}/issues/{number}/comments", {"body": body})

    def ensure(self, label: Label) -> None:
        """Make the label if the repository does not have it."""
        if not self._has(label):
            data = {"name": label.name, "color": label.colour, "description": label.description}
            try:
                self.forge.create(f"{self.forge.here}/labels", data, again=True)
            except ForgeError:
                if not self._has(label):  # else another run was faster
                    raise

    def _has(self, label: Label) -> bool:
        try:
            self.forge.get(f"{self.forge.here}/labels/{quote(label.name, safe='')}")
        except ForgeError as error:
            if error.status != 404:
                raise
            return False
        return True


def _issue(data: Data) -> Issue:
    user = data.get("user") or {}
    return Issue(
        number=data["number"],
        author=_login(user),
        by_program=user.get("type") == "Bot",
        title=data.get("title") or "",
        body=data.get("body") or "",
        is_open=data.get("state") == "open",
    )


def _login(user: Data) -> str:
    """The account's login; empty for one that has been deleted."""
    return str((user or {}).get("login") or "")
