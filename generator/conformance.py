"""A quick answer to “does this conform?”: a schema turned into one function.

Almost every record conforms, and jsonschema takes a millisecond to say so. Here a yes is certain; a no
only means that jsonschema must look. A schema that uses more than is known here always gets a no.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from math import inf
from typing import Any

from jsonschema import FormatChecker

Test = Callable[[Any], bool]
Schema = Mapping[str, Any]

_SILENT = {"$schema", "$id", "title", "description", "examples", "type"}
"""Keywords that need no test of their own."""


def compiled(schema: Schema, formats: FormatChecker) -> Test:
    """A function that says yes only to data that conforms to a schema in which every `$ref` is written out."""
    keywords = schema.keys() - _SILENT
    if keywords & {"enum", "const"}:
        return _choice(schema) if len(keywords) == 1 else _no
    make, known = _TYPES.get(str(schema.get("type")), (None, frozenset()))
    return make(schema, formats) if make and keywords <= known else _no


def _no(data: Any) -> bool:
    return False


def _yes(data: Any) -> bool:
    return True


def _choice(schema: Schema) -> Test:
    choices = schema.get("enum", [schema.get("const")])
    of_texts = frozenset(choice for choice in choices if isinstance(choice, str))
    others = [choice for choice in choices if not isinstance(choice, str)]

    def test(data: Any) -> bool:
        if type(data) is str:
            return data in of_texts
        return any(type(data) is type(choice) and data == choice for choice in others)

    return test


def _text(schema: Schema, formats: FormatChecker) -> Test:
    shortest, longest = schema.get("minLength", 0), schema.get("maxLength", inf)
    search = re.compile(schema.get("pattern", "")).search
    form = schema.get("format")

    def test(data: Any) -> bool:
        if type(data) is not str or not shortest <= len(data) <= longest or not search(data):
            return False
        return form is None or formats.conforms(data, form)

    return test


def _number(schema: Schema, formats: FormatChecker) -> Test:
    types = (int,) if schema["type"] == "integer" else (int, float)
    least, most = schema.get("minimum", -inf), schema.get("maximum", inf)
    return lambda data: type(data) in types and least <= data <= most


def _boolean(schema: Schema, formats: FormatChecker) -> Test:
    return lambda data: type(data) is bool


def _list(schema: Schema, formats: FormatChecker) -> Test:
    fewest, most = schema.get("minItems", 0), schema.get("maxItems", inf)
    item = compiled(schema["items"], formats) if "items" in schema else _yes
    unique = schema.get("uniqueItems", False)

    def test(data: Any) -> bool:
        if type(data) is not list or not fewest <= len(data) <= most or not all(map(item, data)):
            return False
        return not unique or _are_distinct(data)

    return test


def _are_distinct(items: list[Any]) -> bool:
    try:
        return len(set(items)) == len(items)
    except TypeError:  # lists and groups
        return len(set(map(canonical, items))) == len(items)


def canonical(data: object) -> str:
    """The same text for equal data, another for different data."""
    return json.dumps(data, sort_keys=True)


def _group(schema: Schema, formats: FormatChecker) -> Test:
    fewest, most = schema.get("minProperties", 0), schema.get("maxProperties", inf)
    name = compiled(schema["propertyNames"], formats) if "propertyNames" in schema else _yes
    values = {key: compiled(inner, formats) for key, inner in schema.get("properties", {}).items()}
    other = _other_values(schema.get("additionalProperties", True), formats)
    keys = _keys(schema, formats)

    def test(data: Any) -> bool:
        if type(data) is not dict or not fewest <= len(data) <= most or not keys(data):
            return False
        for key, value in data.items():  # noqa: SIM110 - a generator costs half as much again
            if not (name(key) and values.get(key, other)(value)):
                return False
        return True

    return test


def _other_values(additional: Any, formats: FormatChecker) -> Test:
    if isinstance(additional, bool):
        return _yes if additional else _no
    return compiled(additional, formats)


def _keys(schema: Schema, formats: FormatChecker) -> Test:
    """Whether the keys that must be there are there."""
    required = frozenset(schema.get("required", ()))
    needs = [(key, frozenset(needed)) for key, needed in schema.get("dependentRequired", {}).items()]
    case = _case(schema, formats)

    def test(data: Any) -> bool:
        if not required <= data.keys() or not case(data):
            return False
        return all(needed <= data.keys() for key, needed in needs if key in data)

    return test


def _case(schema: Schema, formats: FormatChecker) -> Test:
    if "if" not in schema:
        return _yes
    parts = {part: compiled({"type": "object", **schema.get(part, {})}, formats) for part in ("if", "then", "else")}
    return lambda data: parts["then" if parts["if"](data) else "else"](data)


_TYPES: Mapping[str, tuple[Callable[[Schema, FormatChecker], Test], frozenset[str]]] = {
    "string": (_text, frozenset({"minLength", "maxLength", "pattern", "format"})),
    "integer": (_number, frozenset({"minimum", "maximum"})),
    "number": (_number, frozenset({"minimum", "maximum"})),
    "boolean": (_boolean, frozenset()),
    "array": (_list, frozenset({"minItems", "maxItems", "uniqueItems", "items"})),
    "object": (
        _group,
        frozenset(
            "properties additionalProperties propertyNames required minProperties maxProperties dependentRequired "
            "if then else".split()
        ),
    ),
}
"""How each type is tested, and the keywords that the test knows."""
