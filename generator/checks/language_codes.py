"""A language code names a language.

Codes of languages and of countries look alike and are not the same: Greek is `el` and Greece `GR`,
Czech is `cs` and Czechia `CZ`. A code that no language has is refused, with the language of the
country that was probably meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from generator.checks.context import Context
from generator.documents import Document, KeyPath
from generator.meant import language_meant
from generator.problems import Message, Problem, Severity, say
from generator.registry import Registry

PER_LANGUAGE = frozenset(
    {"name", "acronym", "city", "title", "description", "text", "reason", "challenges", "expectations"}
)
"""The keys under which a record has a text for each language."""

RATHER = {"ee": "et", "si": "sl", "ie": "ga"}
"""Codes of languages that are hardly meant in Europe (Ewe, Sinhala, Interlingue), and the ones that are."""


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    known = Locale("en").languages.keys() - RATHER.keys()
    for document in registry.documents.values():
        for path, code, is_key in _codes(document):
            if code.partition("-")[0] not in known:
                yield _explain(document, path, code, is_key=is_key)


def _codes(document: Document) -> Iterator[tuple[KeyPath, str, bool]]:
    """Every language code in a record: keys of texts, and values of `language` and `languages`."""
    for path, text in document.texts:
        if len(path) > 1 and path[-2] in PER_LANGUAGE:
            yield path, str(path[-1]), True
        elif path[-1] == "language" or path[0] == "languages":
            yield path, text, False


def _explain(document: Document, path: KeyPath, code: str, *, is_key: bool) -> Problem:
    place = document.place(path, key=is_key)
    if code in RATHER:
        message = say("As the code of a language, “%(code)s” means one hardly spoken in Europe.", code=code)
        hint = say("Did you mean “%(close)s”?", close=RATHER[code])
        return Problem(place, "unlikely-language", message, hint, Severity.WARNING)
    return Problem(place, "unknown-language", *unknown(code))


def is_known(code: str) -> bool:
    """Whether a language has this code, whatever script or country may follow it."""
    return code.partition("-")[0] in Locale("en").languages


def unknown(code: str) -> tuple[Message, Message]:
    """What to say of a code that no language has: message and hint."""
    meant = language_meant(code.partition("-")[0])
    hint = say("Did you mean “%(close)s”?", close=meant) if meant else say("Use a code such as bg, en or el.")
    return say("“%(code)s” is not the code of a language.", code=code), hint
