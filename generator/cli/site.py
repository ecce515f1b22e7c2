"""`covenant build`, `serve`, `messages` and `forms`: what those who run the site call."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import click

from generator import languages
from generator.cli.situation import OK, PROBLEMS, day_option, language_option, situation, without_errors
from generator.problems import say
from generator.project import DAY_VARIABLE, PREVIEW_VARIABLE

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's note on its successor is not for our users


@click.command()
@language_option
@day_option
def build(language: str | None, today: date | None) -> None:
    """Check everything, then build the site into site/; refuse on errors."""
    from generator.mkdocs_plugin import build_site  # MkDocs takes a while to import

    here = situation(language, today)
    build_site(without_errors(here), here.today)
    here.say(say("The site is in %(folder)s/.", folder=say(here.project.site.name)))


@click.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to serve.")
@click.option(
    "--preview",
    metavar="CODE",
    help="For translators: this language and English alone, with texts that are missing or behind outlined.",
)
@language_option
@day_option
def serve(address: str, preview: str | None, language: str | None, today: date | None) -> None:
    """Check everything, then serve the site and rebuild it on every change."""
    here = situation(language, today)
    if preview and preview not in languages.published(here.project.content):
        raise click.UsageError(f"There is no content/{preview}/{languages.HOME} to preview.")
    without_errors(here)
    os.environ[DAY_VARIABLE] = here.today.isoformat()
    os.environ[PREVIEW_VARIABLE] = preview or ""
    os.chdir(here.project.root)
    os.execv(Path(sys.executable).with_name("mkdocs"), ["mkdocs", "serve", "--dev-addr", address])  # noqa: S606


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 if a catalogue is behind.")
def messages(only_check: bool) -> None:
    """Bring every content/*/messages.po in step with the texts in code, templates and schemas."""
    from generator import extraction

    here = situation(None, None)
    behind = extraction.update(here.project, write=not only_check)
    for path in behind:
        click.echo(path.relative_to(here.project.root).as_posix())
    sys.exit(PROBLEMS if only_check and behind else OK)


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 if a form is behind.")
def forms(only_check: bool) -> None:
    """Bring the forge's issue forms in step with schema and messages, in every language."""
    from generator import forms as issue_forms

    here = situation(None, None)
    behind = issue_forms.update(here.project, write=not only_check)
    for path in behind:
        click.echo(path.relative_to(here.project.root).as_posix())
    sys.exit(PROBLEMS if only_check and behind else OK)
