"""What keeps a translation from drifting away from the English text: one module a rule.

A new guard is its module, with a function `check(pair)` that yields problems, and its line here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.problems import Problem
from generator.translations.guards import english, facts, letters, structure, terms, typography
from generator.translations.pairs import Pair

ALL = (structure, facts, terms, typography, letters, english)


def drift(pairs: Iterable[Pair]) -> Iterator[Problem]:
    """Everything in which translations differ from the English text though they should not."""
    for pair in pairs:
        for guard in ALL:
            yield from guard.check(pair)
