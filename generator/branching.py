"""A new branch with one new file, made without touching the files at hand or the branch one is on."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from generator.project import SetUpError


def has_branch(root: Path, branch: str) -> bool:
    """Whether the repository has a branch of this name. Raises SetUpError."""
    return bool(_git(root, "for-each-ref", f"refs/heads/{branch}"))


def commit_on_new_branch(root: Path, branch: str, path: str, text: str, message: str) -> str:
    """Put a file on top of the commit one is on, in a branch that must not exist yet; the commit. Raises SetUpError."""
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder, "index")
        blob = _git(root, "hash-object", "-w", "--stdin", given=text)
        _git(root, "read-tree", "HEAD", index=index)
        _git(root, "update-index", "--add", "--cacheinfo", f"100644,{blob},{path}", index=index)
        tree = _git(root, "write-tree", index=index)
    commit = _git(root, "commit-tree", tree, "-p", "HEAD", given=message)
    _git(root, "update-ref", f"refs/heads/{branch}", commit, "")
    return commit


def _git(root: Path, *arguments: str, given: str = "", index: Path | None = None) -> str:
    environment = {**os.environ, **({"GIT_INDEX_FILE": str(index)} if index else {})}
    try:
        done = subprocess.run(  # noqa: S603 - every argument is made here, none is an option of a stranger's making
            ["git", *arguments],  # noqa: S607 - the user's own Git
            cwd=root,
            env=environment,
            input=given.encode(),
            capture_output=True,
            check=True,
        )
    except FileNotFoundError as error:
        raise SetUpError("Git is not installed") from error
    except subprocess.CalledProcessError as error:
        raise SetUpError(f"git {arguments[0]}: {error.stderr.decode(errors='replace').strip()}") from error
    return done.stdout.decode().strip()
