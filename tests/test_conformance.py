"""The quick answer says yes only where jsonschema would; test_properties.py compares the two on records."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.conformance import compiled

FORMATS = Draft202012Validator.FORMAT_CHECKER


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ({"type": "string"}, "x", 1),
        ({"type": "string", "minLength": 2}, "xx", "x"),
        ({"type": "string", "maxLength": 2}, "xx", "xxx"),
        ({"type": "string", "pattern": "^a"}, "ab", "ba"),
        ({"type": "string", "format": "date"}, "2026-03-31", "2026-02-31"),
        ({"type": "integer"}, 1, True),
        ({"type": "integer", "minimum": 2}, 2, 1),
        ({"type": "number", "maximum": 2}, 1.5, 2.5),
        ({"type": "boolean"}, True, 1),
        ({"enum": ["a", "b"]}, "a", "c"),
        ({"const": True}, True, 1),
        ({"type": "array", "items": {"type": "integer"}}, [1, 2], [1, "2"]),
        ({"type": "array", "minItems": 1}, [1], []),
        ({"type": "array", "maxItems": 1}, [1], [1, 2]),
        ({"type": "array", "uniqueItems": True}, [1, [1]], ["a", "a"]),
        ({"type": "array", "uniqueItems": True}, [{"a": 1}, {"a": 2}], [{"a": 1, "b": 2}, {"b": 2, "a": 1}]),
        ({"type": "object", "properties": {"a": {"type": "integer"}}}, {"a": 1, "b": "x"}, {"a": "x"}),
        ({"type": "object", "properties": {"a": {}}, "additionalProperties": False}, {}, {"b": 1}),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, {"a": 1}, {"a": "x"}),
        ({"type": "object", "propertyNames": {"type": "string", "pattern": "^a"}}, {"ab": 1}, {"b": 1}),
        ({"type": "object", "required": ["a"]}, {"a": 1}, {"b": 1}),
        ({"type": "object", "minProperties": 1}, {"a": 1}, {}),
        ({"type": "object", "maxProperties": 1}, {"a": 1}, {"a": 1, "b": 1}),
        ({"type": "object", "dependentRequired": {"a": ["b"]}}, {"b": 1}, {"a": 1}),
        ({"type": "object", "if": {"required": ["a"]}, "then": {"required": ["b"]}}, {"a": 1, "b": 1}, {"a": 1}),
        ({"type": "object", "if": {"required": ["a"]}, "else": {"required": ["b"]}}, {"a": 1}, {}),
    ],
)
def test_each_keyword(schema: Any, good: object, bad: object) -> None:
    quick, validator = compiled(schema, FORMATS), Draft202012Validator(schema, format_checker=FORMATS)
    assert (quick(good), validator.is_valid(good)) == (True, True)
    assert (quick(bad), validator.is_valid(bad)) == (False, False)


@pytest.mark.parametrize(
    "schema",
    [
        {},
        {"type": ["string", "null"]},
        {"type": "string", "not": {"const": "x"}},
        {"enum": ["x"], "pattern": "y"},
        {"minLength": 1},
        {"type": "array", "prefixItems": [{"type": "integer"}]},
        {"type": "array", "items": {"anyOf": [{"type": "integer"}]}},
    ],
)
def test_a_schema_that_uses_more_is_never_answered_yes(schema: Any) -> None:
    quick = compiled(schema, FORMATS)
    assert not any(quick(data) for data in ("x", 1, None, ["x"], {"a": 1}))
