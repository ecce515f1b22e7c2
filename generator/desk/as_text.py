"""The desk as text for a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from generator.desk import Desk
from generator.desk.sections import NOTHING_WAITS, Entry, Section, sections, title
from generator.languages import Language
from generator.problems import Catalogue

WIDTH = 80


def as_text(desk: Desk, language: Language) -> str:
    """The whole desk; what is too long for a line goes on below."""
    heading = title(desk, language).render(language.catalogue)
    lines = [heading, "=" * len(heading)]
    for section in sections(desk, language):
        lines += ["", *_section(section, language.catalogue)]
    if len(lines) == 2:
        lines += ["", NOTHING_WAITS.render(language.catalogue)]
    return "\n".join(lines) + "\n"


def _section(section: Section, catalogue: Catalogue) -> Iterator[str]:
    yield from _wrapped(f"{section.title.render(catalogue)} ({len(section.entries)})", "")
    measures = [entry.measure.render(catalogue) for entry in section.entries]
    column = max(map(len, measures)) + 4
    for entry, measure in zip(section.entries, measures, strict=True):
        yield from _entry(entry, measure, column, catalogue)
    if section.advice:
        yield from _wrapped(section.advice.render(catalogue), "  ")


def _entry(entry: Entry, measure: str, column: int, catalogue: Catalogue) -> Iterator[str]:
    indent = " " * column
    yield from _wrapped(entry.subject.render(catalogue), indent, f"  {measure}".ljust(column))
    for line in entry.lines:
        yield from _wrapped(line.render(catalogue), indent)


def _wrapped(text: str, indent: str, first: str | None = None) -> list[str]:
    start = indent if first is None else first
    return textwrap.wrap(text, WIDTH, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False)
