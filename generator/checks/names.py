"""Folders and files have the names the registry knows.

An organisation's folder is named in small letters a–z, digits and hyphens, at most 60 of them. In it
lie `supporter.yml`, perhaps `standing.yml`, `logo.svg` or `logo.png`, and `reports/<period>.yml`.
Links, and folders where a file should be, are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.run import Run
from generator.folding import fold
from generator.problems import Message, Place, Problem, say
from generator.registry import Registry
from generator.tree import Entry, Kind

MAX_SLUG = 60

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FILE = re.compile(r"supporters/[^/]+/((supporter|standing)\.yml|logo\.(svg|png)|reports/[^/]+\.yml)")
_REPORT = re.compile(r"supporters/[^/]+/reports/(?P<name>[^/]+)\.yml")
_FOLDER = re.compile(r"supporters/[^/]+(/reports)?")


def check(registry: Registry, run: Run) -> Iterator[Problem]:
    for entry in registry.entries:
        if found := _explain(entry):
            yield Problem(Place(entry.path), *found)


def _explain(entry: Entry) -> tuple[str, Message, Message] | None:
    if entry.kind in (Kind.LINK, Kind.OTHER):
        return "not-a-file", say("This is a link, not a file of its own."), say("Put the file itself here.")
    if entry.kind is Kind.FOLDER:
        return _explain_folder(entry)
    if entry.path.count("/") == 1:
        return "unexpected-file", say("Files do not lie here; each organisation has a folder."), say("Move the file into the organisation's folder.")
    if not _FILE.fullmatch(entry.path):
        return _unexpected(entry)
    match = _REPORT.fullmatch(entry.path)
    if match and not re.fullmatch(r"\d{4}(-\d{4})?", match["name"]):
        return "report-name", say("A report is named after its years."), say("Name it like 2025.yml or 2024-2025.yml.")
    return None


def _explain_folder(entry: Entry) -> tuple[str, Message, Message] | None:
    if _FILE.fullmatch(entry.path):
        return "not-a-file", say("This is a folder; a file should be here."), say("Delete the folder and add the file.")
    if not _FOLDER.fullmatch(entry.path):
        return "unexpected-file", say("The registry has no place for this folder."), say("Keep only supporter.yml, logo and reports/ in an organisation's folder.")
    slug = entry.path.split("/")[1]
    if entry.path.count("/") == 1 and not (_SLUG.fullmatch(slug) and len(slug) <= MAX_SLUG):
        return "folder-name", say("The folder's name has more than small letters a–z, digits and hyphens, or is longer than %(limit)d.", limit=MAX_SLUG), say("Name it “%(name)s”, for example.", name=slug_of(slug))
    return None


def _unexpected(entry: Entry) -> tuple[str, Message, Message]:
    hint = say("Keep only supporter.yml, logo and reports/ in an organisation's folder.")
    if entry.path.endswith(".yaml"):
        hint = say("End the name in .yml.")
    return "unexpected-file", say("The registry does not know a file of this name."), hint


def slug_of(text: str) -> str:
    """A possible folder name for a text: its letters a–z and digits, with hyphens between."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:MAX_SLUG].strip("-") or "organisation"
