"""From bytes to text: UTF-8 of a bounded size, without the characters no record needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from generator.problems import Place, Problem, Severity, say

MAX_BYTES = 256 * 1024
"""The size of the largest record."""

_MOST_CHARACTERS = 20
"""How many lines with forbidden characters are listed; a file with more of them is no text."""

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
_DIRECTIONS = "\u202a-\u202e\u2066-\u2069"
DIRECTION = re.compile(f"[{_DIRECTIONS}]")
FORBIDDEN = re.compile(f"[{_CONTROL}{_DIRECTIONS}]")


def decode(path: str, raw: bytes) -> tuple[str | None, list[Problem]]:
    """The text of a file with plain line ends, or None if it cannot be used, and every problem on the way."""
    if len(raw) > MAX_BYTES:
        return None, [too_large(path, len(raw))]
    problems = []
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
        problems.append(_byte_order_mark(path))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*problems, _not_utf8(path, raw[: error.start].decode("utf-8"))]
    if "\r" in text:
        problems.append(_line_ends(place_after(path, text[: text.index("\r")])))
        text = _with_plain_line_ends(text)
    forbidden = list(islice(_forbidden_characters(path, text), _MOST_CHARACTERS))
    return (None if forbidden else text), problems + forbidden


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def too_large(path: str, size: int) -> Problem:
    """The problem of a file of `size` bytes, more than `MAX_BYTES`."""
    return Problem(
        Place(path),
        "file-too-large",
        say(
            "The file has %(size)d KB; a record may have %(limit)d KB.", size=-(-size // 1024), limit=MAX_BYTES // 1024
        ),
        say("Shorten the texts; put long documents on your website and link to them."),
    )


def _byte_order_mark(path: str) -> Problem:
    return Problem(
        Place(path),
        "byte-order-mark",
        say("The file begins with an invisible character, the “byte order mark”."),
        say("In your editor, save it as “UTF-8” without “BOM”; nothing else has to change."),
        Severity.WARNING,
    )


def _not_utf8(path: str, before: str) -> Problem:
    return Problem(
        place_after(path, _with_plain_line_ends(before)),
        "not-utf-8",
        say("From here on the file is not saved as UTF-8, and its letters cannot be read."),
        say("In your editor choose “Save with encoding: UTF-8”, then look whether all letters are right."),
    )


def _line_ends(place: Place) -> Problem:
    return Problem(
        place,
        "windows-line-ends",
        say("The file has Windows line ends."),
        say("In your editor, save it with line ends “LF”; nothing else has to change."),
        Severity.WARNING,
    )


def _forbidden_characters(path: str, text: str) -> Iterator[Problem]:
    """The first forbidden character of each line."""
    if not FORBIDDEN.search(text):
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if match := FORBIDDEN.search(line):
            yield _forbidden(Place(path, number, match.start() + 1), match[0])


def without_forbidden(text: str) -> str:
    """The text without the characters that no record needs."""
    return FORBIDDEN.sub("", text)


def forbidden_in(text: str, place: Place) -> Problem | None:
    """The problem of the first character in `text` that no record needs, if there is one."""
    match = FORBIDDEN.search(text)
    return _forbidden(place, match[0]) if match else None


def _forbidden(place: Place, character: str) -> Problem:
    code = f"U+{ord(character):04X}"
    if DIRECTION.match(character):
        return Problem(
            place,
            "direction-character",
            say("There is an invisible character (%(code)s) here that changes the direction of text.", code=code),
            say("Delete it. The site sets the direction of each language by itself."),
        )
    return Problem(
        place,
        "control-character",
        say("There is an invisible control character (%(code)s) here.", code=code),
        say("Delete it and type the text again; it often comes from copying out of another program."),
    )


def place_after(path: str, before: str) -> Place:
    """The place of the character that follows the text `before`."""
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
