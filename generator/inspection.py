"""The registry of a project, loaded and checked: the one way in for check, build, serve and the plugin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import checks, languages
from generator.checks.run import Run
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
        prefixes = [path.absolute().relative_to(self.project.root).as_posix() for path in paths]
        return [
            problem
            for problem in self.problems
            if any(prefix == "." or problem.place.path == prefix or problem.place.path.startswith(f"{prefix}/") for prefix in prefixes)
        ]


def inspect(project: Project, today: date) -> Inspection:
    """Load and check all records of a project as on the day `today`."""
    schemas = Schemas(project.schemas)
    run = Run(today, languages.statement_versions(project.content), _examples(project, schemas))
    registry, problems = checks.inspect(WorkingTree(project.root), schemas, run)
    return Inspection(project, registry, problems)


def _examples(project: Project, schemas: Schemas) -> frozenset[str]:
    catalogues = [language.catalogue for language in languages.load(project.content).values()]
    texts = schemas.example_texts
    return texts | {catalogue.gettext(text) for catalogue in catalogues for text in texts}
