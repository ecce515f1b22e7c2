"""The contract: schemas that explain themselves, refuse what they must, and fit the records' classes."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from generator.documents import parse
from generator.explanations import EXPLAINED, schema_at
from generator.project import SetUpError
from generator.records import Report, Standing, Supporter, Tombstone, report, standing, supporter, values
from generator.schemas import KINDS, Schemas, codes
from tests.memory import ACTIVE, SCHEMAS, SUPPORTER
from tests.test_drafts import REPORT

RECORDS: Mapping[str, Mapping[str, Any]] = {
    "supporter": SUPPORTER,
    "standing": ACTIVE,
    "report": REPORT,
    "tombstone": {"erased_on": "2026-03-31", "successor": "hill"},
}

CLASSES: Mapping[str, type] = {
    "supporter": Supporter,
    "supporter.former_names[]": supporter.FormerName,
    "supporter.seat": supporter.Seat,
    "supporter.coverage": supporter.Coverage,
    "supporter.members": values.Members,
    "supporter.links[]": values.Link,
    "report": Report,
    "report.period": values.Period,
    "report.members": values.Members,
    "report.events": report.Events,
    "report.activities[]": report.Activity,
    "report.good_practices[]": report.GoodPractice,
    "standing": Standing,
    "standing.history[]": standing.Step,
    "standing.statement": standing.Statement,
    "standing.extensions[]": standing.Extension,
    "standing.maintainers[]": standing.Maintainer,
    "tombstone": Tombstone,
}
RENAMED = {"report.period": {"from": "first", "to": "last"}}
WITHOUT_CLASS = {"supporter.services"}
"""Groups whose keys are codes: they become a mapping."""

NOT_ISO_3166 = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
"""CLDR's territories of two letters that are no countries of ISO 3166-1 (nor Kosovo, XK)."""


