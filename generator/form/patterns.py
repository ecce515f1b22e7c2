r"""Patterns of Python as the browser reads them, with the same meaning.

Python's `\w`, `\d` and `\s` are those of Unicode, and the browser's are not; Python lets a backslash stand
before any sign, and the browser only before some. Flags of the result: `u`, and `i` where Python ignores case.
"""

from __future__ import annotations

import re

_LETTERS = r"\p{L}\p{N}_"
_DIGITS = r"\p{Nd}"
_SPACES = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_IN_CLASS = {r"\w": _LETTERS, r"\d": _DIGITS, r"\s": _SPACES}
_OUTSIDE = {
    r"\w": f"[{_LETTERS}]",
    r"\d": _DIGITS,
    r"\s": f"[{_SPACES}]",
    r"\S": f"[^{_SPACES}]",
    r"\Z": "$",
    "$": r"(?=\n?$)",
    "(?P<": "(?<",
    "{,": "{0,",
}
_PIECE = re.compile(r"\\.|\(\?P<|\{,|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_CLASS = re.compile(r"(\[\^?)((?:\\.|[^\\])*)\]", re.DOTALL)
_PART = re.compile(r"\\.|.", re.DOTALL)
_KEPT = re.compile(r"\\[\^$\\.*+?()\[\]{}|/\w]")
"""What a backslash may stand before in the browser."""


def for_browser(pattern: re.Pattern[str]) -> list[str]:
    """Source and flags of the same pattern for the browser."""
    source = _without_comments(pattern.pattern) if pattern.flags & re.VERBOSE else pattern.pattern
    begins = "(?<![^\\n])" if pattern.flags & re.MULTILINE else "^"
    translated = "".join(begins if piece == "^" else _translated(piece) for piece in _PIECE.findall(source))
    return [translated, "iu" if pattern.flags & re.IGNORECASE else "u"]


def _without_comments(source: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"(?<!\\)#.*", "", source))


def _translated(piece: str) -> str:
    if piece in _OUTSIDE:
        return _OUTSIDE[piece]
    if match := _CLASS.fullmatch(piece):
        return _class(match[1], match[2])
    return piece if piece == "\\" or _KEPT.fullmatch(piece) or not piece.startswith("\\") else piece[1:]


def _class(opening: str, parts: str) -> str:
    r"""A class of characters; what is neither `\W` nor one of the others is a letter or digit but none of those."""
    without = parts.replace(r"\W", "")
    if opening == "[^" and without != parts:
        return f"(?:(?![{_class_parts(without)}])[{_LETTERS}])"
    return f"{opening}{_class_parts(parts)}]"


def _class_parts(parts: str) -> str:
    return "".join(_class_part(part) for part in _PART.findall(parts))


def _class_part(part: str) -> str:
    if part in _IN_CLASS:
        return _IN_CLASS[part]
    if part.startswith("\\"):
        return part if part == r"\-" or _KEPT.fullmatch(part) else part[1]
    return rf"\{part}" if part in "[]" else part
