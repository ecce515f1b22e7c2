"""Registries that tests write down in place: no files, the same loading path."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generator import languages, pages, registry
from generator.edition import Edition, editions
from generator.project import Project, Settings
from generator.registry import Registry
from generator.schemas import Schemas
from generator.site import Site
from generator.tree import Entry
from tests.building import ROOT, TWO

PROJECT = Project(ROOT)
SCHEMAS = Schemas(PROJECT.schemas)
ALL_LANGUAGES = languages.load(PROJECT.content)
LANGUAGES = {code: ALL_LANGUAGES[code] for code in TWO}
TODAY = date(2026, 11, 23)

SUPPORTER: Mapping[str, Any] = {
    "name": {"en": "Union of Vale Towns"},
    "type": "association_of_local_authorities",
    "not_for_profit": True,
    "funding": "mostly_public",
    "mandate": "standing",
    "country": "GR",
    "coverage": {"level": "national"},
    "website": "https://www.vale.example",
    "contact": "office@vale.example",
    "languages": ["el", "en"],
    "description": {"en": "A union of towns in the vale."},
}
ACTIVE: Mapping[str, Any] = {
    "history": [{"on": "2020-01-01", "status": "active"}],
    "statement": {"version": "2016", "language": "en", "signed_on": "2019-12-01"},
}


class MemoryTree:
    """Files by path; a mapping is written as JSON, which is YAML."""

    def __init__(self, files: Mapping[str, object]) -> None:
        self.files = {
            path: content if isinstance(content, bytes) else json.dumps(content).encode()
            for path, content in files.items()
        }

    def entries(self) -> Sequence[Entry]:
        return sorted(Entry(path, size=len(content)) for path, content in self.files.items())

    def read(self, path: str) -> bytes:
        return self.files[path]


def registry_of(files: Mapping[str, object]) -> Registry:
    """The registry of conforming files; a problem is a mistake of the test."""
    found, problems = registry.load(MemoryTree(files), SCHEMAS)
    assert problems == []
    return found


def edition_of(found: Registry, language: str = "en", **settings: Any) -> Edition:
    """The edition of a registry in one language of the project, as on `TODAY` unless another `today` is given."""
    site = Site(
        found,
        LANGUAGES,
        SCHEMAS,
        Settings(**{name: value for name, value in settings.items() if name != "today"}),
        date.fromisoformat(settings.get("today", TODAY.isoformat())),
        ("index.md", "supporters/index.md"),
        {source: made.short for source, made in pages.made(found).items()},
        site_url="https://site.example/",
    )
    return editions(site)[language]


def one_supporter(changes: Mapping[str, Any] | None = None, standing: Mapping[str, Any] | None = None) -> Registry:
    """A registry with one supporter, `vale`, active unless a standing is given."""
    return registry_of(
        {
            "supporters/vale/supporter.yml": {**SUPPORTER, **(changes or {})},
            "supporters/vale/standing.yml": standing or ACTIVE,
        }
    )