def parts(schema: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every schema of a value in a schema, with its path."""
    yield path, schema
    for key, inner in schema.get("properties", {}).items():
        yield from parts(inner, f"{path}.{key}")
    if "items" in schema:
        yield from parts(schema["items"], f"{path}[]")


PARTS = {path: schema for kind in KINDS for path, schema in parts(SCHEMAS.resolved[kind], kind)}
GROUPS = {path: schema for path, schema in PARTS.items() if "properties" in schema}


@pytest.mark.parametrize("path", GROUPS)
def test_a_group_of_keys_and_its_class_have_the_same_fields(path: str) -> None:
    if path in WITHOUT_CLASS:
        assert all(codes(inner["items"]) for inner in GROUPS[path]["properties"].values())
        return
    expected = {RENAMED.get(path, {}).get(key, key) for key in GROUPS[path]["properties"]}
    if path == "report":
        expected = expected - set(report.SELECTIONS) | {"selections"}
    assert {field.name for field in fields(CLASSES[path])} == expected


def test_the_selections_of_a_report_are_its_lists_of_codes() -> None:
    lists = {key for key, inner in GROUPS["report"]["properties"].items() if codes(inner.get("items", {}))}
    assert lists == set(report.SELECTIONS)


@pytest.mark.parametrize("path", [path for path in PARTS if not path.endswith("[]")])
def test_every_property_says_what_it_is(path: str) -> None:
    assert PARTS[path]["title"].strip()
    assert PARTS[path]["description"].strip()


@pytest.mark.parametrize("path", [path for path, schema in PARTS.items() if codes(schema)])
def test_every_code_says_what_it_is(path: str) -> None:
    assert all(choice["title"].strip() and choice["description"].strip() for choice in codes(PARTS[path]).values())
    assert len(codes(PARTS[path])) == len(PARTS[path]["oneOf"])


@pytest.mark.parametrize(
    "path", [path for path, schema in PARTS.items() if path not in KINDS and "[" not in path and path not in GROUPS]
)
def test_every_value_has_an_example_for_the_draft(path: str) -> None:
    if "properties" not in PARTS[path].get("items", {}):
        assert PARTS[path]["examples"]


def keywords(schema: Any) -> Iterator[str]:
    """Every keyword of a schema that can refuse a value."""
    if not isinstance(schema, dict):
        return
    for keyword, value in schema.items():
        if keyword in ("properties", "$defs"):
            for inner in value.values():
                yield from keywords(inner)
        elif keyword != "oneOf":
            yield keyword
            yield from keywords(value) if keyword not in ("if", "dependentRequired") else ()


def test_every_keyword_of_the_schemas_is_explained() -> None:
    used = {keyword for schema in SCHEMAS.resolved.values() for keyword in keywords(schema)}
    silent = {"$schema", "$id", "title", "description", "examples", "items", "if", "then", "else", "propertyNames"}
    assert used - silent <= EXPLAINED


def test_countries_are_cldrs_iso_codes_and_kosovo() -> None:
    territories = {code for code in Locale("en").territories if len(code) == 2 and code.isalpha()}
    assert set(PARTS["supporter.country"]["enum"]) == territories - NOT_ISO_3166
    assert "XK" in PARTS["supporter.country"]["enum"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_record_of_these_tests_conforms(kind: str) -> None:
    assert list(SCHEMAS.errors(kind, RECORDS[kind])) == []


@pytest.mark.parametrize(
    ("kind", "path", "value"),
    [
        ("supporter", ["website"], "https://vale.example/a b"),
        ("supporter", ["website"], "https://vale.example/\u00e9"),
        ("supporter", ["website"], "ftp://vale.example"),
        ("supporter", ["website"], "https://user@vale.example"),
        ("supporter", ["website"], "https://localhost"),
        ("supporter", ["website"], "https://vale.example\n"),
        ("supporter", ["contact"], "office.vale.example"),
        ("supporter", ["contact"], "Office <office@vale.example>"),
        ("supporter", ["contact"], "office@vale.example\n"),
        ("report", ["submitted_on"], "2026-02-30"),
        ("report", ["submitted_on"], "20260201"),
        ("report", ["submitted_on"], "2026-W05-1"),
        ("report", ["submitted_on"], "٢٠٢٦-٠٢-٠١"),
        ("report", ["period", "from"], "2024-13"),
        ("report", ["period", "from"], "2024-01\n"),
        ("report", ["period", "from"], "1899-01"),
        ("supporter", ["name", "bg\n"], "Union"),
        ("supporter", ["name", "en"], "two\nlines"),
        ("supporter", ["name", "en"], "one line\n"),
        ("supporter", ["name", "en"], " "),
        ("supporter", ["description", "en"], "\n"),
        ("supporter", ["languages"], ["en", "en"]),
        ("supporter", ["country"], "EL"),
        ("supporter", ["not_for_profit"], "true"),
        ("standing", ["successor"], "Vale"),
        ("tombstone", ["erased_on"], "2026-02-30"),
        ("tombstone", ["successor"], "../vale"),
        ("tombstone", ["reason"], "Asked for."),
    ],
)
def test_a_bad_value_is_refused(kind: str, path: list[str], value: object) -> None:
    record = copy.deepcopy(dict(RECORDS[kind]))
    group: Any = record
    for step in path[:-1]:
        group = group[step]
    group[path[-1]] = value
    document, _ = parse(f"{kind}.yml", json.dumps(record).encode())
    assert document is not None
    assert len(SCHEMAS.problems(kind, document)) == 1


def test_one_cause_is_one_problem_and_every_cause_has_one() -> None:
    record = {**SUPPORTER, "name": {}, "country": 5, "website": "", "extra": 1, "languages": None}
    del record["type"], record["contact"]
    document, _ = parse("supporter.yml", json.dumps(record).encode())
    assert document is not None
    assert sorted((problem.code, problem.place.column > 1) for problem in SCHEMAS.problems("supporter", document)) == [
        ("empty-value", True),
        ("empty-value", True),
        ("empty-value", True),
        ("missing-key", False),
        ("missing-key", False),
        ("unknown-key", True),
        ("wrong-type", True),
    ]


def test_the_schema_of_a_value_is_found_by_its_key_path() -> None:
    schema = SCHEMAS.resolved["report"]
    assert schema_at(schema, ["good_practices", 0, "tags", 1])["title"] == "Topic"
    assert schema_at(schema, ["challenges", "en"])["type"] == "string"


@pytest.mark.parametrize(("name", "text"), [("report.schema.json", None), ("report.schema.json", "{")])
def test_a_schema_that_cannot_be_read_ends_the_run(tmp_path: Path, name: str, text: str | None) -> None:
    for file, source in SCHEMAS.sources.items():
        (tmp_path / file).write_text(json.dumps(source), encoding="utf-8")
    (tmp_path / name).unlink()
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(SetUpError, match=name):
        assert Schemas(tmp_path).resolved


@pytest.mark.parametrize("text", ["x" * 100_000 + "\n", "\n" * 100_000])
@pytest.mark.parametrize("key", ["name", "website"])
def test_a_text_that_is_too_long_is_looked_at_no_further(key: str, text: str) -> None:
    long = f"https://{text}" if key == "website" else {"en": text}
    document, _ = parse("supporters/vale/supporter.yml", json.dumps({**SUPPORTER, key: long}).encode())
    assert document
    assert [problem.code for problem in SCHEMAS.problems("supporter", document)] == ["too-long"]
