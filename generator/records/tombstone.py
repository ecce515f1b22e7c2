"""A tombstone: what stays of an erased record, so that its address keeps working (`tombstone.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.records.values import Data


@dataclass(frozen=True, slots=True)
class Tombstone:
    """The content of a `tombstone.yml` that conforms to `tombstone.schema.json`."""

    erased_on: date
    successor: str | None

    @classmethod
    def of(cls, data: Data) -> Tombstone:
        """From conforming data."""
        return cls(date.fromisoformat(data["erased_on"]), data.get("successor"))
