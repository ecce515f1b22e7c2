"""What a check knows beside the records: the day, the versions of the statement, the example texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Context:
    """The circumstances of one run; two runs under the same ones find the same."""

    today: date
    statement_versions: frozenset[str] = frozenset()
    examples: frozenset[str] = frozenset()
