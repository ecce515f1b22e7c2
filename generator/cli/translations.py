"""`covenant translations`: what translators call, and those who merge their work."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import languages
from generator.cli.situation import FORMATS, OK, PROBLEMS, Situation, language_option, print_problems, situation
from generator.problems import Message, has_errors, say


@click.command()
@click.argument("codes", metavar="[LANGUAGE …]", nargs=-1)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to print what is to do.")
@click.option(
    "--in-step",
    "pages",
    metavar="PAGE",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Note in this page that it translates the English text as it is now. May be repeated.",
)
@language_option
def translations(codes: tuple[str, ...], form: str, pages: tuple[Path, ...], language: str | None) -> None:
    """Show how far each language, or each LANGUAGE, is in step with English, and what is to do.

    Exit code 0: nothing has drifted, though texts may be missing; 1: a translation says something else; 2: could not run.
    """
    from generator.translations import coverage
    from generator.translations.findings import findings

    here = situation(language, None)
    known = languages.load(here.project.content)
    for page in pages:
        _put_in_step(here, page)
    if unknown := next((code for code in codes if code not in known or code == languages.SOURCE), None):
        raise click.UsageError(f"There is no translation “{unknown}” in content/.")
    found = [each for each in coverage(known) if not codes or each.language.code in codes]
    problems = [problem for each in found for problem in findings(each, known)]
    if form == "text":
        for each in found:
            here.say(each.summary)
    print_problems(problems, form, here.language)
    sys.exit(PROBLEMS if has_errors(problems) else OK)


def _put_in_step(here: Situation, page: Path) -> None:
    """Write the fingerprints of the English text into a translated page."""
    from generator.translations.fingerprints import fingerprints, in_step

    name = Message(page.as_posix())
    try:
        path = page.resolve().relative_to(here.project.content.resolve())
        source = here.project.content.joinpath(languages.SOURCE, *path.parts[1:])
        text = in_step(page.read_text(encoding="utf-8"), fingerprints(source))
    except (ValueError, FileNotFoundError):
        here.fail(say("%(page)s is no translation of a page in content/en/.", page=name))
    if path.parts[0] == languages.SOURCE:
        here.fail(say("%(page)s is the English page itself.", page=name))
    page.write_text(text, encoding="utf-8", newline="\n")
    here.say(say("In step: %(page)s", page=name), err=True)
