"""The review of a local branch, with no forge at all: its commits are read from the repository on this computer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.project import Project
from generator.review import Author, Base, Review, review
from generator.review.git import CommittedTree, Repository


def review_branch(project: Project, base_name: str, author: Author | None, today: date) -> Review:
    """What a pull request from the commit that is checked out to `base_name` would be told. Raises SetUpError."""
    repository = Repository.at(project.root)
    base, head = repository.commit(base_name), repository.commit("HEAD")
    with laid_out(repository, base) as accepted:
        proposal = repository.proposal(base, head, author, accepted.repository().url)
        tree, paths = CommittedTree(repository, base), repository.files(base)
        return review(Base.of(accepted, tree, today, paths), proposal)


@contextmanager
def laid_out(repository: Repository, commit: str) -> Iterator[Project]:
    """The settings, schemas and texts of a commit as a project, as long as the block runs. Raises SetUpError."""
    with TemporaryDirectory() as folder:
        repository.lay_out_base(commit, Path(folder))
        yield Project(Path(folder))
