"""Git, called safely; and what it knows of a registry: files, what is not committed, which commits touched them."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.project import SetUpError


class GitError(SetUpError):
    """Git could not do what was asked, for example because there is no repository; the message is its own."""


class GitMissingError(GitError):
    """The program is not installed."""


def run(root: Path, *arguments: str, given: bytes = b"", **environment: str) -> bytes:
    """What Git says to a command in a folder; no argument may begin with a hyphen that is not ours. Raises GitError.

    Git asks nobody and fetches nothing, and neither replacements of objects nor what the environment says of
    other repositories changes its answer.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and no command from elsewhere
            ["git", "--no-replace-objects", *arguments],  # noqa: S607 - the user's own Git
            cwd=root,
            env={**_environment(), **environment},
            input=given,
            capture_output=True,
            check=True,
        )
    except FileNotFoundError as error:
        raise GitMissingError("Git is needed for this and cannot be found") from error
    except subprocess.CalledProcessError as error:
        raise GitError(os.fsdecode(error.stderr).strip() or f"git {' '.join(arguments)} failed") from error
    return done.stdout


def _environment() -> dict[str, str]:
    """The environment with the user's name and settings for Git, and nothing else that Git listens to."""
    foreign = re.compile(r"GIT_(?!(?:AUTHOR|COMMITTER)_|CONFIG)")
    kept = {name: value for name, value in os.environ.items() if not foreign.match(name)}
    return {**kept, "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder of a working tree; paths are from the project's root, as text even where they are no Unicode.

    `above` is the path from the repository's root to the project's, with `/` at its end; empty where
    they are the same. `days` has the day of each commit of any branch or tag that touched the folder,
    the last one first. A shallow clone has not all of them.
    """

    tracked: frozenset[str] = frozenset()
    uncommitted: frozenset[str] = frozenset()
    days: tuple[date, ...] = ()
    is_shallow: bool = False
    above: str = ""


def look(root: Path, folder: str, but: str) -> Folder:
    """What Git knows of a folder of the project at `root`; commits that touched only the file `but` do not count.

    Raises GitError.
    """
    above = _git(root, "rev-parse", "--show-prefix").strip("\n")
    days = _git(
        root, "log", "--all", "--full-history", "--no-show-signature", "--format=%cs", "--", folder, f":(exclude){but}"
    )
    return Folder(
        frozenset(files(root, folder)),
        frozenset(_uncommitted(root, folder, above)),
        tuple(map(date.fromisoformat, days.split())),
        _git(root, "rev-parse", "--is-shallow-repository").strip() == "true",
        above,
    )


def files(root: Path, folder: str = ".") -> list[str]:
    """The files of a folder that Git keeps. Raises GitError."""
    return _names(_git(root, "ls-files", "-z", "--", folder))


def days_added(root: Path, paths: Sequence[str]) -> Mapping[str, date]:
    """The day on which each path was last added; paths that Git does not know are left out.

    Empty without Git, outside a repository, and in a shallow clone, whose first commit seems to add everything.
    """
    try:
        if not paths or _git(root, "rev-parse", "--is-shallow-repository").strip() == "true":
            return {}
        options = (
            "--reverse",
            "--diff-filter=A",
            "--no-show-signature",
            "--format=%x01%cs",
            "--name-only",
            "--relative",
        )
        added = _git(root, "log", *options, "-z", "--", *paths)
    except GitError:
        return {}
    return {name: day for commit in added.split("\1")[1:] for day, name in _additions(commit)}


def _additions(commit: str) -> Iterator[tuple[date, str]]:
    """The day of a commit with each file that it added, from `day NUL newline name NUL name NUL …`."""
    day, *names = commit.split("\0")
    yield from ((date.fromisoformat(day), name.strip("\n")) for name in names if name.strip("\n"))


def _uncommitted(root: Path, folder: str, above: str) -> list[str]:
    """The paths of which the last commit has another version, or none; Git gives them from the repository's root."""
    status = _git(root, "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--", folder)
    return [entry[3:].removeprefix(above) for entry in _names(status)]


def _names(listing: str) -> list[str]:
    return [name for name in listing.split("\0") if name]


def _git(root: Path, *arguments: str) -> str:
    return os.fsdecode(run(root, *arguments))
