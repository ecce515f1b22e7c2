"""The order of words in a language, as CLDR's collation has it; Python has none, and the browser's judges it in the tests.

Letters are compared first, then the marks on them, then capitals. What a language has beyond the common order
is `sorting` in its `language.yml`, a list of rules:

- `z å ä ö`: å, ä and ö are letters of their own, and follow z
- `ä=æ` within such a rule: æ stands where ä stands
- `ssz > sz sz`: ssz is written for sz sz
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.folding import fold

Key = tuple[object, ...]
"""What a text is sorted by; comparable only with keys of the same alphabet."""

_MARKS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0327\u0328\u0304"
"""Marks on letters in the order of the Unicode Collation Algorithm; all others follow by their code."""

_SIGNS = "_-–—,;:!¡?¿.…'‘’\"“”„«»()[]{}§@*/\\&#%"
"""Signs in that order; they stand between spaces and digits, and others behind them."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a letter stands: behind which other, as the how-manieth, and as the how-manieth of those that share it."""

    behind: str
    number: int = 0
    variant: int = 0


@dataclass(frozen=True)
class Alphabet:
    """The order of letters in a language; `script` is the word for its own script in the names of Unicode characters."""

    rules: tuple[str, ...] = ()
    script: str = "LATIN"

    def key(self, text: str) -> Key:
        """What to sort a text by."""
        return _key(self, text)

    @cached_property
    def weights(self) -> dict[str, tuple[tuple[Key, ...], tuple[Key, ...]]]:
        """What has been found out about letters: their places, and what sets them apart from others there."""
        return {}

    def letters(self, text: str) -> list[str]:
        """The letters of a text in small, as the language counts them."""
        lower = unicodedata.normalize("NFC", text).lower()
        return [letter for found in self._letters.findall(lower) for letter in self._written_for.get(found, (found,))]

    def weigh(self, letter: str) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
        """The places of a letter, and what sets it apart."""
        return tuple(self._weights(letter)), (self._differences(letter),)

    @cached_property
    def _places(self) -> Mapping[str, _Place]:
        """The letters that have a place of their own."""
        return {
            letter: _Place(group.split()[0].partition("=")[0], number, variant)
            for group in self.rules
            if ">" not in group
            for number, equals in enumerate(group.split())
            for variant, letter in enumerate(equals.split("="))
        }

    @cached_property
    def _written_for(self) -> Mapping[str, tuple[str, ...]]:
        pairs = (rule.split(">") for rule in self.rules if ">" in rule)
        return {written.strip(): tuple(meant.split()) for written, meant in pairs}

    @cached_property
    def _letters(self) -> re.Pattern[str]:
        longest_first = sorted([*self._places, *self._written_for], key=len, reverse=True)
        return re.compile("|".join([*map(re.escape, longest_first), "."]), re.DOTALL)

    def _weights(self, letter: str) -> Iterator[Key]:
        for part in (letter,) if letter in self._places else _plain(letter):
            place = self._places.get(part, _Place(part))
            yield (*_weight(place.behind, self.script), place.number)

    def _differences(self, letter: str) -> Key:
        """What sets a letter apart from others at the same place."""
        if letter in self._places:
            return self._places[letter].variant, ()
        marks = unicodedata.normalize("NFD", letter)[1:]
        return 0, tuple((mark not in _MARKS, _MARKS.find(mark), mark) for mark in marks)


@lru_cache(maxsize=65536)
def _key(alphabet: Alphabet, text: str) -> Key:
    """Languages without rules of their own share what they sort by."""
    known = alphabet.weights
    first: list[Key] = []
    second: list[Key] = []
    for letter in alphabet.letters(text):
        if letter not in known:
            known[letter] = alphabet.weigh(letter)
        places, differences = known[letter]
        first += places
        second += differences
    return tuple(first), tuple(second), tuple(map(str.isupper, text)), text


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    """A letter without its marks; Cyrillic letters with marks are letters of their own."""
    if "CYRILLIC" in unicodedata.name(letter, ""):
        return letter
    return "".join(unicodedata.normalize("NFD", part)[0] for part in fold(letter))


@lru_cache(maxsize=4096)
def _weight(character: str, script: str) -> Key:
    """Spaces, signs, digits, letters; of these the language's own script first."""
    if character.isalpha():
        return 3, not unicodedata.name(character[0], "").startswith(script), character
    if character.isdigit():
        return 2, False, character
    place = _SIGNS.find(character)
    return (0 if character.isspace() else 1), place < 0, f"{max(place, 0):03}{character}"
