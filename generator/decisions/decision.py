"""A decision of the Office, read from the words of the command line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.decoding import forbidden_in
from generator.meant import closest
from generator.problems import Message, Place, say
from generator.records import Status
from generator.records.values import Text

NEEDS_REASON = frozenset({Status.NOT_ELIGIBLE, Status.ON_HOLD, Status.SUSPENDED})
"""Statuses that the schema wants a reason for."""

UNSAID: Text = {"en": "–"}
"""Stands for a reason that could not be read or is missing, while the rest of a decision is looked at."""

_IN_LANGUAGE = re.compile(r"([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})*)=(.*)", re.DOTALL)
_MAINTAINER = re.compile(r"([1-9][0-9]{0,17}):(?=.{1,39}\Z)([A-Za-z0-9](?:-?[A-Za-z0-9])*)")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the command line as they were given; days are days already."""

    slug: str
    status: str
    on: date | None = None
    reasons: tuple[str, ...] = ()
    statement: str | None = None
    language: str | None = None
    signed: date | None = None
    maintainers: tuple[str, ...] = ()
    extend_until: date | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What the Office has decided about one organisation; `unreadable` says which words mean nothing."""

    slug: str
    status: Status | None
    on: date | None = None
    reasons: Text = field(default_factory=dict)
    statement: Mapping[str, str] = field(default_factory=dict)
    """The keys of the statement that were given: version, language, signed_on."""
    maintainers: Mapping[int, str] = field(default_factory=dict)
    """Logins by the number of the account."""
    extend_until: date | None = None
    successor: str | None = None
    unreadable: tuple[Message, ...] = ()

    @classmethod
    def of(cls, words: Words) -> Decision:
        """The decision in these words."""
        unreadable: list[Message] = []
        return cls(
            words.slug,
            _status(words.status, unreadable),
            words.on,
            _reasons(words.reasons, unreadable),
            dict(_statement(words)),
            dict(_maintainers(words.maintainers, unreadable)),
            words.extend_until,
            words.successor,
            tuple(unreadable),
        )


def sentences(*messages: Message) -> Message:
    """Several messages as one."""
    names = [f"sentence{number}" for number, _ in enumerate(messages)]
    return Message(" ".join(f"%({name})s" for name in names), dict(zip(names, messages, strict=True)))


def about(subject: str, message: Message, hint: Message) -> Message:
    """A message and its hint on an option of the command line, or on a file."""
    return sentences(Message(f"{subject}:"), message, hint)


def _status(word: str, unreadable: list[Message]) -> Status | None:
    known = [status.value for status in Status]
    if word in known:
        return Status(word)
    meant = closest(word, known)
    hint = say("Did you mean “%(close)s”?", close=meant) if meant else say("There are: %(known)s.", known=tuple(known))
    unreadable.append(sentences(say("There is no status “%(status)s”.", status=word), hint))
    return None


def _reasons(words: tuple[str, ...], unreadable: list[Message]) -> Text:
    """Reasons by language; a text without a language is English."""
    found: dict[str, str] = {}
    for word in words:
        match = _IN_LANGUAGE.fullmatch(word)
        language, text = (match[1], match[2]) if match else ("en", word)
        if language in found:
            message = say("There are two texts in the same language, “%(language)s”.", language=language)
            unreadable.append(about("--reason", message, say("Write LANGUAGE=TEXT, once for each language.")))
        found[language] = _plain(text, unreadable)
    return found


def _plain(text: str, unreadable: list[Message]) -> str:
    """A text as it is recorded: plain line ends, no blanks around its lines."""
    plain = "\n".join(line.strip() for line in re.split(r"\r\n|\r|\n", text)).strip()
    if not plain:
        hint = say("Write the reason, or leave the option out.")
        unreadable.append(about("--reason", say("There is nothing here."), hint))
        return UNSAID["en"]
    if problem := forbidden_in(plain, Place("")):
        unreadable.append(about("--reason", problem.message, problem.hint))
        return UNSAID["en"]
    if any("\ud800" <= letter <= "\udfff" for letter in plain):  # how Python gives bytes that are no UTF-8
        hint = say("Use a terminal that writes UTF-8.")
        unreadable.append(about("--reason", say("The text is not in UTF-8, and its letters cannot be read."), hint))
        return UNSAID["en"]
    return plain


def _statement(words: Words) -> Iterator[tuple[str, str]]:
    given: dict[str, Any] = {"version": words.statement, "language": words.language, "signed_on": words.signed}
    yield from ((key, str(value)) for key, value in given.items() if value is not None)


def _maintainers(words: tuple[str, ...], unreadable: list[Message]) -> Iterator[tuple[int, str]]:
    matches = [_MAINTAINER.fullmatch(word) for word in words]
    yield from ((int(match[1]), match[2]) for match in matches if match)
    if not all(matches):
        message = say("An account is written as ID:LOGIN, its number and its name on the forge.")
        unreadable.append(about("--maintainer", message, say("For example: 123456:example-login")))
