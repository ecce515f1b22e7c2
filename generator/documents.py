"""Documents: parsed YAML files that know where each of their values stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

import yaml

from generator.decoding import decode, place_after
from generator.problems import Place, Problem
from generator.yaml_reading import read

KeyPath = Sequence[str | int]
"""The keys and list positions that lead to a value."""


@dataclass(frozen=True)
class Document:
    """A parsed YAML file: its path in the project, its data (dict, list, str, int, float, bool, None) and text."""

    path: str
    data: Any
    text: str = field(repr=False)
    verbatim: bool = True
    """Whether every line of every value stands in the text as it is, without escapes, doubled quotes or folded lines."""

    def place(self, at: KeyPath = (), *, key: bool = False) -> Place:
        """Where the value at a key path begins, or its key; the nearest parent if the path ends early."""
        known, path = _marks(self.text), tuple(at)
        while path not in known:
            path, key = path[:-1], False
        return self._place((known[path].key if key else known[path].value).start_mark)

    def place_within(self, at: KeyPath, part: str) -> Place:
        """Where a part of the text at a key path stands; where the text begins if it is written otherwise."""
        node = _marks(self.text)[tuple(at)].value
        found = self.text.find(part, node.start_mark.index, node.end_mark.index)
        return self._place(node.start_mark) if found < 0 else place_after(self.path, self.text[:found])

    def span(self, place: Place) -> tuple[int, int] | None:
        """Where in the text the key or value that begins at a place begins and ends; None if none begins there."""
        for marks in _marks(self.text).values():
            for node in (marks.key, marks.value):
                if isinstance(node, yaml.ScalarNode) and self._place(node.start_mark) == place:
                    return node.start_mark.index, node.end_mark.index
        return None

    def path_at(self, place: Place) -> KeyPath:
        """The key path of the smallest value that stands at a place, or whose key does; empty if there is none."""
        at = place.line - 1, place.column - 1
        around = [path for path, marks in _marks(self.text).items() if marks.hold(at)]
        return max(around, key=len, default=())

    def _place(self, mark: yaml.Mark) -> Place:
        if mark.line > self.text.count("\n"):  # libyaml counts one line more where a value is missing at the end
            return place_after(self.path, self.text)
        return Place(self.path, mark.line + 1, mark.column + 1)

    @cached_property
    def texts(self) -> tuple[tuple[KeyPath, str], ...]:
        """Every text among the values, with its key path."""
        found: list[tuple[KeyPath, str]] = []
        _collect_texts(self.data, (), found)
        return tuple(found)


def parse(path: str, raw: bytes) -> tuple[Document | None, list[Problem]]:
    """Read the bytes of one file.

    Returns the document, or None if it cannot be used, and every problem found on the way.
    Raises nothing, whatever the bytes.
    """
    text, problems = decode(path, raw)
    if text is None:
        return None, problems
    outcome = read(path, text)
    return (
        Document(path, outcome.data, text, outcome.verbatim) if outcome.usable else None
    ), problems + outcome.problems


def _collect_texts(value: object, path: tuple[str | int, ...], found: list[tuple[KeyPath, str]]) -> None:
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, dict):
        for key, inner in value.items():
            _collect_texts(inner, (*path, key), found)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            _collect_texts(inner, (*path, index), found)


@dataclass(frozen=True, slots=True)
class _Marks:
    """The nodes of a key (of a list's item: itself) and of its value, which know where they begin and end."""

    key: yaml.Node
    value: yaml.Node

    def hold(self, at: tuple[int, int]) -> bool:
        """Whether a line and a column, from 0, lie from the key to the end of the value."""
        begin, end = self.key.start_mark, self.value.end_mark
        return (begin.line, begin.column) <= at < (end.line, end.column)


@lru_cache(maxsize=4)
def _marks(text: str) -> Mapping[KeyPath, _Marks]:
    """Where each key and value of a text stands that was read before; made only when a place is asked for."""
    root: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
    return {(): _Marks(root, root), **dict(_marks_below(root, ()))}


def _marks_below(node: yaml.Node, path: tuple[str | int, ...]) -> Iterator[tuple[KeyPath, _Marks]]:
    for step, key, value in _children(node):
        yield (*path, step), _Marks(key, value)
        yield from _marks_below(value, (*path, step))


def _children(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node, yaml.Node]]:
    """Key or position, the node of the key (of a list's item: itself) and the node of the value."""
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, key, value) for key, value in reversed(node.value))
    elif isinstance(node, yaml.SequenceNode):
        yield from ((index, item, item) for index, item in enumerate(node.value))
