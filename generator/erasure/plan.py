"""What erasing one record comes to: a pure function of the registry, of what Git knows, and of the texts elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator import git
from generator.checks.duplicates import site_of
from generator.checks.names import is_known
from generator.erasure.mentions import Mention, mentions
from generator.problems import Message, Place, say
from generator.records import Tombstone
from generator.registry import Registry


@dataclass(frozen=True, slots=True)
class Plan:
    """What erasing the record in one folder comes to; paths are from the project's root.

    `files` are deleted. `strays` are neither Git's nor the registry's: they stay, and a person looks.
    `uncommitted` would be lost for good, and forbid the erasure.
    """

    slug: str
    tombstone: Tombstone | None
    files: tuple[str, ...]
    strays: tuple[str, ...]
    uncommitted: tuple[str, ...]
    successor: str | None
    predecessors: tuple[Place, ...]
    mentions: tuple[Mention, ...]
    known_to_git: git.Folder
    site: str
    """The host of the organisation's website, to look for in the history; empty if the record cannot be read."""

    @property
    def folder(self) -> str:
        return f"supporters/{self.slug}"

    @property
    def grave(self) -> str:
        """The path of the tombstone."""
        return f"{self.folder}/tombstone.yml"


def plan(
    registry: Registry, slug: str, found: Sequence[str], known: git.Folder, elsewhere: Iterable[tuple[str, str]]
) -> Plan:
    """What erasing a folder comes to: `found` are the paths in it, `elsewhere` the paths and texts of other files."""
    organisation, tombstone = registry.organisations.get(slug), registry.tombstones.get(slug)
    successor = registry.successor(slug)
    predecessors = tuple(_predecessors(registry, slug))
    explained = {(place.path, place.line) for place in predecessors}
    grave = f"supporters/{slug}/tombstone.yml"
    ours = {path for path in found if path in known.tracked or is_known(path)}
    kept = {grave} if tombstone else set()
    return Plan(
        slug,
        tombstone,
        files=tuple(path for path in found if path in ours - {grave}),
        strays=tuple(path for path in found if path not in ours),
        uncommitted=tuple(path for path in found if path in known.uncommitted - kept),
        successor=successor if successor in registry.folders else None,
        predecessors=predecessors,
        mentions=tuple(
            each for each in mentions(slug, organisation, elsewhere) if (each.path, each.line) not in explained
        ),
        known_to_git=known,
        site=site_of(organisation.supporter.website) if organisation else "",
    )


def _predecessors(registry: Registry, slug: str) -> Iterator[Place]:
    """Where others name the organisation as their successor."""
    for other in sorted(registry.folders):
        if registry.successor(other) == slug:
            name = "tombstone" if other in registry.tombstones else "standing"
            yield registry.documents[f"supporters/{other}/{name}.yml"].place(("successor",))


def refusal(planned: Plan, on: date, today: date) -> Message | None:
    """Why a plan must not be carried out, if so."""
    if planned.uncommitted:
        return say(
            "Nothing has been deleted, because what is not committed would be lost. Commit these, or put them elsewhere: %(paths)s",
            paths=planned.uncommitted,
        )
    if on > today:
        return say("Nothing has been deleted, because the day %(day)s lies in the future.", day=on.isoformat())
    return None
