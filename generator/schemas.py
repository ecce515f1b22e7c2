"""The contract: which keys and values a record may have.

The JSON Schemas in `schemas/` are the only description of a record. They are read once and their
`$ref`s written out, so that validation needs no look-ups. Every `title`, `description` and text
example in them is a message of the catalogue.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import jsonschema_rs
from jsonschema import Draft202012Validator, ValidationError, validators
from jsonschema.protocols import Validator

from generator.documents import Document
from generator.explanations import RANK, explain
from generator.problems import Problem
from generator.project import SetUpError

KINDS = ("supporter", "report", "standing", "tombstone")

Schema = Mapping[str, Any]

_FORMATS = Draft202012Validator.FORMAT_CHECKER


@dataclass(frozen=True)
class Schemas:
    """The schemas of one project; `folder` holds `<kind>.schema.json` and `common.schema.json`."""

    folder: Path

    @cached_property
    def sources(self) -> dict[str, Schema]:
        """Every schema as written, by file name. Raises SetUpError if one is no JSON."""
        return {path.name: _json(path) for path in sorted(self.folder.glob("*.schema.json"))}

    @cached_property
    def resolved(self) -> dict[str, Schema]:
        """The schema of each kind of record with every `$ref` written out. Raises SetUpError if one is missing."""
        try:
            return {kind: self._resolve(self.sources[f"{kind}.schema.json"]) for kind in KINDS}
        except KeyError as error:
            raise SetUpError(f"{self.folder.name}/: {error} is missing") from error

    def _resolve(self, schema: Any) -> Any:
        if isinstance(schema, list):
            return [self._resolve(item) for item in schema]
        if not isinstance(schema, dict):
            return schema
        if "$ref" in schema:
            file, _, pointer = schema["$ref"].partition("#/$defs/")
            schema = {**self.sources[file]["$defs"][pointer], **{k: v for k, v in schema.items() if k != "$ref"}}
        return {key: self._resolve(value) for key, value in schema.items()}

    def at(self, kind: str, *path: str) -> Schema:
        """The schema of the property or, at the end of the path, of a code of a kind of record; list items are passed through."""
        schema: Schema = self.resolved[kind]
        for step in path:
            schema = schema.get("items", schema)
            schema = schema["properties"][step] if step in schema.get("properties", ()) else codes(schema)[step]
        return schema

    @cached_property
    def _plain(self) -> dict[str, Schema]:
        return {kind: _for_validation(schema) for kind, schema in self.resolved.items()}

    @cached_property
    def _quick(self) -> dict[str, jsonschema_rs.Draft202012Validator]:
        """A quick yes for the many records that conform; a no is for jsonschema to explain."""
        formats: dict[str, Any] = {name: partial(_FORMATS.conforms, format=name) for name in ("date", "email", "uri")}
        return {
            kind: jsonschema_rs.Draft202012Validator(dict(schema), validate_formats=True, formats=formats)
            for kind, schema in self.resolved.items()
        }

    @cached_property
    def example_texts(self) -> frozenset[str]:
        """The example texts that a person must replace: those per language, and addresses at example.org."""
        return frozenset(text for schema in self.resolved.values() for text in _example_texts(schema))

    def problems(self, kind: str, document: Document) -> list[Problem]:
        """Everything in which a document departs from the schema of its kind, one problem for one cause."""
        if self._quick[kind].is_valid(document.data):
            return []
        worst: dict[str, tuple[int, Problem]] = {}
        for error in self.errors(kind, document.data):
            rank = RANK.get(str(error.validator), len(RANK))
            for problem in explain(error, document, self.resolved[kind]):
                at = repr((problem.place, problem.message if rank == 0 else None))
                if at not in worst or rank < worst[at][0]:
                    worst[at] = (rank, problem)
        return [problem for _, problem in worst.values()]

    def errors(self, kind: str, data: Any) -> Iterator[ValidationError]:
        """What jsonschema finds in the data of a record."""
        validator: Validator = _Validator(self._plain[kind], format_checker=_FORMATS)
        return validator.iter_errors(data)


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise SetUpError(f"{path.name}: {error}") from error


def _example_texts(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        schema = dict(enumerate(schema))
    if not isinstance(schema, dict):
        return
    for example in schema.get("examples", ()):
        if isinstance(example, dict):
            yield from example.values()
        elif isinstance(example, str) and "example" in example:
            yield example
    for inner in schema.values():
        yield from _example_texts(inner)


def codes(schema: Schema) -> dict[str, Schema]:
    """The codes a value may have, each with its schema (`const`, `title`, `description`); empty if it is free."""
    return {choice["const"]: choice for choice in schema.get("oneOf", ()) if "const" in choice}


def _for_validation(schema: Any) -> Any:
    """The same schema as Python validates it: lists of titled codes as `enum`, and patterns that end where the text ends."""
    if isinstance(schema, list):
        return [_for_validation(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {key: _for_validation(value) for key, value in schema.items()}
    if choices := codes(schema):
        del plain["oneOf"]
        plain["enum"] = list(choices)
    if isinstance(schema.get("pattern"), str) and schema["pattern"].endswith("$"):
        plain["pattern"] = schema["pattern"][:-1] + r"\Z"
    return plain


def _unique_items(validator: Validator, wanted: object, instance: Any, schema: object) -> Iterator[ValidationError]:
    """`uniqueItems` in one pass, with one error for each entry that stands in the list already."""
    if not validator.is_type(instance, "array"):
        return
    seen = set()
    for index, item in enumerate(instance):
        canonical = json.dumps(item, sort_keys=True)
        if canonical in seen:
            yield ValidationError("listed twice", path=[index])
        seen.add(canonical)


def _within_length(keyword: str) -> Any:
    """A keyword that looks at no text longer than `maxLength`: a pattern may take very long for what is refused anyway."""
    plain: Any = Draft202012Validator.VALIDATORS[keyword]

    def look(validator: Validator, wanted: object, instance: Any, schema: Schema) -> Iterator[ValidationError]:
        if not isinstance(instance, str) or len(instance) <= schema.get("maxLength", len(instance)):
            yield from plain(validator, wanted, instance, schema) or ()

    return look


_Validator: Any = validators.extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    {"uniqueItems": _unique_items, "pattern": _within_length("pattern"), "format": _within_length("format")},
)
