"""Pieces of Markdown, made from messages and plain text: whatever goes in comes out escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape as escape_html

from generator.markdown_escaping import escape
from generator.problems import Message, say_number
from generator.review.words import Words

MARKER = "<!-- covenant-review -->"
"""By this first line our own comment is found again, so that it can be renewed in place."""

MOST_SHOWN = 30
"""How many entries of a list are shown; a longer comment would not be read."""


def written(text: str) -> str:
    """Plain text within a line of Markdown."""
    return escape(text)


def said(words: Words, message: Message) -> str:
    """A message within a line of Markdown."""
    return escape(words.say(message))


def heading(words: Words, message: Message) -> str:
    return f"### {said(words, message)}"


def strong(text: str) -> str:
    return f"**{escape(text)}**"


def link(text: str, address: str | None) -> str:
    """A link; without an address its text alone. Whoever makes the address quotes it."""
    return f"[{escape(text)}]({address})" if address else escape(text)


def bullets(words: Words, lines: Sequence[str]) -> str:
    """A list of lines that are Markdown already."""
    return "\n".join(f"- {line}" for line in (*lines[:MOST_SHOWN], *more(words, lines)))


def more(words: Words, lines: Sequence[str]) -> list[str]:
    """How many lines there are beyond those that are shown, if there are."""
    number = len(lines) - MOST_SHOWN
    return [said(words, say_number("and %(number)d more", "and %(number)d more", number))] if number > 0 else []


def fence(text: str, language: str, indent: str = "") -> str:
    """A block that shows its lines as they stand; nothing in them can end it."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    ticks = "`" * max(3, longest + 1)
    return "\n".join(f"{indent}{line}" for line in (f"{ticks}{language}", *text.split("\n"), ticks))


def fold(summary: str, body: str) -> str:
    """A part that opens when its summary is chosen."""
    return f"<details><summary>{escape_html(summary)}</summary>\n\n{body}\n\n</details>"


def code(name: str) -> str:
    """A name or number in letters of one width, without what could end them."""
    return f"`{' '.join(name.replace('`', ' ').split()) or ' '}`"
