"""All records of a registry, read, conforming and indexed, and the facts that follow from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.decoding import MAX_BYTES, too_large
from generator.documents import Document, KeyPath, parse
from generator.problems import Place, Problem, has_errors, say
from generator.records import Report, Standing, Status, Supporter, Tombstone
from generator.records.standing import Step
from generator.schemas import Schemas
from generator.tree import Entry, Kind, Tree

LISTED = frozenset({Status.ACTIVE})
"""Statuses that make an organisation a supporter today."""

FORMER = frozenset({Status.SUSPENDED, Status.WITHDRAWN, Status.MERGED, Status.DISSOLVED})
"""Statuses that keep their page with an explanation."""

APPLYING = frozenset({Status.INTEREST, Status.ELIGIBLE, Status.STATEMENT_SENT})
"""Statuses of an application that is under way."""

_RECORD_PATHS = (
    ("supporter", re.compile(r"supporters/([^/]+)/(supporter)\.yml")),
    ("standing", re.compile(r"supporters/([^/]+)/(standing)\.yml")),
    ("report", re.compile(r"supporters/([^/]+)/reports/([^/]+)\.yml")),
    ("tombstone", re.compile(r"supporters/([^/]+)/(tombstone)\.yml")),
)
_LOGO_PATH = re.compile(r"supporters/([^/]+)/logo\.(svg|png)")


@dataclass(frozen=True, slots=True)
class FiledReport:
    """A report and the document it stands in."""

    report: Report
    document: Document

    @property
    def name(self) -> str:
        """The file's name without its ending, for example `2024-2025`."""
        return self.document.path.rpartition("/")[2].removesuffix(".yml")


@dataclass(frozen=True)
class Organisation:
    """One folder of `supporters/`: the supporter with its standing, reports (newest first) and logo."""

    slug: str
    supporter: Supporter
    document: Document
    standing: Standing | None = None
    standing_document: Document | None = None
    reports: tuple[FiledReport, ...] = ()
    logo: str | None = None
    is_new: bool = True
    """Whether the Office has not yet decided anything: rules may then be stricter."""

    @property
    def last_step(self) -> Step | None:
        return self.standing.history[-1] if self.standing else None

    @property
    def status(self) -> Status:
        """The current status; without a standing, an expression of interest."""
        return self.last_step.status if self.last_step else Status.INTEREST

    @property
    def supporter_since(self) -> date | None:
        """The day on which the organisation first became active."""
        steps = self.standing.history if self.standing else ()
        return next((step.on for step in steps if step.status is Status.ACTIVE), None)

    def status_on(self, day: date) -> Status | None:
        """The status on a day; None before the first step."""
        steps = self.standing.history if self.standing else ()
        return next((step.status for step in reversed(steps) if step.on <= day), None)

    def place(self, at: KeyPath = (), *, key: bool = False) -> Place:
        """Where a value of the supporter's own record stands."""
        return self.document.place(at, key=key)

    def standing_place(self, at: KeyPath = ()) -> Place:
        """Where a value of the standing stands."""
        return (self.standing_document or self.document).place(at)


@dataclass(frozen=True)
class Registry:
    """Every organisation by slug, documents by path, and every name in the tree.

    `documents` are those that conform to their schema; `readable` has all that could be parsed. In a
    folder with a tombstone nothing else is read: an erased organisation is none.
    """

    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    readable: Mapping[str, Document] = field(default_factory=dict)
    entries: Sequence[Entry] = ()
    logos: Mapping[str, bytes] = field(default_factory=dict)
    tombstones: Mapping[str, Tombstone] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Organisation]:
        return iter(self.organisations.values())

    @cached_property
    def folders(self) -> frozenset[str]:
        """The folders of `supporters/` that have something in them."""
        return frozenset(entry.path.split("/")[1] for entry in self.entries if entry.path.count("/") > 1)

    @cached_property
    def erased(self) -> frozenset[str]:
        """The folders with a tombstone, whatever else they have."""
        return _erased(self.entries)

    def successor(self, slug: str) -> str | None:
        """The folder of the organisation that carries on, as the standing or the tombstone names it."""
        organisation = self.organisations.get(slug)
        of = organisation.standing if organisation else self.tombstones.get(slug)
        return of.successor if of else None

    @cached_property
    def supporters(self) -> tuple[Organisation, ...]:
        """The supporters of today: organisations that are active."""
        return tuple(each for each in self if each.status in LISTED)

    @cached_property
    def applications(self) -> tuple[Organisation, ...]:
        """Organisations on their way to become supporters."""
        return tuple(each for each in self if each.status in APPLYING)

    @cached_property
    def former(self) -> tuple[Organisation, ...]:
        """Organisations that were supporters and keep their address."""
        return tuple(each for each in self if each.status in FORMER and each.supporter_since)

    @cached_property
    def on_hold(self) -> tuple[Organisation, ...]:
        """Supporters whose participation is interrupted."""
        return tuple(each for each in self if each.status is Status.ON_HOLD)


