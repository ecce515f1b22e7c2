"""What the validator finds, as problems a newcomer understands: what is wrong, where, what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from generator.documents import Document
from generator.meant import closest, country_meant, key_meant, language_meant
from generator.privacy import must_not_be_shown
from generator.problems import NOTHING, Message, Problem, say

Schema = Mapping[str, Any]

RANK = {"additionalProperties": 0, "required": 0, "dependentRequired": 0, "type": 1, "enum": 2, "pattern": 3}
"""Of several errors at one place, which one is the cause: the lowest."""

MOST_UNKNOWN_KEYS = 50
"""How many unknown keys of one group are listed; a file with more is no record."""

Error = Any
"""A `jsonschema.ValidationError`; its stubs call every attribute possibly unset."""

Explanation = tuple[str, Message, Message]
"""Code, message and hint."""


def explain(error: Error, document: Document, record: Schema) -> Iterator[Problem]:
    """The problems behind one error of the validator, in a document that should conform to the schema `record`."""
    path, schema = list(error.absolute_path), schema_at(record, error.absolute_path)
    match error.validator:
        case "additionalProperties":
            for key in islice(_unknown(error.instance, schema), MOST_UNKNOWN_KEYS):
                place = document.place([*path, key], key=True)
                yield Problem(place, "unknown-key", *_unknown_key(key, schema, record))
        case "required" | "dependentRequired":
            for key in _missing(error, schema):
                yield Problem(document.place(path), "missing-key", *_missing_key(key, schema["properties"][key]))
        case _ if "propertyNames" in error.absolute_schema_path:
            yield Problem(document.place([*path, error.instance], key=True), *_not_a_language(error.instance))
        case _:
            yield Problem(document.place(path), *_EXPLANATIONS[str(error.validator)](error, schema))


def schema_at(schema: Schema, path: Sequence[str | int]) -> Schema:
    """The schema of the value at a key path."""
    for step in path:
        if isinstance(step, int):
            schema = schema["items"]
        else:
            schema = schema["properties"][step] if "properties" in schema else schema["additionalProperties"]
    return schema


# ---- keys


def _unknown(group: Mapping[str, object], schema: Schema) -> Iterator[str]:
    return (key for key in group if key not in schema["properties"])


def _unknown_key(key: str, schema: Schema, record: Schema) -> tuple[Message, Message]:
    known = list(schema["properties"])
    message = say("There is no key “%(key)s” here.", key=key)
    if close := key_meant(key, known):
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


# ---- values


def _wrong_type(error: Error, schema: Schema) -> Explanation:
    value = error.instance
    if value is None:
        return _empty(error, schema)
    if not error.absolute_path:
        message = say("A record is made of keys with their values, such as “name: …”.")
        return "wrong-type", message, say("Begin with “covenant new”, or copy another record.")
    if "propertyNames" in schema:
        hint = say("Write the code of the language first, on a line of its own, indented by two spaces: “en: …”")
        return "wrong-type", say("Here should be a text for each language."), hint
    if error.validator_value == "string" and isinstance(value, int | float) and not _has_form(str(value), schema):
        return _wrong_form(error, schema)
    return "wrong-type", *_WANTED[error.validator_value](value, _help(schema))


def _group_wanted(value: object, help_text: Message) -> tuple[Message, Message]:
    return say("Here should be a group of keys, each on a line of its own, indented by two spaces."), help_text


def _list_wanted(value: object, help_text: Message) -> tuple[Message, Message]:
    if isinstance(value, str):
        return say("Here should be a list."), say("Write it in square brackets: [%(value)s]", value=value)
    return say("Here should be a list."), help_text


def _text_wanted(value: object, help_text: Message) -> tuple[Message, Message]:
    message = say("Here should be a text.")
    match value:
        case list():
            return message, say("Write it without square brackets and without “- ”.")
        case dict():
            return message, say("Put a text with a colon or with brackets in quotes.")
    return message, say('Put it in quotes: "%(value)s"', value=str(value).lower())


def _number_wanted(value: object, help_text: Message) -> tuple[Message, Message]:
    return say("Here should be a number in digits, without quotes."), help_text


def _whole_number_wanted(value: object, help_text: Message) -> tuple[Message, Message]:
    return say("Here should be a whole number in digits, without quotes."), help_text


def _yes_or_no_wanted(value: object, help_text: Message) -> tuple[Message, Message]:
    return say("Here should be “true” or “false”."), say("Write “true” for yes and “false” for no, without quotes.")


_WANTED: Mapping[str, Callable[[object, Message], tuple[Message, Message]]] = {
    "object": _group_wanted,
    "array": _list_wanted,
    "string": _text_wanted,
    "integer": _whole_number_wanted,
    "number": _number_wanted,
    "boolean": _yes_or_no_wanted,
}


def _not_a_code(error: Error, schema: Schema) -> Explanation:
    value, codes = error.instance, tuple(error.validator_value)
    if value is None:
        return _empty(error, schema)
    of_countries = "GR" in codes
    hint = _help(schema) if of_countries else say("Possible values: %(allowed)s.", allowed=codes)
    if isinstance(value, dict | list):
        return "wrong-type", say("Here should be one of the possible values."), hint
    message = say("“%(value)s” is not one of the possible values.", value=str(value))
    if of_countries:
        message = say("“%(value)s” is not the code of a country.", value=str(value))
    if meant := country_meant(str(value), codes) if of_countries else closest(str(value), codes):
        hint = say("Did you mean “%(close)s”?", close=meant)
    return "unknown-code", message, hint


def _empty(error: Error, schema: Schema) -> Explanation:
    hint = _help(schema)
    return "empty-value", say("There is nothing here."), hint if hint.text else say("Fill it in, or delete the key.")


def _wrong_form(error: Error, schema: Schema) -> Explanation:
    value = str(error.instance)
    if not value.strip():
        return _empty(error, schema)
    if "\n" in value or "\t" in value:
        return "wrong-form", say("This text must be one line, without tabs."), say("Write it on one line.")
    if schema.get("format") == "date" and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return "wrong-form", say("There is no such day."), say("Look at the month and the day.")
    message, meant = say("This is not in the form needed here."), value.strip().lower()
    if _has_form(meant, schema) and not must_not_be_shown(meant):
        return "wrong-form", message, say("Did you mean “%(close)s”?", close=meant)
    return "wrong-form", message, _form(schema)


def _has_form(text: str, schema: Schema) -> bool:
    return re.search(schema.get("pattern", ""), text) is not None and "format" not in schema


def _form(schema: Schema) -> Message:
    """How to write a value, by its example if there is one."""
    if "examples" not in schema:
        return _help(schema)
    example = Message(str(schema["examples"][0]))
    return say("%(help)s Write it like this: %(example)s", help=_help(schema), example=example)


def _too_long(error: Error, schema: Schema) -> Explanation:
    length, limit = len(error.instance), error.validator_value
    message = say("The text has %(length)d characters; at most %(limit)d fit.", length=length, limit=limit)
    return "too-long", message, say("Shorten it.")


def _too_many(error: Error, schema: Schema) -> Explanation:
    length, limit = len(error.instance), error.validator_value
    message = say("There are %(length)d entries; at most %(limit)d fit.", length=length, limit=limit)
    return "too-many", message, say("Keep the most important ones.")


def _too_small(error: Error, schema: Schema) -> Explanation:
    message = say(
        "%(value)s is too little; the least is %(limit)s.", value=str(error.instance), limit=error.validator_value
    )
    return "too-small", message, _help(schema)


def _too_large(error: Error, schema: Schema) -> Explanation:
    message = say(
        "%(value)s is too much; the most is %(limit)s.", value=str(error.instance), limit=error.validator_value
    )
    return "too-large", message, _help(schema)


def _listed_twice(error: Error, schema: Schema) -> Explanation:
    return "listed-twice", say("The same entry stands in this list already."), say("Keep one of the two.")


def _help(schema: Schema) -> Message:
    return Message(schema["description"]) if "description" in schema else NOTHING


_EXPLANATIONS: Mapping[str, Callable[[Error, Schema], Explanation]] = {
    "type": _wrong_type,
    "enum": _not_a_code,
    "pattern": _wrong_form,
    "format": _wrong_form,
    "minLength": _empty,
    "minItems": _empty,
    "minProperties": _empty,
    "maxLength": _too_long,
    "maxItems": _too_many,
    "maxProperties": _too_many,
    "minimum": _too_small,
    "maximum": _too_large,
    "uniqueItems": _listed_twice,
}

EXPLAINED = frozenset(_EXPLANATIONS) | {"additionalProperties", "required", "dependentRequired"}
"""The keywords whose errors are explained; a schema may use no others."""
