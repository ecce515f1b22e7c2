"""What Git knows of a registry: the days on which files came into it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path


def days_added(root: Path, paths: Sequence[str]) -> Mapping[str, date]:
    """The day on which each path was first committed; paths that Git does not know are left out.

    Empty without Git, outside a repository, and in a shallow clone, whose first commit seems to add everything.
    """
    if not paths or _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    added = _git(
        root, "log", "--reverse", "--diff-filter=A", "--format=%x01%cs", "--name-only", "-z", "--relative", "--", *paths
    )
    return {name: day for commit in added.split("\1")[1:] for day, name in _additions(commit)}


def _additions(commit: str) -> Iterator[tuple[date, str]]:
    """The day of a commit with each file that it added, from `day NUL newline name NUL name NUL …`."""
    day, *names = commit.split("\0")
    yield from ((date.fromisoformat(day), name.strip("\n")) for name in names if name.strip("\n"))


def _git(root: Path, *arguments: str) -> str:
    """What a Git command prints; nothing if it fails or there is no Git."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)  # noqa: S603, S607
    except OSError:
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
