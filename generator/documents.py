"""From bytes to a document: YAML read the 1.2 way, within bounds, with the place of every value.

Anything may be in a file that a stranger sends. The bytes are checked first, then libyaml's events
are walked once: anchors, aliases, tags, several documents and deep nesting are refused before any
tree exists (a composed alias bomb cannot be stopped any more). `NO`, `on`, dates and numbers with
leading zeros stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import yaml

from generator.problems import Message, Place, Problem, Severity, say

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
_WORDS: dict[str, object] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")

KeyPath = Sequence[str | int]


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed YAML file: its path in the project, its data (dict, list, str, int, float, bool, None) and text."""

    path: str
    data: object
    text: str = field(repr=False)

    def place(self, at: KeyPath = (), *, key: bool = False) -> Place:
        """Where the value at a key path begins, or its key; the nearest parent if the path ends early."""
        node, key_node = _compose(self.text), None
        for step in at:
            found = _child(node, step)
            if found is None:
                break
            key_node, node = found
        mark = (key_node if key and key_node is not None else node).start_mark
        return Place(self.path, mark.line + 1, mark.column + 1)


@lru_cache(maxsize=4)
def _compose(text: str) -> yaml.Node:
    """The node tree of a text that `parse` has let through; made only when a place is asked for."""
    return yaml.compose(text, Loader=yaml.CSafeLoader)


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def parse(path: str, raw: bytes) -> tuple[Document | None, list[Problem]]:
    """Read the bytes of one file.

    Returns the document, or None if it cannot be used, and every problem found on the way.
    Raises nothing, whatever the bytes.
    """
    text, problems = _decode(path, raw)
    if text is None:
        return None, problems
    reader = _Reader(path, text)
    data = reader.read()
    problems += reader.problems
    return (Document(path, data, text) if reader.usable else None), problems


def _decode(path: str, raw: bytes) -> tuple[str | None, list[Problem]]:
    if len(raw) > MAX_BYTES:
        return None, [too_large(path, len(raw))]
    problems = []
    if raw.startswith(b"\xef\xbb\xbf"):
        raw = raw[3:]
        problems.append(_byte_order_mark(path))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*problems, _not_utf8(path, raw, error)]
    if "\r" in text:
        problems.append(_line_ends(path, text))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    forbidden = list(_forbidden_characters(path, text))
    return (None if forbidden else text), problems + forbidden


