"""What a page with a form tells its scripts, for as long as the validator's own contract is not there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.languages import Language
from generator.schemas import Schemas


def contract(
    kind: str,
    schemas: Schemas,
    language: Language,
    *,
    today: date,
    examples: frozenset[str],
    languages: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """What the scripts of a page in one language are told about a kind of record; JSON data."""
    return {
        "kind": kind,
        "schema": schemas.resolved[kind],
        "messages": {},
        "plurals": {},
        "language": language.code,
        "today": today.isoformat(),
        "examples": sorted(examples),
        "languages": languages or {},
        "reports": [],
    }
