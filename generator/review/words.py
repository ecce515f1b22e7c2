"""The words of one language for a review: titles of the schemas, names of countries and languages, numbers.

Everything here is plain text. Who puts it into Markdown escapes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.languages import SOURCE, Language
from generator.problems import Message, printable, say
from generator.records.values import Text
from generator.schemas import Schema, Schemas, codes

MOST_ENTRIES = 10
"""How many entries of a list are named."""

YES, NO = say("yes"), say("no")


@dataclass(frozen=True)
class Words:
    """How one language says what a review finds."""

    language: Language
    schemas: Schemas

    def say(self, message: Message) -> str:
        """A message of the catalogue."""
        return message.render(self.language.catalogue)

    def title(self, kind: str, *path: str) -> str:
        """The title of a property or code of a kind of record."""
        return self.title_of(self.schemas.at(kind, *path))

    def title_of(self, schema: Schema) -> str:
        return self.language.catalogue.gettext(schema["title"])

    def choose(self, texts: Text) -> str:
        """A text in this language, else in its fallbacks, in English, in any; short enough to be shown."""
        wanted = (self.language.code, *self.language.fallback, SOURCE, *texts)
        return printable(next(texts[code] for code in wanted if code in texts))

    def some(self, entries: Sequence[str]) -> tuple[str | Message, ...]:
        """The first entries of a list, and how many follow: a value for a message."""
        more = len(entries) - MOST_ENTRIES
        return (*entries[:MOST_ENTRIES], *([say("%(number)d more", number=more)] if more > 0 else []))

    def value(self, schema: Schema, value: Any) -> str:
        """A single value of a record, as people read it."""
        if isinstance(value, bool):
            return self.say(YES if value else NO)
        if isinstance(value, int | float):
            return self.language.number(value)
        if choices := codes(schema):
            return self.title_of(choices[value])
        if "GR" in schema.get("enum", ()):
            return self.language.country(value)
        if schema.get("pattern") == self.schemas.sources["common.schema.json"]["$defs"]["language"]["pattern"]:
            return self.language.language(value)
        if schema.get("format") == "date":
            return self.language.date(date.fromisoformat(value))
        if schema.get("format") == "email":
            return self.say(say("a mailbox at %(host)s", host=value.rpartition("@")[2]))
        return printable(value)
