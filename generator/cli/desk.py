"""`covenant desk`: what waits for the Office."""

from __future__ import annotations

from datetime import date

import click

from generator import git, languages
from generator.cli.situation import Situation, day_option, language_option, situation
from generator.desk import Desk, desk_of
from generator.desk.as_json import as_json
from generator.desk.as_text import as_text
from generator.edition import Edition
from generator.inspection import Inspection
from generator.site import site_of

FORMATS = ("text", "json", "html", "ics")


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to print the desk.")
@language_option
@day_option
def desk(form: str, language: str | None, today: date | None) -> None:
    """Show what waits for the Office: applications, reports due, records with problems, translations.

    html is a page to print or to keep; ics is a calendar of the days on which reports are due.
    """
    here = situation(language, today)
    found = here.inspect()
    click.echo(_printed(here, found, form), nl=False)


def _printed(here: Situation, found: Inspection, form: str) -> str | bytes:
    if form == "ics":
        return _calendar(here, found)
    shown = _desk(here, found)
    if form == "html":
        return _page(here, found, shown)
    return (as_json if form == "json" else as_text)(shown, here.language)


def _desk(here: Situation, found: Inspection) -> Desk:
    new = [each.document.path for each in found.registry.applications if each.standing is None]
    received = git.days_added(here.project.root, new)
    return desk_of(found, languages.load(here.project.content), here.project.settings(), here.today, received)


def _page(here: Situation, found: Inspection, shown: Desk) -> str:
    from generator.papers import desk as paper  # what renders takes a while to import

    return paper.desk(_edition(here, found), shown).html


def _calendar(here: Situation, found: Inspection) -> bytes:
    from generator.outputs.calendar import calendar

    edition = _edition(here, found)
    return calendar(edition, edition.site.next_reports)


def _edition(here: Situation, found: Inspection) -> Edition:
    return Edition(site_of(here.project, found.registry, here.today), here.language)
