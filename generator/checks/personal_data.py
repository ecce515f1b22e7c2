"""Nothing about persons enters the registry: its history is public and cannot be unpublished.

Refused anywhere in a record, comments included: telephone numbers, e-mail addresses other than the
functional mailbox under `contact`, mailboxes that look like a person's, and names of contact
persons. What was found is never repeated in a message, only its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from generator import privacy
from generator.checks.context import Context
from generator.decoding import place_after
from generator.documents import Document
from generator.problems import Message, Problem, say
from generator.registry import Registry

MOST_OF_A_KIND = 50
"""How many findings of one kind are listed of a file."""

Finding = tuple[str, Message, Message]

_PHONE: Finding = (
    "personal-phone",
    say("This looks like a telephone number. Numbers are not published here."),
    say("Delete it; the website and the functional mailbox are enough."),
)
_EMAIL: Finding = (
    "personal-email",
    say("An e-mail address has no place here."),
    say("Delete it; the one functional mailbox stands under “contact”."),
)
_MAILBOX: Finding = (
    "personal-email",
    say("This mailbox looks like a person's own."),
    say("Use a functional mailbox of the organisation, such as office@… or info@…"),
)
_NAME: Finding = (
    "personal-name",
    say("This looks like the name of a person. Names of persons are not published here."),
    say("Delete it; write the department or the function instead."),
)
_SEARCHES: tuple[tuple[Callable[[str], Iterator[privacy.Span]], Finding], ...] = (
    (privacy.telephone_numbers, _PHONE),
    (privacy.person_names, _NAME),
    (privacy.addresses, _EMAIL),
)


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    for document in registry.readable.values():
        contact = _contact(document)
        if "@" in contact and privacy.looks_personal(contact):
            yield Problem(document.place(("contact",)), *_MAILBOX)
        in_text = [
            (span, finding) for span, finding in _findings(document.text) if _cut(document.text, span) != contact
        ]
        for (start, _), finding in in_text:
            yield Problem(place_after(document.path, document.text[:start]), *finding)
        if not document.verbatim:
            yield from _hidden(document, {contact, *(_cut(document.text, span) for span, _ in in_text)} - {""})


def _findings(text: str) -> Iterator[tuple[privacy.Span, Finding]]:
    for search, finding in _SEARCHES:
        for span in islice(search(text), MOST_OF_A_KIND):
            yield span, finding


def _cut(text: str, span: privacy.Span) -> str:
    return text[span[0] : span[1]]


def _hidden(document: Document, seen: set[str]) -> Iterator[Problem]:
    """What only the values show: written with escapes, or broken over lines."""
    for path, value in document.texts:
        if value in document.text or all(line in document.text for line in value.split("\n")):
            continue
        for span, finding in _findings(value):
            if not any(each in _cut(value, span) for each in seen):
                yield Problem(document.place(path), *finding)


def _contact(document: Document) -> str:
    contact = document.data.get("contact") if isinstance(document.data, dict) else None
    return contact.strip() if isinstance(contact, str) and document.path.endswith("/supporter.yml") else ""
