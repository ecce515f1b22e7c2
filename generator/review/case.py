"""The case that policies judge: one proposal, with the records as they were and as they would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator import checks
from generator.inspection import uncollected
from generator.problems import Problem
from generator.records import Standing
from generator.records.values import Text
from generator.registry import Organisation, Registry, load
from generator.review.base import Base
from generator.review.head import Files, Head, Needed, Touched
from generator.review.kinds import Kind, kind_of, kinds_of, slug_of
from generator.review.proposal import Change, Proposal

RECORD, TOMBSTONE = "supporter.yml", "tombstone.yml"


@dataclass(frozen=True)
class Case:
    """A proposal, the touched records as they are on the base, and all that are needed as they would be."""

    base: Base
    proposal: Proposal
    before: Registry
    after: Registry
    problems: Sequence[Problem]
    """What the check finds in the records as they would be."""

    @cached_property
    def problems_before(self) -> Sequence[Problem]:
        """What it finds in the same records on the base; this takes time and is seldom asked for."""
        needed = Needed(self.base.tree, frozenset(self.changes))
        return checks.inspect(needed, self.base.schemas, self.base.context)[1]

    @cached_property
    def by_office(self) -> bool:
        """Whether the author is the Office."""
        author = self.proposal.author
        return author is not None and author.id in self.base.settings.office_ids

    @cached_property
    def changes(self) -> Mapping[str, Sequence[Change]]:
        """The changes in each folder of an organisation; a file that moves from one to another is in both."""
        found: dict[str, list[Change]] = {}
        for change in self.proposal.changes:
            for slug in dict.fromkeys(filter(None, map(slug_of, change.paths))):
                found.setdefault(slug, []).append(change)
        return found

    @cached_property
    def new_folders(self) -> frozenset[str]:
        """Folders of organisations that the base does not have."""
        return frozenset(self.changes) - _folders(self.before)

    @cached_property
    def removed_folders(self) -> frozenset[str]:
        """Folders of organisations that would no longer have a record: deleted, emptied or renamed."""
        gone = {slug for slug in self.changes if _has(self.before, slug, RECORD) and not _has(self.after, slug, RECORD)}
        return frozenset(gone - self.erased_folders)

    @cached_property
    def erased_folders(self) -> frozenset[str]:
        """Folders in which a tombstone would newly stand for the record: their address stays."""
        found = (slug for slug in self.changes if not _has(self.before, slug, TOMBSTONE))
        return frozenset(slug for slug in found if _has(self.after, slug, TOMBSTONE))

    @cached_property
    def moves(self) -> Mapping[str, str]:
        """New folders that get the record of one that goes: the new name, and the one before."""
        records = {f"supporters/{slug}/supporter.yml": slug for slug in self.removed_folders}
        found = ((slug_of(change.path), records.get(change.previous)) for change in self.proposal.changes)
        return {new: old for new, old in found if new and old and new in self.new_folders}

    @cached_property
    def moved(self) -> frozenset[str]:
        """Files that only follow their folder to its new name."""
        return frozenset(change.path for change in self.proposal.changes if change.previous and self._follows(change))

    def _follows(self, change: Change) -> bool:
        new = slug_of(change.path) or ""
        if self.moves.get(new) != slug_of(change.previous):
            return False
        name = change.path.removeprefix(f"supporters/{new}/")
        before = Files.of(self.base.tree, {change.previous}).files.get(change.previous)
        return change.previous.endswith(f"/{name}") and before is not None and change.read == before

    @cached_property
    def kind(self) -> Kind:
        """What the proposal is about. To take a folder away or rename it is about the profile, whatever was in it."""
        without = self.removed_folders | self.moves.keys()
        kinds = kinds_of((path for path in self.proposal.paths if slug_of(path) not in without), self.new_folders)
        if self.removed_folders:
            kinds |= {Kind.DECISION if self.by_office else Kind.PROFILE}
        return kind_of(kinds, self.changes.keys() - self.moves.keys(), by_office=self.by_office)

    @cached_property
    def renamed(self) -> tuple[Organisation, ...]:
        """The organisations that are new, or would have another name or acronym than before."""
        found = ((self.before.organisations.get(slug), self.after.organisations.get(slug)) for slug in self.changes)
        return tuple(after for before, after in found if after and (not before or _names(before) != _names(after)))

    @cached_property
    def organisation(self) -> Organisation | None:
        """The organisation that the proposal is about, as it would be; None if there are several, or its record is broken."""
        found = [self.after.organisations.get(slug) for slug in self.changes]
        return found[0] if len(found) == 1 else None

    def may_be_shown(self, path: str) -> bool:
        """Whether nothing in a file looks like personal data: only then is any of it repeated."""
        return not any(problem.place.path == path and problem.code.startswith("personal-") for problem in self.problems)

    def maintainers(self, slug: str) -> frozenset[int]:
        """The numbers of the accounts that maintain a record, as the base says; none if it names no one."""
        document = self.before.documents.get(f"supporters/{slug}/standing.yml")
        return frozenset(each.id for each in Standing.of(document.data).maintainers) if document else frozenset()

    def maintains(self, slug: str) -> bool:
        """Whether the author maintains a record."""
        author = self.proposal.author
        return author is not None and author.id in self.maintainers(slug)


def examine(base: Base, proposal: Proposal) -> Case:
    """Read and check the records as they would be. Raises SetUpError."""
    slugs = frozenset(filter(None, map(slug_of, proposal.paths)))
    with uncollected():
        head = Needed(Head(base.tree, proposal.changes), slugs)
        after, problems = checks.inspect(head, base.schemas, base.context)
        before, _ = load(Touched(base.tree, slugs), base.schemas)
    return Case(base, proposal, before, after, problems)


def _names(organisation: Organisation) -> tuple[Text, Text]:
    return organisation.supporter.name, organisation.supporter.acronym


def _folders(registry: Registry) -> frozenset[str]:
    return frozenset(entry.path.split("/")[1] for entry in registry.entries)


def _has(registry: Registry, slug: str, name: str) -> bool:
    return any(entry.path == f"supporters/{slug}/{name}" for entry in registry.entries)
