"""An organisation that merged names its successor, which exists and does not lead back to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.run import Run
from generator.problems import Message, Problem, say
from generator.records.standing import Status
from generator.registry import Organisation, Registry


def check(registry: Registry, run: Run) -> Iterator[Problem]:
    for organisation in registry:
        if organisation.standing and (found := _explain(organisation, registry)):
            yield Problem(organisation.standing_place(["successor"]), *found)


def _explain(organisation: Organisation, registry: Registry) -> tuple[str, Message, Message] | None:
    successor = organisation.standing.successor if organisation.standing else None
    if successor is None:
        if organisation.status is Status.MERGED:
            return "no-successor", say("The organisation has merged, but no successor is named."), say("Add “successor” with the folder of the organisation that carries on.")
        return None
    if successor not in registry.organisations:
        return "unknown-successor", say("There is no organisation in the folder “%(slug)s”.", slug=successor), say("Write the name of the successor's folder.")
    if _leads_back(organisation, registry):
        return "successor-circle", say("The successors lead back to this organisation."), say("One of them must be the last; correct its successor.")
    return None


def _leads_back(organisation: Organisation, registry: Registry) -> bool:
    seen, current = {organisation.slug}, organisation
    while current.standing and current.standing.successor in registry.organisations:
        if current.standing.successor in seen:
            return True
        current = registry.organisations[current.standing.successor]
        seen.add(current.slug)
    return False
