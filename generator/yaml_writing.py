"""Values as YAML in the style of the registry's own files, read alike by YAML 1.1, YAML 1.2 and people.

A text of several words stands in a block of its own as it is, a code stands bare, and everything
else is in quotes as in JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*")
_NO_TEXT = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that some reader of YAML takes for something else than text."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How many columns further right stand: the keys below a key, the dashes below a key, what follows a dash."""

    step: int = 2
    dash: int = 2
    gap: int = 2

    @classmethod
    def of(cls, root: yaml.Node) -> Layout:
        """The layout of a text, from the first place that shows it; the house's where none does."""
        steps: list[int] = []
        dashes: list[int] = []
        gaps: list[int] = []
        for outer, inner in _blocks(root):
            away = inner.start_mark.column - outer.start_mark.column
            if isinstance(outer, yaml.SequenceNode):
                gaps.append(max(2, away))
            else:
                (dashes if isinstance(inner, yaml.SequenceNode) else steps).append(away)
        return cls(*(found[0] if found else 2 for found in (steps, dashes, gaps)))


HOUSE = Layout()


def _blocks(outer: yaml.Node) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Every list and mapping in block style, with the list or mapping it stands in."""
    if isinstance(outer, yaml.CollectionNode) and not outer.flow_style:
        for each in outer.value:
            inner = each[1] if isinstance(outer, yaml.MappingNode) else each
            if isinstance(inner, yaml.CollectionNode) and not inner.flow_style:
                yield outer, inner
                yield from _blocks(inner)


def block(value: Any, layout: Layout = HOUSE) -> list[str]:
    """The lines of a mapping or a list, from column 0; neither may be empty."""
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in entry(key, inner, layout)]
    return [line for inner in value for line in item(inner, layout)]


def entry(key: str, value: Any, layout: Layout = HOUSE) -> list[str]:
    """The lines of one key with its value."""
    head = f"{scalar(key)}:"
    if _is_nested(value):
        return [head, *indented(block(value, layout), layout.dash if isinstance(value, list) else layout.step)]
    if _stands_as_it_is(value):
        return [f"{head} |", *indented(value.split("\n"), layout.step)]
    return [f"{head} {scalar(value)}"]


def item(value: Any, layout: Layout = HOUSE) -> list[str]:
    """The lines of one entry of a list, from its dash on."""
    first, *others = block(value, layout) if _is_nested(value) else [scalar(value)]
    return [f"{'-':{layout.gap}}{first}", *indented(others, layout.gap)]


def scalar(value: Any) -> str:
    """A value on one line: a code bare, else in quotes."""
    if isinstance(value, str) and _CODE.fullmatch(value) and value.lower() not in _NO_TEXT:
        return value
    return quoted(value)


def quoted(value: Any, indent: int | None = None) -> str:
    """A value as JSON, which is YAML of any version; on one line unless an indentation is given."""
    return json.dumps(value, ensure_ascii=False, indent=indent)


def indented(lines: Iterable[str], columns: int) -> list[str]:
    """Lines further right; an empty line stays empty."""
    return [" " * columns + line if line else "" for line in lines]


def _is_nested(value: Any) -> bool:
    return isinstance(value, dict | list) and bool(value)


def _stands_as_it_is(value: Any) -> bool:
    """Whether a text is prose that a block repeats letter by letter: several words, nothing at the ends of its lines."""
    if not isinstance(value, str) or value != value.strip() or len(value.split()) < 2:
        return False
    return all(line == line.rstrip() for line in value.split("\n")) and "\r" not in value
