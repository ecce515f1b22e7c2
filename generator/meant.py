"""What was probably meant by a key or a code that the registry does not know."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from babel import Locale
from babel.core import get_global

from generator.folding import fold
from generator.problems import Message, say

_KEYS = {
    "email": "contact", "e_mail": "contact", "mail": "contact", "mailbox": "contact",
    "web": "website", "homepage": "website", "site": "website", "url": "website", "link": "url",
    "title": "name", "short_name": "acronym", "abbreviation": "acronym", "kind": "type", "about": "description",
    "topics": "expertise", "nonprofit": "not_for_profit",
}  # fmt: skip
"""Keys of other forms, and the ones used here."""

_COUNTRIES = {"EL": "GR", "UK": "GB", "KS": "XK", "KOS": "XK"}
"""Codes used in place of ISO's."""

_LANGUAGES = {
    "gr": "el", "cz": "cs", "dk": "da", "ua": "uk", "al": "sq", "rs": "sr", "ge": "ka", "me": "sr", "at": "de", "gb": "en",
}  # fmt: skip
"""Codes of countries, and of the language that is meant by them."""


_YES_OR_NO = {
    **dict.fromkeys("true yes y on да ja oui si sim tak ano ναι".split(), "true"),
    **dict.fromkeys("false no n off не nein non nao nie ne οχι".split(), "false"),
}
"""Yes and no as people write them, folded."""

_DAY_FIRST = re.compile(r"([0-9]{1,2})([./-])(?:([0-9]{1,2})\2)?([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[./-]([0-9]{1,2})(?:[./-]([0-9]{1,2}))?")
_HOST = re.compile(r"(?:[hH][tT][tT][pP]://)?((?:[\w-]+\.)+[a-zA-Z]{2,}(?:/\S*)?)")


def key_meant(key: str, known: Sequence[str]) -> str | None:
    """The known key that was meant by another."""
    meant = _KEYS.get(_plain(key))
    return meant if meant in known else closest(key, known)


def closest(word: str, known: Sequence[str]) -> str | None:
    """The known word that looks most like another."""
    by_lower = {name.lower(): name for name in known}
    found = difflib.get_close_matches(_plain(word), by_lower, n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


def no_organisation(slug: str, known: Sequence[str]) -> tuple[Message, Message]:
    """What to say of a folder in which there is no organisation, and what to write instead; `known` are the others."""
    close = closest(slug, known)
    name_it = say("Give the name of its folder in supporters/.")
    hint = say("Did you mean “%(close)s”?", close=close) if close else name_it
    return say("There is no organisation in the folder “%(slug)s”.", slug=slug), hint


def _plain(word: str) -> str:
    return word.strip().lower().replace(" ", "_").replace("-", "_")[:100]


def country_meant(text: str, known: Sequence[str]) -> str | None:
    """The code of the country that was meant by another code, or by a name in English."""
    plain = text.strip().upper()
    if plain in known:
        return plain
    meant = _COUNTRIES.get(plain) or _by_name("territories").get(fold(text).strip())
    return meant if meant in known else None


def language_meant(text: str) -> str | None:
    """The code of the language that was meant by a country's code, a code of three letters or a name in English."""
    plain = fold(text).strip()
    meant = _LANGUAGES.get(plain) or get_global("language_aliases").get(plain) or _by_name("languages").get(plain)
    return str(meant) if meant else plain if plain in Locale("en").languages else None


def yes_or_no_meant(text: str) -> str | None:
    """`true` or `false` for a word that means it."""
    return _YES_OR_NO.get(fold(text).strip())


def forms_meant(text: str) -> Iterator[str]:
    """Other ways to write a value: in small letters, as a day or month with hyphens, as an address, as a language."""
    plain = text.strip()
    yield plain.lower()
    if match := _YEAR_FIRST.fullmatch(plain):
        yield "-".join(part.zfill(2) for part in match.groups() if part)
    if (match := _DAY_FIRST.fullmatch(plain)) and (match[2] != "/" or not match[3] or int(match[1]) > 12):
        yield "-".join(part.zfill(2) for part in (match[4], match[3], match[1]) if part)
    if match := _HOST.fullmatch(plain):
        yield f"https://{match[1]}"
    if language := language_meant(plain):
        yield language


@cache
def _by_name(what: str) -> dict[str, str]:
    """CLDR's codes of `territories` or `languages` by their folded names in English."""
    return {fold(name): code for code, name in getattr(Locale("en"), what).items()}


PATTERNS = {"day_first": _DAY_FIRST, "web_host": _HOST, "year_first": _YEAR_FIRST}
"""What the form searches with, by the names of its script."""


def words() -> Mapping[str, Mapping[str, str]]:
    """What the form looks up, by the names of its script: what is meant by each word of a kind."""
    countries = {name: code for name, code in _by_name("territories").items() if len(code) == 2}
    return {
        "keys_meant": _KEYS,
        "countries_meant": _COUNTRIES,
        "countries_named": countries,
        "languages_meant": {**_by_name("languages"), **get_global("language_aliases"), **_LANGUAGES},
        "yes_or_no": _YES_OR_NO,
    }
