"""`covenant desk`: what waits for the Office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import click

from generator import git, languages
from generator.cli.situation import day_option, language_option, situation
from generator.desk import Desk, desk_of
from generator.desk.as_json import as_json
from generator.desk.as_text import as_text
from generator.languages import Language

FORMATS: dict[str, Callable[[Desk, Language], str]] = {"text": as_text, "json": as_json}


@click.command()
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to print the desk.")
@language_option
@day_option
def desk(form: str, language: str | None, today: date | None) -> None:
    """Show what waits for the Office: applications, reports due, records with problems, translations."""
    here = situation(language, today)
    found = here.inspect()
    new = [each.document.path for each in found.registry.applications if each.standing is None]
    received = git.days_added(here.project.root, new)
    shown = desk_of(found, languages.load(here.project.content), here.project.settings(), here.today, received)
    click.echo(FORMATS[form](shown, here.language), nl=False)
