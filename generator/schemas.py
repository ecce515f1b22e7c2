"""The contract: which keys and values a record may have, and its errors in words a newcomer understands.

The JSON Schemas in `schemas/` are the only description of a record. They are read once and their
`$ref`s written out, so that validation needs no look-ups. Every `title`, `description` and text
example in them is a message of the catalogue.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.protocols import Validator

from generator.documents import Document
from generator.problems import Message, Place, Problem, say

KINDS = ("supporter", "report", "standing")

Schema = Mapping[str, Any]


@dataclass(frozen=True)
class Schemas:
    """The schemas of one project; `folder` holds `<kind>.schema.json` and `common.schema.json`."""

    folder: Path

    @cached_property
    def sources(self) -> dict[str, Schema]:
        """Every schema as written, by file name."""
        return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in sorted(self.folder.glob("*.schema.json"))}

    @cached_property
    def resolved(self) -> dict[str, Schema]:
        """The schema of each kind of record with every `$ref` written out."""
        return {kind: self._resolve(self.sources[f"{kind}.schema.json"]) for kind in KINDS}

    def _resolve(self, schema: Any) -> Any:
        if isinstance(schema, list):
            return [self._resolve(item) for item in schema]
        if not isinstance(schema, dict):
            return schema
        if "$ref" in schema:
            file, _, pointer = schema["$ref"].partition("#/$defs/")
            schema = {**self.sources[file]["$defs"][pointer], **{k: v for k, v in schema.items() if k != "$ref"}}
        return {key: self._resolve(value) for key, value in schema.items()}

    @cached_property
    def _validators(self) -> dict[str, Validator]:
        checker = Draft202012Validator.FORMAT_CHECKER
        return {
            kind: Draft202012Validator(_for_validation(schema), format_checker=checker) for kind, schema in self.resolved.items()
        }

    @cached_property
    def example_texts(self) -> frozenset[str]:
        """The example texts that a person must replace: those per language, and addresses at example.org."""
        return frozenset(text for schema in self.resolved.values() for text in _example_texts(schema))

    def problems(self, kind: str, document: Document) -> list[Problem]:
        """Everything in which a document departs from the schema of its kind, one problem for one cause."""
        worst: dict[object, tuple[int, Problem]] = {}
        for error in self._validators[kind].iter_errors(document.data):
            for problem in _explain(error, document):
                rank = _RANK.get(error.validator, 9)
                at = (problem.place, problem.code if rank == 0 else "")
                if at not in worst or rank < worst[at][0]:
                    worst[at] = (rank, problem)
        return [problem for _, problem in worst.values()]


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
    """The same schema with lists of titled codes as `enum`: one comparison instead of one validator a code."""
    if isinstance(schema, list):
        return [_for_validation(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {key: _for_validation(value) for key, value in schema.items() if key != "oneOf"}
    return {**plain, "enum": list(codes(schema))} if codes(schema) else plain


_RANK = {"additionalProperties": 0, "required": 0, "propertyNames": 0, "type": 1, "enum": 2, "pattern": 3, "format": 4}


def _explain(error: ValidationError, document: Document) -> Iterator[Problem]:
    """The problems behind one error of the validator: one for each unknown or missing key, else one."""
    path = list(error.absolute_path)
    match error.validator:
        case "additionalProperties":
            known = list(error.schema["properties"])
            for key in error.instance:
                if key not in known:
                    yield _unknown_key(document.place([*path, key], key=True), key, known)
        case "required":
            for key in error.validator_value:
                if key not in error.instance:
                    yield _missing_key(document.place(path), key, error.schema)
        case _:
            place = document.place([*path, error.instance], key=True) if _in_property_name(error) else document.place(path)
            yield Problem(place, *_explain_value(error))


def _in_property_name(error: ValidationError) -> bool:
    return "propertyNames" in error.absolute_schema_path


def _unknown_key(place: Place, key: str, known: list[str]) -> Problem:
    message = say("There is no key “%(key)s” here.", key=key)
    close = closest(key, known)
    if close:
        return Problem(place, "unknown-key", message, say("Did you mean “%(close)s”?", close=close))
    return Problem(place, "unknown-key", message, say("Possible keys: %(known)s.", known=say(", ".join(known))))


def _missing_key(place: Place, key: str, schema: Schema) -> Problem:
    described = schema.get("properties", {}).get(key, {})
    return Problem(
        place,
        "missing-key",
        say("“%(key)s” is missing (%(title)s).", key=key, title=say(described.get("title", key))),
        say("Add “%(key)s: …”. %(help)s", key=key, help=say(described.get("description", ""))),
    )


def closest(word: str, known: list[str]) -> str | None:
    """The known word that was most likely meant, if any."""
    plain = word.strip().lower().replace(" ", "_").replace("-", "_")
    by_lower = {name.lower(): name for name in known}
    found = difflib.get_close_matches(plain, by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


_COUNTRY_CODES_MEANT = {"EL": "GR", "UK": "GB", "KS": "XK", "KOS": "XK"}

_TYPES = {
    "object": say("keys with values, indented below it"),
    "array": say("a list such as [one, two]"),
    "string": say("text"),
    "integer": say("a whole number"),
    "number": say("a number"),
    "boolean": say("true or false"),
}


def _explain_value(error: ValidationError) -> tuple[str, Message, Message]:
    """Code, message and hint for one value that is not as the schema wants it."""
    help_text = say(error.schema.get("description", ""))
    limit = error.validator_value
    match error.validator:
        case "type":
            return _wrong_type(error, help_text)
        case "enum":
            return _not_a_code(error)
        case "format" | "pattern":
            return "wrong-form", say("This is not in the form needed here."), help_text
        case "minLength" | "minItems" | "minProperties":
            return "empty", say("There is nothing here."), help_text if help_text.text else say("Fill it in, or delete the key.")
        case "maxLength":
            length = len(error.instance)
            return "too-long", say("The text has %(length)d characters; at most %(limit)d fit.", length=length, limit=limit), say("Shorten it.")
        case "maxItems" | "maxProperties":
            return "too-many", say("There are %(length)d entries; at most %(limit)d fit.", length=len(error.instance), limit=limit), say("Keep the most important ones.")
        case "minimum":
            return "too-small", say("%(value)s is less than %(limit)s.", value=error.instance, limit=limit), help_text
        case "maximum":
            return "too-large", say("%(value)s is more than %(limit)s.", value=error.instance, limit=limit), help_text
        case "uniqueItems":
            return "listed-twice", say("The same entry stands in this list twice."), say("Keep each entry once.")
        case "dependentRequired":
            return "missing-key", say("Latitude and longitude belong together."), say("Write both, or neither.")
    return "not-valid", say("This value does not fit."), help_text


def _wrong_type(error: ValidationError, help_text: Message) -> tuple[str, Message, Message]:
    wanted = _TYPES[error.validator_value]
    if error.instance is None:
        return "empty", say("There is nothing here."), help_text if help_text.text else say("Fill it in, or delete the key.")
    message = say("Here should be %(wanted)s.", wanted=wanted)
    if error.validator_value == "string" and isinstance(error.instance, int | float):
        return "wrong-type", message, say("Put it in quotes: \"%(value)s\".", value=str(error.instance).lower())
    if error.validator_value == "boolean":
        return "wrong-type", message, say("Write true or false, without quotes.")
    return "wrong-type", message, help_text


def _not_a_code(error: ValidationError) -> tuple[str, Message, Message]:
    value, allowed = str(error.instance), [str(code) for code in error.validator_value]
    message = say("“%(value)s” is not one of the possible values.", value=value)
    close = _COUNTRY_CODES_MEANT.get(value) if "GR" in allowed else closest(value, allowed)
    if close:
        return "unknown-code", message, say("Did you mean “%(close)s”?", close=close)
    if "GR" in allowed:
        return "unknown-code", message, say(error.schema["description"])
    return "unknown-code", message, say("Possible values: %(allowed)s.", allowed=say(", ".join(allowed)))
