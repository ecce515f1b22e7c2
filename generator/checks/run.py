"""What a run of the checks knows beside the records: the day, the versions of the statement, the example texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.documents import Document, KeyPath
from generator.problems import Severity
from generator.registry import Organisation


@dataclass(frozen=True, slots=True)
class Run:
    """The circumstances of one run; two runs under the same ones find the same."""

    today: date
    statement_versions: frozenset[str] = frozenset()
    examples: frozenset[str] = frozenset()


def strict_for_new(organisation: Organisation) -> Severity:
    """Error for a record the Office has not yet decided on, warning for one it has accepted before."""
    return Severity.ERROR if organisation.is_new else Severity.WARNING


def texts(document: Document) -> Iterator[tuple[KeyPath, str]]:
    """Every text of a document with its key path."""
    yield from _texts(document.data, [])


def _texts(value: object, path: list[str | int]) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, [*path, key])
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, [*path, index])
