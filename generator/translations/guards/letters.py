"""No word of a translation mixes letters of two scripts: a Latin “o” in a Cyrillic word looks right and is not found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from generator.problems import Message, Problem, say
from generator.translations.pairs import Pair, words

_WORD = re.compile(r"[^\W\d_]+")


def check(pair: Pair) -> Iterator[Problem]:
    for found in _WORD.finditer(words(pair.translated)):
        if len(set(map(_script, found[0])) - {""}) > 1:
            message = say("“%(word)s” mixes letters of two scripts that look alike.", word=Message(found[0]))
            yield pair.problem("translation-letters", message, say("Type the word anew."), found.start())


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """The script of a letter; empty for marks, and for letters that all scripts share."""
    word = unicodedata.name(letter, "").split(" ")[0]
    return word if unicodedata.category(letter) != "Lm" else ""
