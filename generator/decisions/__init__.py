"""Decisions of the Office: from what was decided to the new `standing.yml`, or everything that speaks against it.

Nothing is written here. A decision is tried out on the registry as it would be, so that none comes
about that `covenant check` refuses.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.decisions import names, next_steps, rules
from generator.decisions.decision import Decision, Words, sentences
from generator.decisions.edits import is_step
from generator.decisions.trial import Office, Trial, attempt, owed_after
from generator.meant import no_organisation
from generator.problems import NOTHING, Message, Problem, Severity, say
from generator.registry import Organisation

__all__ = ["Change", "Decision", "Office", "Refusal", "Words", "decide"]


@dataclass(frozen=True, slots=True)
class Change:
    """A decision that can be recorded: the file before (empty if there is none) and after, and what to say of it."""

    path: str
    before: str
    after: str
    questions: tuple[Message, ...] = ()
    """What somebody should look at once more."""
    next_step: Message = NOTHING

    @property
    def diff(self) -> list[str]:
        """The change as a unified diff, line by line; empty if there is nothing to do."""
        old = self.path if self.before else "/dev/null"
        lines = difflib.unified_diff(self.before.splitlines(), self.after.splitlines(), old, self.path, lineterm="")
        return list(lines)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a decision cannot be recorded, and what is wrong in the records as they are."""

    reasons: tuple[Message, ...]
    problems: tuple[Problem, ...] = ()
    commands: tuple[str, ...] = ()
    """The decisions that are possible now, as commands."""
    by_hand: str = ""
    """The content of the file after the decision, for a person to write."""


def decide(decision: Decision, office: Office) -> Change | Refusal:
    """What comes of a decision on the day of the Office. Raises SetUpError."""
    registry, problems = office.inspect({})
    organisation = registry.organisations.get(decision.slug)
    place = f"supporters/{decision.slug}" + ("/standing.yml" if organisation else "")
    broken = tuple(each for each in problems if each.severity is Severity.ERROR and _lies_in(place, each.place.path))
    if broken:
        return Refusal((*decision.unreadable, say("Mend the record first.")), broken)
    if organisation is None:
        return Refusal((sentences(*no_organisation(decision.slug, list(registry.organisations))), *decision.unreadable))
    trial = attempt(names.known_only(decision, registry, office.context), organisation, problems, office)
    if reasons := tuple(_reasons(decision, organisation, trial, office)):
        is_legal = rules.is_legal(decision, organisation)
        return Refusal(reasons, commands=() if is_legal else next_steps.commands(organisation, office))
    return _change(decision, organisation, trial, office)


def _lies_in(place: str, path: str) -> bool:
    return path == place or path.startswith(f"{place}/")


def _reasons(decision: Decision, organisation: Organisation, trial: Trial, office: Office) -> Iterator[Message]:
    """Everything that speaks against a decision."""
    owed = owed_after(decision, organisation, office)
    own = [
        *decision.unreadable,
        *names.unknown(decision, trial.registry, office.context),
        *rules.against(decision, organisation, owed, office.context.today),
    ]
    yield from own
    yield from trial.messages(Severity.ERROR, without=rules.EXPLAINED_HERE if own else frozenset())


def _change(decision: Decision, organisation: Organisation, trial: Trial, office: Office) -> Change | Refusal:
    if trial.after is None:
        message = say(
            "%(path)s is written in a way that cannot be changed here without touching something else.",
            path=Message(trial.path),
        )
        return Refusal((sentences(message, say("Change it by hand; it has to say this:")),), by_hand=trial.whole)
    next_step = NOTHING
    if is_step(decision, organisation):
        next_step = next_steps.after(trial.registry.organisations[organisation.slug], office)
    questions = tuple(trial.messages(Severity.WARNING))
    return Change(trial.path, trial.before, trial.after, questions, next_step)
