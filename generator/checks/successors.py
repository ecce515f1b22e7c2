"""An organisation that merged names its successor, which exists and does not lead back to it.

A tombstone may name one too, and may be one: the address of an erased organisation stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.problems import Message, Problem, say
from generator.records.standing import Status
from generator.registry import Organisation, Registry

Finding = tuple[str, Message, Message]


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    for organisation in registry:
        if organisation.standing and (found := _missing(organisation) or _wrong(organisation.slug, registry)):
            yield Problem(organisation.standing_place(("successor",)), *found)
    for slug in registry.tombstones:
        if found := _wrong(slug, registry):
            yield Problem(registry.documents[f"supporters/{slug}/tombstone.yml"].place(("successor",)), *found)


def _missing(organisation: Organisation) -> Finding | None:
    if organisation.status is not Status.MERGED or (organisation.standing and organisation.standing.successor):
        return None
    message = say("The organisation has merged, but no successor is named.")
    return "no-successor", message, say("Add “successor” with the folder of the organisation that carries on.")


def _wrong(slug: str, registry: Registry) -> Finding | None:
    successor = registry.successor(slug)
    if successor is None:
        return None
    if successor not in registry.folders:
        message = say("There is no organisation in the folder “%(slug)s”.", slug=successor)
        return "unknown-successor", message, say("Write the name of the successor's folder.")
    if _leads_back(slug, registry):
        message = say("The successors lead back to this organisation.")
        return "successor-circle", message, say("One of them must be the last; correct its successor.")
    return None


def _leads_back(slug: str, registry: Registry) -> bool:
    seen: set[str] = set()
    current = registry.successor(slug)
    while current and current not in seen:
        if current == slug:
            return True
        seen.add(current)
        current = registry.successor(current)
    return False
