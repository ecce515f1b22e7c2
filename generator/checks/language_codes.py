"""A language code names a language.

Codes of languages and of countries look alike and are not the same: Greek is `el` and Greece `GR`,
Czech is `cs` and Czechia `CZ`. A code that no language has is refused, with the language of the
country that was probably meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from generator.checks.run import Run
from generator.documents import KeyPath
from generator.problems import Place, Problem, Severity, say
from generator.registry import Registry
from generator.schemas import closest

_COUNTRY_MEANT = {
    "gr": "el", "cz": "cs", "dk": "da", "ua": "uk", "al": "sq", "rs": "sr", "ge": "ka", "me": "sr", "at": "de", "gb": "en",
}  # fmt: skip
_RATHER = {"ee": "et", "si": "sl", "ie": "ga"}
"""Codes of languages that are hardly meant in Europe (Ewe, Sinhala, Interlingue), and the ones that are."""

_PER_LANGUAGE = {"name", "acronym", "city", "title", "description", "text", "reason", "challenges", "expectations"}


def check(registry: Registry, run: Run) -> Iterator[Problem]:
    known = Locale("en").languages
    for document in registry.documents.values():
        for path, code, is_key in _codes(document.data, []):
            if code in _RATHER:
                yield _unlikely(document.place(path, key=is_key), code)
            elif code.split("-")[0] not in known:
                yield _unknown(document.place(path, key=is_key), code, list(known))


def _codes(value: object, path: list[str | int]) -> Iterator[tuple[KeyPath, str, bool]]:
    """Every language code in the data: keys of texts, and values of `language` and `languages`."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _codes(item, [*path, index])
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        here = [*path, key]
        if key in _PER_LANGUAGE and isinstance(inner, dict):
            yield from (([*here, code], code, True) for code in inner)
        elif key == "languages":
            yield from (([*here, index], code, False) for index, code in enumerate(inner))
        elif key == "language":
            yield here, inner, False
        else:
            yield from _codes(inner, here)


def _unknown(place: Place, code: str, known: list[str]) -> Problem:
    meant = _COUNTRY_MEANT.get(code) or closest(code, known)
    hint = say("Did you mean “%(close)s”?", close=meant) if meant else say("Use a code such as bg, en or el.")
    return Problem(place, "unknown-language", say("“%(code)s” is not the code of a language.", code=code), hint)


def _unlikely(place: Place, code: str) -> Problem:
    message = say("“%(code)s” is the code of a country here, and of a distant language.", code=code)
    return Problem(place, "unlikely-language", message, say("Did you mean “%(close)s”?", close=_RATHER[code]), Severity.WARNING)
