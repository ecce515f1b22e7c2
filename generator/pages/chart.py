"""Figures as readers see them: large numbers, and charts that are tables whose rows begin with a bar.

The bars are decoration and say nothing that the table does not: a screen reader has the table, and whoever
prints, or sees no colours, has the numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.edition import Edition
from generator.figures import Response, Share, Total


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, what it counts, and of how many it speaks."""

    number: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: its label, how much of the bar is filled, what stands in the other columns, and where it leads."""

    label: str
    share: Share
    cells: tuple[str, ...]
    url: str = ""

    @property
    def width(self) -> str:
        return f"{100 * self.share.ratio:.1f}%"


@dataclass(frozen=True, slots=True)
class Chart:
    """A table of bars: in a sentence what it shows, the titles of its columns, its rows."""

    sentence: str
    columns: tuple[str, ...]
    bars: Sequence[Bar]


def percent(edition: Edition, share: Share) -> str:
    """A share as a whole percentage; a dash for the share of nothing."""
    return edition.language.percent(share.ratio) if share.whole else "–"


def sum_of(edition: Edition, total: Total) -> str:
    """A sum; a dash where no report gave a number."""
    return edition.number(total.number) if total.given_by else "–"


def in_words(edition: Edition, response: Response) -> str:
    """The response of a year in a sentence."""
    share = response.share
    if not share.whole:
        return edition.t("No supporter owed a report for %(year)s.", year=response.year)
    return edition.n(
        "%(number)s supporter owed a report for %(year)s; handed in: %(part)s (%(percent)s).",
        "%(number)s supporters owed a report for %(year)s; handed in: %(part)s (%(percent)s).",
        share.whole,
        year=response.year,
        part=edition.number(share.part),
        percent=percent(edition, share),
    )
