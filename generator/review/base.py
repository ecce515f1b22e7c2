"""What a proposal is held against: the registry as it is accepted, with its settings, schemas and languages.

Whatever decides about a proposal is read from here, never from the proposal: who maintains a record,
who is the Office, what a record may contain.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from generator import inspection, languages
from generator.checks.context import Context
from generator.languages import Language
from generator.project import Project, Settings, SetUpError
from generator.schemas import Schemas
from generator.tree import Tree


@dataclass(frozen=True)
class Base:
    """The accepted state of a registry on a day; `tree` has its records, `paths` are those of all files, if known."""

    tree: Tree
    settings: Settings
    schemas: Schemas
    languages: Mapping[str, Language]
    context: Context
    paths: Collection[str] = ()

    @classmethod
    def of(cls, project: Project, tree: Tree, today: date, paths: Collection[str] = ()) -> Base:
        """From a project whose files are those of the base. Raises SetUpError."""
        schemas, found = Schemas(project.schemas), languages.load(project.content)
        if languages.SOURCE not in found:
            raise SetUpError(f"content/{languages.SOURCE}/language.yml is missing")
        return cls(tree, project.settings(), schemas, found, inspection.context_of(project, schemas, today), paths)
