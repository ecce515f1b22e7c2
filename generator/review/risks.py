"""How much harm a change could do.

Low: texts and figures of a record. Medium: what the organisation is known by, published figures, texts
of the site. High: who may change what, what the Office decides, the rules and the program themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from generator.problems import Message


class Risk(StrEnum):
    """How much harm a change could do, least first."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


Found = tuple[Risk, Message]
"""One thing that changes, with its risk."""


def highest(risks: Iterable[Risk]) -> Risk:
    """The highest of some risks; low if there are none."""
    found = set(risks)
    return next((risk for risk in reversed(Risk) if risk in found), Risk.LOW)
