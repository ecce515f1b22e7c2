"""The written pages of a language: which there are, what their front matter says, where they end up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_PLACEHOLDER = re.compile(r"\{\{ *(\w+) *\}\}")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the front matter of a page says: title, label in menus, description, opening, and what it translates."""

    title: str
    short: str
    description: str
    lead: str = ""
    source: str = ""


def facts_of(folder: Path) -> dict[str, PageFacts]:
    """The facts of every page in a language's folder, by path within it."""
    return {page.relative_to(folder).as_posix(): _facts(page) for page in sorted(folder.rglob("*.md"))}


def _facts(page: Path) -> PageFacts:
    match = _FRONT_MATTER.match(page.read_text(encoding="utf-8"))
    front = yaml.load(match[1], Loader=yaml.CBaseLoader) if match else {}  # noqa: S506 - every value is a text
    title = front.get("title", page.stem)
    further = (front.get(key, "") for key in ("description", "lead", "source"))
    return PageFacts(title, front.get("short", title), *further)


def url_of(source: str) -> str:
    """The address of a page from its source: `benefits.md` is at `benefits/`, `index.md` at the folder itself."""
    stem = source.removesuffix(".md")
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def section(markdown: str, name: str) -> str:
    """The part of a page between its marks `--8<-- [start:name]` and `[end:name]`; empty if there is none."""
    _, _, behind = markdown.partition(f"<!-- --8<-- [start:{name}] -->")
    inside, mark, _ = behind.partition(f"<!-- --8<-- [end:{name}] -->")
    return inside.strip() if mark else ""


def filled_in(markdown: str, values: Mapping[str, str]) -> str:
    """Markdown with its placeholders, `{{ office_email }}`, filled in. Raises KeyError for one that means nothing."""
    return _PLACEHOLDER.sub(lambda match: values[match[1]], markdown)
