"""Problems are values: what is wrong, where, how badly, and what to write instead.

Every module below the command line may make problems; none formats them. Wording stays a message
id with its values until a reporter asks for it in a language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

LONGEST_VALUE = 80

_PRIVATE = re.compile(r"@|\d[\d\s().\-/]{4,}\d")
_DATE = re.compile(r"\d{4}-\d{2}(-\d{2})?|\d{4}-\d{4}")


class Severity(StrEnum):
    """How badly a problem matters: an error stops a build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Catalogue(Protocol):
    """What a message needs from a message catalogue; `gettext.NullTranslations` is one."""

    def gettext(self, message: str) -> str: ...
    def ngettext(self, singular: str, plural: str, n: int) -> str: ...


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the message catalogue with the values to put into it (`%(name)s` placeholders)."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str = ""

    def render(self, catalogue: Catalogue) -> str:
        """The sentence in the catalogue's language; values from records are shortened and made harmless."""
        text = self._translated(catalogue)
        values = {name: _shown(value, catalogue) for name, value in self.values.items()}
        return text % values if values else text

    def _translated(self, catalogue: Catalogue) -> str:
        number = self.values.get("number")
        if self.plural and isinstance(number, int):
            return catalogue.ngettext(self.text, self.plural, number)
        return catalogue.gettext(self.text) if self.text else ""


def say(text: str, /, **values: object) -> Message:
    """A message of the catalogue; the name by which the extraction finds its text."""
    return Message(text, values)


def say_number(singular: str, plural: str, number: int, /, **values: object) -> Message:
    """A message that depends on `%(number)s`."""
    return Message(singular, {"number": number, **values}, plural)


def _shown(value: object, catalogue: Catalogue) -> object:
    match value:
        case Message():
            return value.render(catalogue)
        case str():
            return printable(value)
        case tuple() | list():
            return ", ".join(str(_shown(item, catalogue)) for item in value)
    return value


def printable(text: str, longest: int = LONGEST_VALUE) -> str:
    """One line of `text` without control characters, cut after `longest` characters.

    What might be an e-mail address or a telephone number is not shown at all: a log cannot be unpublished.
    """
    if _PRIVATE.search(text) and not _DATE.fullmatch(text):
        return "…"
    plain = "".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp", "Cs"} else c for c in text)
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: path relative to the project, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: place, stable code, severity, message and hint."""

    place: Place
    code: str
    message: Message
    hint: Message = Message("")
    severity: Severity = Severity.ERROR


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by place, each only once."""
    distinct = {(problem.place, problem.code, repr(problem.message)): problem for problem in problems}
    return [distinct[key] for key in sorted(distinct)]


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any problem is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
