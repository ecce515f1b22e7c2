"""What the forge answers, read with the type it must have: it is JSON of another party, of any shape until looked at."""

from __future__ import annotations

import re
from typing import TypeVar

from generator.forge import Data, ForgeError
from generator.problems import say

T = TypeVar("T")


def value(data: Data, kind: type[T], *path: str) -> T:
    """What stands at a path of keys. Raises ForgeError if nothing does, or something of another kind."""
    found = optional(data, kind, *path)
    if found is None:
        raise _unexpected(*path)
    return found


def optional(data: Data, kind: type[T], *path: str) -> T | None:
    """The same; None if there is nothing. Raises ForgeError for something of another kind."""
    for key in path:
        if data is None:
            return None
        if not isinstance(data, dict):
            raise _unexpected(*path)
        data = data.get(key)
    if data is not None and (not isinstance(data, kind) or (kind is int and isinstance(data, bool))):
        raise _unexpected(*path)
    return data


def object_id(data: Data, *path: str) -> str:
    """The hash by which Git knows an object. Raises ForgeError."""
    found = value(data, str, *path)
    if not re.fullmatch(r"[0-9a-f]{40}([0-9a-f]{24})?", found):
        raise _unexpected(*path)
    return found


def _unexpected(*path: str) -> ForgeError:
    return ForgeError(say("The forge answers in a form that is not understood: “%(key)s”.", key=".".join(path)))
