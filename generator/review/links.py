"""Where the files of a proposal can be read and edited on the forge."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from generator.problems import Place
from generator.review.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses in the repository in which the proposal's branch lies."""

    proposal: Proposal

    def at(self, place: Place) -> str | None:
        """The place in a file as it is proposed; None if the file is not there, or nobody knows where it is kept."""
        if not (self.proposal.repository_url and self.proposal.commit and self._is_there(place.path)):
            return None
        return f"{self.proposal.repository_url}/blob/{self.proposal.commit}/{_quoted(place.path)}#L{place.line}"

    def edit(self, path: str) -> str | None:
        """The page on which the file can be edited in that branch."""
        if not (self.proposal.repository_url and self.proposal.branch and self._is_there(path)):
            return None
        return f"{self.proposal.repository_url}/edit/{_quoted(self.proposal.branch)}/{_quoted(path)}"

    def _is_there(self, path: str) -> bool:
        return any(change.path == path and not change.is_deleted for change in self.proposal.changes)


def _quoted(text: str) -> str:
    """A path within an address: nothing in it can end the link or the address."""
    return quote(text, safe="/", errors="surrogatepass")
