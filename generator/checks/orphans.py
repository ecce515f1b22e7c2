"""A report, a standing or a logo belongs to an organisation: its folder has a `supporter.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.run import Run
from generator.problems import Place, Problem, say
from generator.registry import Registry
from generator.tree import Kind


def check(registry: Registry, run: Run) -> Iterator[Problem]:
    paths = {entry.path for entry in registry.entries}
    for entry in registry.entries:
        parts = entry.path.split("/")
        home = "/".join(parts[:2]) + "/supporter.yml"
        if entry.kind is Kind.FILE and len(parts) > 2 and home not in paths:
            yield Problem(
                Place(entry.path),
                "no-supporter",
                say("There is no supporter.yml in this folder."),
                say("Add it, or move this file to the folder of the organisation it belongs to."),
            )
