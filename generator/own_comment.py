"""The one comment under an issue that is ours, renewed in place.

It begins with a mark that readers do not see. Anybody can write the mark, so it is believed only in comments of the
account the token belongs to or, if that is an installed program, of such a program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.forge import Data, Forge, ForgeError
from generator.issues import Issues


@dataclass(frozen=True, slots=True)
class OwnComment:
    """The comment under the issue of this number that begins with `mark`."""

    forge: Forge
    issue: int
    mark: str

    def keep(self, text: str) -> None:
        """Write it, or renew it; and take away those that other runs have written at the same time. Raises ForgeError."""
        body, account = f"{self.mark}\n{text}", Issues(self.forge).account()
        ours = list(self._ours(account))
        if not ours:
            self.forge.create(self._path, {"body": body}, again=True)
            ours = list(self._ours(account))
        for comment in ours[1:]:
            self.forge.delete(_path_of(self.forge, comment))
        for comment in ours[:1]:
            self._renew(comment, body)

    def _renew(self, comment: Data, body: str) -> None:
        if comment["body"] == body:
            return
        try:
            self.forge.change(_path_of(self.forge, comment), {"body": body})
        except ForgeError as error:
            if error.status != 404:  # else somebody has just deleted it by hand
                raise
            self.forge.create(self._path, {"body": body}, again=True)

    def _ours(self, account: str | None) -> Iterator[Data]:
        """Our comments, the oldest first."""
        for comment in self.forge.every(self._path):
            user = comment.get("user") or {}
            is_ours = user.get("login") == account if account else user.get("type") == "Bot"
            if is_ours and (comment.get("body") or "").startswith(self.mark):
                yield comment

    @property
    def _path(self) -> str:
        return f"{self.forge.here}/issues/{self.issue}/comments"


def _path_of(forge: Forge, comment: Data) -> str:
    return f"{forge.here}/issues/comments/{comment['id']}"
