"""`covenant remind`: what the forge runs every day to remind supporters of their reports."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from generator import languages
from generator.cli import connection
from generator.cli.situation import OK, PROBLEMS, Situation, day_option, language_option, situation
from generator.problems import Message, printable, say, say_number
from generator.registry import Registry
from generator.reminder_texts import Texts
from generator.reminders import Action, Close, Decision, Open, Reason, Repeat, decide
from generator.schemas import Schemas

if TYPE_CHECKING:
    from generator.issues import Issues
    from generator.reminder_issues import Outcome

WIDTH = 80
LONGEST_SLUG = 40
"""Characters of a folder's name that are shown, so that each action has one line."""

_CLOSED = {
    Reason.REPORTED: say("close: %(slug)s, the report has arrived"),
    Reason.MORE_TIME: say("close: %(slug)s, more time was given"),
    Reason.NOT_OWED: say("close: %(slug)s, no report is owed"),
    Reason.NO_RECORD: say("close: %(slug)s, the record is gone"),
    Reason.DUPLICATE: say("close: %(slug)s, the issue is there twice"),
}


@click.command()
@click.option("--dry-run", is_flag=True, help="Change nothing; only print what would be done.")
@language_option
@day_option
def remind(dry_run: bool, language: str | None, today: date | None) -> None:
    """Remind supporters of their reports: open, repeat and close issues on the forge.

    The environment names the repository and a token that may write its issues: GITHUB_REPOSITORY,
    GITHUB_TOKEN. A dry run without them assumes that there are no reminders yet.

    Exit code 0: all done; 1: something failed and the rest is done; 2: could not run.
    """
    from generator.forge import ForgeError  # requests takes a while to import
    from generator.reminder_issues import Found, Outcome, carry_out, read

    here = situation(language, today)
    issues = _issues(here, may_be_missing=dry_run)
    registry, settings = here.inspect().registry, here.project.settings()
    try:
        found = read(issues) if issues else Found()
        decision = decide(registry, settings, here.today, found.reminders)
        if issues and not dry_run:
            outcomes = carry_out(decision.actions, issues, _texts(here, registry))
        else:
            here.say(say("Nothing is changed. This is what would be done:"))
            outcomes = map(Outcome, decision.actions)
        failures = sum([_print(here, outcome) for outcome in outcomes])
    except ForgeError as error:
        here.fail(error.message)
    _print_rest(here, decision, found.strange, failures)
    sys.exit(PROBLEMS if failures else OK)


def _issues(here: Situation, *, may_be_missing: bool) -> Issues | None:
    """The issues of the repository that the environment names; None, or exit code 2, if it names none."""
    from generator.issues import Issues

    if found := connection.forge():
        return Issues(found)
    if not may_be_missing:
        here.fail(
            say(
                "Reminders need a token that may write issues in GITHUB_TOKEN, and the name of the repository, "
                "owner/name, in GITHUB_REPOSITORY. With --dry-run you see what would be done."
            )
        )
    return None


def _texts(here: Situation, registry: Registry) -> Texts:
    return Texts(
        registry,
        languages.published(here.project.content),
        Schemas(here.project.schemas).resolved["report"],
        here.project.settings(),
        here.project.repository(),
        here.today,
    )


def _print(here: Situation, outcome: Outcome) -> bool:
    """Print an action and, below it, why it failed; whether it did."""
    here.say(_line(outcome.action))
    if outcome.error:
        reason = say("failed: %(reason)s", reason=outcome.error.message).render(here.language.catalogue)
        click.echo(click.wrap_text(reason, WIDTH, "    ", "    "))
    return outcome.error is not None


def _line(action: Action) -> Message:
    slug = printable(action.slug, LONGEST_SLUG)
    match action:
        case Open():
            return say("open: %(slug)s, due on %(day)s", slug=slug, day=action.due_on.isoformat())
        case Repeat():
            return say("remind again: %(slug)s, due on %(day)s", slug=slug, day=action.due_on.isoformat())
        case Close():
            return Message(_CLOSED[action.reason].text, {"slug": slug})


def _print_rest(here: Situation, decision: Decision, strange: tuple[int, ...], failures: int) -> None:
    """Print what was left alone, a summary, and how much waits."""
    for number in strange:
        here.say(say("left alone: issue %(number)d, which has the label and is no reminder of ours", number=number))
    for slug in decision.left_alone:
        here.say(say("left alone: %(slug)s, a record has errors", slug=printable(slug, LONGEST_SLUG)))
    counts = {
        kind.__name__.lower(): sum(isinstance(action, kind) for action in decision.actions)
        for kind in (Open, Repeat, Close)
    }
    here.say(
        say(
            "Open: %(open)d. Remind again: %(repeat)d. Close: %(close)d. Failed: %(failed)d.", **counts, failed=failures
        )
    )
    if decision.waiting:
        here.say(
            say_number(
                "%(number)d more waits for another day.", "%(number)d more wait for another day.", decision.waiting
            )
        )
