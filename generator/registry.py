"""All records of a registry, read, conforming and indexed, and the facts that follow from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.documents import MAX_BYTES, Document, KeyPath, parse, too_large
from generator.problems import Place, Problem, has_errors
from generator.records import Report, Standing, Status, Supporter
from generator.records.standing import Step
from generator.schemas import Schemas
from generator.tree import Entry, Kind, Tree

LISTED = frozenset({Status.ACTIVE})
"""Statuses that make an organisation a supporter today."""

FORMER = frozenset({Status.SUSPENDED, Status.WITHDRAWN, Status.MERGED, Status.DISSOLVED})
"""Statuses that keep their page with an explanation."""

_RECORD_PATHS = (
    ("supporter", re.compile(r"supporters/([^/]+)/(supporter)\.yml")),
    ("standing", re.compile(r"supporters/([^/]+)/(standing)\.yml")),
    ("report", re.compile(r"supporters/([^/]+)/reports/([^/]+)\.yml")),
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

    @property
    def is_new(self) -> bool:
        """Whether the Office has not yet decided anything: rules may then be stricter."""
        return self.standing is None

    def place(self, at: KeyPath = (), *, key: bool = False) -> Place:
        """Where a value of the supporter's own record stands."""
        return self.document.place(at, key=key)

    def standing_place(self, at: KeyPath = ()) -> Place:
        """Where a value of the standing stands."""
        return (self.standing_document or self.document).place(at)


@dataclass(frozen=True)
class Registry:
    """Every organisation by slug, every conforming document by path, and every name in the tree."""

    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    entries: Sequence[Entry] = ()
    logos: Mapping[str, bytes] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Organisation]:
        return iter(self.organisations.values())

    @cached_property
    def supporters(self) -> tuple[Organisation, ...]:
        """The supporters of today: organisations that are active."""
        return tuple(each for each in self if each.status in LISTED)

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


def load(tree: Tree, schemas: Schemas) -> tuple[Registry, list[Problem]]:
    """Read every record of a tree; what does not conform is left out and explained by the problems."""
    entries = tree.entries()
    documents, logos, problems = {}, {}, []
    for entry in entries:
        if entry.kind is Kind.FILE and (found := record_kind(entry.path)):
            document, of_document = _conforming(tree, entry, schemas, found[0])
            problems += of_document
            if document:
                documents[entry.path] = document
        elif entry.kind is Kind.FILE and _LOGO_PATH.fullmatch(entry.path):
            logos[entry.path] = tree.read(entry.path) if entry.size <= MAX_BYTES else b""
    return Registry(_organisations(documents, logos), documents, entries, logos), problems


def _conforming(tree: Tree, entry: Entry, schemas: Schemas, kind: str) -> tuple[Document | None, list[Problem]]:
    if entry.size > MAX_BYTES:
        return None, [too_large(entry.path, entry.size)]
    document, problems = parse(entry.path, tree.read(entry.path))
    if document is None:
        return None, problems
    problems += schemas.problems(kind, document)
    return (None if has_errors(problems) else document), problems


def _organisations(documents: Mapping[str, Document], logos: Mapping[str, bytes]) -> dict[str, Organisation]:
    reports: dict[str, list[FiledReport]] = {}
    for path, document in documents.items():
        kind, slug, _ = record_kind(path) or ("", "", "")
        if kind == "report":
            reports.setdefault(slug, []).append(FiledReport(Report.of(document.data), document))
    found = {}
    for path, document in documents.items():
        kind, slug, _ = record_kind(path) or ("", "", "")
        if kind == "supporter":
            found[slug] = _organisation(slug, document, documents, reports.get(slug, []), logos)
    return found


def _organisation(
    slug: str,
    document: Document,
    documents: Mapping[str, Document],
    reports: list[FiledReport],
    logos: Mapping[str, bytes],
) -> Organisation:
    folder = f"supporters/{slug}"
    standing = documents.get(f"{folder}/standing.yml")
    return Organisation(
        slug,
        Supporter.of(document.data),
        document,
        Standing.of(standing.data) if standing else None,
        standing,
        tuple(sorted(reports, key=lambda filed: filed.report.period, reverse=True)),
        next((logo for logo in (f"{folder}/logo.svg", f"{folder}/logo.png") if logo in logos), None),
    )
