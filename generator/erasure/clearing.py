"""The folder of an erased record on disk: look at it and plan, then clear it and leave the tombstone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from generator import git
from generator.checks.names import slug_of
from generator.erasure.plan import Plan, plan
from generator.meant import no_organisation
from generator.problems import Message, say
from generator.project import Project
from generator.registry import Registry


def prepare(project: Project, registry: Registry, slug: str) -> Plan | Message:
    """What erasing a record of a project comes to, or why there is nothing to be erased. Raises GitError."""
    if slug not in registry.folders or slug != slug_of(slug):
        return _unknown(slug, registry)
    folder = f"supporters/{slug}"
    known = git.look(project.root, folder, but=f"{folder}/tombstone.yml")
    elsewhere = (path for path in git.files(project.root) if not path.startswith(f"{folder}/"))
    return plan(registry, slug, list(_found(project.root, folder)), known, _texts(project.root, elsewhere))


def _unknown(slug: str, registry: Registry) -> Message:
    known = [folder for folder in sorted(registry.folders) if folder == slug_of(folder)]
    message, hint = no_organisation(slug, known)
    return say("%(message)s %(hint)s", message=message, hint=hint)


def _found(root: Path, folder: str) -> Iterator[str]:
    """Every file and every link below a folder; no link is followed."""
    for where, folders, files in os.walk(root / folder):
        for path in sorted(Path(where, name) for name in (*folders, *files)):
            if path.is_symlink() or path.is_file():
                yield path.relative_to(root).as_posix()


def _texts(root: Path, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Paths and texts of files; what is a link or no text is left out."""
    for path in paths:
        file = root / path
        try:
            if not file.is_symlink():
                yield path, file.read_text(encoding="utf-8")
        except (OSError, ValueError):
            continue


def clear(project: Project, planned: Plan, on: date) -> None:
    """Carry out a plan: write the tombstone first, so that an interruption leaves no folder without it.

    Deleted is what was found without following links; of a link the link itself, never what it leads
    to. What is left half done, the next call completes. Raises OSError.
    """
    if planned.tombstone is None:
        _bury(project.root / planned.grave, on, planned.successor)
    for path in planned.files:
        (project.root / path).unlink()
    for where, _, _ in os.walk(project.root / planned.folder, topdown=False):
        if not os.listdir(where):  # noqa: PTH208 - `where` is text
            Path(where).rmdir()


def _bury(grave: Path, on: date, successor: str | None) -> None:
    grave.unlink(missing_ok=True)  # what stands there is no tombstone; if it is a link, not what it leads to
    lines = [
        "# yaml-language-server: $schema=../../schemas/tombstone.schema.json",
        f'erased_on: "{on.isoformat()}"',
        *([f'successor: "{successor}"'] if successor else []),
    ]
    with grave.open("x", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(lines) + "\n")
