"""What an organisation without Git is asked, in the words of each language: the required keys of a supporter's record.

The forge's form shows the questions, and whoever reads the answers asks here what stood for which value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator import languages
from generator.eligibility import AREA
from generator.languages import EU_ORDER, Language, country_code_shown
from generator.problems import Message, say
from generator.schemas import Schema, codes

WRITTEN_IN = ("written_in",)
"""The one question that is no key of a record: the language of its texts."""

_OTHER_LANGUAGES = "bs is lb mk no sq sr tr uk".split()
"""Languages to choose from beside the official ones of the European Union and those of the site."""

LONGEST_LINE = 300
"""Characters; a longer text is asked for in several lines."""

_ASKED_OTHERWISE = {
    ("name",): say("The official name of the organisation, in its own language."),
    ("not_for_profit",): say(
        "Yes if the organisation does not distribute profit. “No” does not decide anything by itself: "
        "the Office looks at each case."
    ),
    ("country",): say(
        "The country where the organisation has its seat. If it is not in the list, another regional Covenant of "
        "Mayors may be the right one: please write to the Office."
    ),
    ("coverage", "countries"): say("The countries in the area. Choose none if it is only the country of the seat."),
    ("languages",): say("The languages in which you can support local authorities. You can choose several."),
    ("no_action",): say(
        "Choose “Yes” if nothing was done in this time. That is a valid report; everything else may then be left out."
    ),
}
"""Help for questions where the schema explains what only those who write the file need to know."""

YES_OR_NO = {True: say("Yes"), False: say("No")}


@dataclass(frozen=True, slots=True)
class Question:
    """One question: the key path of its answer in a record, and how it is asked."""

    path: tuple[str, ...]
    label: Message
    help: Message
    schema: Schema = field(repr=False)
    required: bool = True

    @property
    def per_language(self) -> bool:
        """Whether the answer is a text in some language."""
        return "propertyNames" in self.schema

    @property
    def several(self) -> bool:
        """Whether several choices may be taken."""
        return self.schema.get("type") == "array"

    @property
    def in_paragraphs(self) -> bool:
        """Whether the answer may have several lines."""
        return self.per_language and self.schema["additionalProperties"]["maxLength"] > LONGEST_LINE

    @property
    def example(self) -> str:
        """An answer for those who wonder what one looks like; empty if the question speaks for itself."""
        example = self.schema.get("examples", [""])[0]
        return example if isinstance(example, str) and "format" in self.schema else ""

    def choices(self, language: Language, of_the_site: Mapping[str, Language]) -> dict[str, Any]:
        """What can be chosen, in the words of a language, and the value of each choice; empty if one writes freely."""
        one = self.schema.get("items", self.schema)
        if one.get("type") == "boolean":
            return {word.render(language.catalogue): value for value, word in YES_OR_NO.items()}
        if "enum" in one:
            return _countries(language)
        if self.path in (("languages",), WRITTEN_IN):
            return {f"{languages.own_name(code)} ({code})": code for code in languages_offered(of_the_site)}
        words = language.catalogue.gettext
        return {f"{words(one['title'])} – {words(one['description'])}": code for code, one in codes(one).items()}


def help_for(path: tuple[str, ...], schema: Schema) -> Message:
    """How the value at a key path is explained to those who answer questions and do not write the file."""
    return _ASKED_OTHERWISE.get(path, Message(schema["description"]))


def languages_offered(of_the_site: Iterable[str]) -> list[str]:
    """The languages to choose from, in the order of a multilingual list."""
    return languages.in_order({*EU_ORDER, *_OTHER_LANGUAGES, *of_the_site})


def _countries(language: Language) -> dict[str, str]:
    names = {code: language.country(code) for code in AREA}
    in_order = sorted(names, key=lambda code: language.sort_key(names[code]))
    return {f"{names[code]} ({country_code_shown(code)})": code for code in in_order}


_WRITTEN_IN = Question(
    WRITTEN_IN,
    say("Language of your texts"),
    say("The language in which you write the name above and the description below."),
    {},
)


def questions(supporter: Schema) -> tuple[Question, ...]:
    """The questions behind the schema of a supporter. The last answer may be long, and so comes last."""
    *first, last = _questions(supporter)
    return *first, _WRITTEN_IN, last


def _questions(schema: Schema, above: tuple[str, ...] = (), group: Schema | None = None) -> Iterator[Question]:
    """The required keys; of a group all keys, for it is asked as a whole."""
    for key, inner in schema["properties"].items():
        path, required = (*above, key), key in schema["required"]
        if "properties" in inner and required:
            yield from _questions(inner, path, inner)
        elif required or group:
            title = Message(inner["title"])
            label = say("%(group)s: %(title)s", group=Message(group["title"]), title=title) if group else title
            yield Question(path, label, help_for(path, inner), inner, required)
