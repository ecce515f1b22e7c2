"""`covenant review`: what those call who want to know what a pull request would be told."""

from __future__ import annotations

import sys
from datetime import date

import click

from generator.accounts import Author
from generator.cli import connection
from generator.cli.account import Account
from generator.cli.situation import OK, PROBLEMS, Situation, day_option, situation
from generator.problems import say
from generator.reporters import github_command


@click.command()
@click.option("--base", default="main", show_default=True, help="The branch that the change is meant for.")
@click.option("--author", type=Account(), help="Whose change it is; else it is reviewed as a stranger's.")
@click.option(
    "--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", help="How to print the review."
)
@click.option(
    "--pull",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Review this pull request on the forge, and show it there.",
)
@day_option
def review(base: str, author: Author | None, form: str, pull: int | None, today: date | None) -> None:
    """Review what is committed here as a pull request to BASE, in the language of the applicant.

    With --pull, what is checked out is the branch that the pull request is meant for; nothing of the change is. The
    environment names the repository and a token: GITHUB_REPOSITORY, GITHUB_TOKEN.

    Exit code 0: ready, or with --pull shown on the forge, whatever the verdict; 1: any other verdict; 2: could not run.
    """
    here = situation(None, today)
    if pull is None:
        _of_branch(here, base, author, form)
    elif author or (base, form) != ("main", "markdown"):
        raise click.UsageError("With --pull, the forge says all else: leave out --base, --author and --format.")
    else:
        _of_pull_request(here, pull)


def _of_branch(here: Situation, base: str, author: Author | None, form: str) -> None:
    from generator.review import Verdict
    from generator.review.as_json import as_json
    from generator.review.git import Repository
    from generator.review.local import review_branch

    found = review_branch(here.project, base, author, here.today)
    click.echo(found.comment if form == "markdown" else as_json(found), nl=False)
    if Repository.at(here.project.root).has_uncommitted_changes():
        here.say(say("What is not committed yet was not looked at."), err=True)
    sys.exit(OK if found.verdict is Verdict.READY else PROBLEMS)


def _of_pull_request(here: Situation, number: int) -> None:
    """Review a pull request, and print notes at lines as workflow commands: a check run would need one more right.

    The status of the commit carries the verdict, so that a run that has done its work is green whatever it found.
    """
    from generator.forge import ForgeError  # requests takes a while to import
    from generator.review.pull import review_pull
    from generator.review.speech import VERDICTS

    forge = connection.forge()
    if forge is None:
        here.fail(_NO_FORGE)
    try:
        found = review_pull(here.project, forge, number, here.today)
    except ForgeError as error:
        here.fail(error.message)
    if found is None:
        here.say(say("Pull request %(pull)d is closed or meant for another branch. It is left alone.", pull=number))
        return
    for note in found.annotations:
        click.echo(github_command(note.level, note.place, note.title, note.text), nl=False)
    here.say(say("Pull request %(pull)d is reviewed: %(verdict)s", pull=number, verdict=VERDICTS[found.verdict]))


_NO_FORGE = say(
    "To review a pull request, put a token that may write pull requests and statuses into GITHUB_TOKEN, and the name of "
    "the repository, owner/name, into GITHUB_REPOSITORY. Without --pull, a branch is reviewed here."
)
