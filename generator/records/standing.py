"""The standing: what the Office has decided about an organisation (`standing.yml`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.records.values import Data, Text


class Status(StrEnum):
    """Where an organisation stands in the lifecycle of a supporter."""

    INTEREST = "interest"
    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    STATEMENT_SENT = "statement_sent"
    ACTIVE = "active"
    ON_HOLD = "on_hold"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    DISSOLVED = "dissolved"


@dataclass(frozen=True, slots=True)
class Step:
    """One change of status: from which day, to what, and why."""

    on: date
    status: Status
    reason: Text


@dataclass(frozen=True, slots=True)
class Statement:
    """The commitment statement that was signed: which version, in which language, on which day."""

    version: str
    language: str
    signed_on: date


@dataclass(frozen=True, slots=True)
class Extension:
    """More time for a report, granted by the Office."""

    until: date
    reason: Text


@dataclass(frozen=True, slots=True)
class Maintainer:
    """An account on the forge that may change the record; the number decides, the login is for people."""

    id: int
    login: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The content of a `standing.yml` that conforms to `standing.schema.json`."""

    history: tuple[Step, ...]
    statement: Statement | None
    extensions: tuple[Extension, ...]
    successor: str | None
    maintainers: tuple[Maintainer, ...]

    @classmethod
    def of(cls, data: Data) -> Standing:
        """From conforming data."""
        return cls(
            history=tuple(_step(item) for item in data["history"]),
            statement=_statement(data.get("statement")),
            extensions=tuple(
                Extension(date.fromisoformat(item["until"]), item["reason"]) for item in data.get("extensions", ())
            ),
            successor=data.get("successor"),
            maintainers=tuple(Maintainer(item["id"], item["login"]) for item in data.get("maintainers", ())),
        )


def _step(data: Data) -> Step:
    return Step(date.fromisoformat(data["on"]), Status(data["status"]), data.get("reason", {}))


def _statement(data: Data | None) -> Statement | None:
    return Statement(data["version"], data["language"], date.fromisoformat(data["signed_on"])) if data else None
