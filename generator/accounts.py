"""An account on the forge as people write it, `ID:LOGIN`: the number stays and decides, the login is for people."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ACCOUNT = re.compile(
    r"(?P<id>[1-9][0-9]{0,17}):(?P<login>(?=[^\[]{1,39}(?:\[|\Z))[A-Za-z0-9][A-Za-z0-9-]*(?:_[A-Za-z0-9]+)?(?:\[bot\])?)"
)
"""A login has at most 39 letters, digits and hyphens. One that an enterprise manages ends in its short name after
`_`; that of an installed program ends in `[bot]`. Old ones may have two hyphens in a row, or one at the end."""


@dataclass(frozen=True, slots=True)
class Author:
    """An account that has written something."""

    id: int
    login: str

    @classmethod
    def of(cls, text: str) -> Author:
        """From `ID:LOGIN`. Raises ValueError."""
        match = _ACCOUNT.fullmatch(text)
        if not match:
            raise ValueError(text)
        return cls(int(match["id"]), match["login"])
