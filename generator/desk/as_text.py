"""The desk as text for a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from generator.desk import Desk
from generator.desk.sections import NOTHING_WAITS, Entry, Section, sections, title
from generator.languages import Language
from generator.problems import printable

WIDTH = 80


def as_text(desk: Desk, language: Language) -> str:
    """The whole desk; what is too long for a line goes on below."""
    heading = title(desk, language).render(language.catalogue)
    lines = [heading, "=" * len(heading)]
    for section in sections(desk, language):
        lines += ["", *_section(section, language)]
    if len(lines) == 2:
        lines += ["", NOTHING_WAITS.render(language.catalogue)]
    return "\n".join(lines) + "\n"


def _section(section: Section, language: Language) -> Iterator[str]:
    yield from _wrapped(f"{section.title.render(language.catalogue)} ({len(section.entries)})", "")
    measures = [entry.measure.render(language.catalogue) for entry in section.entries]
    column = max(map(len, measures)) + 4
    for entry, measure in zip(section.entries, measures, strict=True):
        yield from _entry(entry, f"  {measure}".ljust(column), language)
    if section.advice:
        yield from _wrapped(section.advice.render(language.catalogue), "  ")


def _entry(entry: Entry, measure: str, language: Language) -> Iterator[str]:
    indent = " " * len(measure)
    yield from _wrapped(entry.subject.render(language.catalogue), indent, measure)
    if entry.name:
        yield from _wrapped(printable(entry.name[language.choose(entry.name)]), indent)
    for line in entry.lines:
        yield from _wrapped(line.render(language.catalogue), indent)


def _wrapped(text: str, indent: str, first: str | None = None) -> list[str]:
    start = indent if first is None else first
    return textwrap.wrap(text, WIDTH, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False)
