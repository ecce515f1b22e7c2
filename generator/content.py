"""The written pages of a language: which there are, what their front matter says, where they end up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_PLACEHOLDER = re.compile(r"\{\{ *(\w+) *\}\}")
_HEADING = re.compile(r"^## .*\{ *#([\w-]+) *\}\s*$", re.MULTILINE)

TOP = "top"
"""The section of a page before its first heading: its title, its description, its opening."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the front matter of a page says: title, label in menus, description, opening, and what it translates.

    `source` has the fingerprint of the English text of each section, as it was when it was translated.
    """

    title: str
    short: str
    description: str
    lead: str = ""
    source: Mapping[str, str] = field(default_factory=dict)


def facts_of(folder: Path) -> dict[str, PageFacts]:
    """The facts of every page in a language's folder, by path within it."""
    return {page.relative_to(folder).as_posix(): _facts(page) for page in sorted(folder.rglob("*.md"))}


def _facts(page: Path) -> PageFacts:
    match = FRONT_MATTER.match(page.read_text(encoding="utf-8"))
    front = yaml.load(match[1], Loader=yaml.CBaseLoader) if match else {}  # noqa: S506 - every value is a text
    title, source = front.get("title", page.stem), front.get("source", {})
    description, lead = front.get("description", ""), front.get("lead", "")
    return PageFacts(title, front.get("short", title), description, lead, source if isinstance(source, dict) else {})


def url_of(source: str) -> str:
    """The address of a page from its source: `benefits.md` is at `benefits/`, `index.md` at the folder itself."""
    stem = source.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def sections(page: str) -> dict[str, tuple[int, str]]:
    """The sections of a page, by the id of their heading of the second level: the line it begins on, and its text."""
    headings = list(_HEADING.finditer(page))
    names, starts = [TOP, *(heading[1] for heading in headings)], [0, *(heading.start() for heading in headings)]
    ends = [*starts[1:], len(page)]
    return {
        name: (page.count("\n", 0, start) + 1, page[start:end])
        for name, start, end in zip(names, starts, ends, strict=True)
    }


def section(markdown: str, name: str) -> str:
    """The part of a page between its marks `--8<-- [start:name]` and `[end:name]`; empty if there is none."""
    _, _, behind = markdown.partition(f"<!-- --8<-- [start:{name}] -->")
    inside, mark, _ = behind.partition(f"<!-- --8<-- [end:{name}] -->")
    return inside.strip() if mark else ""


def filled_in(markdown: str, values: Mapping[str, str]) -> str:
    """Markdown with its placeholders, `{{ office_email }}`, filled in. Raises KeyError for one that means nothing."""
    return _PLACEHOLDER.sub(lambda match: values[match[1]], markdown)
