"""Changes to the text of a YAML file that leave every other byte as it is: comments, order, quotes, line ends.

What is new is put where the nodes of the text say it belongs, in the file's own style. A comment
after a list stays before the key it introduces. Whatever comes out is read again: it must hold
exactly what was wanted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import yaml

from generator import yaml_writing
from generator.documents import KeyPath, parse
from generator.yaml_writing import Layout, indented, quoted

_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK_OR_COMMENT = re.compile(r"([ \t]*)(#[^\r\n]*)?(?:\r\n|\r|\n|\Z)")
_BYTE_ORDER_MARK = "\ufeff"

Node = Any
"""A node of PyYAML; its stubs know only half of what nodes are."""


@dataclass(frozen=True, slots=True)
class Append:
    """Add a value at the end of the list at a key path; a list that is missing is made."""

    path: KeyPath
    value: Any


@dataclass(frozen=True, slots=True)
class Put:
    """Give a value to the key at the end of a key path; one that is there already must be no list and no mapping."""

    path: KeyPath
    value: Any


Edit = Append | Put


def applied(data: Any, edits: Sequence[Edit]) -> Any:
    """A copy of the data after the edits. Raises LookupError or TypeError for a path that leads nowhere."""
    changed = deepcopy(data)
    for edit in edits:
        *above, last = edit.path
        group = changed
        for step in above:
            group = group[step]
        if isinstance(edit, Put):
            group[last] = deepcopy(edit.value)
        else:
            into = group.setdefault(last, []) if isinstance(group, dict) else group[last]
            into += [deepcopy(edit.value)]
    return changed


def edited(text: str, edits: Sequence[Edit], order: Sequence[str] = ()) -> str | None:
    """The text of a file after the edits; None if it cannot be made without touching something else.

    A key that is new comes behind the nearest one that `order` has before it, else behind the last.
    """
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    changed = text.removeprefix(mark)
    try:
        for edit in edits:
            wanted = applied(_data(changed), [edit])
            changed = _Text(changed, order).after(edit)
            if _data(changed) != wanted:
                return None
    except (LookupError, TypeError, ValueError):
        return None
    return mark + changed


def _data(text: str) -> Any:
    """What the registry reads in a text. Raises ValueError if that is nothing."""
    document, _ = parse("", text.encode())
    if document is None:
        raise ValueError("this is no record")
    return document.data


class _Splice(NamedTuple):
    """A piece of text that goes between two places of another."""

    start: int
    end: int
    new: str


class _Text:
    """A text that can be read, about to be changed. Raises TypeError where an edit does not fit."""

    def __init__(self, text: str, order: Sequence[str]) -> None:
        root: Node = yaml.compose(text, Loader=yaml.CSafeLoader)
        line_end = _LINE_END.search(text)
        self._text = text
        self._root = root
        self._order = order
        self._layout = Layout.of(root)
        self._line_end = line_end[0] if line_end else "\n"

    def after(self, edit: Edit) -> str:
        """The text after one edit."""
        text = self._text
        for start, end, new in reversed(self._splices(edit)):
            text = text[:start] + new + text[end:]
        return text

    def _splices(self, edit: Edit) -> list[_Splice]:
        *above, last = edit.path
        group = self._root
        for step in above:
            group = _child(group, step)
        found = _child(group, last)
        if found is None:
            return self._new_key(group, str(last), [edit.value] if isinstance(edit, Append) else edit.value)
        return [_replacement(found, edit.value)] if isinstance(edit, Put) else self._new_item(group, found, edit.value)

    def _new_item(self, group: Node, into: Node, value: Any) -> list[_Splice]:
        if not isinstance(into, yaml.SequenceNode):
            raise TypeError
        if into.flow_style:
            return self._in_brackets(into, [(each, each) for each in into.value], len(into.value) - 1, "", value)
        last, column = into.value[-1], into.start_mark.column
        layout = replace(self._layout, gap=max(2, last.start_mark.column - column))
        return self._lines_behind(last, group.start_mark.column, indented(yaml_writing.item(value, layout), column))

    def _new_key(self, group: Node, key: str, value: Any) -> list[_Splice]:
        if not isinstance(group, yaml.MappingNode):
            raise TypeError
        before = self._index_before(group, key)
        if group.flow_style:
            return self._in_brackets(group, group.value, before, f"{quoted(key)}: ", value)
        column = group.start_mark.column
        return self._lines_behind(
            group.value[before][1], column, indented(yaml_writing.entry(key, value, self._layout), column)
        )

    def _index_before(self, group: Node, key: str) -> int:
        """Which key of a mapping a new one follows."""
        keys = [each.value for each, _ in group.value]
        earlier = self._order[: self._order.index(key)] if key in self._order else ()
        return next((keys.index(each) for each in reversed(earlier) if each in keys), len(keys) - 1)

    def _lines_behind(self, node: Node, owner: int, lines: list[str]) -> list[_Splice]:
        """New lines behind a block and the comments that stand further right than the column of its owner."""
        at = place = _behind_line(self._text, _end(self._text, node))
        while at < len(self._text) and (match := _BLANK_OR_COMMENT.match(self._text, at)):
            at = match.end()
            if match[2]:
                if len(match[1]) <= owner:
                    break
                place = at
        new = "".join(line + self._line_end for line in lines)
        return [_Splice(place, place, new if self._text[place - 1] in "\r\n" else self._line_end + new)]

    def _in_brackets(
        self, group: Node, entries: Sequence[tuple[Node, Node]], before: int, head: str, value: Any
    ) -> list[_Splice]:
        """A new entry behind the entry `before`, on a line of its own if that one begins a line."""
        if not entries:
            at = group.start_mark.index + 1
            return [_Splice(at, at, head + quoted(value))]
        start, end = entries[before][0].start_mark.index, entries[before][1].end_mark.index
        margin = _LINE_END.split(self._text[:start])[-1]
        if margin.strip():
            return [_Splice(end, end, f", {head}{quoted(value)}")]
        written = head + quoted(value, max(_indentation(first, last) for first, last in entries) or None)
        new = "".join(self._line_end + margin + line for line in written.split("\n"))
        until = entries[before + 1][0].start_mark.index if before + 1 < len(entries) else group.end_mark.index - 1
        return _on_own_line(end, self._text[end:until], new)


def _on_own_line(end: int, behind: str, new: str) -> list[_Splice]:
    """New lines behind an entry that ends at `end`; `behind` is what stands between it and what follows."""
    rest = _LINE_END.split(behind)[0]
    if rest == behind:
        return [_Splice(end, end, f",{new}")]
    at = end + len(rest)
    if "," in rest.partition("#")[0]:
        return [_Splice(at, at, f"{new},")]
    return [_Splice(end, end, ","), _Splice(at, at, new)]


def _replacement(node: Node, value: Any) -> _Splice:
    """A new value in place of an old one, in quotes if that was."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(value, dict | list) or isinstance(node, yaml.CollectionNode) or _is_block(node) or start == end:
        raise TypeError
    return _Splice(start, end, quoted(value) if node.style else yaml_writing.scalar(value))


