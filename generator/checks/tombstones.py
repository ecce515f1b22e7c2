"""The folder of an erased organisation has its `tombstone.yml` and nothing else, and its day is not in the future.

The folder's name stays taken, so that the address keeps saying what happened.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.checks.names import is_known
from generator.problems import Message, Place, Problem, say
from generator.registry import Registry, record_kind
from generator.tree import Entry, Kind


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    for entry in registry.entries:
        if entry.kind is Kind.FILE and is_known(entry.path) and _is_beside_a_tombstone(entry, registry):
            yield Problem(
                Place(entry.path),
                "beside-tombstone",
                say("The record of this folder has been erased; only tombstone.yml stays in it."),
                _hint(entry.path),
            )
    for slug, tombstone in registry.tombstones.items():
        if tombstone.erased_on > context.today:
            yield Problem(
                registry.documents[f"supporters/{slug}/tombstone.yml"].place(("erased_on",)),
                "date-in-future",
                say("This day lies in the future."),
                say("Write the day on which the record was erased."),
            )


def _is_beside_a_tombstone(entry: Entry, registry: Registry) -> bool:
    _, slug, *name = entry.path.split("/")
    return slug in registry.erased and name != ["tombstone.yml"]


def _hint(path: str) -> Message:
    if (found := record_kind(path)) and found[0] == "supporter":
        return say("Delete this file. A new application needs a folder with another name.")
    return say("Delete this file.")
