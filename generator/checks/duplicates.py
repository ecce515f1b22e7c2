"""No organisation stands in the registry twice.

Two records that share a folded name, an acronym in the same country, or the host of their website
probably describe one organisation. For an application this is an error; between records the Office
has accepted it is a warning. An organisation and its successor are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.checks.context import Context
from generator.documents import KeyPath
from generator.folding import fold
from generator.problems import Message, Problem, Severity, say
from generator.registry import Organisation, Registry

SHARED_HOSTS = frozenset(
    "facebook.com linkedin.com instagram.com x.com youtube.com sites.google.com ec.europa.eu".split()
)
"""Hosts on which many organisations have a page: there the whole address counts."""

CODE = "duplicate-organisation"

Trait = tuple[str, ...]


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    first_with: dict[Trait, Organisation] = {}
    for organisation in sorted(registry, key=lambda each: (each.is_new, each.slug)):
        reported: set[str] = set()
        for trait, path in _traits(organisation):
            first = first_with.setdefault(trait, organisation)
            if first is not organisation and first.slug not in reported and not _related(first, organisation):
                reported.add(first.slug)
                yield _problem(organisation, path, first)


def _traits(organisation: Organisation) -> Iterator[tuple[Trait, KeyPath]]:
    supporter = organisation.supporter
    for language, name in supporter.name.items():
        if letters := _letters(name):
            yield ("name", letters), ("name", language)
    for language, acronym in supporter.acronym.items():
        if letters := _letters(acronym):
            yield ("acronym", letters, supporter.country), ("acronym", language)
    yield ("website", site_of(supporter.website)), ("website",)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))


def site_of(address: str) -> str:
    """The host of a website, without `www.`; with the path where many organisations share a host."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}" if host in SHARED_HOSTS else host


def _related(one: Organisation, other: Organisation) -> bool:
    successors = {each.standing.successor for each in (one, other) if each.standing}
    return one.slug in successors or other.slug in successors


def _problem(organisation: Organisation, path: KeyPath, first: Organisation) -> Problem:
    what: dict[str | int, Message] = {"name": say("name"), "acronym": say("acronym"), "website": say("website")}
    return Problem(
        organisation.place(path),
        CODE,
        say("The organisation in “%(slug)s” has the same %(what)s.", slug=first.slug, what=what[path[0]]),
        say(
            "If it is the same organisation, change that record instead of adding one. "
            "If not, tell the Office what sets the two apart."
        ),
        Severity.ERROR if organisation.is_new else Severity.WARNING,
    )
