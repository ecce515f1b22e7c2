"""Problems are values: what is wrong, where, how badly, and what to write instead.

Every module below the command line may make problems; none formats them. Wording stays a message
id with its values until a reporter asks for it in a language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from generator.privacy import must_not_be_shown

LONGEST_VALUE = 80

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories of characters that a terminal obeys or hides."""


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
    """A sentence of the message catalogue with the values to put into it (`%(name)s` placeholders).

    A value is text from a record (shortened and made harmless), a list of such, a number that the
    program itself has counted, or another message.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str = ""

    def render(self, catalogue: Catalogue) -> str:
        """The sentence in the catalogue's language; the original if the translation has other placeholders."""
        text = self._translated(catalogue)
        values = {name: _shown(value, catalogue) for name, value in self.values.items()}
        try:
            return text % values if values else text
        except (KeyError, TypeError, ValueError):
            return self.text % values

    def _translated(self, catalogue: Catalogue) -> str:
        number = self.values.get("number")
        if self.plural and isinstance(number, int):
            return catalogue.ngettext(self.text, self.plural, number)
        return catalogue.gettext(self.text) if self.text else ""


NOTHING = Message("")
"""No message."""


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
        case tuple():
            return ", ".join(str(_shown(item, catalogue)) for item in value)
    return value


def printable(text: str, longest: int = LONGEST_VALUE) -> str:
    """One line of `text` without control characters, cut after `longest` characters.

    What might be an e-mail address or a telephone number is not shown at all: a log cannot be unpublished.
    """
    if must_not_be_shown(text):
        return "…"
    plain = "".join(" " if unicodedata.category(c) in _INVISIBLE else c for c in text[: longest + 1])
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"


def printable_path(path: str) -> str:
    """A path in the project, each of its names printable."""
    return "/".join(printable(name, 255) for name in path.split("/"))


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
    hint: Message = NOTHING
    severity: Severity = Severity.ERROR

    @property
    def instead(self) -> str | None:
        """What to write in place of the key or value that begins there: the value `close` of the hint, if it has one.

        So what a person reads and what a machine offers to write are the same.
        """
        close = self.hint.values.get("close")
        return close if isinstance(close, str) else None


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by place, each only once."""
    distinct = {(problem.place, problem.code, repr(problem.message)): problem for problem in problems}
    return [distinct[key] for key in sorted(distinct)]


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any problem is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
