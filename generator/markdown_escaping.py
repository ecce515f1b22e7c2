"""Text from a record or from the forge, made harmless for a comment or an issue on the forge.

The forge's Markdown knows more than the standard: after rendering it looks in the plain text for
mentions, numbers of issues, commits, addresses and emoji, and there a backslash does not stop it
(nor, in replies by mail, does a code span). A zero-width space inside such a thing does.
"""

from __future__ import annotations

import re
import unicodedata

BREAK = "\u200b"
"""What parts a sign from what follows it: nobody sees it, and nothing is recognised across it."""

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$#]")
_AT_THE_START = re.compile(r"[-+=]|\d{1,9}(?=[.)])")
_BEFORE_SOMETHING = re.compile(r"[@#:](?=\S)|\bwww(?=\.)|\b(?:GH|GHSA|CVE)(?=-)", re.IGNORECASE)
_LIKE_A_COMMIT = re.compile(r"([0-9a-f]{6})(?=[0-9a-f])", re.IGNORECASE)
_UNSEEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows, beyond the text's own end."""


def escape(text: str) -> str:
    """The text as one line of Markdown that shows it as it is: no mention, link, image, HTML or formatting of its own.

    It may stand anywhere in a paragraph, a heading, a list item, a table cell or between `**`; not in a code span.
    """
    line = " ".join("".join(map(_seen, text)).split())
    unlinked = _BEFORE_SOMETHING.sub(lambda sign: sign[0] + BREAK, _LIKE_A_COMMIT.sub(rf"\1{BREAK}", line))
    escaped = _MARKUP.sub(lambda sign: f"\\{sign[0]}", unlinked)
    return _AT_THE_START.sub(_escaped_start, escaped, count=1) if _AT_THE_START.match(escaped) else escaped


def _seen(character: str) -> str:
    return " " if character in _UNSEEN or unicodedata.category(character) in {"Cc", "Cs"} else character


def _escaped_start(start: re.Match[str]) -> str:
    """A line that begins with these would be a list, a heading or the underline of one."""
    return f"{start[0]}\\" if start[0].isdigit() else f"\\{start[0]}"
