"""A report: what a supporter did in one or two years (`reports/<period>.yml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.records.values import Data, Members, Month, Period, Text, codes, day, members

SELECTIONS = ("promoting", "taking_part", "awareness_needs", "capacity_given", "capacity_needs", "knowledge_sharing")
"""The multi-select blocks of a report, in the order of the questionnaire."""


@dataclass(frozen=True, slots=True)
class Events:
    """Events organised or joined, and how many people took part in all of them together."""

    count: int
    participants: int | None


@dataclass(frozen=True, slots=True)
class Activity:
    """One thing that was done, under the commitment it serves."""

    commitment: str
    title: Text
    description: Text
    date: date | None
    participants: int | None
    link: str | None


@dataclass(frozen=True, slots=True)
class GoodPractice:
    """An example that others can learn from."""

    title: Text
    text: Text
    link: str | None
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The content of a report that conforms to `report.schema.json`."""

    period: Period
    submitted_on: date
    no_action: bool
    members: Members | None
    events: Events | None
    activities: tuple[Activity, ...]
    selections: Mapping[str, tuple[str, ...]]
    good_practices: tuple[GoodPractice, ...]
    challenges: Text
    expectations: Text

    @classmethod
    def of(cls, data: Data) -> Report:
        """From conforming data."""
        return cls(
            period=Period(Month.of(data["period"]["from"]), Month.of(data["period"]["to"])),
            submitted_on=date.fromisoformat(data["submitted_on"]),
            no_action=data.get("no_action", False),
            members=members(data.get("members")),
            events=_events(data.get("events")),
            activities=tuple(_activity(item) for item in data.get("activities", ())),
            selections={block: codes(data, block) for block in SELECTIONS if block in data},
            good_practices=tuple(_good_practice(item) for item in data.get("good_practices", ())),
            challenges=data.get("challenges", {}),
            expectations=data.get("expectations", {}),
        )


def _events(data: Data | None) -> Events | None:
    return Events(data["count"], data.get("participants")) if data else None


def _activity(data: Data) -> Activity:
    return Activity(
        data["commitment"],
        data["title"],
        data.get("description", {}),
        day(data.get("date")),
        data.get("participants"),
        data.get("link"),
    )


def _good_practice(data: Data) -> GoodPractice:
    return GoodPractice(data["title"], data["text"], data.get("link"), codes(data, "tags"))
