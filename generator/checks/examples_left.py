"""Nothing is left of the example texts that `covenant new` writes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.context import Context
from generator.problems import Problem, say
from generator.registry import Registry


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    for document in registry.readable.values():
        for path, text in document.texts:
            if text in context.examples:
                yield Problem(
                    document.place(path),
                    "example-left",
                    say("This is still the example."),
                    say("Replace it with your own text, or delete it if you do not need it."),
                )
