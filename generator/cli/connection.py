"""The forge that the environment names, for the commands that work on it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.forge import Forge


def forge() -> Forge | None:
    """A connection by GITHUB_TOKEN, GITHUB_REPOSITORY and GITHUB_API_URL; None if they name no token or repository."""
    from generator.forge import Access, Forge  # requests takes a while to import

    token, repository = (os.environ.get(name, "") for name in ("GITHUB_TOKEN", "GITHUB_REPOSITORY"))
    if not token or not re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
        return None
    return Forge(Access(os.environ.get("GITHUB_API_URL") or "https://api.github.com", repository, token))
