"""What a page with a form tells its scripts: schema, words, patterns, limits and the day, so that they check as Python does.

Whatever Python has as data is handed over, not written a second time. The scripts are in `theme/assets/form/`.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import rfc3986_validator  # type: ignore[import-untyped]
from babel import Locale
from babel.messages.extract import extract

from generator import privacy
from generator.checks import language_codes, markup, personal_data
from generator.decoding import DIRECTION, FORBIDDEN, MAX_BYTES
from generator.edition import Edition
from generator.explanations import MOST_UNKNOWN_KEYS
from generator.folding import WITHOUT_DECOMPOSITION
from generator.form.patterns import for_browser
from generator.meant import PATTERNS, words
from generator.problems import LONGEST_VALUE, Message, say
from generator.schemas import Schema
from generator.yaml_reading import MAX_DEPTH, MAX_EVENTS

_ASSETS = Path(__file__).parents[1] / "theme" / "assets" / "form"

SCRIPT_WORDS: Mapping[str, tuple[int, ...] | None] = {"say": None, "translated": None, "sayNumber": (1, 2)}
"""The functions of the scripts that say a message, as Babel's extraction wants them."""

LEFT_TO_CHECK: Sequence[tuple[Message, frozenset[str]]] = (
    (say("Is the organisation in the registry already?"), frozenset({"duplicate-organisation"})),
    (
        say("Do the names of folder and files fit, and what lies in them?"),
        frozenset(
            "folder-name report-name period-name unexpected-file not-a-file not-readable no-supporter beside-tombstone".split()
        ),
    ),
    (
        say("Is the logo a plain picture, and small enough?"),
        frozenset("logo-not-png logo-not-svg logo-too-large logo-unsafe".split()),
    ),
    (
        say("Is the file still well-formed, if it is changed by hand?"),
        frozenset(
            "byte-order-mark duplicate-key key-not-text not-utf-8 several-documents type-tag windows-line-ends "
            "yaml-reference yaml-syntax".split()
        ),
    ),
)
"""What the form leaves to the check, as questions, and the codes of the problems that answer them."""

OF_THE_OFFICE = frozenset(
    "history-order illegal-step no-statement no-successor signed-late successor-circle unknown-statement "
    "unknown-successor".split()
)
"""Codes of problems in files that the form does not write."""


def contract(kind: str, edition: Edition, examples: frozenset[str] = frozenset()) -> dict[str, Any]:
    """What the scripts of a page are told about a kind of record, "supporter" or "report"; JSON data.

    `examples` are the texts that must not be left. `reports` is for the page to fill: the other reports
    of the organisation, each with name, from and to.
    """
    schema, language = edition.site.schemas.resolved[kind], edition.language
    catalogue = language.catalogue
    single, plurals = _said(schema)
    return {
        "kind": kind,
        "schema": schema,
        "language": language.code,
        "today": edition.site.today.isoformat(),
        "messages": _translated(single, catalogue),
        "plurals": {one: _forms(one, more, catalogue) for one, more in plurals},
        "plural_of": _plural_of(catalogue),
        "examples": sorted(examples),
        "reports": [],
        "left_to_check": [message.render(catalogue) for message, _ in LEFT_TO_CHECK],
        **_of_python(),
    }


def _said(schema: Schema) -> tuple[list[str], list[tuple[str, str]]]:
    """The messages of the scripts and of a schema, and those of the scripts that depend on a number."""
    single = [text for text in _said_by_scripts() if isinstance(text, str)]
    plurals = [(text[0], text[1]) for text in _said_by_scripts() if not isinstance(text, str)]
    return [*single, *_titles(schema)], plurals


@cache
def _said_by_scripts() -> tuple[str | tuple[str, ...], ...]:
    return tuple(text for script in scripts() for text in said_by(script))


def scripts() -> list[Path]:
    """The scripts of the form."""
    return sorted(_ASSETS.glob("*.js"))


def said_by(script: Path) -> Iterator[str | tuple[str, ...]]:
    """Every message that a script says; singular and plural together."""
    with script.open("rb") as source:
        for _, message, _, _ in extract("javascript", source, keywords=SCRIPT_WORDS):
            yield message if isinstance(message, str) else tuple(message)


def _titles(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        schema = dict(enumerate(schema))
    if isinstance(schema, dict):
        yield from (schema[key] for key in ("title", "description") if isinstance(schema.get(key), str))
        for inner in schema.values():
            yield from _titles(inner)


def _translated(messages: Sequence[str], catalogue: gettext.NullTranslations) -> dict[str, str]:
    """The translations; a message without one is shown as it stands."""
    found = {text: catalogue.gettext(text) for text in messages if text}
    return {text: translation for text, translation in found.items() if translation != text}


_NUMBERS = range(200)
"""The numbers of which each larger one, below a million, takes the plural form: by its last two digits, behind a hundred."""


def _plural_of(catalogue: gettext.NullTranslations) -> list[int]:
    """For each number, the plural form that it takes."""
    plural = getattr(catalogue, "plural", lambda number: int(number != 1))
    return [plural(number) for number in _NUMBERS]


def _forms(singular: str, plural: str, catalogue: gettext.NullTranslations) -> list[str]:
    """The plural forms of a message."""
    form_of = _plural_of(catalogue)
    return [catalogue.ngettext(singular, plural, form_of.index(form)) for form in sorted(set(form_of))]


@cache
def _of_python() -> dict[str, Any]:
    """Patterns, words and limits, which are the same for every page."""
    patterns = {
        **privacy.PATTERNS,
        **PATTERNS,
        "direction": DIRECTION,
        "forbidden": FORBIDDEN,
        "uri": rfc3986_validator.URI_RE_COMP,
        **dict(zip(("markup_html", "markup_template", "markup_markdown"), markup.PATTERNS, strict=True)),
    }
    return {
        "patterns": {name: for_browser(pattern) for name, pattern in patterns.items()},
        "words": {
            **privacy.WORDS,
            **words(),
            "folded": WITHOUT_DECOMPOSITION,
            "per_language": sorted(language_codes.PER_LANGUAGE),
            "languages_rather": language_codes.RATHER,
            "language_codes": sorted(Locale("en").languages),
        },
        "limits": {
            "bytes": MAX_BYTES,
            "depth": MAX_DEPTH,
            "events": MAX_EVENTS,
            "findings": personal_data.MOST_OF_A_KIND,
            "shown": LONGEST_VALUE,
            "unknown_keys": MOST_UNKNOWN_KEYS,
        },
    }