def too_large(path: str, size: int) -> Problem:
    """The problem of a file of `size` bytes, more than `MAX_BYTES`."""
    return Problem(
        Place(path),
        "file-too-large",
        say("The file has %(size)d KB; a record may have %(limit)d KB.", size=size // 1024, limit=MAX_BYTES // 1024),
        say("Shorten the texts; put long documents on your website and link to them."),
    )


def _byte_order_mark(path: str) -> Problem:
    return Problem(
        Place(path),
        "byte-order-mark",
        say("The file begins with an invisible byte order mark."),
        say("Save it as “UTF-8” without “BOM”."),
        Severity.WARNING,
    )


def _not_utf8(path: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    before = raw[: error.start].decode("utf-8")
    return Problem(
        _place_after(path, before),
        "not-utf-8",
        say("The file is not UTF-8 text from here on."),
        say("In your editor choose “Save with encoding: UTF-8”, then look whether all letters are right."),
    )


def _line_ends(path: str, text: str) -> Problem:
    return Problem(
        _place_after(path, text[: text.index("\r")]),
        "windows-line-ends",
        say("The file has Windows line ends."),
        say("Save it with line ends “LF”; nothing else has to change."),
        Severity.WARNING,
    )


def _forbidden_characters(path: str, text: str) -> Iterator[Problem]:
    for pattern in (_CONTROL, _DIRECTION):
        if match := pattern.search(text):
            yield _forbidden(_place_after(path, text[: match.start()]), match[0])


def _forbidden(place: Place, character: str) -> Problem:
    code = f"U+{ord(character):04X}"
    if _DIRECTION.match(character):
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


def _place_after(path: str, before: str) -> Place:
    line = before.count("\n") + 1
    return Place(path, line, len(before) - (before.rfind("\n") + 1) + 1)


class _Stop(Exception):
    """Nothing after this problem can be read."""


@dataclass(slots=True)
class _Level:
    """A mapping or list that is being filled, and the key that waits for its value."""

    container: dict[str, object] | list[object]
    key: str | None = None
    lines: dict[str, int] = field(default_factory=dict)


class _Reader:
    """One walk over the events of one text; leaves `problems` and whether the data is `usable`."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.problems: list[Problem] = []
        self.usable = True
        self._levels: list[_Level] = []
        self._root: object = None
        self._documents = 0

    def read(self) -> object:
        try:
            for event in yaml.parse(self.text, Loader=yaml.CSafeLoader):
                self._take(event)
        except yaml.YAMLError as error:
            self._refuse(*_syntax_problem(error, self.text))
        except _Stop:
            pass
        if self.usable and self._root is None:
            self._refuse(None, "empty-file", say("The file is empty."), say("Begin with `covenant new`, or copy another record."))
        return self._root

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._check_node(event)
                self._check_escapes(event)
                self._put_scalar(event)
            case yaml.MappingStartEvent():
                self._open(event, {})
            case yaml.SequenceStartEvent():
                self._open(event, [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._levels.pop()
            case yaml.AliasEvent():
                self._refuse_anchor(event)
                self._put(None)
            case yaml.DocumentStartEvent():
                self._count_documents(event)

    def _open(self, event: yaml.CollectionStartEvent, container: dict[str, object] | list[object]) -> None:
        self._check_node(event)
        if self._expects_key():
            self._stop(event, "key-not-text", say("A key must be plain text."), say("Write “key: value”; put text with brackets in quotes."))
        if len(self._levels) >= MAX_DEPTH:
            self._stop(event, "too-deep", say("The values are nested more than %(limit)d levels deep.", limit=MAX_DEPTH), say("Compare the file with another record; no record needs so many levels."))
        self._put(container)
        self._levels.append(_Level(container))

    def _expects_key(self) -> bool:
        return bool(self._levels) and isinstance(self._levels[-1].container, dict) and self._levels[-1].key is None

    def _put_scalar(self, event: yaml.ScalarEvent) -> None:
        if self._expects_key():
            self._put_key(event)
        else:
            self._put(_resolve(event.value) if event.implicit[0] else event.value)

    def _put_key(self, event: yaml.ScalarEvent) -> None:
        level, key, line = self._levels[-1], event.value, event.start_mark.line + 1
        if key in level.lines:
            self._add(
                event,
                "duplicate-key",
                say("“%(key)s” stands here a second time; it is already on line %(line)d.", key=key, line=level.lines[key]),
                say("Keep one of the two."),
            )
        level.lines.setdefault(key, line)
        level.key = key

    def _put(self, value: object) -> None:
        if not self._levels:
            self._root = value
            return
        level = self._levels[-1]
        if isinstance(level.container, list):
            level.container.append(value)
        elif level.key is None:
            self.usable = False
        else:
            level.container.setdefault(level.key, value)
            level.key = None

    def _check_node(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._refuse_anchor(event)
        if event.tag is not None:
            self._refuse(
                event, "tag", say("Type tags such as “%(tag)s” are not used here.", tag=event.tag), say("Delete the word that begins with “!”; put text that begins with “!” in quotes.")
            )

    def _check_escapes(self, event: yaml.ScalarEvent) -> None:
        """Quoted text can spell a forbidden character as an escape that the bytes did not show."""
        match = event.style == '"' and (_CONTROL.search(event.value) or _DIRECTION.search(event.value))
        if match:
            self.usable = False
            mark = event.start_mark
            self.problems.append(_forbidden(Place(self.path, mark.line + 1, mark.column + 1), match[0]))

    def _refuse_anchor(self, event: yaml.NodeEvent) -> None:
        self._refuse(
            event,
            "anchor",
            say("References (“&name”, “*name”) are not used here."),
            say("Write the value out; put text that begins with “&” or “*” in quotes."),
        )

    def _count_documents(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(event, "several-documents", say("A second document begins here (“---”)."), say("Keep one record per file; delete the line “---” and what follows."))

    def _stop(self, event: yaml.Event, code: str, message: Message, hint: Message) -> None:
        self._refuse(event, code, message, hint)
        raise _Stop

    def _refuse(self, at: yaml.Event | Place | None, code: str, message: Message, hint: Message) -> None:
        self.usable = False
        self._add(at, code, message, hint)

    def _add(self, at: yaml.Event | yaml.Mark | None, code: str, message: Message, hint: Message) -> None:
        mark = getattr(at, "start_mark", at)
        place = Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path)
        self.problems.append(Problem(place, code, message, hint))


def _resolve(value: str) -> object:
    """The value of a plain scalar: null, true, false, whole and decimal numbers; all else is text."""
    if value in _WORDS:
        return _WORDS[value]
    if _INTEGER.fullmatch(value):
        return int(value)
    return float(value) if _FLOAT.fullmatch(value) else value


_SYNTAX = (
    ("mapping values are not allowed", say("There is a colon here that YAML cannot place."), say("Put the whole text in quotes, or check the indentation of this line.")),
    ("could not find expected ':'", say("A key without a colon ends here."), say("Write “key: value”, with a space after the colon; indent the further lines of a text.")),
    ("found character that cannot start any token", say("A text cannot begin with this character."), say("Put the text in quotes.")),
    ("found a tab", say("There is a tab here."), say("Indent with spaces, two for each level.")),
    ("found unexpected end of stream", say("A quotation mark is opened and never closed."), say("Close the text with the same quotation mark.")),
    ("found unknown escape character", say("The backslash here means nothing to YAML."), say("Use single quotes, or write the backslash twice.")),
    ("did not find expected ',' or", say("A bracket is opened and never closed, or a comma is missing."), say("Write lists as [one, two] and close the bracket.")),
    ("did not find expected '-' indicator", say("This line does not belong to the list above it."), say("Begin each item with “- ” in the same column, or indent this line like its neighbours.")),
    ("block sequence entries are not allowed", say("A list cannot begin here."), say("Begin the list on a line of its own, each item with “- ”.")),
    ("did not find expected key", say("This line does not fit in with the lines above it."), say("Give keys of the same level the same indentation, and close every quotation mark.")),
)  # fmt: skip


def _syntax_problem(error: yaml.YAMLError, text: str) -> tuple[yaml.Mark | None, str, Message, Message]:
    """Where libyaml stopped, in words a newcomer understands."""
    problem = str(getattr(error, "problem", "") or "")
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in problem:
        mark = getattr(error, "context_mark", None) or mark
    elif _character_at(text, mark) == "\t":
        problem = "found a tab"
    for words, message, hint in _SYNTAX:
        if words in problem:
            return mark, "yaml-syntax", message, hint
    return mark, "yaml-syntax", say("This is not valid YAML."), say("Compare this line and the one above it with another record.")


def _character_at(text: str, mark: yaml.Mark | None) -> str:
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return ""
    return lines[mark.line][mark.column : mark.column + 1]
