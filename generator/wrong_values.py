"""What is wrong with one value of a record, by the keyword of the schema that refused it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jsonschema import Draft202012Validator

from generator.meant import closest, country_meant, forms_meant, yes_or_no_meant
from generator.privacy import must_not_be_shown
from generator.problems import NOTHING, Message, say

Schema = Mapping[str, Any]

Error = Any
"""A `jsonschema.ValidationError`; its stubs call every attribute possibly unset."""

_FORMATS = Draft202012Validator.FORMAT_CHECKER

Explanation = tuple[str, Message, Message]
"""Code, message and hint."""


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
        return say("Here should be a list."), say("Write it in square brackets: %(close)s", close=f"[{value}]")
    return say("Here should be a list."), help_text


def _text_wanted(value: object, help_text: Message) -> tuple[Message, Message]:
    message = say("Here should be a text.")
    match value:
        case list():
            return message, say("Write it without square brackets and without “- ”.")
        case dict():
            return message, say("Put a text with a colon or with brackets in quotes.")
    return message, say("Put it in quotes: %(close)s", close=f'"{str(value).lower()}"')


def _number_wanted(value: object, help_text: Message) -> tuple[Message, Message]:
    return say("Here should be a number in digits, without quotes."), _unquoted(value, help_text)


def _whole_number_wanted(value: object, help_text: Message) -> tuple[Message, Message]:
    return say("Here should be a whole number in digits, without quotes."), _unquoted(value, help_text)


def _unquoted(value: object, help_text: Message) -> Message:
    is_number = isinstance(value, str) and re.fullmatch(r"0|[1-9][0-9]{0,5}", value)
    return say("Write it without quotes: %(close)s", close=value) if is_number else help_text


def _yes_or_no_wanted(value: object, help_text: Message) -> tuple[Message, Message]:
    message = say("Here should be “true” or “false”.")
    if meant := yes_or_no_meant(str(value)):
        return message, say("Did you mean “%(close)s”?", close=meant)
    return message, say("Write “true” for yes and “false” for no, without quotes.")


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
    message = say("This is not in the form needed here.")
    for meant in forms_meant(value):
        if _has_form(meant, schema) and not must_not_be_shown(meant):
            return "wrong-form", message, say("Did you mean “%(close)s”?", close=meant)
    return "wrong-form", message, _form(schema)


def _has_form(text: str, schema: Schema) -> bool:
    is_of_pattern = re.search(schema.get("pattern", ""), text) is not None
    return is_of_pattern and _FORMATS.conforms(text, schema.get("format", ""))


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


EXPLANATIONS: Mapping[str, Callable[[Error, Schema], Explanation]] = {
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
"""How the error of each keyword is explained."""
