"""A translated section has as many headings, list items, table rows and paragraphs as the English one, in that order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from generator.problems import Problem, say
from generator.translations.pairs import Pair

_KINDS = {
    "heading": re.compile(r"#+ "),
    "list item": re.compile(r"(?:- |\d+\. )+(?:#+ )?"),
    "table row": re.compile(r"\|"),
    "markup": re.compile(r"<|--8<--"),
    "front matter": re.compile(r"\w+: |---$"),
}
_NAMES = {
    "heading": say("a heading"),
    "list item": say("a list item"),
    "table row": say("a row of a table"),
    "markup": say("a line of markup"),
    "front matter": say("a line of the front matter"),
    "paragraph": say("a paragraph"),
    "": say("nothing"),
}
_SOURCE = re.compile(r"^source:\n(?: .*\n)*", re.MULTILINE)


def check(pair: Pair) -> Iterator[Problem]:
    if not pair.is_page:
        return
    wanted = _lines(pair.english)
    found = _lines(_SOURCE.sub("", pair.translated))
    for (expected, _), (kind, text) in zip_longest(wanted, found, fillvalue=("", "")):
        if expected != kind:
            at = max(pair.translated.find(text), 0) if text else len(pair.translated.rstrip())
            message = say(
                "Here stands %(found)s; in English it is %(wanted)s.", found=_NAMES[kind], wanted=_NAMES[expected]
            )
            yield pair.problem(
                "translation-structure", message, say("Keep the parts of the English text, in their order."), at
            )
            return


def _lines(text: str) -> list[tuple[str, str]]:
    """The kind and the text of every line that is not empty."""
    return [(_kind(line.strip()), line) for line in text.split("\n") if line.strip()]


def _kind(line: str) -> str:
    return next((name for name, form in _KINDS.items() if form.match(line)), "paragraph")
