"""Folders and files have the names the registry knows.

An organisation's folder is named in small letters a–z, digits and hyphens, at most 60 of them. In it
lie `supporter.yml`, perhaps `standing.yml`, `logo.svg` or `logo.png`, and `reports/<period>.yml`; in
the folder of an erased organisation, `tombstone.yml`. Links, and folders where a file should be, are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import Context
from generator.folding import fold
from generator.privacy import must_not_be_shown
from generator.problems import Message, Place, Problem, say
from generator.registry import Registry
from generator.tree import Entry, Kind

MAX_SLUG = 60
UNNAMED = "organisation"

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FILE = re.compile(r"supporters/[^/]+/((supporter|standing|tombstone)\.yml|logo\.(svg|png)|reports/[^/]+\.yml)")
_REPORT = re.compile(r"supporters/[^/]+/reports/(?P<name>[^/]+)\.yml")
_PERIOD_FILE = re.compile(r"supporters/[^/]+/[0-9]{4}(-[0-9]{4})?\.ya?ml")
_PERIOD = re.compile(r"[0-9]{4}(-[0-9]{4})?")
_FOLDER = re.compile(r"supporters/[^/]+(/reports)?")

Finding = tuple[str, Message, Message]


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    folders: set[str] = set()
    for entry in registry.entries:
        within_reported = entry.path.rpartition("/")[0] in folders
        if found := _explain(entry):
            if entry.kind is Kind.FOLDER and found[0] != "folder-name":
                folders.add(entry.path)
            if not within_reported:
                yield Problem(Place(entry.path), *found)


def is_known(path: str) -> bool:
    """Whether a file has the name of a record or a logo."""
    return _FILE.fullmatch(path) is not None


def is_period(name: str) -> bool:
    """Whether a report may have this name, without its ending."""
    return _PERIOD.fullmatch(name) is not None


def _explain(entry: Entry) -> Finding | None:
    match entry.kind:
        case Kind.LINK:
            return "not-a-file", say("This is a link to another place."), say("Put the file or the folder itself here.")
        case Kind.OTHER:
            return "not-a-file", say("This is neither a file nor a folder."), say("Delete it.")
        case Kind.FOLDER:
            return _explain_folder(entry.path)
    return _explain_file(entry.path)


def _explain_folder(path: str) -> Finding | None:
    if is_known(path):
        return "not-a-file", say("This is a folder; a file should be here."), say("Delete the folder and add the file.")
    if not _FOLDER.fullmatch(path):
        return "unexpected-file", say("The registry has no place for this folder."), _allowed()
    slug = path.split("/")[1]
    fits = _SLUG.fullmatch(slug) and len(slug) <= MAX_SLUG and not must_not_be_shown(slug)
    if path.count("/") > 1 or fits:
        return None
    hint = say("Name it after the organisation in Latin letters, such as “union-of-towns”.")
    if must_not_be_shown(slug):
        return "folder-name", say("The name of the folder looks like a telephone number or an e-mail address."), hint
    message = say(
        "The name of the folder must be made of small letters a–z, digits and hyphens, at most %(limit)d of them.",
        limit=MAX_SLUG,
    )
    if (name := slug_of(slug)) != UNNAMED:
        hint = say("Name it “%(name)s”, for example.", name=name)
    return "folder-name", message, hint


def _explain_file(path: str) -> Finding | None:
    if path.count("/") == 1:
        message = say("Files do not lie here; each organisation has a folder.")
        return "unexpected-file", message, say("Move the file into the organisation's folder.")
    if not is_known(path):
        return "unexpected-file", say("The registry does not know a file of this name."), _name_meant(path)
    match = _REPORT.fullmatch(path)
    if match and not is_period(match["name"]):
        return "report-name", say("A report is named after its years."), say("Name it like 2025.yml or 2024-2025.yml.")
    return None


def _name_meant(path: str) -> Message:
    """The name that was probably meant: another ending, or capital letters."""
    folder, _, name = path.rpartition("/")
    meant = name.lower().removesuffix(".txt").replace(".yaml", ".yml").replace(".jpeg", ".png").replace(".jpg", ".png")
    if meant.endswith(".png") and not name.lower().endswith(".png"):
        return say("Save the logo as PNG or as SVG.")
    if _PERIOD_FILE.fullmatch(path):
        return say("Reports lie in the folder reports/ of the organisation.")
    return say("Name it “%(name)s”.", name=meant) if is_known(f"{folder}/{meant}") else _allowed()


def _allowed() -> Message:
    return say("An organisation's folder has supporter.yml, a logo (logo.svg or logo.png) and the folder reports/.")


def slug_of(text: str) -> str:
    """A possible folder name for a text: its letters a–z and digits, with hyphens between."""
    name = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    if len(name) > MAX_SLUG:
        name = name[: MAX_SLUG + 1].rpartition("-")[0] or name[:MAX_SLUG]
    return name or UNNAMED
