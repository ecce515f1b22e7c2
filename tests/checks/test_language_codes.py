"""Codes of languages; the rest is in examples/."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from generator.checks import language_codes
from generator.checks.context import Context
from generator.problems import Problem
from generator.schemas import KINDS
from tests.memory import ACTIVE, SCHEMAS, SUPPORTER, TODAY, registry_of
from tests.test_drafts import REPORT


def per_language(schema: Any) -> Iterator[str]:
    """The keys of a schema whose values are texts per language."""
    for key, inner in schema.get("properties", {}).items():
        if "propertyNames" in inner:
            yield key
        yield from per_language(inner)
    if "items" in schema:
        yield from per_language(schema["items"])


def test_every_text_per_language_is_checked() -> None:
    assert {key for kind in KINDS for key in per_language(SCHEMAS.resolved[kind])} == language_codes.PER_LANGUAGE


def found_in(files: dict[str, object]) -> list[Problem]:
    return list(language_codes.check(registry_of(files), Context(TODAY)))


@pytest.mark.parametrize("code", ["en", "uk", "sr-Latn", "pt-PT", "be", "nb", "no", "ar", "hy"])
def test_a_language_is_known(code: str) -> None:
    assert found_in({"supporters/vale/supporter.yml": {**SUPPORTER, "languages": [code], "name": {code: "x"}}}) == []


def test_every_place_of_a_code_is_checked() -> None:
    step = {"on": "2020-01-01", "status": "active", "reason": {"gr": "x"}}
    found = found_in(
        {
            "supporters/vale/supporter.yml": {**SUPPORTER, "languages": ["gr"], "seat": {"city": {"gr": "x"}}},
            "supporters/vale/standing.yml": {
                **ACTIVE,
                "history": [step],
                "statement": {**ACTIVE["statement"], "language": "gr"},
            },
            "supporters/vale/reports/2024-2025.yml": {
                **REPORT,
                "challenges": {"gr": "x"},
                "good_practices": [{"title": {"gr": "x"}, "text": {"gr": "x"}}],
            },
        }
    )
    assert [problem.code for problem in found] == ["unknown-language"] * 7
