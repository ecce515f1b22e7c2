"""A translation has the quotation marks, dashes and no-break spaces of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Message, Problem, say
from generator.translations.pairs import Pair, unquoted, words

_QUOTES = '"“”„‟«»‹›'
_PLAIN = {
    re.compile(r"(?<=\w) - (?=\w)"): (say("A hyphen stands for a dash here."), say("Write a dash: –")),
    re.compile(r"\.\.\."): (say("Three full stops stand for an ellipsis here."), say("Write one sign: …")),
}


def check(pair: Pair) -> Iterator[Problem]:
    text = words(pair.translated)
    english = words(pair.english)
    for form, (message, hint) in _PLAIN.items():
        if (found := form.search(text)) and not form.search(english):
            yield pair.problem("translation-sign", message, hint, found.start())
    if pair.conventions.quotes and '"' not in english:
        yield from _quotes(pair, text, *pair.conventions.quotes)
    yield from _spaces(pair, unquoted(pair, everything=True))  # what is quoted may be what programs read


def _quotes(pair: Pair, text: str, opening: str, closing: str) -> Iterator[Problem]:
    """Quotation marks in pairs, of the language's own kind; a mark may bring its no-break space along."""
    marks = [(match.start(), match[0]) for match in re.finditer(f"[{_QUOTES}]", text)]
    for number, (at, mark) in enumerate(marks):
        wanted = closing if number % 2 else opening
        begin = at - len(wanted) + 1 if number % 2 else at
        if text[begin : begin + len(wanted)] != wanted:
            message = say("Here stands the quotation mark %(mark)s.", mark=Message(mark))
            hint = say("Write: %(example)s", example=Message(f"{opening}…{closing}"))
            yield pair.problem("translation-quotes", message, hint, at)
            return


def _spaces(pair: Pair, text: str) -> Iterator[Problem]:
    signs = pair.conventions.space_before
    if not signs:
        return
    misplaced = re.compile(rf"(?<=[\w)»”])[ ]?[{re.escape(signs)}](?=\s|$)", re.MULTILINE)
    for found in misplaced.finditer(text):
        if not _is_key(text, found.start()):
            message = say("Before “%(sign)s” there is no no-break space.", sign=Message(found[0][-1]))
            yield pair.problem(
                "translation-space", message, say("Put a no-break space (U+00A0) before it."), found.start()
            )
            return


def _is_key(text: str, at: int) -> bool:
    """Whether a colon ends a key of the front matter."""
    return re.fullmatch(r"\w+", text[text.rfind("\n", 0, at) + 1 : at]) is not None
