"""Lines of a record as a machine would mend them: tried on the file, and offered only if they help."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.decoding import decode, without_forbidden
from generator.documents import Document, parse
from generator.privacy import must_not_be_shown
from generator.problems import Problem

Check = Callable[[str], Sequence[Problem]]
"""Finds the problems of a file from its text."""

LARGEST_FILE = 64 * 1024
"""Lines are tried one by one, which takes too long in larger files (in bytes)."""

MOST_LINES = 20
"""How many lines of a file are tried."""

LONGEST_LINE = 500
"""Longer lines are not offered for replacement: nobody could compare them."""

_INVISIBLE = frozenset({"control-character", "direction-character"})
_SYNTAX = frozenset({"yaml-syntax", "yaml-reference", "type-tag"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A whole line of a file as it should read, and the problems that this mends."""

    path: str
    line: int
    text: str
    problems: tuple[Problem, ...]


def suggestions(path: str, raw: bytes, problems: Sequence[Problem], check: Check) -> Iterator[Suggestion]:
    """What can be mended in a file: at most one suggestion for each line, in the order of the lines."""
    if len(raw) > LARGEST_FILE:
        return
    text = _text(path, raw)
    document, _ = parse(path, raw)
    lines, before = text.split("\n"), None
    for number, at_line in _by_line(problems)[:MOST_LINES]:
        if number > len(lines) or any(problem.code.startswith("personal-") for problem in at_line):
            continue
        for mended, line in filter(_is_fit, _attempts(document, lines[number - 1], at_line)):
            before = check(text) if before is None else before
            after = check("\n".join([*lines[: number - 1], line, *lines[number:]]))
            if _helps(number, mended, before, after):
                yield Suggestion(path, number, line, mended)
                break


def _text(path: str, raw: bytes) -> str:
    """The text of a file, also of one that cannot be used as it is."""
    text, _ = decode(path, raw)
    if text is not None:
        return text
    return raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _by_line(problems: Iterable[Problem]) -> list[tuple[int, tuple[Problem, ...]]]:
    lines: dict[int, list[Problem]] = {}
    for problem in problems:
        lines.setdefault(problem.place.line, []).append(problem)
    return sorted((number, tuple(found)) for number, found in lines.items())


Attempt = tuple[tuple[Problem, ...], str]
"""The problems that a new line shall mend, and the line."""


def _is_fit(attempt: Attempt) -> bool:
    """Whether a line may be shown."""
    return len(attempt[1]) <= LONGEST_LINE and not must_not_be_shown(attempt[1])


def _attempts(document: Document | None, line: str, problems: Sequence[Problem]) -> Iterator[Attempt]:
    if document:
        named = tuple(problem for problem in problems if problem.instead is not None)
        if named:
            yield named, _with_what_is_named(document, line, named)
        return
    for problem in problems:
        if problem.code in _INVISIBLE:
            yield (problem,), without_forbidden(line)
        elif problem.code in _SYNTAX:
            yield from (((problem,), written) for written in _written_otherwise(line))


def _with_what_is_named(document: Document, line: str, problems: Sequence[Problem]) -> str:
    """The line with what the hints name in place of the keys and values, from its end to its beginning."""
    for problem in sorted(problems, key=lambda each: each.place.column, reverse=True):
        span = document.span(problem.place)
        written = document.text[slice(*span)] if span else "\n"
        if "\n" not in written:
            start = problem.place.column - 1
            line = line[:start] + _written_alike(problem, written) + line[start + len(written) :]
    return line


def _written_alike(problem: Problem, written: str) -> str:
    """What a hint names, in the quotation marks of what stands there; unless the marks themselves are the problem."""
    named = str(problem.instead)
    if problem.code == "wrong-type" or written[0] not in "\"'":
        return named
    return json.dumps(named, ensure_ascii=False) if written[0] == '"' else _quoted(named)


_ENTRY = re.compile(r"(?P<head>\s*(?:- )?[\w.-]+):(?P<space>\s*)(?P<value>\S.*?)(?P<end>\s*)")


def _written_otherwise(line: str) -> Iterator[str]:
    """Other ways to write a line that cannot be read: without tabs, closed, in quotes."""
    if "\t" in line:
        yield re.sub(r"\t", "  ", line)
    match = _ENTRY.fullmatch(line)
    if not match:
        return
    head, value = match["head"], match["value"]
    if not match["space"]:
        yield f"{head}: {value}"
    elif value[0] in "[{":
        yield f"{head}: {value}{']' if value[0] == '[' else '}'}"
    elif value[0] in "\"'" and value.count(value[0]) == 1:
        yield f"{head}: {value}{value[0]}"
    elif value[-1] not in "]}|>":
        yield f"{head}: {_quoted(value)}"


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _helps(number: int, mended: Sequence[Problem], before: Sequence[Problem], after: Sequence[Problem]) -> bool:
    """Whether the file is better with the new line: what was to be mended is gone, and nothing came instead."""
    codes = {problem.code for problem in mended}
    if any(problem.code in codes and problem.place.line == number for problem in after):
        return False
    if codes <= _SYNTAX | _INVISIBLE:
        return not any(problem.code in _SYNTAX and problem.place.line <= number for problem in after)
    return len(after) <= len(before) and not any(problem.code in _SYNTAX for problem in after)
