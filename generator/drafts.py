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
    path = project.supporters / slug / "supporter.yml"
    if slug != slug_of(slug):
        return say("“%(slug)s” cannot be the name of a folder; “%(name)s” can.", slug=slug, name=slug_of(slug))
    if path.exists():
        return say("supporters/%(slug)s/supporter.yml exists already.", slug=slug)
    country = country_of(language)
    known: dict[str, object] = {"country": country, "coverage.countries": [country], "languages": [language.code]} if country else {}
    schema = Schemas(project.schemas).resolved["supporter"]
    return Draft(path, Skeleton("supporter", schema, language, "../../schemas/supporter.schema.json", known).text())


def draft_report(project: Project, language: Language, slug: str, years: str, today: date) -> Draft | Message:
    """A new report of an organisation, or why it cannot be written."""
    path = project.supporters / slug / "reports" / f"{years}.yml"
    first, last = years[:4], years[-4:]
    if not re.fullmatch(r"(19|20)\d{2}(-(19|20)\d{2})?", years) or int(last) - int(first) not in (0, 1):
        return say("“%(years)s” is neither a year nor two years; write 2025 or 2024-2025.", years=years)
    if not (project.supporters / slug / "supporter.yml").exists():
        return say("There is no organisation in supporters/%(slug)s/.", slug=slug)
    if path.exists():
        return say("supporters/%(slug)s/reports/%(years)s.yml exists already.", slug=slug, years=years)
    known = {"period.from": f"{first}-01", "period.to": f"{last}-12", "submitted_on": today.isoformat()}
    schema = Schemas(project.schemas).resolved["report"]
    return Draft(path, Skeleton("report", schema, language, "../../../schemas/report.schema.json", known).text())
