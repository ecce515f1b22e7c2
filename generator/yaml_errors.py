"""What libyaml says about a broken text, in words a newcomer understands, at the place to mend."""

from __future__ import annotations

from typing import NamedTuple

import yaml

from generator.problems import Message, say

_TAB = "a tab"
_BEHIND_QUOTE = "behind a quotation mark"
_AT_THE_END = "at the end"


class Spot(NamedTuple):
    """Line and column from 0, as libyaml counts them."""

    line: int
    column: int


_WORDS = (
    (
        _AT_THE_END,
        say("The file ends before a bracket is closed."),
        say("Write lists as [one, two] and close the bracket."),
    ),
    (
        _BEHIND_QUOTE,
        say("There is text behind the closing quotation mark."),
        say("Put the whole text in single quotes ('…'); write a single quote inside it twice ('')."),
    ),
    (
        "mapping values are not allowed",
        say("There is a colon here that does not fit."),
        say("Put the whole text in quotes, or give this line the same indentation as its neighbours."),
    ),
    (
        "could not find expected ':'",
        say("This line has no colon."),
        say("Write “key: value”, with a space after the colon; indent the further lines of a text."),
    ),
    (
        _TAB,
        say("There is a tab here."),
        say("Indent with spaces, two for each level."),
    ),
    (
        "found character that cannot start any token",
        say("A text cannot begin with this character."),
        say("Put the text in quotes."),
    ),
    (
        "found unexpected end of stream",
        say("A quotation mark is opened here and never closed."),
        say("Close the text with the same quotation mark."),
    ),
    (
        "found unknown escape character",
        say("There is a backslash (\\) here that means nothing."),
        say("Put the text in single quotes ('…'), or write the backslash twice."),
    ),
    (
        "escape",
        say("There is a backslash (\\) here that names no letter."),
        say("Type the letter itself."),
    ),
    (
        "did not find expected ',' or",
        say("The bracket that opens here is never closed, or a comma is missing behind it."),
        say("Write lists as [one, two] and close the bracket."),
    ),
    (
        "did not find expected node content",
        say("There is a bracket or a comma too many here."),
        say("Write lists as [one, two]; put a text with brackets in quotes."),
    ),
    (
        "did not find expected '-' indicator",
        say("This line does not belong to the list above it."),
        say("Begin each entry with “- ” in the same column, or indent this line like its neighbours."),
    ),
    (
        "block sequence entries are not allowed",
        say("A list cannot begin here."),
        say("Begin the list on a line of its own, each entry with “- ”."),
    ),
    (
        "scanning a tag",
        say("A text cannot begin with “!”."),
        say("Put the text in quotes."),
    ),
    (
        "parsing a tag",
        say("A text cannot begin with “!”."),
        say("Put the text in quotes."),
    ),
    (
        "scanning an a",  # an anchor, an alias
        say("A text cannot begin with “&” or “*”."),
        say("Put the text in quotes."),
    ),
    (
        "expected <document start>",
        say("The record has ended above this line."),
        say("Delete the line above it if it begins with “%”, “---” or “...”; then look at the indentation of both."),
    ),
    (
        "did not find expected key",
        say("This line does not fit in with the lines above it."),
        say("Give keys of the same level the same indentation, and close every quotation mark."),
    ),
    (
        "did not find expected comment or line break",
        say("There is something behind “|” or “>”, where the line must end."),
        say("Begin the text on the next line, indented; or put a text with “|” or “>” in quotes."),
    ),
    (
        "directive",
        say("A line cannot begin with “%”."),
        say("Delete the line."),
    ),
    (
        "incompatible YAML document",
        say("A line cannot begin with “%”."),
        say("Delete the line."),
    ),
)
"""A part of libyaml's words, what it means, and what to do."""


_ABOUT_THE_BEGINNING = ("end of stream", "expected ',' or", "could not find expected ':'")
"""Words about something that was never ended: there the beginning is the place to mend."""


def explain(error: yaml.YAMLError, text: str) -> tuple[Spot, Message, Message]:
    """Where to mend a text that libyaml could not read, why, and how."""
    words = f"{getattr(error, 'context', '')}: {getattr(error, 'problem', '')}"
    mark = getattr(error, "problem_mark", None)
    if any(part in words for part in _ABOUT_THE_BEGINNING):
        mark = getattr(error, "context_mark", None) or mark
    elif mark is not None:
        words = _seen_there(text.split("\n"), mark) or words
    spot = _within(text, mark)
    for part, message, hint in _WORDS:
        if part in words:
            return spot, message, hint
    hint = say("Compare this line and the one above it with another record.")
    return spot, say("The text cannot be read from here on: it is not valid YAML."), hint


def _seen_there(lines: list[str], mark: yaml.Mark) -> str | None:
    """What the text itself shows better than libyaml says it."""
    if mark.line >= len(lines):
        return _AT_THE_END
    line = lines[mark.line]
    if line[mark.column : mark.column + 1] == "\t":
        return _TAB
    before = line[: mark.column].rstrip()
    return _BEHIND_QUOTE if line[mark.column :].strip() and before.endswith(("'", '"')) else None


def _within(text: str, mark: yaml.Mark | None) -> Spot:
    """The place of a mark, or the end of the text if libyaml counts one line more."""
    lines = text.split("\n")
    end = Spot(len(lines) - 1, len(lines[-1]))
    return min(Spot(mark.line, mark.column), end) if mark else Spot(0, 0)
