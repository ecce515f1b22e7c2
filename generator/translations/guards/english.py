"""No English is left in a translation, beside names and what forges and programs call things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Message, Problem, say
from generator.translations.pairs import Pair, unquoted

_ENGLISH = re.compile(r"(?<![\w“„«”])(?:the|this|that|which|with|your|should|would|because|and the)(?!\w)")
"""Words that no other language of the site has."""

_WORD = re.compile(r"[^\W\d_]{2,}")


def check(pair: Pair) -> Iterator[Problem]:
    text = unquoted(pair)
    hint = say("Translate it.")
    if found := _ENGLISH.search(text):
        message = say("“%(word)s” looks English.", word=Message(found[0]))
        yield pair.problem("translation-english", message, hint, found.start())
    elif pair.translated.strip() == pair.english.strip() and len(_WORD.findall(text)) > 3:
        yield pair.problem("translation-english", say("This is the English text."), hint)
