"""The `covenant` command: parse arguments, call, report, exit code. No logic lives here."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from generator import inspection, languages, reporters
from generator.drafts import Draft, draft_report, draft_supporter
from generator.languages import Language
from generator.problems import Message, Problem, Severity, has_errors, say
from generator.project import Project, SetUpError, find

OK, PROBLEMS, CANNOT_RUN = 0, 1, 2

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's note on its successor is not for our users

FORMATS: dict[str, Callable[..., str]] = {
    "text": reporters.as_text,
    "json": reporters.as_json,
    "github": reporters.as_github,
}


@dataclass(frozen=True, slots=True)
class Situation:
    """What every command needs: the project, the user's language and the day."""

    project: Project
    language: Language
    today: date

    def say(self, message: Message, *, err: bool = False) -> None:
        click.echo(message.render(self.language.catalogue), err=err)

    def fail(self, message: Message) -> NoReturn:
        self.say(message, err=True)
        sys.exit(CANNOT_RUN)


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
    return project.settings().today or date.today()  # noqa: DTZ011 - the user's own day


class _Day(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is no day such as 2026-03-31", param, ctx)


_language = click.option(
    "--language", metavar="CODE", help="Language of messages; else that of the system, else English."
)
_day = click.option("--today", type=_Day(), help="The day to assume; else the real one.")


class _Commands(click.Group):
    """The commands; what is no record and cannot be used (settings, schemas, languages) ends them with exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except SetUpError as error:
            raise click.UsageError(str(error)) from error


@click.group(cls=_Commands)
@click.version_option(package_name="covenant-supporters")
def main() -> None:
    """The Covenant Supporters registry: check records, write new ones, build the site."""
    for stream in (sys.stdout, sys.stderr):  # a terminal that lacks a letter shows a question mark
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to print the problems.")
@_language
@_day
def check(paths: tuple[Path, ...], form: str, language: str | None, today: date | None) -> None:
    """Check all records, or those below PATHS, and print every problem.

    Exit code 0: no errors; 1: errors; 2: could not run.
    """
    here = situation(language, today)
    try:
        problems = inspection.inspect(here.project, here.today).problems_below(paths)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    _print(problems, form, here.language)
    sys.exit(PROBLEMS if has_errors(problems) else OK)


def _print(problems: list[Problem], form: str, language: Language) -> None:
    paint = _paint if sys.stdout.isatty() and "NO_COLOR" not in os.environ else reporters.unpainted
    extra = (paint,) if form == "text" else ()
    click.echo(FORMATS[form](problems, language.catalogue, *extra), nl=False)
    if form != "json":
        click.echo(reporters.summary(problems, language.catalogue))


def _paint(text: str, severity: Severity) -> str:
    return click.style(text, fg="red" if severity is Severity.ERROR else "yellow", bold=True)


@main.group()
def new() -> None:
    """Write the first draft of a record."""


@new.command("supporter")
@click.argument("slug")
@_language
def new_supporter(slug: str, language: str | None) -> None:
    """Write supporters/SLUG/supporter.yml with explanations, to be filled in."""
    here = situation(language, None)
    _write(here, draft_supporter(here.project, here.language, slug))


@new.command("report")
@click.argument("slug")
@click.argument("years")
@_language
@_day
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


@main.command()
@_language
@_day
def build(language: str | None, today: date | None) -> None:
    """Check everything, then build the site into site/; refuse on errors."""
    from generator.mkdocs_plugin import build_site  # MkDocs takes a while to import

    here = situation(language, today)
    build_site(_without_errors(here), here.today)
    here.say(say("The site is in %(folder)s/.", folder=say(here.project.site.name)))


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
@_language
@_day
def serve(address: str, language: str | None, today: date | None) -> None:
    """Check everything, then serve the site and rebuild it on every change."""
    here = situation(language, today)
    _without_errors(here)
    os.environ["COVENANT_TODAY"] = here.today.isoformat()
    os.chdir(here.project.root)
    os.execv(Path(sys.executable).with_name("mkdocs"), ["mkdocs", "serve", "--dev-addr", address])  # noqa: S606


def _without_errors(here: Situation) -> inspection.Inspection:
    found = inspection.inspect(here.project, here.today)
    if found.problems:
        _print(found.problems, "text", here.language)
    if has_errors(found.problems):
        here.say(say("The site is not built while there are errors."), err=True)
        sys.exit(PROBLEMS)
    return found


@main.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 if a catalogue is behind.")
def messages(only_check: bool) -> None:
    """Bring every content/*/messages.po in step with the texts in code, templates and schemas."""
    from generator import extraction

    here = situation(None, None)
    behind = extraction.update(here.project, write=not only_check)
    for path in behind:
        click.echo(path.relative_to(here.project.root).as_posix())
    sys.exit(PROBLEMS if only_check and behind else OK)
