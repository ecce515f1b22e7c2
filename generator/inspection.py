"""The registry of a project, loaded and checked: the one way in for check, build, serve and the plugin."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import checks, languages
from generator.checks.context import Context
from generator.problems import Problem
from generator.project import Project
from generator.registry import Registry
from generator.schemas import Schemas
from generator.tree import WorkingTree


@dataclass(frozen=True, slots=True)
class Inspection:
    """A registry with everything that is wrong in its files."""

    project: Project
    registry: Registry
    problems: list[Problem]

    def problems_below(self, paths: Sequence[Path]) -> list[Problem]:
        """The problems in these files and folders; all of them if none is given.

        Raises ValueError for a path outside the project.
        """
        if not paths:
            return self.problems
        places = [_within(self.project.root, path) for path in paths]
        return [
            problem
            for problem in self.problems
            if any(place in ("", problem.place.path) or problem.place.path.startswith(f"{place}/") for place in places)
        ]


def _within(root: Path, path: Path) -> str:
    """A path as problems give it: from the root, without links on the way; a link itself stays a link."""
    whole = Path(path.absolute().parent.resolve(), path.name) if path.name not in ("", "..") else path.resolve()
    place = whole.relative_to(root.resolve()).as_posix()
    return "" if place == "." else place


def inspect(project: Project, today: date) -> Inspection:
    """Load and check all records of a project as on the day `today`. Raises SetUpError."""
    schemas = Schemas(project.schemas)
    context = context_of(project, schemas, today)
    with uncollected():
        registry, problems = checks.inspect(WorkingTree(project.root), schemas, context)
    return Inspection(project, registry, problems)


def context_of(project: Project, schemas: Schemas, today: date) -> Context:
    """What the checks of a project know beside the records on the day `today`."""
    return Context(today, languages.statement_versions(project.content), examples(project, schemas))


@contextmanager
def uncollected() -> Iterator[None]:
    """Without garbage collection: nearly all that is loaded stays, and looking for more costs a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def examples(project: Project, schemas: Schemas) -> frozenset[str]:
    """The texts that `covenant new` writes for a person to replace, in every language."""
    texts = schemas.example_texts
    translated = {_translated(text, catalogue) for catalogue in _catalogues(project.content) for text in texts}
    return texts | translated - {""}


def _catalogues(content: Path) -> Iterator[str]:
    """Message catalogues as text, each message on one line; to compile them all would take longer than to check."""
    for file in content.glob("*/messages.po"):
        yield file.read_text(encoding="utf-8", errors="replace").replace('"\n"', "")


def _translated(text: str, catalogue: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    _, _, behind = catalogue.partition(f'\nmsgid "{quoted}"\nmsgstr "')
    return behind.partition('"\n')[0].replace('\\"', '"').replace("\\\\", "\\")
