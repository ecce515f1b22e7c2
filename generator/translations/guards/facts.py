"""A translation says the same numbers, and has the same addresses, placeholders and code, as the English text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.problems import Message, Problem, say
from generator.translations.pairs import Pair, words

_EXACT = re.compile(
    r"\{\{.*?\}\}|%\(\w+\)[sd]|`[^`]*`|[\w.+-]+@[\w.-]+\w|https?://[^\s)>]+|(?<=\]\()[^)]*|\{ *#[\w-]+ *\}|<[^<>\n]*>"
)
_LIST_NUMBER = re.compile(r"^\s*\d+\. ", re.MULTILINE)
_SNIPPET = re.compile(r"^--8<-- .*$", re.MULTILINE)


def check(pair: Pair) -> Iterator[Problem]:
    yield from _compared(pair, "translation-code", *map(_exact, (pair.english, pair.translated)))
    numbers = (_numbers(text, in_lists=not pair.is_page) for text in (pair.english, pair.translated))
    yield from _compared(pair, "translation-numbers", *numbers)


def _exact(text: str) -> Counter[str]:
    return Counter(_EXACT.findall(_SNIPPET.sub("", text)))


def _numbers(text: str, *, in_lists: bool) -> Counter[str]:
    """The numbers of a text; those before the items of a list, which structure looks at, only if asked for."""
    plain = words(text)
    return Counter(re.findall(r"\d+", plain if in_lists else _LIST_NUMBER.sub("", plain)))


def _compared(pair: Pair, code: str, english: Counter[str], translated: Counter[str]) -> Iterator[Problem]:
    hint = say("Write it exactly as in the English text.")
    for part in english - translated:
        yield pair.problem(code, say("The English text has “%(part)s” here.", part=Message(part)), hint)
    for part in translated - english:
        at = max(pair.translated.find(part), 0)
        yield pair.problem(code, say("The English text has no “%(part)s” here.", part=Message(part)), hint, at)
