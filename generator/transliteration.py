"""Names in Latin letters, as people write them who have no other keyboard: АБЧО is ABCHO.

Cyrillic as Bulgaria's law on transliteration has it, Greek as ELOT 743, Georgian as its national system.
"""

from __future__ import annotations

from generator.folding import fold


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in pairs.split())


_LETTERS = str.maketrans(
    _table(
        "а:a б:b в:v г:g ґ:g д:d е:e є:ye ж:zh з:z и:i і:i ї:yi й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:ts "
        "ч:ch ш:sh щ:sht ъ:a ы:y ь:y э:e ю:yu я:ya ј:j љ:lj њ:nj ђ:dj ћ:c ѓ:gj ќ:kj џ:dz ѕ:dz "
        "α:a β:v γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s τ:t υ:y φ:f χ:ch ψ:ps ω:o "
        "ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:zh რ:r ს:s ტ:t უ:u ფ:p ქ:k ღ:gh ყ:q შ:sh ჩ:ch "
        "ც:ts ძ:dz წ:ts ჭ:ch ხ:kh ჯ:j ჰ:h"
    )
)


def in_latin(text: str) -> str:
    """The folded text with Cyrillic, Greek and Georgian letters in Latin ones; other scripts stay as they are."""
    return fold(text).translate(_LETTERS)
