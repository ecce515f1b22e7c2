"""A decision tried out: the file as it would be, and what the check finds in the registry with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator import checks, yaml_writing
from generator.checks.context import Context
from generator.decisions.decision import Decision, about
from generator.decisions.edits import edits
from generator.due_dates import NextReport, next_report
from generator.problems import Message, Problem, Severity, has_errors, printable_path
from generator.project import Settings
from generator.records import Standing
from generator.registry import Organisation, Registry
from generator.schemas import Schemas
from generator.tree import Overlay, Tree
from generator.yaml_editing import applied, edited

ORDER = ("history", "statement", "extensions", "successor", "maintainers")
"""The order of the keys of a standing."""

_MODELINE = "# yaml-language-server: $schema=../../schemas/standing.schema.json"

_OPTIONS = {
    "on": "--on",
    "reason": "--reason",
    "version": "--statement",
    "language": "--language",
    "signed_on": "--signed",
    "until": "--extend-until",
    "successor": "--successor",
    "maintainers": "--maintainer",
}
"""Keys of a standing, and the options that fill them."""


@dataclass(frozen=True, slots=True)
class Office:
    """Where and when decisions are taken: the records, their contract, what the checks know, the settings."""

    tree: Tree
    schemas: Schemas
    context: Context
    settings: Settings

    def inspect(self, files: Mapping[str, bytes]) -> tuple[Registry, list[Problem]]:
        """The registry and all its problems, as they would be with these files."""
        return checks.inspect(Overlay(self.tree, files), self.schemas, self.context)


@dataclass(frozen=True, slots=True)
class Trial:
    """A standing before a decision and after it, and what the check finds then and did not find before."""

    path: str
    before: str
    after: str | None
    """None if the file cannot be changed without touching something else."""
    whole: str
    """The content after the decision, written afresh."""
    registry: Registry
    found: list[Problem]

    def messages(self, severity: Severity, without: Collection[str] = ()) -> list[Message]:
        """What was found of one severity, each with the option that brought it in; some codes may be left out."""
        found = [each for each in self.found if each.severity is severity and each.code not in without]
        return list({repr(message): message for message in map(self._message, found)}.values())

    def _message(self, problem: Problem) -> Message:
        document = self.registry.readable.get(self.path)
        at = document.path_at(problem.place) if document and problem.place.path == self.path else ()
        option = next((_OPTIONS[str(step)] for step in at if step in _OPTIONS), "")
        return about(option or printable_path(problem.place.path), problem.message, problem.hint)


def attempt(decision: Decision, organisation: Organisation, problems: list[Problem], office: Office) -> Trial:
    """Try a decision on an organisation in a registry that has these problems."""
    path = f"supporters/{organisation.slug}/standing.yml"
    before = office.tree.read(path).decode() if organisation.standing else ""
    wanted = edits(decision, organisation, office.context.today)
    data = applied(_data(organisation), wanted)
    whole = "\n".join([_MODELINE, *yaml_writing.block(data)]) + "\n"
    after = edited(before, wanted, ORDER) if before else whole
    registry, found = office.inspect({path: (after or whole).encode(errors="replace")} if "history" in data else {})
    return Trial(path, before, after, whole, registry, list(_new(path, problems, found)))


def _new(path: str, before: list[Problem], after: list[Problem]) -> Iterator[Problem]:
    """What is new in the file; and elsewhere, if the registry was in order before."""
    known = {_essence(problem) for problem in before}
    for problem in after:
        is_ours = problem.place.path == path or (problem.severity is Severity.ERROR and not has_errors(before))
        if is_ours and _essence(problem) not in known:
            yield problem


def _essence(problem: Problem) -> tuple[str, str, str]:
    """A problem wherever in its file it stands: lines move."""
    return problem.place.path, problem.code, repr(problem.message)


def owed_after(decision: Decision, organisation: Organisation, office: Office) -> NextReport | None:
    """The report that an organisation owes after a decision, without the extension that it grants."""
    today = office.context.today
    data = applied(_data(organisation), edits(replace(decision, extend_until=None), organisation, today))
    if "history" not in data:
        return None
    return next_report(replace(organisation, standing=Standing.of(data)), office.settings, today)


def _data(organisation: Organisation) -> Any:
    return organisation.standing_document.data if organisation.standing_document else {}