def record_kind(path: str) -> tuple[str, str, str] | None:
    """Kind, slug and name of the record at a path; None if a record has no such path."""
    for kind, pattern in _RECORD_PATHS:
        if match := pattern.fullmatch(path):
            return kind, match[1], match[2]
    return None


def _erased(entries: Iterable[Entry]) -> frozenset[str]:
    found = (record_kind(entry.path) for entry in entries)
    return frozenset(slug for kind, slug, _ in filter(None, found) if kind == "tombstone")


def load(tree: Tree, schemas: Schemas) -> tuple[Registry, list[Problem]]:
    """Read every record of a tree; what does not conform is left out and explained by the problems."""
    entries = tree.entries()
    loading = _Loading(tree, schemas, entries, _erased(entries))
    for entry in loading.entries:
        if entry.kind is Kind.FILE:
            loading.take(entry)
    return loading.registry(), loading.problems


@dataclass(slots=True)
class _Loading:
    """The registry while it is being read."""

    tree: Tree
    schemas: Schemas
    entries: Sequence[Entry]
    erased: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    readable: dict[str, Document] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    supporters: dict[str, Document] = field(default_factory=dict)
    reports: dict[str, list[FiledReport]] = field(default_factory=dict)
    logos: dict[str, bytes] = field(default_factory=dict)
    tombstones: dict[str, Tombstone] = field(default_factory=dict)

    def take(self, entry: Entry) -> None:
        """Read one file, if a record or a logo has such a path; in an erased folder only its tombstone."""
        if found := record_kind(entry.path):
            kind, slug, _ = found
            if kind == "tombstone" or slug not in self.erased:
                self._take_record(entry, kind, slug)
        elif (logo := _LOGO_PATH.fullmatch(entry.path)) and logo[1] not in self.erased:
            self.logos[entry.path] = (self._read(entry) or b"") if entry.size <= MAX_BYTES else b""

    def _take_record(self, entry: Entry, kind: str, slug: str) -> None:
        if entry.size > MAX_BYTES:
            self.problems.append(too_large(entry.path, entry.size))
        elif (raw := self._read(entry)) is not None:
            document, problems = parse(entry.path, raw)
            if document:
                problems += self.schemas.problems(kind, document)
                self.readable[entry.path] = document
            if document and not has_errors(problems):
                self._file(document, kind, slug)
            self.problems += problems

    def _read(self, entry: Entry) -> bytes | None:
        try:
            return self.tree.read(entry.path)
        except OSError:
            hint = say("Look at the file's permissions, and whether it is still there.")
            self.problems.append(Problem(Place(entry.path), "not-readable", say("The file cannot be read."), hint))
            return None

    def _file(self, document: Document, kind: str, slug: str) -> None:
        self.documents[document.path] = document
        if kind == "supporter":
            self.supporters[slug] = document
        elif kind == "report":
            self.reports.setdefault(slug, []).append(FiledReport(Report.of(document.data), document))
        elif kind == "tombstone":
            self.tombstones[slug] = Tombstone.of(document.data)

    def registry(self) -> Registry:
        """What has been read, indexed."""
        paths = {entry.path for entry in self.entries}
        organisations = {
            slug: self._organisation(slug, supporter, is_new=f"supporters/{slug}/standing.yml" not in paths)
            for slug, supporter in self.supporters.items()
        }
        return Registry(organisations, self.documents, self.readable, self.entries, self.logos, self.tombstones)

    def _organisation(self, slug: str, supporter: Document, *, is_new: bool) -> Organisation:
        folder = f"supporters/{slug}"
        standing = self.documents.get(f"{folder}/standing.yml")
        return Organisation(
            slug,
            Supporter.of(supporter.data),
            supporter,
            Standing.of(standing.data) if standing else None,
            standing,
            tuple(sorted(self.reports.get(slug, ()), key=lambda filed: filed.report.period, reverse=True)),
            next((logo for logo in (f"{folder}/logo.svg", f"{folder}/logo.png") if logo in self.logos), None),
            is_new,
        )
