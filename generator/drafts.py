"""New records for `covenant new`: where they go and what they say at first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checks.names import slug_of
from generator.languages import Language
from generator.problems import Message, say
from generator.project import Project
from generator.schemas import Schemas
from generator.skeleton import Skeleton, country_of


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be written, and its text."""

    path: Path
    text: str


def draft_supporter(project: Project, language: Language, slug: str) -> Draft | Message:
    """The record of a new organisation, or why it cannot be written."""
    if slug != slug_of(slug):
        return say("“%(slug)s” cannot be the name of a folder; “%(name)s” can.", slug=slug, name=slug_of(slug))
    path = project.supporters / slug / "supporter.yml"
    if path.exists():
        return say("supporters/%(slug)s/supporter.yml exists already.", slug=slug)
    if path.with_name("tombstone.yml").exists():
        return say("The record in supporters/%(slug)s/ has been erased. Choose another name for a folder.", slug=slug)
    country = country_of(language)
    known: dict[str, object] = {"languages": [language.code]}
    if country:
        known |= {"country": country, "coverage.countries": [country]}
    schema = Schemas(project.schemas).resolved["supporter"]
    return Draft(path, Skeleton(schema, language, "../../schemas/supporter.schema.json", known).text())


def draft_report(project: Project, language: Language, slug: str, years: str, today: date) -> Draft | Message:
    """A new report of an organisation, or why it cannot be written."""
    if not (slug == slug_of(slug) and (project.supporters / slug / "supporter.yml").exists()):
        return say("There is no organisation in supporters/%(slug)s/.", slug=slug)
    if not _are_one_or_two(years):
        return say("“%(years)s” is neither a year nor two years; write 2025 or 2024-2025.", years=years)
    path = project.supporters / slug / "reports" / f"{years}.yml"
    if path.exists():
        return say("supporters/%(slug)s/reports/%(years)s.yml exists already.", slug=slug, years=years)
    known = {"period.from": f"{years[:4]}-01", "period.to": f"{years[-4:]}-12", "submitted_on": today.isoformat()}
    schema = Schemas(project.schemas).resolved["report"]
    return Draft(path, Skeleton(schema, language, "../../../schemas/report.schema.json", known).text())


def _are_one_or_two(years: str) -> bool:
    match = re.fullmatch(r"((?:19|20)[0-9]{2})(?:-((?:19|20)[0-9]{2}))?", years)
    return bool(match) and int(years[-4:]) - int(years[:4]) == (1 if "-" in years else 0)
