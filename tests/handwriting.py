"""Data written down as people might: everyone with their own indentation, quotes, brackets, comments and blank lines."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import Any

from hypothesis import strategies as st

from tests.strategies import Draw

quoted = partial(json.dumps, ensure_ascii=False)
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


class Pen:
    """Writes data as somebody might: with their own indentation, quotes, brackets, comments and blank lines."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.step, self.dash, self.gap = draw(st.tuples(st.integers(1, 4), st.integers(0, 4), st.integers(2, 4)))
        self.lines: list[str] = []

    def text(self, data: Any) -> str:
        if self.draw(st.integers(0, 5)) == 0:
            return quoted(data, indent=self.draw(st.sampled_from([None, 2])))
        self._between(0)
        self._mapping(data, 0)
        self._between(0)
        text = "\n".join(self.lines) + self.draw(st.sampled_from(["\n", "", "\n\n", "\n...\n"]))
        return self.draw(st.sampled_from([text, text, text.replace("\n", "\r\n")]))

    def _between(self, deepest: int) -> None:
        """Comments and blank lines, none further right than it can stand without being text."""
        for _ in range(self.draw(st.sampled_from([0, 0, 0, 1, 2]))):
            column = self.draw(st.integers(0, deepest))
            self.lines.append(self.draw(st.sampled_from(["", " " * column + "# remark: a, [b]", "#"])))

    def _mapping(self, data: Any, column: int, head: str = "") -> None:
        for key, value in data.items():
            self._entry(head or " " * column, f"{self._scalar(key)}:", value, column)
            head = ""

    def _list(self, data: Any, column: int) -> None:
        for value in data:
            head = " " * column + "-" + " " * (self.gap - 1)
            if isinstance(value, dict) and self.draw(st.integers(0, 4)):
                self._mapping(value, column + self.gap, head)
            else:
                self.lines.append(f"{head}{quoted(value)}{self._remark()}")
            self._between(column)

    def _entry(self, head: str, key: str, value: Any, column: int) -> None:
        bracketed = self.draw(st.integers(0, 5)) == 0
        if isinstance(value, dict | list) and bracketed:
            self.lines.append(f"{head}{key} {quoted(value)}{self._remark()}")
        elif isinstance(value, dict | list):
            self.lines.append(f"{head}{key}{self._remark()}")
            self._between(column)
            if isinstance(value, dict):
                self._mapping(value, column + self.step)
            else:
                self._list(value, column + self.dash)
        elif isinstance(value, str) and value == value.strip() and " " in value and "\\" not in quoted(value):
            self.lines += [f"{head}{key} |{self._remark()}", " " * (column + self.step) + value]
        else:
            self.lines.append(f"{head}{key} {self._scalar(value)}{self._remark()}")
        self._between(column)

    def _remark(self) -> str:
        return self.draw(st.sampled_from(["", "", "", " # remark", "   #"]))

    def _scalar(self, value: Any) -> str:
        is_word = isinstance(value, str) and _WORD.fullmatch(value) and value.lower() not in ("true", "false", "null")
        return value if is_word and self.draw(st.booleans()) else quoted(value)
