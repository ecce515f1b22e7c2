"""Where an organisation can be recognised in the texts of others: lines for a person to judge, never what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.checks.duplicates import site_of
from generator.registry import Organisation

SHORTEST_WORD = 3
"""How many letters a name or an acronym has at least to be looked for: shorter ones stand everywhere."""


class Trace(StrEnum):
    """By what an organisation can be recognised."""

    FOLDER = "folder"
    NAME = "name"
    ACRONYM = "acronym"
    WEBSITE = "website"
    MAILBOX = "mailbox"


@dataclass(frozen=True, slots=True)
class Mention:
    """A line that mentions the organisation, and by what."""

    path: str
    line: int
    traces: tuple[Trace, ...]


def mentions(slug: str, organisation: Organisation | None, texts: Iterable[tuple[str, str]]) -> Iterator[Mention]:
    """The lines of texts, given with their paths, that mention the organisation; without its record, only its folder."""
    patterns = dict(_patterns(slug, organisation))
    for path, text in texts:
        lines: dict[int, set[Trace]] = {}
        for trace, pattern in patterns.items():
            for match in pattern.finditer(text):
                lines.setdefault(text.count("\n", 0, match.start()) + 1, set()).add(trace)
        for line, traces in sorted(lines.items()):
            yield Mention(path, line, tuple(trace for trace in Trace if trace in traces))


def _patterns(slug: str, organisation: Organisation | None) -> Iterator[tuple[Trace, re.Pattern[str]]]:
    yield Trace.FOLDER, _words([slug])
    if organisation is None:
        return
    supporter = organisation.supporter
    names = [*supporter.name.values(), *(name for each in supporter.former_names for name in each.name.values())]
    yield Trace.NAME, _words(names, re.IGNORECASE)
    yield Trace.ACRONYM, _words(supporter.acronym.values())
    yield Trace.WEBSITE, _words([site_of(supporter.website)], re.IGNORECASE)
    yield Trace.MAILBOX, _words([supporter.contact], re.IGNORECASE)


def _words(texts: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    """Any of the texts as whole words, however they are broken over lines."""
    wanted = [r"\s+".join(map(re.escape, text.split())) for text in texts if len(text) >= SHORTEST_WORD]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(wanted)})(?![\w-])" if wanted else r"(?!)", flags)
