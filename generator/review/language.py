"""The language in which an author is answered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.decoding import MAX_BYTES
from generator.languages import SOURCE
from generator.registry import Registry
from generator.review.case import Case
from generator.review.kinds import Kind


def language_of(case: Case) -> str:
    """The first language of the record that the site has; of a translation, its own; English for the Office and else."""
    if case.by_office:
        return SOURCE
    wanted = _of_texts(case) if case.kind is Kind.CONTENT else _of_records(case)
    return next((code for code in wanted if code in case.base.languages), SOURCE)


def _of_texts(case: Case) -> Iterator[str]:
    folders = {path.split("/")[1] for path in case.proposal.paths if path.startswith("content/")}
    yield from folders if len(folders) == 1 else ()


def _of_records(case: Case) -> Iterator[str]:
    """The languages in which an organisation works, then those of its name, also if the record has mistakes."""
    for slug in case.changes:
        for registry in (case.after, case.before):
            data = _data(registry, slug)
            yield from _texts(data.get("languages"))
            yield from _texts(data.get("name"))
        yield from _of_broken_record(case, slug)


def _of_broken_record(case: Case, slug: str) -> Iterator[str]:
    """What a text that cannot be read as a record still shows: its languages, then the codes at the beginning of lines."""
    path = f"supporters/{slug}/supporter.yml"
    raw = next((change.read for change in case.changes[slug] if change.path == path), None) or b""
    text = raw[:MAX_BYTES].decode("utf-8", "replace")
    if listed := re.search(r"^languages:(.*)$", text, re.MULTILINE):
        yield from re.findall(r"\b[a-z]{2,3}\b", listed[1])
    yield from re.findall(r"^[ \t]+([a-z]{2,3}):", text, re.MULTILINE)


def _data(registry: Registry, slug: str) -> Mapping[str, Any]:
    document = registry.readable.get(f"supporters/{slug}/supporter.yml")
    return document.data if document and isinstance(document.data, dict) else {}


def _texts(values: Any) -> Iterator[str]:
    yield from (value for value in values if isinstance(value, str)) if isinstance(values, list | dict) else ()
