"""Nothing is left of the example texts that `covenant new` writes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.run import Run, texts
from generator.problems import Problem, say
from generator.registry import Registry


def check(registry: Registry, run: Run) -> Iterator[Problem]:
    for document in registry.documents.values():
        for path, text in texts(document):
            if text.strip() in run.examples:
                yield Problem(
                    document.place(path),
                    "example-left",
                    say("This is still the example."),
                    say("Replace it with your own, or delete the line if it is not needed."),
                )
