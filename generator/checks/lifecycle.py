"""The history of a standing takes legal steps, in the order of its days, none in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.checks.run import Run
from generator.lifecycle import may_follow, possible_after
from generator.problems import Problem, say
from generator.records.standing import Status, Step
from generator.registry import Organisation, Registry


def check(registry: Registry, run: Run) -> Iterator[Problem]:
    for organisation in registry:
        if organisation.standing:
            yield from _history(organisation, organisation.standing.history, run.today)


def _history(organisation: Organisation, history: tuple[Step, ...], today: date) -> Iterator[Problem]:
    previous: Status | None = None
    for index, step in enumerate(history):
        if not may_follow(previous, step.status):
            yield _illegal(organisation, index, previous)
        if step.on > today:
            yield Problem(
                organisation.standing_place(["history", index, "on"]),
                "date-in-future",
                say("This day lies in the future."),
                say("Record a decision on the day it holds, or later."),
            )
        previous = step.status
    for index, (before, after) in enumerate(pairwise(history), start=1):
        if after.on < before.on:
            yield Problem(
                organisation.standing_place(["history", index, "on"]),
                "history-order",
                say("This step lies before the one above it."),
                say("Keep the steps in the order of their days, oldest first."),
            )


def _illegal(organisation: Organisation, index: int, previous: Status | None) -> Problem:
    place = organisation.standing_place(["history", index, "status"])
    possible = say(", ".join(possible_after(previous)))
    if previous is None:
        return Problem(place, "illegal-step", say("A history cannot begin with this status."), say("Begin with: %(possible)s.", possible=possible))
    message = say("This status cannot follow “%(previous)s”.", previous=previous.value)
    if not possible_after(previous):
        return Problem(place, "illegal-step", message, say("“%(previous)s” is final.", previous=previous.value))
    return Problem(place, "illegal-step", message, say("Possible: %(possible)s.", possible=possible))
