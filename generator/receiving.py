"""A record that reached the Office by e-mail, filed: checked beside all others, and put where it belongs.

Whoever sent it has no account on the forge, or could not use it; the Office proposes the record in their place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator import checks
from generator.checks.names import slug_of
from generator.documents import Document, parse
from generator.intake import Accepted, slug_for
from generator.problems import Message, Place, Problem, has_errors, say
from generator.records import Report
from generator.tree import Overlay

BRANCHES = "receive/"
"""What the names of the branches begin with."""

_MODELINE = re.compile(r"# yaml-language-server: \$schema=(?:\S*/)?(report|supporter)\.schema\.json\s")


@dataclass(frozen=True, slots=True)
class Received:
    """A record that may be proposed: its folder, its path in the project, its text, and warnings about it."""

    slug: str
    path: str
    text: str
    is_new: bool = True
    problems: Sequence[Problem] = ()

    @property
    def branch(self) -> str:
        return f"{BRANCHES}{self.slug}"

    @property
    def message(self) -> str:
        """What the commit says: no text of the record."""
        years = self.path.rpartition("/reports/")[2].removesuffix(".yml") if "/reports/" in self.path else ""
        what = f"the report {years} of {self.slug}" if years else self.slug
        return f"supporters: {'Add' if self.is_new else 'Update'} {what}\n\nReceived by the Office as a file.\n"


Refusal = Message | Sequence[Problem]
"""Why a file cannot be filed: as a whole, or what is wrong in it."""


def receive(file: str, raw: bytes, accepted: Accepted, slug: str | None = None) -> Received | Refusal:
    """The record in the bytes of a file, for the folder `slug`; without one, a new organisation gets a free folder.

    Problems are placed in `file`, the name under which it came.
    """
    document, problems = parse(file, raw)
    if document is None:
        return problems
    kind = _kind(document)
    found = accepted.schemas.problems(kind, document)
    if has_errors([*problems, *found]):
        return [*problems, *found]
    folder = _folder(kind, document.data, slug, accepted)
    return folder if isinstance(folder, Message) else _beside_others(kind, folder, document, accepted)


def _kind(document: Document) -> str:
    """What the file says it is; else what its keys say."""
    if match := _MODELINE.match(document.text):
        return match[1]
    return "report" if isinstance(document.data, dict) and "period" in document.data else "supporter"


def _folder(kind: str, data: Any, slug: str | None, accepted: Accepted) -> str | Message:
    """The folder that the record belongs to, or why there is none."""
    if slug and slug != slug_of(slug):
        return say("“%(slug)s” cannot be the name of a folder; “%(name)s” can.", slug=slug, name=slug_of(slug))
    if not slug and kind == "report":
        return say("A report does not say whose it is. Add --name with the folder of the organisation.")
    return slug or slug_for(data, {entry.path.split("/")[1] for entry in accepted.tree.entries()})


def _beside_others(kind: str, slug: str, document: Document, accepted: Accepted) -> Received | Refusal:
    """The record with the warnings of the check, unless the registry with it would have errors that it has not now."""
    path = f"supporters/{slug}/{_name(kind, document.data)}.yml"
    text = document.text.rstrip("\n") + "\n"
    before = next((accepted.tree.read(path) for entry in accepted.tree.entries() if entry.path == path), None)
    if before == text.encode():
        return say("%(path)s says the same already.", path=Message(path))
    problems = _caused(Overlay(accepted.tree, {path: text.encode()}), path, accepted)
    placed = [_in_file(problem, path, document.path) for problem in problems]
    return placed if has_errors(placed) else Received(slug, path, text, before is None, placed)


def _name(kind: str, data: Any) -> str:
    return f"reports/{Report.of(data).period.file_name}" if kind == "report" else kind


def _caused(tree: Overlay, path: str, accepted: Accepted) -> list[Problem]:
    """The problems of the record at a path, and those of other files that come with it."""
    _, known = checks.inspect(accepted.tree, accepted.schemas, accepted.context)
    _, found = checks.inspect(tree, accepted.schemas, accepted.context)
    return [problem for problem in found if problem.place.path == path or problem not in known]


def _in_file(problem: Problem, path: str, file: str) -> Problem:
    place = problem.place
    return replace(problem, place=Place(file, place.line, place.column)) if place.path == path else problem
