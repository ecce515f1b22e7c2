"""Letters that look or sound alike across Latin, Cyrillic and Greek, for finding names that imitate others.

Two names look alike if they are the same drawing (`О` in Cyrillic, `O` in Latin, `0`), and sound alike
if one is the other in another alphabet (`Зеленобрег`, `Zelenobreg`). Both are reckoned roughly: who
compares in the end is a person.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.folding import fold


def _table(pairs: str) -> dict[str, str]:
    return {letters: meant for letters, _, meant in (pair.partition(":") for pair in pairs.split())}


_LOOKS = str.maketrans(
    _table(
        "а:a в:b е:e к:k м:m н:h о:o р:p с:c т:t у:y х:x і:i ї:i ј:j ѕ:s һ:h ԁ:d ԛ:q ԝ:w ё:e "
        "α:a β:b ε:e ζ:z η:h ι:i κ:k μ:m ν:n ο:o ρ:p τ:t υ:y χ:x ω:w 0:o 1:l"
    )
)
"""What each letter looks like in Latin, small or as a capital (the capital of `н` is drawn like an `H`)."""

_LOOKS_TOGETHER = _table("rn:m vv:w")

_GREEK_TOGETHER = _table("ου:u μπ:b ντ:d γγ:g γκ:g")
_SOUNDS = str.maketrans(
    _table(
        "а:a б:b в:v г:g ґ:g д:d е:e є:ie ё:e ж:z з:z и:i і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ў:u ф:f "
        "х:h ц:c ч:c ш:s щ:st ъ:a ы:i ь: э:e ю:iu я:ia ј:i љ:li њ:ni ђ:d ѓ:g ћ:c ќ:k џ:dz ѕ:dz "
        "α:a β:v γ:g δ:d ε:e ζ:z η:i θ:t ι:i κ:k λ:l μ:m ν:n ξ:ks ο:o π:p ρ:r σ:s τ:t υ:i φ:f χ:c ψ:ps ω:o"
    )
)
_LATIN_TOGETHER = _table(
    "shch:st sht:st sch:s sh:s tch:c ch:c zh:z kh:h ph:f th:t ts:c tz:c dj:d ou:u qu:kv q:k w:v x:ks y:i j:i"
)
"""How letters are carried over into Latin, without the finer points, and what Latin spellings come to."""

_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=8192)
def keys(text: str) -> frozenset[tuple[str, str]]:
    """What a text looks like and what it sounds like; two texts that share a key imitate one another."""
    seen, said = ("".join(filter(str.isalnum, fold(each))) for each in (text, in_one_alphabet(text)))
    looks = _replaced(seen.translate(_LOOKS), _LOOKS_TOGETHER)
    sounds = _replaced(_replaced(said, _GREEK_TOGETHER).translate(_SOUNDS), _LATIN_TOGETHER)
    found = (("looks", looks), ("sounds", _DOUBLED.sub(r"\1", sounds)))
    return frozenset((how, key) for how, key in found if len(key) > 2)


def _replaced(text: str, table: dict[str, str]) -> str:
    for letters, meant in table.items():
        text = text.replace(letters, meant)
    return text


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one text becomes the other by adding, leaving out, changing or exchanging one letter."""
    shorter, longer = sorted((one, other), key=len)
    if one == other or len(longer) - len(shorter) > 1:
        return False
    start = next((i for i, pair in enumerate(zip(shorter, longer, strict=False)) if len(set(pair)) > 1), len(shorter))
    rest, more = shorter[start:], longer[start:]
    if len(shorter) < len(longer):
        return rest == more[1:]
    return rest[1:] == more[1:] or (rest[1::-1] == more[:2] and rest[2:] == more[2:])


# ---- words in two alphabets

_ALPHABETS = {
    "latin": re.compile("[a-zA-Z\u00c0-\u024f]"),
    "cyrillic": re.compile("[\u0400-\u052f]"),
    "greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
}
_WORD = re.compile(r"[^\W\d_]{2,}")
_ALIKE = (
    "AАΑ BВΒ CС EЕΕ HНΗ IІΙ JЈ KКΚ MМΜ NΝ OОΟ PРΡ SЅ TТΤ XХΧ YУΥ ZΖ aаα cс eе hһ iіι jј kкκ oоο pрρ sѕ uυ vν xхχ yуγ"
).split()
"""Letters of several alphabets that are drawn alike."""

_LIKENESS = {
    (alphabet, other): letter
    for letters in _ALIKE
    for letter in letters
    for alphabet, pattern in _ALPHABETS.items()
    if pattern.match(letter)
    for other in letters
}
"""The letter of an alphabet that is drawn like another letter."""


def in_one_alphabet(text: str) -> str:
    """The text with stray letters in its words replaced by their likeness in the alphabet of the others.

    Words in one alphabet stay as they are, and so do those with a letter that has no likeness.
    """
    return _WORD.sub(lambda match: _in_one_alphabet(match[0]), text)


def _in_one_alphabet(word: str) -> str:
    used = {name: len(pattern.findall(word)) for name, pattern in _ALPHABETS.items() if pattern.search(word)}
    for alphabet in sorted(used, key=used.__getitem__, reverse=True) if len(used) > 1 else ():
        mended = "".join(_LIKENESS.get((alphabet, letter), letter) for letter in word)
        if all(_ALPHABETS[alphabet].match(letter) for letter in mended):
            return mended
    return word
