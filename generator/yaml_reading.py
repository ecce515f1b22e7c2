"""From text to data: YAML the 1.2 way, refused where it is more than a record needs.

libyaml's events are walked once. Anchors, aliases, tags, several documents and deep nesting are
refused before any tree exists (a composed alias bomb cannot be stopped any more). `NO`, `on`, dates
and numbers with leading zeros stay text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from generator.decoding import forbidden_in
from generator.problems import Message, Place, Problem, say
from generator.yaml_errors import explain

MAX_DEPTH = 12
"""How deep values may be nested."""

MAX_EVENTS = 20_000
"""How much a file may hold: a key or a value counts once, a list or a group twice."""

INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
FLOAT = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
_WORDS: dict[str, object] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


Event = Any
Mark = Any
"""An event of libyaml and a place in its text; the stubs of PyYAML know only half of what they have."""


@dataclass(slots=True)
class Outcome:
    """What was read: the data, whether it can be used, whether it stands in the text as it is, and the problems."""

    data: object = None
    usable: bool = True
    verbatim: bool = True
    problems: list[Problem] = field(default_factory=list)


def read(path: str, text: str) -> Outcome:
    """Read a decoded text. Raises nothing, whatever the text."""
    reader = _Reader(path)
    try:
        reader.walk(text)
    except yaml.YAMLError as error:
        mark, message, hint = explain(error, text)
        reader.refuse(mark, "yaml-syntax", message, hint)
    except _Stop:
        pass
    outcome = reader.outcome
    outcome.data = reader.root.value
    if outcome.usable and outcome.data is None:
        hint = say("Begin with “covenant new”, or copy another record.")
        reader.refuse(None, "empty-file", say("The file has no content."), hint)
    return outcome


class _Stop(Exception):  # noqa: N818 - a signal, not an error
    """Nothing after this problem can be read."""


class _Root:
    """The place of the document's one value."""

    def __init__(self) -> None:
        self.value: object = None

    def put(self, value: object) -> None:
        self.value = value


class _List:
    """A list that is being filled."""

    def __init__(self) -> None:
        self.value: list[object] = []
        self.put = self.value.append


class _Mapping:
    """A mapping that is being filled: the key that waits for its value, and where each key stands."""

    def __init__(self) -> None:
        self.value: dict[str, object] = {}
        self.marks: dict[str, Mark] = {}
        self.key: str | None = None

    def put(self, value: object) -> None:
        if self.key is not None:
            self.value.setdefault(self.key, value)
        self.key = None


