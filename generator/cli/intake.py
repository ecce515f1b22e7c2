"""`covenant intake`: what a workflow, or the Office by hand, calls for an issue made with the forge's form."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn

import click

from generator.accounts import Author
from generator.cli import connection
from generator.cli.account import Account
from generator.cli.situation import OK, PROBLEMS, Situation, day_option, print_problems, situation
from generator.problems import Message, has_errors, say, say_number

if TYPE_CHECKING:
    from generator.intake import Accepted
    from generator.intake_texts import Reply


@click.command()
@click.argument("issue_text", metavar="[FILE]", type=click.File("rb"), required=False)
@click.option("--issue", type=click.IntRange(min=1), required=True, help="The number of the issue.")
@click.option("--author", type=Account(), help="Whose issue it is; without this, it is read from the forge.")
@day_option
def intake(issue_text: BinaryIO | None, issue: int, author: Author | None, today: date | None) -> None:
    """Make a record of an issue written with the form “Express interest”.

    The issue is read from the forge. Its record is proposed there in a pull request, or a comment says what to mend,
    in the language of the form. The environment names the repository and a token that may write its contents, pull
    requests and issues: GITHUB_REPOSITORY, GITHUB_TOKEN. Later steps of a workflow get the number of the pull request
    as the output “pull”. Exit code 0: done, or left alone; 2: could not run.

    With --author the forge is not asked: FILE, or the standard input, is the issue's text, and the record is put on a
    new branch of this repository. Exit code 0: filed; 1: problems, nothing written; 2: could not run.
    """
    here = situation(None, today)
    if author:
        _file(here, (issue_text or sys.stdin.buffer).read(), issue, author)
    if issue_text:
        raise click.UsageError("The text of an issue needs --author, to say whose it is.")
    _take_in(here, issue)


def accepted(here: Situation) -> Accepted:
    """The registry at hand, which a new record is checked beside."""
    from generator import languages
    from generator.inspection import context_of
    from generator.intake import Accepted
    from generator.schemas import Schemas
    from generator.tree import WorkingTree

    schemas = Schemas(here.project.schemas)
    context = context_of(here.project, schemas, here.today)
    return Accepted(WorkingTree(here.project.root), schemas, languages.load(here.project.content), context)


def _file(here: Situation, text: bytes, issue: int, author: Author) -> NoReturn:
    from generator import branching
    from generator.intake import branch_for, filing

    found = filing(text.decode("utf-8", "replace"), accepted(here))
    print_problems(list(found.problems), "text", found.language)
    if has_errors(found.problems):
        sys.exit(PROBLEMS)
    root, branch = here.project.root, branch_for(issue)
    if branching.has_branch(root, branch):
        here.fail(say("The branch %(branch)s exists already; nothing is written.", branch=branch), PROBLEMS)
    branching.commit_on_new_branch(root, branch, found.path, found.text, found.message(issue, author))
    here.say(say("Written on the branch %(branch)s: %(path)s", branch=branch, path=Message(found.path)))
    sys.exit(OK)


def _take_in(here: Situation, issue: int) -> None:
    from generator.forge import ForgeError
    from generator.intake_issues import Office, take_in

    forge = connection.forge()
    if forge is None:
        here.fail(
            say(
                "To read an issue from the forge, a token that may write contents, pull requests and issues is needed "
                "in GITHUB_TOKEN, and the name of the repository, owner/name, in GITHUB_REPOSITORY. To make a record of "
                "a text at hand, say with --author whose it is."
            )
        )
    office = Office(forge, here.project.repository().branch, here.project.settings())
    try:
        reply = take_in(issue, accepted(here), office)
    except ForgeError as error:
        here.fail(error.message)
    if isinstance(reply, Message):
        here.say(say("left alone: issue %(number)d, %(reason)s", number=issue, reason=reply))
        return
    _print(here, issue, reply)


def _print(here: Situation, issue: int, reply: Reply) -> None:
    here.say(say("answered: issue %(number)d, %(outcome)s", number=issue, outcome=reply.outcome.value))
    if reply.problems:
        here.say(
            say_number("%(number)d answer to be looked at", "%(number)d answers to be looked at", len(reply.problems))
        )
    if reply.pull:
        here.say(say("pull request: %(number)d", number=reply.pull))
        _hand_on(reply.pull)


def _hand_on(pull: int) -> None:
    """Give the number of the pull request to the later steps of a workflow; outside of one, to nobody."""
    if file := os.environ.get("GITHUB_OUTPUT"):
        with Path(file).open("a", encoding="utf-8") as output:
            output.write(f"pull={pull}\n")
