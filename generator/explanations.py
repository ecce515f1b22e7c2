"""What the validator finds, as problems a newcomer understands: what is wrong, where, what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from generator.documents import Document
from generator.meant import key_meant, language_meant
from generator.problems import Message, Problem, say
from generator.wrong_values import EXPLANATIONS, Error, Explanation, Schema

RANK = {"additionalProperties": 0, "required": 0, "dependentRequired": 0, "type": 1, "enum": 2, "pattern": 3}
"""Of several errors at one place, which one is the cause: the lowest."""

MOST_UNKNOWN_KEYS = 50
"""How many unknown keys of one group are listed; a file with more is no record."""

EXPLAINED = frozenset(EXPLANATIONS) | {"additionalProperties", "required", "dependentRequired"}
"""The keywords whose errors are explained; a schema may use no others."""


def explain(error: Error, document: Document, record: Schema) -> Iterator[Problem]:
    """The problems behind one error of the validator, in a document that should conform to the schema `record`."""
    path, schema = list(error.absolute_path), schema_at(record, error.absolute_path)
    match error.validator:
        case "additionalProperties":
            for key in islice(_unknown(error.instance, schema), MOST_UNKNOWN_KEYS):
                place = document.place([*path, key], key=True)
                yield Problem(place, "unknown-key", *_unknown_key(key, error.instance, schema, record))
        case "required" | "dependentRequired":
            for key in _missing(error, schema):
                yield Problem(document.place(path), "missing-key", *_missing_key(key, schema["properties"][key]))
        case _ if "propertyNames" in error.absolute_schema_path:
            yield Problem(document.place([*path, error.instance], key=True), *_not_a_language(error.instance))
        case _:
            yield Problem(document.place(path), *EXPLANATIONS[str(error.validator)](error, schema))


def schema_at(schema: Schema, path: Sequence[str | int]) -> Schema:
    """The schema of the value at a key path."""
    for step in path:
        if isinstance(step, int):
            schema = schema["items"]
        else:
            schema = schema["properties"][step] if "properties" in schema else schema["additionalProperties"]
    return schema


def _unknown(group: Mapping[str, object], schema: Schema) -> Iterator[str]:
    return (key for key in group if key not in schema["properties"])


def _unknown_key(key: str, group: Mapping[str, object], schema: Schema, record: Schema) -> tuple[Message, Message]:
    known = list(schema["properties"])
    message = say("There is no key “%(key)s” here.", key=key)
    if close := key_meant(key, [other for other in known if other not in group]):
        return message, say("Did you mean “%(close)s”?", close=close)
    if key in record["properties"]:
        return message, say("“%(key)s” begins at the left edge, without spaces before it.", key=key)
    if home := _home(key, record["properties"]):
        return message, say("It belongs under “%(home)s”, indented by two spaces.", home=home)
    return message, say("Possible keys: %(known)s.", known=tuple(known))


def _home(key: str, properties: Mapping[str, Schema]) -> str | None:
    """The key of the group to which a key belongs."""
    return next((home for home, schema in properties.items() if key in schema.get("properties", {})), None)


def _missing(error: Error, schema: Schema) -> Iterator[str]:
    """The keys that are missing, without those that only have been misspelt."""
    wanted, group = error.validator_value, error.instance
    if error.validator == "dependentRequired":
        wanted = [needed for key, needs in wanted.items() if key in group for needed in needs]
    known = list(schema["properties"])
    misspelt = {key_meant(key, known) for key in islice(_unknown(group, schema), MOST_UNKNOWN_KEYS)}
    yield from (key for key in wanted if key not in group and key not in misspelt)


def _missing_key(key: str, schema: Schema) -> tuple[Message, Message]:
    title, help_text = Message(schema["title"]), Message(schema["description"])
    return (
        say("“%(key)s” is missing (%(title)s).", key=key, title=title),
        say("Add “%(key)s: …”. %(help)s", key=key, help=help_text),
    )


def _not_a_language(key: str) -> Explanation:
    message = say("“%(code)s” is not the code of a language.", code=key)
    meant = language_meant(key)
    if meant:
        return "unknown-language", message, say("Did you mean “%(close)s”?", close=meant)
    return "unknown-language", message, say("Write a code such as bg, en or el, then a colon and the text.")
