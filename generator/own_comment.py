"""The one comment under an issue that is ours, renewed in place.

It begins with a mark that readers do not see. Anybody can write the mark, so it is believed only in comments of the
account the token belongs to or, if that is an installed program, of such a program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.forge import Data, Forge, ForgeError
from generator.issues import Issues
from generator.shapes import optional, value


@dataclass(frozen=True, slots=True)
class OwnComment:
    """The comment under the issue of this number that begins with `mark`."""

    forge: Forge
    issue: int
    mark: str

    def keep(self, text: str) -> str:
        """Write it, or renew it, and take away those that other runs have written at the same time; its address.

        Raises ForgeError.
        """
        body, account = f"{self.mark}\n{text}", Issues(self.forge).account()
        ours = list(self._ours(account))
        if not ours:
            created = self.forge.create(self._path, {"body": body}, again=True)
            ours = list(self._ours(account)) or [created]
        first, *others = ours
        for comment in others:
            self.forge.delete(_path_of(self.forge, comment))
        return _address(self._renewed(first, body))

    def _renewed(self, comment: Data, body: str) -> Data:
        if value(comment, str, "body") == body:
            return comment
        try:
            return self.forge.change(_path_of(self.forge, comment), {"body": body})
        except ForgeError as error:
            if error.status != 404:  # else somebody has just deleted it by hand
                raise
            return self.forge.create(self._path, {"body": body}, again=True)

    def _ours(self, account: str | None) -> Iterator[Data]:
        """Our comments, the oldest first."""
        return (each for each in self.forge.every(self._path) if is_ours(each, self.mark, account))

    @property
    def _path(self) -> str:
        return f"{self.forge.here}/issues/{self.issue}/comments"


def is_ours(comment: Data, mark: str, account: str | None) -> bool:
    """Whether a comment is our own, of an issue or at a line; `account` is None for an installed program."""
    user = optional(comment, dict, "user") or {}
    is_by_us = user.get("login") == account if account else user.get("type") == "Bot"
    return is_by_us and (optional(comment, str, "body") or "").startswith(mark)


def _path_of(forge: Forge, comment: Data) -> str:
    return f"{forge.here}/issues/comments/{value(comment, int, 'id')}"


def _address(comment: Data) -> str:
    address = optional(comment, str, "html_url") or ""
    return address if address.startswith(("https://", "http://")) else ""