class _Reader:
    """One walk over the events of one text."""

    def __init__(self, path: str) -> None:
        self.outcome = Outcome()
        self.root = _Root()
        self._path = path
        self._levels: list[_Root | _List | _Mapping] = [self.root]
        self._documents = 0
        self._has_escapes = False
        self._line_of_reference = -1

    def walk(self, text: str) -> None:
        """Build the data; what cannot be part of a record becomes a problem. Raises YAMLError and _Stop."""
        self._has_escapes = "\\" in text or "''" in text
        take = {
            yaml.ScalarEvent: self._take_scalar,
            yaml.AliasEvent: self._take_alias,
            yaml.MappingStartEvent: self._open_mapping,
            yaml.SequenceStartEvent: self._open_list,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.DocumentStartEvent: self._begin_document,
        }
        for number, event in enumerate(iter(yaml.CSafeLoader(text).get_event, None)):
            if found := take.get(type(event)):
                found(event)
            if number > MAX_EVENTS:
                self._stop_at_length(event)

    def _take_scalar(self, event: Event) -> None:
        if event.anchor is not None or event.tag is not None:
            self._check_node(event)
        level, style, value = self._levels[-1], event.style, event.value
        if style or " " in value:
            value = self._presented(event)
        if isinstance(level, _Mapping) and level.key is None:
            self._take_key(level, value, event.start_mark)
        else:
            level.put(value if style else _resolve(value))

    def _take_key(self, level: _Mapping, key: str, mark: Mark) -> None:
        before: Mark = level.marks.setdefault(key, mark)
        level.key = key
        if before is not mark:
            line = before.line + 1
            message = say("“%(key)s” stands here a second time; it is already on line %(line)d.", key=key, line=line)
            self._add(mark, "duplicate-key", message, say("Keep one of the two."))

    def _take_alias(self, event: Event) -> None:
        self._refuse_anchor(event)
        level = self._levels[-1]
        if isinstance(level, _Mapping) and level.key is None:
            level.key = ""
        else:
            level.put(None)

    def _open_mapping(self, event: Event) -> None:
        self._open(event, _Mapping())

    def _open_list(self, event: Event) -> None:
        self._open(event, _List())

    def _open(self, event: Event, opened: _List | _Mapping) -> None:
        if event.anchor is not None or event.tag is not None:
            self._check_node(event)
        level = self._levels[-1]
        if isinstance(level, _Mapping) and level.key is None:
            hint = say("Write “key: value”; put a text that begins with “[” or “{” in quotes.")
            self._stop(event.start_mark, "key-not-text", say("The word before a colon must be plain text."), hint)
        if len(self._levels) > MAX_DEPTH:
            hint = say("Compare the file with another record; no record needs so many levels.")
            message = say("The values are nested more than %(limit)d levels deep.", limit=MAX_DEPTH)
            self._stop(event.start_mark, "too-deep", message, hint)
        level.put(opened.value)
        self._levels.append(opened)

    def _close(self, event: Event) -> None:
        self._levels.pop()

    def _begin_document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            hint = say("Keep one record per file; delete the line “---” and what follows.")
            self._stop(event.start_mark, "several-documents", say("A second record begins here (“---”)."), hint)

    def _stop_at_length(self, event: Event) -> NoReturn:
        hint = say("Compare the file with another record; no record needs so many.")
        self._stop(event.start_mark, "too-many-values", say("There are too many keys and values in this file."), hint)

    def _check_node(self, event: Event) -> None:
        if event.anchor is not None:
            self._refuse_anchor(event)
        if event.tag is not None:
            hint = say("Delete the word that begins with “!”; put a text that begins with “!” in quotes.")
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = say("Type tags such as “%(tag)s” are not used here.", tag=tag)
            self.refuse(event.start_mark, "type-tag", message, hint)

    def _refuse_anchor(self, event: Event) -> None:
        """The first reference of a line stands for all of them."""
        line = event.start_mark.line
        if line == self._line_of_reference:
            return
        self._line_of_reference = line
        hint = say("Write the value out; put a text that begins with “&” or “*” in quotes.")
        self.refuse(event.start_mark, "yaml-reference", say("References (“&name”, “*name”) are not used here."), hint)

    def _presented(self, event: Event) -> str:
        """The text of a scalar that is quoted or has several lines; the last line end of a block is not part of it."""
        value: str = event.value
        if event.style in ("|", ">"):
            value = value.rstrip("\n")
        if event.style != "|" and (self._has_escapes or event.start_mark.line != event.end_mark.line):
            self.outcome.verbatim = False
            if problem := forbidden_in(value, self._place(event.start_mark)):
                self.outcome.usable = False
                self.outcome.problems.append(problem)
        return value

    def _stop(self, mark: Mark, code: str, message: Message, hint: Message) -> NoReturn:
        self.refuse(mark, code, message, hint)
        raise _Stop

    def refuse(self, mark: Mark | None, code: str, message: Message, hint: Message) -> None:
        """Add a problem after which the data cannot be used."""
        self.outcome.usable = False
        self._add(mark, code, message, hint)

    def _add(self, mark: Mark | None, code: str, message: Message, hint: Message) -> None:
        self.outcome.problems.append(Problem(self._place(mark), code, message, hint))

    def _place(self, mark: Mark | None) -> Place:
        return Place(self._path, mark.line + 1, mark.column + 1) if mark else Place(self._path)


def _resolve(value: str) -> object:
    """The value of a plain scalar: null, true, false, whole and decimal numbers; all else is text."""
    if value in _WORDS:
        return _WORDS[value]
    if value[0] not in "-0123456789":
        return value
    if INTEGER.fullmatch(value):
        return int(value)
    return float(value) if FLOAT.fullmatch(value) else value
