"""The history of a standing takes legal steps, in the order of its days, none in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.checks.context import Context
from generator.lifecycle import may_follow, possible_after
from generator.problems import Problem, say
from generator.records.standing import Status, Step
from generator.registry import Organisation, Registry


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    for organisation in registry:
        if organisation.standing:
            history = organisation.standing.history
            yield from _in_future(organisation, history, context.today)
            out_of_order = list(_out_of_order(organisation, history))
            yield from out_of_order or _illegal(organisation, history)


def _in_future(organisation: Organisation, history: tuple[Step, ...], today: date) -> Iterator[Problem]:
    for index, step in enumerate(history):
        if step.on > today:
            yield Problem(
                organisation.standing_place(("history", index, "on")),
                "date-in-future",
                say("This day lies in the future."),
                say("Record a decision on the day it holds, or later."),
            )


def _out_of_order(organisation: Organisation, history: tuple[Step, ...]) -> Iterator[Problem]:
    for index, (before, after) in enumerate(pairwise(history), start=1):
        if after.on < before.on:
            yield Problem(
                organisation.standing_place(("history", index, "on")),
                "history-order",
                say("This step lies before the one above it."),
                say("Keep the steps in the order of their days, oldest first."),
            )


def _illegal(organisation: Organisation, history: tuple[Step, ...]) -> Iterator[Problem]:
    previous: Status | None = None
    for index, step in enumerate(history):
        if not may_follow(previous, step.status):
            yield _illegal_step(organisation, index, previous)
        previous = step.status


def _illegal_step(organisation: Organisation, index: int, previous: Status | None) -> Problem:
    place = organisation.standing_place(("history", index, "status"))
    possible = tuple(status.value for status in possible_after(previous))
    if previous is None:
        message = say("A history cannot begin with this status.")
        return Problem(place, "illegal-step", message, say("Begin with one of: %(possible)s.", possible=possible))
    message = say("This status cannot follow “%(previous)s”.", previous=previous.value)
    if possible:
        return Problem(place, "illegal-step", message, say("Possible are: %(possible)s.", possible=possible))
    return Problem(place, "illegal-step", message, say("“%(previous)s” is final.", previous=previous.value))
