"""The first draft of a record for `covenant new`: written from the schema, explained in the user's language."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from babel.core import get_global

from generator.languages import Language
from generator.problems import say
from generator.schemas import Schema, codes

WIDTH = 100

_OPTIONAL = say(
    "A line that begins with “#” and a key is optional: delete the “#” to use it. Delete explanations freely."
)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A draft of one kind of record; `preset` holds values that are known already, by key path with dots."""

    schema: Schema
    language: Language
    schema_location: str
    preset: Mapping[str, object] = field(default_factory=dict)

    def text(self) -> str:
        """The YAML text: it conforms to the schema as it stands, and asks for the user's own words."""
        return "\n".join(self._lines()) + "\n"

    def brief(self) -> str:
        """Only the keys that are required, and no explanations: short enough for a web address."""
        required = [(key, schema) for key, schema in self.schema["properties"].items() if key in self._required()]
        return "\n".join(line for key, schema in required for line in self._entry(key, schema, key)) + "\n"

    def _lines(self) -> Iterator[str]:
        yield f"# yaml-language-server: $schema={self.schema_location}"
        yield from self._comment(self._say(self.schema["description"]))
        yield from self._comment(_OPTIONAL.render(self.language.catalogue))
        required = self._required()
        for key, schema in self.schema["properties"].items():
            yield ""
            yield from self._explanation(schema)
            lines = self._entry(key, schema, key)
            yield from lines if key in required else (f"#{line}" for line in lines)

    def _required(self) -> set[str]:
        return {*self.schema.get("required", ()), *self.schema.get("else", {}).get("required", ())}

    def _say(self, text: str) -> str:
        return self.language.catalogue.gettext(text)

    def _explanation(self, schema: Schema) -> Iterator[str]:
        yield from self._comment(f"{self._say(schema['title'])}: {self._say(schema['description'])}")
        for code, choice in codes(schema.get("items", schema)).items():
            yield from self._comment(
                f"{code} – {self._say(choice['title'])}: {self._say(choice['description'])}", "    "
            )

    def _comment(self, text: str, indent: str = "") -> Iterator[str]:
        yield from textwrap.wrap(
            text,
            WIDTH,
            initial_indent=f"# {indent}",
            subsequent_indent=f"# {indent}  ",
            break_long_words=False,
            break_on_hyphens=False,
        )

    def _entry(self, key: str, schema: Schema, path: str) -> Iterator[str]:
        if path in self.preset:
            yield f"{key}: {_flow(self.preset[path])}"
        elif "properties" in schema:
            yield f"{key}:"
            yield from self._fields(schema, path)
        elif "properties" in schema.get("items", {}):
            yield f"{key}:"
            item = list(self._fields(schema["items"], path))
            yield f"  - {item[0].strip()}"
            yield from (f"  {line}" for line in item[1:])
        else:
            yield from self._value(key, schema["examples"][0])

    def _fields(self, schema: Schema, path: str) -> Iterator[str]:
        for key, inner in schema["properties"].items():
            if choices := codes(inner.get("items", inner)):
                possible = say("Possible: %(codes)s", codes=tuple(choices)).render(self.language.catalogue)
                yield from (f"  {line}" for line in self._comment(possible))
            yield from (f"  {line}" for line in self._entry(key, inner, f"{path}.{key}"))

    def _value(self, key: str, example: object) -> Iterator[str]:
        if isinstance(example, dict):
            yield f"{key}:"
            yield f"  {self.language.code}: {_flow(self._say(example['en']))}"
        else:
            yield f"{key}: {_flow(example)}"


def _flow(value: Any) -> str:
    """A value on one line, every text in quotes, as JSON and YAML of any version read it alike."""
    return json.dumps(value, ensure_ascii=False)


def country_of(language: Language) -> str | None:
    """The country where most people speak a language, from CLDR; None for English, which is written everywhere."""
    likely = get_global("likely_subtags").get(language.code, "")
    return None if language.code == "en" else likely.rpartition("_")[2] or None
