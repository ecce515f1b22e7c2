"""An organisation that merged names its successor, which exists and does not lead back to it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.problems import Message, Problem, say
from generator.records.standing import Status
from generator.registry import Organisation, Registry


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    folders = {entry.path.split("/")[1] for entry in registry.entries if entry.path.count("/") > 1}
    for organisation in registry:
        if organisation.standing and (
            found := _explain(organisation, organisation.standing.successor, registry, folders)
        ):
            yield Problem(organisation.standing_place(("successor",)), *found)


def _explain(
    organisation: Organisation, successor: str | None, registry: Registry, folders: set[str]
) -> tuple[str, Message, Message] | None:
    if successor is None:
        if organisation.status is not Status.MERGED:
            return None
        message = say("The organisation has merged, but no successor is named.")
        return "no-successor", message, say("Add “successor” with the folder of the organisation that carries on.")
    if successor not in folders:
        message = say("There is no organisation in the folder “%(slug)s”.", slug=successor)
        return "unknown-successor", message, say("Write the name of the successor's folder.")
    if _leads_back(organisation, registry):
        message = say("The successors lead back to this organisation.")
        return "successor-circle", message, say("One of them must be the last; correct its successor.")
    return None


def _leads_back(organisation: Organisation, registry: Registry) -> bool:
    seen: set[str] = set()
    current: Organisation | None = organisation
    while current and current.slug not in seen:
        seen.add(current.slug)
        successor = current.standing.successor if current.standing else None
        if successor == organisation.slug:
            return True
        current = registry.organisations.get(successor or "")
    return False
