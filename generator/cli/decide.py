"""`covenant decide`: what the Office calls when it has decided something about an organisation."""

from __future__ import annotations

from datetime import date
from typing import Any, NoReturn

import click

from generator import decisions, inspection
from generator.cli.situation import PROBLEMS, Day, Situation, day_option, in_colour, print_problems, situation
from generator.decisions import Change, Decision, Office, Refusal, Words
from generator.problems import NOTHING, Message, say
from generator.schemas import Schemas
from generator.tree import WorkingTree

_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@click.command()
@click.argument("slug")
@click.argument("status")
@click.option("--on", type=Day(), help="Day from which the status holds; else today.")
@click.option(
    "--reason",
    "reasons",
    multiple=True,
    metavar="TEXT",
    help="Why, in English, or in another language as LANGUAGE=TEXT; once for each language. "
    "With --extend-until it is the reason of the extension.",
)
@click.option("--statement", metavar="VERSION", help="Version of the commitment statement that was signed.")
@click.option("--language", metavar="CODE", help="Language of the statement that was signed.")
@click.option("--signed", type=Day(), help="Day on which the statement was signed.")
@click.option(
    "--maintainer",
    "maintainers",
    multiple=True,
    metavar="ID:LOGIN",
    help="Account on the forge that may change the record; several times for several.",
)
@click.option("--extend-until", type=Day(), help="New day by which the next report is due.")
@click.option("--successor", metavar="SLUG", help="Organisation that carries on after a merger.")
@click.option("--dry-run", is_flag=True, help="Show the change and write nothing.")
@day_option
def decide(today: date | None, *, dry_run: bool, **words: Any) -> None:
    """Record a decision about the organisation in supporters/SLUG.

    STATUS is its status from now on: interest, eligible, not_eligible, statement_sent, active, on_hold, suspended,
    withdrawn, merged or dissolved. With the status it has already, only what is new of the rest is recorded.

    Exit code 0: recorded, or nothing to do; 1: refused; 2: could not run.
    """
    here = situation(None, today)
    tree, schemas = WorkingTree(here.project.root), Schemas(here.project.schemas)
    context = inspection.context_of(here.project, schemas, here.today)
    outcome = decisions.decide(Decision.of(Words(**words)), Office(tree, schemas, context, here.project.settings()))
    if isinstance(outcome, Refusal):
        _refuse(here, outcome)
    _show(here, outcome)
    if outcome.before == outcome.after:
        here.say(say("Nothing to do: this is recorded already."))
    elif dry_run:
        here.say(say("Nothing was written."))
    else:
        _write(here, tree, outcome)


def _refuse(here: Situation, refusal: Refusal) -> NoReturn:
    if refusal.problems:
        print_problems(list(refusal.problems), "text", here.language)
    for reason in refusal.reasons:
        here.say(reason, err=True)
    click.echo(refusal.by_hand, nl=False, err=True)
    if refusal.commands:
        here.say(say("Possible now:"), err=True)
    for command in refusal.commands:
        click.echo(f"    {command}", err=True)
    here.fail(say("Nothing was written."), PROBLEMS)


def _show(here: Situation, change: Change) -> None:
    for number, line in enumerate(change.diff):
        style = {"bold": True} if number < 2 else {"fg": _COLOURS.get(line[:1])}
        click.echo(click.style(line, **style) if in_colour() else line)
    for question in change.questions:
        here.say(question)


def _write(here: Situation, tree: WorkingTree, change: Change) -> None:
    path = Message(change.path)
    try:
        tree.write(change.path, change.after.encode())
    except OSError:
        here.fail(say("%(path)s cannot be written.", path=path))
    here.say(say("Recorded in %(path)s", path=path))
    here.say(say("Commit this file: its history shows who decided what, and when."))
    if change.next_step != NOTHING:
        here.say(change.next_step)
