"""Whoever is or was a supporter has signed a commitment statement, of a version whose text exists.

The version is a page in `content/`; the signature is not later than the day on which the
organisation became active, the last time if it left and came back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.context import Context
from generator.problems import Problem, say
from generator.records.standing import Statement, Status
from generator.registry import Organisation, Registry


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    for organisation in registry:
        if organisation.standing is None:
            continue
        if organisation.standing.statement:
            yield from _statement(organisation, organisation.standing.statement, context)
        elif organisation.supporter_since:
            yield Problem(
                organisation.standing_place(),
                "no-statement",
                say("The organisation is or was active, but no commitment statement is recorded."),
                say("Add “statement” with version, language and signed_on."),
            )


def _statement(organisation: Organisation, statement: Statement, context: Context) -> Iterator[Problem]:
    if statement.version not in context.statement_versions:
        yield Problem(
            organisation.standing_place(("statement", "version")),
            "unknown-statement",
            say("There is no text of the commitments of this version."),
            say("Possible values: %(allowed)s.", allowed=tuple(sorted(context.statement_versions))),
        )
    if statement.signed_on > context.today:
        yield Problem(
            organisation.standing_place(("statement", "signed_on")),
            "date-in-future",
            say("This day lies in the future."),
            say("Write the day of the signature, or record the statement later."),
        )
    elif (active := _last_active(organisation)) and statement.signed_on > active:
        yield Problem(
            organisation.standing_place(("statement", "signed_on")),
            "signed-late",
            say("The statement was signed after the organisation became active."),
            say("Check this day and the day of the step “active”."),
        )


def _last_active(organisation: Organisation) -> date | None:
    history = organisation.standing.history if organisation.standing else ()
    return max((step.on for step in history if step.status is Status.ACTIVE), default=None)
