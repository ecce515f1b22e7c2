"""Members that are signatories are members: their number is not larger than the total."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.problems import Problem, say
from generator.registry import Registry


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    for document in registry.documents.values():
        members = document.data.get("members", {})
        total, signatories = members.get("total", 0), members.get("signatories", 0)
        if signatories > total:
            yield Problem(
                document.place(("members", "signatories")),
                "more-signatories-than-members",
                say(
                    "There are more signatories (%(signatories)d) than members (%(total)d).",
                    signatories=signatories,
                    total=total,
                ),
                say("Count here only signatories that are members; check both numbers."),
            )
