"""The kind of a change, by the paths it touches: one table says what each path is about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum


class Kind(StrEnum):
    """What a proposal is about. Of several that go together, the first names it."""

    APPLICATION = "application"
    DECISION = "decision"
    REPORT = "report"
    PROFILE = "profile"
    LOGO = "logo"
    CODE = "code"
    CONTENT = "content"
    MIXED = "mixed"
    NOTHING = "nothing"


_BY_PATH = (
    (re.compile(r"supporters/[^/]+/(standing|tombstone)\.yml"), Kind.DECISION),
    (re.compile(r"supporters/[^/]+/reports/.+"), Kind.REPORT),
    (re.compile(r"supporters/[^/]+/logo\.[^/]+"), Kind.LOGO),
    (re.compile(r"supporters/.+", re.DOTALL), Kind.PROFILE),
    (re.compile(r"content/.+", re.DOTALL), Kind.CONTENT),
    (re.compile(r".*", re.DOTALL), Kind.CODE),
)
"""The first pattern that fits decides. Code is everything else: schemas, workflows, settings, tests, documents."""

OF_AN_ORGANISATION = frozenset({Kind.APPLICATION, Kind.REPORT, Kind.PROFILE, Kind.LOGO})
"""What an organisation sends about itself, in its own folder."""

_OF_THE_PROGRAM = frozenset({Kind.CODE, Kind.CONTENT})
"""A program and its texts change together."""


def slug_of(path: str) -> str | None:
    """The folder of the organisation that a path belongs to; None for a path elsewhere."""
    parts = path.split("/")
    return parts[1] if len(parts) > 1 and parts[0] == "supporters" else None


def leading(path: str) -> Iterator[str]:
    """The folders on the way to a path, and the path itself."""
    parts = path.split("/")
    return ("/".join(parts[: depth + 1]) for depth in range(len(parts)))


def kind_of_path(path: str, new_folders: Collection[str]) -> Kind:
    """What one path is about; in a folder that the base does not have, it is an application."""
    kind = next(kind for pattern, kind in _BY_PATH if pattern.fullmatch(path))
    return Kind.APPLICATION if kind in OF_AN_ORGANISATION and slug_of(path) in new_folders else kind


def kind_of(kinds: frozenset[Kind], slugs: Collection[str], *, by_office: bool) -> Kind:
    """What all paths together are about: one thing, or a mixture.

    An organisation speaks of itself alone, so files in two folders are a mixture. The Office may speak
    of many, and bring a record along with its decision. From anyone else a decision counts for nothing,
    so that it does not hide what else is proposed.
    """
    if kinds <= OF_AN_ORGANISATION | {Kind.DECISION}:
        if by_office or kinds == {Kind.DECISION}:
            return Kind.DECISION if Kind.DECISION in kinds else _first(kinds)
        return _first(kinds - {Kind.DECISION}) if len(slugs) < 2 else Kind.MIXED
    return _first(kinds) if kinds <= _OF_THE_PROGRAM else Kind.MIXED


def _first(kinds: Collection[Kind]) -> Kind:
    return next((kind for kind in Kind if kind in kinds), Kind.NOTHING)


def kinds_of(paths: Iterable[str], new_folders: Collection[str]) -> frozenset[Kind]:
    """What each of the paths is about."""
    return frozenset(kind_of_path(path, new_folders) for path in paths)
