"""Small registries and proposals that tests write down in place, reviewed by the real function without Git."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.checks.context import Context
from generator.project import Settings
from generator.review import Author, Base, Change, How, Proposal, Review, review
from generator.review.case import Case, examine
from tests.memory import ACTIVE, LANGUAGES, SCHEMAS, SUPPORTER, TODAY, MemoryTree
from tests.test_drafts import REPORT

OFFICE = Author(1, "office")
OF_VALE = Author(7, "vale-towns")
OF_HILL = Author(8, "hill-union")
STRANGER = Author(99, "somebody")

HILL = {
    **SUPPORTER,
    "name": {"bg": "Съюз на хълмистите общини", "en": "Union of Hill Towns"},
    "website": "https://www.hill.example",
    "contact": "office@hill.example",
    "country": "BG",
    "languages": ["bg", "en"],
}
DALE = {
    **SUPPORTER,
    "name": {"en": "Dale Energy Agency"},
    "website": "https://dale.example",
    "contact": "office@dale.example",
    "country": "IE",
    "languages": ["en"],
}
NEW = {
    **SUPPORTER,
    "name": {"bg": "Мрежа на речните общини"},
    "website": "https://reka.example",
    "contact": "office@reka.example",
    "country": "BG",
    "languages": ["bg"],
}

FILES: Mapping[str, object] = {
    "supporters/vale/supporter.yml": SUPPORTER,
    "supporters/vale/standing.yml": {**ACTIVE, "maintainers": [{"id": 7, "login": "vale-towns"}]},
    "supporters/vale/reports/2024-2025.yml": REPORT,
    "supporters/hill/supporter.yml": HILL,
    "supporters/hill/standing.yml": {**ACTIVE, "maintainers": [{"id": 8, "login": "hill-union"}]},
    "supporters/dale/supporter.yml": DALE,
}
"""Two supporters with a maintainer each, and an application that was merged and is not decided yet."""

CONTEXT = Context(TODAY, frozenset({"2016"}), frozenset({"Example Association of Municipalities"}))


def base_of(files: Mapping[str, object] = FILES, **settings: Any) -> Base:
    """A base with these records; account 1 is the Office."""
    return Base(MemoryTree(files), Settings(office_accounts=("1:office",), **settings), SCHEMAS, LANGUAGES, CONTEXT)


def written(content: object) -> bytes:
    """A record as the bytes of a file; bytes stay what they are."""
    return content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False, indent=2).encode()


def file(content: object, **facts: Any) -> Change:
    """A changed file about which more is said; `proposal` gives it its path."""
    raw = written(content)
    return Change("", size=len(raw), read=raw, **facts)


def proposal(
    files: Mapping[str, object], author: Author | None = None, base: Mapping[str, object] = FILES, **more: Any
) -> Proposal:
    """Files as they would be; None deletes one."""
    return Proposal(tuple(_change(path, content, base) for path, content in files.items()), author, **more)


def _change(path: str, content: object, base: Mapping[str, object]) -> Change:
    if isinstance(content, Change):
        return replace(content, path=path)
    if content is None:
        return Change(path, How.DELETED)
    raw = written(content)
    return Change(path, How.MODIFIED if path in base else How.ADDED, size=len(raw), read=raw)


def reviewed(files: Mapping[str, object], author: Author | None = None, **more: Any) -> Review:
    """The review of a proposal against `FILES`."""
    return review(base_of(), proposal(files, author, **more))


def case_of(files: Mapping[str, object], author: Author | None = None) -> Case:
    """The case of a proposal against `FILES`."""
    return examine(base_of(), proposal(files, author))


def codes(found: Review) -> list[tuple[str, str, str]]:
    """Verdict, code and path of each reason, worst first."""
    return [(each.verdict.value, each.problem.code, each.problem.place.path) for each in found.reasons]
