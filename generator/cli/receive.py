"""`covenant receive`: what the Office calls for a record that came by e-mail."""

from __future__ import annotations

import sys
from datetime import date
from typing import BinaryIO

import click

from generator.cli.intake import accepted
from generator.cli.situation import OK, PROBLEMS, day_option, language_option, print_problems, situation
from generator.problems import Message, say


@click.command()
@click.argument("file", type=click.File("rb"))
@click.option("--name", "slug", metavar="NAME", help="Whose record it is: the folder of the organisation.")
@language_option
@day_option
def receive(file: BinaryIO, slug: str | None, language: str | None, today: date | None) -> None:
    """Take in a record that came as a file: check it, and put it on a branch of its own.

    FILE is a supporter.yml or a report. A new organisation gets a folder named after its website, unless --name says
    otherwise; for a change of a record and for a report, --name says whose it is.

    Exit code 0: filed; 1: problems, nothing written; 2: could not run.
    """
    from generator import branching
    from generator.receiving import Received
    from generator.receiving import receive as received_from

    here = situation(language, today)
    found = received_from(file.name, file.read(), accepted(here), slug)
    if isinstance(found, Message):
        here.fail(found, PROBLEMS)
    if not isinstance(found, Received):
        print_problems(list(found), "text", here.language)
        sys.exit(PROBLEMS)
    root, branch = here.project.root, found.branch
    if branching.has_branch(root, branch):
        here.fail(say("The branch %(branch)s exists already; nothing is written.", branch=branch), PROBLEMS)
    if found.problems:
        print_problems(list(found.problems), "text", here.language)
    branching.commit_on_new_branch(root, branch, found.path, found.text, found.message)
    here.say(say("Written on the branch %(branch)s: %(path)s", branch=branch, path=Message(found.path)))
    here.say(say("Next: git push origin %(branch)s, then open a pull request with it.", branch=branch))
    sys.exit(OK)
