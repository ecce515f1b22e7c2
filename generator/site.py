"""What the editions of a site share: the registry, the languages, what the operator decides, addresses, the policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator import figures, languages
from generator.due_dates import NextReport, ReportState, next_reports
from generator.figures import ReportYear, Response
from generator.languages import Language
from generator.problems import Message
from generator.project import Project, Settings
from generator.registry import Registry
from generator.schemas import Schemas
from generator.translations import behind_pages

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'"
)
"""The Content Security Policy of every page: nothing inline, nothing from elsewhere (`data:` are the theme's icons)."""


@dataclass(frozen=True)
class Site:
    """What all editions share. Addresses end with `/`; `edit_url` is where the forge edits a file of the repository."""

    registry: Registry
    languages: Mapping[str, Language]
    schemas: Schemas
    settings: Settings
    today: date
    menu: tuple[str, ...] = ()
    made: Mapping[str, Message] = field(default_factory=dict)
    """The pages made from records: their label in menus by their path within a language."""
    site_url: str = ""
    repository_url: str = ""
    edit_url: str = ""
    policy: str = POLICY
    examples: frozenset[str] = frozenset()
    """The texts that `covenant new` and the form write for a person to replace, in every language."""
    preview: str = ""
    """The language that translators look at: what it lacks is outlined."""

    def languages_with(self, source: str) -> tuple[str, ...]:
        """The languages that have the page of this source; pages made from records are in all of them."""
        written = tuple(code for code, language in self.languages.items() if source in language.pages)
        return written or tuple(self.languages)

    @cached_property
    def behind(self) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
        """The pages of each language that translate an older English text: their sections that are not in step."""
        return behind_pages(self.languages)

    @cached_property
    def next_reports(self) -> Mapping[str, NextReport]:
        """What each supporter owes next, by slug."""
        return next_reports(self.registry, self.settings, self.today)

    @cached_property
    def shown_next_reports(self) -> Mapping[str, NextReport]:
        """Those whose day the site tells, by slug: nothing names who is overdue unless the operator wants it."""
        if not self.settings.show_due_dates:
            return {}
        named = self.settings.show_overdue_names
        return {slug: owed for slug, owed in self.next_reports.items() if named or owed.state != ReportState.OVERDUE}

    @cached_property
    def report_years(self) -> list[ReportYear]:
        """The years with reports, newest first."""
        return figures.report_years(self.registry)

    @cached_property
    def responses(self) -> Mapping[int, Response]:
        """The response of each year that is over, newest first."""
        return {each.year: each for each in figures.responses(self.registry, self.settings, self.today)}


def site_of(project: Project, registry: Registry, today: date) -> Site:
    """The site of a project as those know it who do not build it: without menu and pages. Raises SetUpError."""
    return Site(
        registry=registry,
        languages=languages.published(project.content),
        schemas=Schemas(project.schemas),
        settings=project.settings(),
        today=today,
        site_url=project.site_url(),
    )
