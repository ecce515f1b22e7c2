"""What the environment of a command says of the forge, and what it wants to hear back."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.forge import Forge


def forge_of_environment() -> Forge | None:
    """The forge with the repository that the environment names and the token it gives; None if it does not."""
    from generator.forge import Access, Forge  # requests takes a while to import

    token, repository = (os.environ.get(name, "") for name in ("GITHUB_TOKEN", "GITHUB_REPOSITORY"))
    if not token or not re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
        return None
    return Forge(Access(os.environ.get("GITHUB_API_URL") or "https://api.github.com", repository, token))


def give_output(name: str, number: int) -> None:
    """Give a number to the later steps of a workflow; outside of one, to nobody. Raises OSError."""
    if file := os.environ.get("GITHUB_OUTPUT"):
        with Path(file).open("a", encoding="utf-8") as output:
            output.write(f"{name}={number}\n")
