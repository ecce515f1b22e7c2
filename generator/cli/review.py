"""`covenant review`: what those call who want to know what a pull request would be told."""

from __future__ import annotations

import sys
from datetime import date

import click

from generator.accounts import Author
from generator.cli.account import Account
from generator.cli.situation import OK, PROBLEMS, day_option, situation
from generator.problems import say


@click.command()
@click.option("--base", default="main", show_default=True, help="The branch that the change is meant for.")
@click.option("--author", type=Account(), help="Whose change it is; else it is reviewed as a stranger's.")
@click.option(
    "--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", help="How to print the review."
)
@day_option
def review(base: str, author: Author | None, form: str, today: date | None) -> None:
    """Review what is committed here as a pull request to BASE, in the language of the applicant.

    Exit code 0: ready; 1: any other verdict; 2: could not run.
    """
    from generator.review import Verdict
    from generator.review.as_json import as_json
    from generator.review.git import Repository
    from generator.review.local import review_branch

    here = situation(None, today)
    found = review_branch(here.project, base, author, here.today)
    click.echo(found.comment if form == "markdown" else as_json(found), nl=False)
    if Repository.at(here.project.root).has_uncommitted_changes():
        here.say(say("What is not committed yet was not looked at."), err=True)
    sys.exit(OK if found.verdict is Verdict.READY else PROBLEMS)
