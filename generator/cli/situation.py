"""What every command shares: the project, the user's language, the day, and the options that choose them."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NoReturn

import click

from generator import inspection, languages, reporters
from generator.languages import Language
from generator.problems import Message, Problem, Severity, has_errors, say
from generator.project import Project, SetUpError, find

OK, PROBLEMS, CANNOT_RUN = 0, 1, 2

FORMATS = {"text": reporters.as_text, "json": reporters.as_json, "github": reporters.as_github}


@dataclass(frozen=True, slots=True)
class Situation:
    """What every command needs: the project, the user's language and the day."""

    project: Project
    language: Language
    today: date

    def say(self, message: Message, *, err: bool = False) -> None:
        click.echo(message.render(self.language.catalogue), err=err)

    def fail(self, message: Message, exit_code: int = CANNOT_RUN) -> NoReturn:
        self.say(message, err=True)
        sys.exit(exit_code)

    def inspect(self) -> inspection.Inspection:
        """All records, loaded and checked as on the day of this call."""
        return inspection.inspect(self.project, self.today)


def situation(language: str | None, today: date | None) -> Situation:
    """The situation of this call; ends with exit code 2 where there is none."""
    project = find(Path.cwd())
    if project is None:
        raise click.UsageError("There is no registry here: no mkdocs.yml beside a folder supporters/.")
    known = languages.load(project.content)
    if languages.SOURCE not in known:
        raise SetUpError(f"content/{languages.SOURCE}/language.yml is missing")
    if language and language not in known:
        raise click.UsageError(f"There is no language “{language}” in content/; there are: {', '.join(known)}.")
    spoken = language or (os.environ.get("LC_ALL") or os.environ.get("LANG") or "").partition("_")[0]
    return Situation(project, known.get(spoken) or known[languages.SOURCE], today or _today(project))


def _today(project: Project) -> date:
    return project.settings().day(datetime.now(UTC))


class Day(click.ParamType[date]):
    """A day on the command line, as `YYYY-MM-DD`."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is no day such as 2026-03-31", param, ctx)


language_option = click.option(
    "--language", metavar="CODE", help="Language of messages; else that of the system, else English."
)
day_option = click.option("--today", type=Day(), help="The day to assume; else the real one.")


def without_errors(here: Situation) -> inspection.Inspection:
    """All records, or exit code 1 with their problems if any is an error."""
    found = here.inspect()
    if found.problems:
        print_problems(found.problems, "text", here.language)
    if has_errors(found.problems):
        here.fail(say("The site is not built while there are errors."), PROBLEMS)
    return found


def print_problems(problems: list[Problem], form: str, language: Language) -> None:
    """Print problems in one of `FORMATS`, in colour on a terminal, with a summary for people."""
    paint = _paint if in_colour() else reporters.unpainted
    extra = (paint,) if form == "text" else ()
    click.echo(FORMATS[form](problems, language.catalogue, *extra), nl=False)
    if form != "json":
        click.echo(reporters.summary(problems, language.catalogue))


def in_colour() -> bool:
    """Whether people read this on a terminal, and want it coloured."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _paint(text: str, severity: Severity) -> str:
    return click.style(text, fg="red" if severity is Severity.ERROR else "yellow", bold=True)
