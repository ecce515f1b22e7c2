"""`covenant check` and `covenant new`: what those who write records call."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from generator.cli.situation import (
    FORMATS,
    OK,
    PROBLEMS,
    Situation,
    day_option,
    language_option,
    print_problems,
    situation,
)
from generator.drafts import Draft, draft_report, draft_supporter
from generator.problems import Message, has_errors, say


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to print the problems.")
@language_option
@day_option
def check(paths: tuple[Path, ...], form: str, language: str | None, today: date | None) -> None:
    """Check all records, or those below PATHS, and print every problem.

    Exit code 0: no errors; 1: errors; 2: could not run.
    """
    here = situation(language, today)
    try:
        problems = here.inspect().problems_below(paths)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    print_problems(problems, form, here.language)
    sys.exit(PROBLEMS if has_errors(problems) else OK)


@click.group()
def new() -> None:
    """Write the first draft of a record."""


@new.command("supporter")
@click.argument("slug")
@language_option
def new_supporter(slug: str, language: str | None) -> None:
    """Write supporters/SLUG/supporter.yml with explanations, to be filled in."""
    here = situation(language, None)
    _write(here, draft_supporter(here.project, here.language, slug))


@new.command("report")
@click.argument("slug")
@click.argument("years")
@language_option
@day_option
def new_report(slug: str, years: str, language: str | None, today: date | None) -> None:
    """Write supporters/SLUG/reports/YEARS.yml; YEARS is one year (2025) or two (2024-2025)."""
    here = situation(language, today)
    _write(here, draft_report(here.project, here.language, slug, years, here.today))


def _write(here: Situation, draft: Draft | Message) -> None:
    if isinstance(draft, Message):
        here.fail(draft)
    path = Message(draft.path.relative_to(here.project.root).as_posix())
    try:
        draft.path.parent.mkdir(parents=True, exist_ok=True)
        draft.path.write_text(draft.text, encoding="utf-8", newline="\n")
    except OSError:
        here.fail(say("%(path)s cannot be written.", path=path))
    here.say(say("Written: %(path)s", path=path))
    here.say(say("Next: replace the examples with your own words, then run: covenant check %(path)s", path=path))
