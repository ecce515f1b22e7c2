"""`covenant erase`: what the Office calls when a record has to disappear."""

from __future__ import annotations

import sys
from datetime import date

import click

from generator.cli.situation import (
    OK,
    PROBLEMS,
    Day,
    day_option,
    language_option,
    print_problems,
    situation,
)
from generator.problems import Message, has_errors, say


@click.command()
@click.argument("slug")
@click.option("--on", type=Day(), help="The day of the erasure; else today.")
@click.option("--yes", is_flag=True, help="Clear the folder; without this, nothing is changed.")
@language_option
@day_option
def erase(slug: str, on: date | None, yes: bool, language: str | None, today: date | None) -> None:
    """Explain how the record in supporters/SLUG/ is erased; with --yes, clear its folder.

    Exit code 0: explained, or cleared; 1: refused, or errors in records; 2: could not run.
    """
    from generator.erasure import clearing, plan, text

    here = situation(language, today)
    planned = clearing.prepare(here.project, here.inspect().registry, slug)
    if isinstance(planned, Message):
        here.fail(planned)
    catalogue = here.language.catalogue
    if not yes:
        click.echo(text.explanation(planned, catalogue), nl=False)
        return
    day = on or here.today
    if refusal := plan.refusal(planned, day, here.today):
        here.fail(refusal, PROBLEMS)
    try:
        clearing.clear(here.project, planned, day)
    except OSError:
        here.fail(say("The folder cannot be cleared. Look at its permissions, then run this again."))
    click.echo(text.outcome(planned, catalogue))
    problems = here.inspect().problems
    print_problems(problems, "text", here.language)
    click.echo(f"\n{text.remaining(planned, catalogue)}", nl=False)
    sys.exit(PROBLEMS if has_errors(problems) else OK)
