"""`covenant statement`: papers to be printed and signed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from generator import printing
from generator.cli.situation import PROBLEMS, Situation, day_option, print_problems, situation
from generator.inspection import Inspection
from generator.meant import no_organisation
from generator.problems import Message, has_errors, say
from generator.registry import Organisation
from generator.site import site_of

PDF, HTML = ".pdf", ".html"


@click.command()
@click.argument("slug")
@click.option(
    "--language",
    metavar="CODE",
    help="Language of the paper; else the one it was signed in, else the first of the organisation's, else English.",
)
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where to write it, ending in .pdf or .html; else a file in papers/, which Git ignores.",
)
@day_option
def statement(slug: str, language: str | None, output: Path | None, today: date | None) -> None:
    """Make the commitment statement of SLUG, to be printed and signed.

    It is a PDF if Chromium or Chrome is there to make one, else HTML that every browser prints. Of a statement
    that has been signed, it is a copy of the text.
    """
    from generator.papers import statement as commitment  # what renders takes a while to import

    here = situation(None, today)
    found = here.inspect()
    organisation = _organisation(here, found, slug)
    site = site_of(here.project, found.registry, here.today)
    if language and language not in site.languages:
        raise click.UsageError(f"The site has no language “{language}”; it has: {', '.join(site.languages)}.")
    made = commitment.statement(site, organisation, language)
    if isinstance(made, Message):
        here.fail(made, PROBLEMS)
    _write(here, made.name, made.html, output)
    here.say(commitment.next_step(organisation, here.today))


def _organisation(here: Situation, found: Inspection, slug: str) -> Organisation:
    """The organisation of a folder; exit code 1 if there is none, or if its files have errors."""
    problems = [problem for problem in found.problems if problem.place.path.startswith(f"supporters/{slug}/")]
    if has_errors(problems):
        print_problems(problems, "text", here.language)
        here.fail(say("No paper is made while the record has errors."), PROBLEMS)
    organisations = found.registry.organisations
    if slug not in organisations:
        message, hint = no_organisation(slug, list(organisations))
        here.say(message, err=True)
        here.fail(hint, PROBLEMS)
    return organisations[slug]


def _write(here: Situation, name: str, html: str, output: Path | None) -> None:
    browsers = printing.browsers()
    papers = Path(os.path.relpath(here.project.papers))
    target = output or papers / f"{name}{PDF if browsers else HTML}"
    path = Message(str(target))
    if target.suffix not in (PDF, HTML):
        here.fail(say("%(path)s must end in .pdf or .html.", path=path))
    if target.exists():
        here.fail(say("%(path)s exists already. Move it away, or choose another file with --output.", path=path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(html.encode() if target.suffix == HTML else _pdf(here, html, browsers, target.parent))
    except OSError:
        here.fail(say("%(path)s cannot be written.", path=path))
    here.say(say("Written: %(path)s", path=path))
    if not (browsers or output):
        here.say(say("%(why)s Open the file in any browser and print it.", why=printing.NO_BROWSER))


def _pdf(here: Situation, html: str, browsers: list[str], folder: Path) -> bytes:
    made = printing.pdf_of(html, browsers, folder)
    if isinstance(made, Message):
        here.fail(say("%(why)s Choose a file that ends in .html with --output, and print that.", why=made))
    return made
