"""A report, a standing or a logo belongs to an organisation: its folder has a `supporter.yml`.

The folder of an erased organisation has its own check.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.checks.names import is_known
from generator.problems import Place, Problem, say
from generator.registry import Registry
from generator.tree import Kind


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    paths = {entry.path for entry in registry.entries}
    for entry in registry.entries:
        if entry.kind is not Kind.FILE or not is_known(entry.path):
            continue
        slug = entry.path.split("/")[1]
        if slug not in registry.erased and f"supporters/{slug}/supporter.yml" not in paths:
            yield Problem(
                Place(entry.path),
                "no-supporter",
                say("There is no supporter.yml in the folder of this organisation."),
                say("Add it, or move this file to the folder of the organisation it belongs to."),
            )
