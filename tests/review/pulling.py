"""A registry on the forge, the checkout of its branch `main`, and the fork of somebody who sends a pull request."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.issues import Issues
from generator.project import Settings
from generator.review import MARKER, Base, Review
from generator.review.git import CommittedTree, Repository
from generator.review.objects import Objects
from generator.review.pull import review_and_publish
from generator.review.pull_request import PullRequests
from generator.review.reading import Reader
from tests.local_forge import running
from tests.local_pull_requests import LocalPullRequests
from tests.memory import LANGUAGES, SCHEMAS
from tests.review.proposing import CONTEXT, FILES, NEW, written
from tests.review.repositories import commit, git

REKA = "supporters/reka/supporter.yml"
BROKEN = {REKA: written({**NEW, "country": "Bulgaria"})}
COMPLETE = {REKA: written(NEW)}
SETTINGS = Settings(office_accounts=("1:office",))


@dataclass(frozen=True)
class World:
    """Three repositories in a folder: `forge` (bare), `checkout` and `fork`."""

    root: Path

    @classmethod
    def begin(cls, root: Path, files: Mapping[str, bytes | str | None] | None = None) -> World:
        """With the usual records, or other files, on `main`."""
        world = cls(root)
        world.checkout.mkdir(parents=True)
        git(world.checkout, "init", "--quiet", "--initial-branch=main")
        commit(world.checkout, "Base", files or {path: written(record) for path, record in FILES.items()})
        git(root, "clone", "--quiet", "--bare", "checkout", "forge")
        git(root, "clone", "--quiet", "forge", "fork")
        git(world.checkout, "remote", "add", "origin", str(world.forge))
        return world

    def copied(self, root: Path) -> World:
        shutil.copytree(self.root, root, symlinks=True)
        git(root / "checkout", "remote", "set-url", "origin", str(root / "forge"))
        git(root / "fork", "remote", "set-url", "origin", str(root / "forge"))
        return World(root)

    @property
    def forge(self) -> Path:
        return self.root / "forge"

    @property
    def checkout(self) -> Path:
        return self.root / "checkout"

    @property
    def fork(self) -> Path:
        return self.root / "fork"

    def push(self, files: Mapping[str, bytes | str | None], message: str = "Change") -> str:
        """Commit files in the fork, and push; the commit."""
        made = commit(self.fork, message, files)
        self.push_again()
        return made

    def push_again(self, name: str = "HEAD") -> None:
        """Push another commit of the fork, whatever was pushed before."""
        git(self.fork, "push", "--quiet", "--force", "origin", f"{name}:refs/pull/1/head")

    def merge(self, files: Mapping[str, bytes | str | None]) -> None:
        """What others bring to `main` meanwhile."""
        commit(self.checkout, "Meanwhile", files)
        git(self.checkout, "push", "--quiet", "origin", "main")

    @contextmanager
    def running(self, **facts: Any) -> Iterator[LocalPullRequests]:
        """The forge, with one pull request of which other facts may be told."""
        opened = {name: facts.pop(name) for name in ("title", "body", "fork") if name in facts}
        with running(LocalPullRequests(repository=self.forge, **facts)) as forge:
            forge.open_pull(**opened)
            yield forge

    def reader(self, forge: LocalPullRequests) -> Reader:
        """What reads pull request 1 from the checkout."""
        connected, repository = forge.connect(), Repository.at(self.checkout)
        main = repository.commit("main")
        pulls = PullRequests(connected, 1, Issues(connected).account())
        return Reader(pulls, Objects(connected), main, repository.files(main))

    def review(self, forge: LocalPullRequests) -> Review | None:
        """Review pull request 1 and show it on the forge."""
        reader = self.reader(forge)
        tree = CommittedTree(Repository.at(self.checkout), reader.base)
        base = Base(tree, SETTINGS, SCHEMAS, LANGUAGES, CONTEXT, reader.files)
        return review_and_publish(base, "main", reader)


def shown(forge: LocalPullRequests) -> object:
    """What people see of the review at the newest commit, without the numbers that the forge gives."""
    status = dict(forge.status(1) or {})
    return (
        [each["body"] for each in forge.comments[1] if each["body"].startswith(MARKER)],
        (status.get("state"), status.get("description")),
        forge.label_names(1),
        sorted(forge.lines_to_take_over(1)),
    )
