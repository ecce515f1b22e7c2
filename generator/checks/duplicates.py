"""No organisation stands in the registry twice.

Two records that share a folded name, an acronym in the same country, or the host of their website
probably describe one organisation. For an application this is an error; between records the Office
has accepted it is a warning. An organisation and its successor are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.checks.run import Run, strict_for_new
from generator.documents import KeyPath
from generator.folding import fold
from generator.problems import Message, Problem, say
from generator.registry import Organisation, Registry

Trait = tuple[str, ...]


def check(registry: Registry, run: Run) -> Iterator[Problem]:
    first_with: dict[Trait, Organisation] = {}
    for organisation in sorted(registry, key=lambda each: (each.is_new, each.slug)):
        reported = set()
        for trait, path in _traits(organisation):
            first = first_with.setdefault(trait, organisation)
            if first is not organisation and first not in reported and not _related(first, organisation):
                reported.add(first)
                yield _problem(organisation, path, first)


def _traits(organisation: Organisation) -> Iterator[tuple[Trait, KeyPath]]:
    supporter = organisation.supporter
    for language, name in supporter.name.items():
        yield ("name", _letters(name)), ["name", language]
    for language, acronym in supporter.acronym.items():
        yield ("acronym", _letters(acronym), supporter.country), ["acronym", language]
    host = (urlsplit(supporter.website).hostname or "").removeprefix("www.")
    yield ("website", host), ["website"]


def _letters(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())


def _related(one: Organisation, other: Organisation) -> bool:
    successors = {each.standing.successor for each in (one, other) if each.standing}
    return one.slug in successors or other.slug in successors


def _problem(organisation: Organisation, path: KeyPath, first: Organisation) -> Problem:
    what: dict[str | int, Message] = {"name": say("name"), "acronym": say("acronym"), "website": say("website")}
    return Problem(
        organisation.place(path),
        "duplicate-organisation",
        say("The organisation in “%(slug)s” has the same %(what)s.", slug=first.slug, what=what[path[0]]),
        say("If it is the same organisation, change that record instead of adding one. If not, tell the Office what sets the two apart."),
        strict_for_new(organisation),
    )
