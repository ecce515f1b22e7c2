"""`covenant intake`: what the Office, or a workflow on its behalf, calls for an issue made with the forge's form."""

from __future__ import annotations

import sys
from datetime import date
from typing import BinaryIO

import click

from generator.accounts import Author
from generator.cli.account import Account
from generator.cli.situation import OK, PROBLEMS, day_option, print_problems, situation
from generator.problems import has_errors, say


@click.command()
@click.argument("issue_text", metavar="[FILE]", type=click.File("rb"), default="-")
@click.option("--issue", type=click.IntRange(min=1), required=True, help="The number of the issue.")
@click.option("--author", type=Account(), required=True, help="Whose issue it is.")
@day_option
def intake(issue_text: BinaryIO, issue: int, author: Author, today: date | None) -> None:
    """Make a record of an issue written with the form, on a new branch; FILE is the issue's text.

    Prints problems in the language of the form. Exit code 0: filed; 1: problems, nothing written; 2: could not run.
    """
    from generator import branching, languages
    from generator.answers import record_from
    from generator.inspection import context_of
    from generator.intake import filing
    from generator.schemas import Schemas
    from generator.tree import WorkingTree

    here = situation(None, today)
    schemas, site = Schemas(here.project.schemas), languages.load(here.project.content)
    body = issue_text.read().decode("utf-8", "replace")
    interest = record_from(body, schemas.resolved["supporter"], site)
    context = context_of(here.project, schemas, here.today)
    found = filing(interest, WorkingTree(here.project.root), schemas, context)
    print_problems(list(found.problems), "text", interest.language)
    if has_errors(found.problems):
        sys.exit(PROBLEMS)
    branch = found.branch(issue)
    if branching.has_branch(here.project.root, branch):
        here.fail(say("The branch %(branch)s exists already; nothing is written.", branch=say(branch)), PROBLEMS)
    branching.commit_on_new_branch(here.project.root, branch, found.path, found.text, found.message(issue, author))
    here.say(say("Written on the branch %(branch)s: %(path)s", branch=say(branch), path=say(found.path)))
    sys.exit(OK)
