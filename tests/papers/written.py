"""Statements that tests write down in place, in the languages of the project and in two more: Greek and Arabic."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator import languages
from generator.papers.paper import Paper
from generator.papers.statement import statement
from generator.problems import Message
from generator.project import Settings
from generator.registry import Registry
from generator.site import Site
from tests.memory import LANGUAGES, SCHEMAS, SUPPORTER, TODAY, registry_of

CONTENT = Path(__file__).parent / "content"
ALL_LANGUAGES = {**LANGUAGES, **languages.load(CONTENT)}

NAMES = {
    "el": "Δίκτυο Δήμων «Ανεμόπετρα»",
    "bg": "Сдружение на общините „Ясен дол“",
    "ar": "شبكة بلديات وادي الزيتون",
    "en": "Union of Vale Towns",
}


def site_of(registry: Registry, **settings: Any) -> Site:
    """The site of a registry in all languages."""
    return Site(registry, ALL_LANGUAGES, SCHEMAS, Settings(**settings), TODAY)


def applicant(changes: dict[str, Any] | None = None) -> Registry:
    """A registry with one eligible organisation, `vale`, that has signed nothing."""
    steps = [{"on": "2026-01-01", "status": "interest"}, {"on": "2026-02-01", "status": "eligible"}]
    return registry_of(
        {
            "supporters/vale/supporter.yml": {**SUPPORTER, **(changes or {})},
            "supporters/vale/standing.yml": {"history": steps},
        }
    )


def made(registry: Registry, language: str | None = None, **settings: Any) -> Paper | Message:
    """The statement of `vale`, or why there is none."""
    return statement(site_of(registry, **settings), registry.organisations["vale"], language)


def paper_of(registry: Registry, language: str | None = None, **settings: Any) -> Paper:
    """The statement of `vale`; that there is none is a mistake of the test."""
    paper = made(registry, language, **settings)
    assert isinstance(paper, Paper)
    return paper
