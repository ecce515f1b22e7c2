"""The fields of the form, made from the schema of a record: every property has one, in the words of a language.

A field says how a value is asked for; the template prints it, and `form.js` reads and shows values by the same
shapes. Nothing here knows which questions a page asks first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generator import languages
from generator.edition import Edition
from generator.eligibility import AREA
from generator.languages import country_code_shown
from generator.questions import LONGEST_LINE, YES_OR_NO, help_for, languages_offered
from generator.schemas import Schema, codes

MOST_ITEMS = 100
"""How many items of a list can be written where the schema sets no limit."""

_LANGUAGE_PATTERN = "^[a-z]{2,3}"
"""How the pattern of a language code begins: what has it is chosen among languages."""

_MOST_IN_VIEW = 4
"""Choices; of more, one is chosen from a list that opens."""

_FILLED_IN_BY_BROWSER: Mapping[tuple[str, ...], str] = {
    ("name",): "organization",
    ("country",): "country",
    ("website",): "url",
    ("contact",): "email",
}
"""What the browser may know of an organisation, by the tokens of HTML's `autocomplete`."""


class Shape(StrEnum):
    """How a value is asked for, and how the browser reads it."""

    GROUP = "group"
    """Several fields under one heading: an object."""
    LIST = "list"
    """As many as one likes of the same: an array whose items are written or chosen one by one."""
    TEXTS = "texts"
    """A text in one language or several: an object with a text for each code."""
    SEVERAL = "several"
    """Boxes to tick: an array of codes."""
    ONE = "one"
    """One of few, all in view: a code, or true and false."""
    SELECT = "select"
    """One of many: a code."""
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its value in the record, its name, what it means."""

    value: str
    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """Choices under one heading; the heading is empty if there is only one such group."""

    title: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Field:
    """How one property of a record is asked for.

    `id` has a `#` for each list that the field lies in, in place of the number of the item. `needed` says that a
    record without it is refused, whatever else it has.
    """

    key: str
    id: str
    shape: Shape
    label: str
    hint: str
    needed: bool
    schema: Schema
    fields: Sequence[Field] = ()
    choices: Sequence[Choices] = ()
    autocomplete: str = ""

    @property
    def text_schema(self) -> Schema:
        """What holds for the text itself, in whatever language."""
        texts: Schema = (
            self.schema.get("additionalProperties", self.schema) if self.shape is Shape.TEXTS else self.schema
        )
        return texts

    @property
    def in_paragraphs(self) -> bool:
        """Whether the text may have several lines."""
        return self.shape is Shape.TEXTS and bool(self.text_schema["maxLength"] > LONGEST_LINE)

    @property
    def input_type(self) -> str:
        """The `type` of the input."""
        by_format = {"uri": "url", "email": "email", "date": "date"}
        if self.shape is Shape.NUMBER:
            return "number"
        is_month = "-(0[1-9]|1[0-2])" in self.schema.get("pattern", "")
        return "month" if is_month else by_format.get(self.schema.get("format", ""), "text")

    @property
    def attributes(self) -> dict[str, str]:
        """What the browser is told about the text: its limits, its form, and which keyboard helps."""
        schema, made = self.text_schema, dict[str, str]()
        known = {"maxlength": "maxLength", "pattern": "pattern", "min": "minimum", "max": "maximum"}
        made |= {name: str(schema[keyword]) for name, keyword in known.items() if keyword in schema}
        if self.shape is Shape.NUMBER:
            whole = schema["type"] == "integer"
            made |= {"inputmode": "numeric" if whole else "decimal", "step": "1" if whole else "any"}
        elif self.input_type in ("url", "email"):
            made |= {"inputmode": self.input_type, "spellcheck": "false", "autocapitalize": "none"}
        if self.in_paragraphs:
            del made["pattern"]
        return made | ({"autocomplete": self.autocomplete} if self.autocomplete else {})

    @property
    def most(self) -> int:
        """How many items a list may have."""
        return int(self.schema.get("maxItems", MOST_ITEMS))


def fields(edition: Edition, kind: str) -> dict[str, Field]:
    """The fields of a kind of record by key, in the order of its schema."""
    schema = edition.site.schemas.resolved[kind]
    made = _Fields(edition)
    return {field.key: field for field in made.of(schema, (), "", needed=True)}


@dataclass(frozen=True, slots=True)
class _Fields:
    """Makes fields in the words of an edition."""

    edition: Edition

    def of(self, schema: Schema, path: tuple[str, ...], above: str, *, needed: bool) -> list[Field]:
        """A field for each property of an object."""
        required = {*schema.get("required", ()), *schema.get("else", {}).get("required", ())}
        return [
            self.field(key, inner, (*path, key), f"{above}{key}", needed=needed and key in required)
            for key, inner in schema["properties"].items()
        ]

    def field(self, key: str, schema: Schema, path: tuple[str, ...], id: str, *, needed: bool) -> Field:
        shape = shape_of(schema)
        inner: list[Field] = []
        if shape is Shape.GROUP:
            inner = self.of(schema, path, f"{id}.", needed=needed)
        elif shape is Shape.LIST:
            inner = self._items(schema["items"], path, f"{id}.#")
        return Field(
            key,
            id,
            shape,
            self._said(schema["title"]),
            self._said(help_for(path, schema).text),
            needed,
            schema,
            inner,
            self._choices(shape, schema),
            _FILLED_IN_BY_BROWSER.get(path, ""),
        )

    def _items(self, item: Schema, path: tuple[str, ...], id: str) -> list[Field]:
        """What an item of a list is asked for: its fields, or the one field that it is."""
        if "properties" in item:
            return self.of(item, path, f"{id}.", needed=True)
        name = self.edition.t("Country") if "enum" in item else self.edition.t("Language")
        return [replace(self.field("", item, (*path, ""), id, needed=False), label=name, hint="")]

    def _choices(self, shape: Shape, schema: Schema) -> list[Choices]:
        if shape is Shape.TEXTS or _is_language(schema):
            return [Choices("", self._languages())]
        if "enum" in schema:
            return self._countries(schema)
        if schema.get("type") == "boolean":
            return [
                Choices("", [Choice(str(value).lower(), self._said(word.text)) for value, word in YES_OR_NO.items()])
            ]
        of_codes = codes(schema.get("items", schema)).items()
        titled = [Choice(code, self._said(one["title"]), self._said(one["description"])) for code, one in of_codes]
        return [Choices("", titled)] if titled else []

    def _said(self, text: str) -> str:
        return self.edition.t(text)

    def _languages(self) -> list[Choice]:
        offered = languages_offered(self.edition.site.languages)
        return [Choice(code, f"{languages.own_name(code)} ({code})") for code in offered]

    def _countries(self, schema: Schema) -> list[Choices]:
        near = [code for code in schema["enum"] if code in AREA]
        far = [code for code in schema["enum"] if code not in AREA]
        return [
            Choices(self.edition.t("Covenant of Mayors – Europe"), self._sorted(near)),
            Choices(self.edition.t("Other countries"), self._sorted(far)),
        ]

    def _sorted(self, chosen: Sequence[str]) -> list[Choice]:
        named = self.edition.sorted_countries(chosen)
        return [Choice(code, f"{name} ({country_code_shown(code)})") for code, name in named]


def shape_of(schema: Schema) -> Shape:
    """The shape in which a value of a schema is asked for. Raises ValueError for a schema that no field fits."""
    kind = schema.get("type")
    if "properties" in schema:
        return Shape.GROUP
    if "propertyNames" in schema:
        return Shape.TEXTS
    if kind == "array":
        return Shape.SEVERAL if codes(schema["items"]) else Shape.LIST
    if kind == "boolean" or 0 < len(codes(schema)) <= _MOST_IN_VIEW:
        return Shape.ONE
    if codes(schema) or "enum" in schema or _is_language(schema):
        return Shape.SELECT
    if kind in ("integer", "number"):
        return Shape.NUMBER
    if kind == "string":
        return Shape.TEXT
    raise ValueError(f"no field fits {dict(schema)}")


def _is_language(schema: Schema) -> bool:
    return str(schema.get("pattern", "")).startswith(_LANGUAGE_PATTERN)
