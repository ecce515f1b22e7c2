"""A new branch with one new file, made without touching the files at hand or the branch one is on."""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator import git


def has_branch(root: Path, branch: str) -> bool:
    """Whether the repository has a branch of this name. Raises GitError."""
    return bool(_git(root, "for-each-ref", f"refs/heads/{branch}"))


def commit_on_new_branch(root: Path, branch: str, path: str, text: str, message: str) -> str:
    """Put a file on top of the commit one is on, in a branch that must not exist yet; the commit. Raises GitError."""
    with tempfile.TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder, "index"))}
        blob = _git(root, "hash-object", "-w", "--stdin", given=text)
        _git(root, "read-tree", "HEAD", **index)
        _git(root, "update-index", "--add", "--cacheinfo", f"100644,{blob},{path}", **index)
        tree = _git(root, "write-tree", **index)
    commit = _git(root, "commit-tree", tree, "-p", "HEAD", given=message)
    _git(root, "update-ref", f"refs/heads/{branch}", commit, "")
    return commit


def _git(root: Path, *arguments: str, given: str = "", **environment: str) -> str:
    return git.run(root, *arguments, given=given.encode(), **environment).decode().strip()
