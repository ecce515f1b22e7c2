"""Letters folded for comparing and finding: š is s, ß is ss, ţ is ț, ς is σ; `theme/assets/covenant.js` folds alike."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

WITHOUT_DECOMPOSITION = {
    "ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t",
}  # fmt: skip


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """`text` in lower case, without the marks on Latin and Greek letters; other scripts keep theirs."""
    folded = "".join(map(_fold_character, unicodedata.normalize("NFC", text).casefold()))
    return unicodedata.normalize("NFC", folded)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character.isascii():
        return character
    base = unicodedata.normalize("NFD", character)[0]
    if unicodedata.name(base, "").startswith(("LATIN", "GREEK")):
        return WITHOUT_DECOMPOSITION.get(base, base)
    return "" if unicodedata.category(character) == "Mn" and character < "\u0370" else character