def _is_block(node: Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")


def _child(group: Node, step: str | int) -> Node | None:
    """The node behind a key or at a position."""
    if isinstance(group, yaml.MappingNode):
        return next((value for key, value in group.value if key.value == step), None)
    return group.value[step] if isinstance(group, yaml.SequenceNode) else None


def _end(text: str, node: Node) -> int:
    """Where a node ends, without the blank lines and comments that libyaml counts to it."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(node, yaml.MappingNode) else last
    end: int = node.end_mark.index
    if not _is_block(node):
        return end
    start: int = node.start_mark.index
    block = text[start:end]
    keeps_blank_lines = "+" in _LINE_END.split(block)[0].partition("#")[0]
    return start + len(re.sub(r"(\r\n|\r|\n)\Z", "", block) if keeps_blank_lines else block.rstrip(" \t\r\n"))


def _behind_line(text: str, index: int) -> int:
    match = _LINE_END.search(text, index)
    return match.end() if match else len(text)


def _indentation(first: Node, last: Node) -> int:
    """How much further right the content of an entry in brackets stands; 0 if it stands on the entry's line."""
    inner = last.value[0] if isinstance(last, yaml.CollectionNode) and last.value else None
    begin = inner[0] if isinstance(inner, tuple) else inner
    if begin is None or begin.start_mark.line == first.start_mark.line:
        return 0
    away: int = begin.start_mark.column - first.start_mark.column
    return max(0, away)
