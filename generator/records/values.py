"""The values that several records share."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Text = Mapping[str, str]
"""A text per language: BCP 47 code to text, in the order in which the record gives them."""

Data = Mapping[str, Any]
"""The data of a document that conforms to its schema."""


@dataclass(frozen=True, slots=True)
class Members:
    """How many local authorities belong to an organisation, and how many of them are signatories."""

    total: int
    signatories: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A page elsewhere, with its title per language."""

    title: Text
    url: str


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    @classmethod
    def of(cls, text: str) -> Month:
        """From `YYYY-MM`."""
        return cls(int(text[:4]), int(text[5:7]))

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return self.day(31)

    def day(self, number: int) -> date:
        """A day of the month; its last one if it has not so many."""
        return date(self.year, self.month, min(number, monthrange(self.year, self.month)[1]))

    def plus(self, months: int) -> Month:
        """The month that lies `months` later (or earlier)."""
        index = self.year * 12 + self.month - 1 + months
        return Month(index // 12, index % 12 + 1)

    def months_until(self, other: Month) -> int:
        """How many months later `other` lies."""
        return (other.year - self.year) * 12 + other.month - self.month


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The months a report covers, first and last included."""

    first: Month
    last: Month

    @property
    def months(self) -> int:
        """How many months it covers; 0 or less if it ends before it begins."""
        return self.first.months_until(self.last) + 1

    @property
    def file_name(self) -> str:
        """The name of the report's file without its ending: `2025` or `2024-2025`."""
        years = (self.first.year, self.last.year)
        return str(years[0]) if years[0] == years[1] else f"{years[0]}-{years[1]}"

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a month."""
        return self.first <= other.last and other.first <= self.last


def members(data: Data | None) -> Members | None:
    """The members block of a record."""
    return Members(data["total"], data.get("signatories")) if data else None


def day(text: str | None) -> date | None:
    """A day from `YYYY-MM-DD`."""
    return date.fromisoformat(text) if text else None


def codes(data: Data, key: str) -> tuple[str, ...]:
    """The codes under a key; none if the key is left out."""
    chosen: Sequence[str] = data.get(key, ())
    return tuple(chosen)
