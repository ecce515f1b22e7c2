"""A translation uses the fixed terms of its language, and none of the variants that its term list forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.problems import Message, Problem, say
from generator.translations.pairs import Pair, Term, words


def check(pair: Pair) -> Iterator[Problem]:
    english, translated = words(pair.english), words(pair.translated)
    for name, term in pair.conventions.terms.items():
        yield from _forbidden(pair, term, translated)
        source = pair.source.terms.get(name)
        used = bool(source and _any(source.forms).search(english))
        if pair.is_page and used and term.stems and not _stems(term.stems).search(translated):
            message = say("The English text says “%(term)s” here.", term=Message(source.forms[0]) if source else "")
            yield pair.problem(
                "translation-term", message, say("Write: %(term)s", term=Message(" / ".join(term.forms)))
            )


def _forbidden(pair: Pair, term: Term, translated: str) -> Iterator[Problem]:
    if term.avoid and (found := _any(term.avoid).search(translated)):
        message = say("“%(variant)s” is not the term used here.", variant=Message(found[0]))
        hint = say("Write: %(term)s", term=Message(" / ".join(term.forms)))
        yield pair.problem("translation-term", message, hint, found.start())


@lru_cache(maxsize=1024)
def _any(texts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, texts))})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _stems(stems: tuple[str, ...]) -> re.Pattern[str]:
    """Words that begin with the parts of one of the stems, in this order, on one line."""
    each = (r"\w*\b.*?\b".join(map(re.escape, stem.split())) for stem in stems)
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})", re.IGNORECASE)
