"""Paths are plain names that every computer keeps apart and shows as they are.

Refused are names that some systems read as another path or file (`..`, backslashes, a colon, `.git`
in any spelling, a dot or space at the end, names of devices), names with invisible characters, names
that are not in Unicode's composed form (NFC), very long ones, and names that differ from another
only in capitals or composition.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.problems import Message, say
from generator.review.case import Case
from generator.review.kinds import leading
from generator.review.proposal import How
from generator.review.verdicts import Reason, Verdict, reason

LONGEST_NAME = 100
LONGEST_PATH = 200
"""In bytes. With the folder of a copy before it, this still fits everywhere."""

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_GIT = re.compile(r"\.git|git~[0-9]+|\.gitmodules", re.IGNORECASE)
_FOLDERS = ("supporters", "content", "schemas", "generator", ".github")
_FORBIDDEN_SIGNS = frozenset('\\:*?"<>|\ufffd')
"""The last stands for bytes that are no text."""


def judge(case: Case) -> Iterator[Reason]:
    twins = _Twins(case)
    for change in case.proposal.changes:
        if not change.is_deleted:
            if message := _trick(change.path):
                yield reason(Verdict.REFUSED, change.path, "path-trick", message, _HINT)
            elif other := twins.of(change.path):
                yield reason(Verdict.REFUSED, change.path, "path-twin", _twin(other), _TWIN_HINT)


_HINT = say("Give it a plain name of letters, digits, hyphens and dots.")
_TWIN_HINT = say("Use exactly the same spelling for the same folder or file.")


def _twin(other: str) -> Message:
    return say("Many computers cannot tell this path from “%(other)s”.", other=other)


def _trick(path: str) -> Message | None:
    if len(_bytes(path)) > LONGEST_PATH or any(len(_bytes(name)) > LONGEST_NAME for name in path.split("/")):
        return say("The path is too long.")
    if any(unicodedata.category(character) in _INVISIBLE for character in path):
        return say("The path contains an invisible character.")
    if not unicodedata.is_normalized("NFC", path):
        return say("The letters of the path are put together from parts (not in the form “NFC”).")
    if any(_is_odd(name) for name in path.split("/")):
        return say("Some computers would read this path as another one.")
    return None


def _is_odd(name: str) -> bool:
    plain = name.rstrip(". ")
    return (
        plain != name  # also "", "." and ".."
        or not name
        or name.startswith(" ")
        or not _FORBIDDEN_SIGNS.isdisjoint(name)
        or _DEVICE.fullmatch(name) is not None
        or _GIT.fullmatch(plain) is not None
    )


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


class _Twins:
    """Every folder and file, before and after, by what a careless file system makes of its path."""

    def __init__(self, case: Case) -> None:
        self._spelt: dict[str, str] = {}
        added = {change.path for change in case.proposal.changes if change.how in (How.ADDED, How.RENAMED)}
        there = (entry.path for entry in case.base.tree.entries())
        for path in (*_FOLDERS, *case.base.paths, *there, *case.proposal.paths):
            if path not in added:
                self._add(path)
        for path in sorted(added):
            self._add(path)

    def _add(self, path: str) -> None:
        for part in leading(path):
            self._spelt.setdefault(_careless(part), part)

    def of(self, path: str) -> str | None:
        """Another spelling of a path, or of a folder on its way, that was there before."""
        found = ((part, self._spelt.get(_careless(part), part)) for part in leading(path))
        return next((spelt for part, spelt in found if spelt != part), None)


def _careless(path: str) -> str:
    return path.lower() if path.isascii() else unicodedata.normalize("NFKC", path).casefold()
