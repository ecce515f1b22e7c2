"""A supporter: who an organisation is and what it offers (`supporter.yml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.records.values import Data, Link, Members, Month, Text, codes, members


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name the organisation used before, and the month in which it was given up."""

    name: Text
    until: Month | None


@dataclass(frozen=True, slots=True)
class Seat:
    """Where the organisation has its seat; coordinates in decimal degrees."""

    city: Text
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The area the work covers; no countries means the country of the seat alone."""

    level: str
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Supporter:
    """The content of a `supporter.yml` that conforms to `supporter.schema.json`."""

    name: Text
    acronym: Text
    former_names: tuple[FormerName, ...]
    type: str
    not_for_profit: bool
    funding: str
    mandate: str
    country: str
    seat: Seat | None
    coverage: Coverage
    website: str
    contact: str
    languages: tuple[str, ...]
    expertise: tuple[str, ...]
    services: Mapping[str, tuple[str, ...]]
    members: Members | None
    description: Text
    links: tuple[Link, ...]

    @classmethod
    def of(cls, data: Data) -> Supporter:
        """From conforming data."""
        return cls(
            name=data["name"],
            acronym=data.get("acronym", {}),
            former_names=tuple(_former_name(item) for item in data.get("former_names", ())),
            type=data["type"],
            not_for_profit=data["not_for_profit"],
            funding=data["funding"],
            mandate=data["mandate"],
            country=data["country"],
            seat=_seat(data.get("seat")),
            coverage=Coverage(data["coverage"]["level"], codes(data["coverage"], "countries")),
            website=data["website"],
            contact=data["contact"],
            languages=codes(data, "languages"),
            expertise=codes(data, "expertise"),
            services={group: tuple(offers) for group, offers in data.get("services", {}).items()},
            members=members(data.get("members")),
            description=data["description"],
            links=tuple(Link(item["title"], item["url"]) for item in data.get("links", ())),
        )


def _former_name(data: Data) -> FormerName:
    return FormerName(data["name"], Month.of(data["until"]) if "until" in data else None)


def _seat(data: Data | None) -> Seat | None:
    return Seat(data["city"], data.get("latitude"), data.get("longitude")) if data else None
