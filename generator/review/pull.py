"""The review of a pull request on the forge, from reading it to showing what was found."""

from __future__ import annotations

from datetime import date

from generator.forge import Forge, ForgeError
from generator.issues import Issues
from generator.problems import say
from generator.project import Project
from generator.review import Base, Review, review
from generator.review.git import CommittedTree, Repository
from generator.review.local import laid_out
from generator.review.objects import Objects
from generator.review.publication import publish
from generator.review.pull_request import PullRequests
from generator.review.reading import Reader

MOST_ATTEMPTS = 2
"""How often a pull request is read that changes while it is reviewed."""


def review_pull(project: Project, forge: Forge, number: int, today: date) -> Review | None:
    """Review a pull request to the branch that is checked out; None if it is left alone.

    Raises ForgeError and SetUpError.
    """
    repository = Repository.at(project.root)
    commit = repository.commit("HEAD")
    with laid_out(repository, commit) as accepted:
        files = repository.files(commit)
        base = Base.of(accepted, CommittedTree(repository, commit), today, files)
        pulls = PullRequests(forge, number, Issues(forge).account())
        return review_and_publish(base, accepted.repository().branch, Reader(pulls, Objects(forge), commit, files))


def review_and_publish(base: Base, branch: str, reader: Reader) -> Review | None:
    """Review what is read and show it; None if it is closed, or meant for another branch. Raises ForgeError."""
    for _ in range(MOST_ATTEMPTS):
        pull = reader.pulls.read()
        if not pull.is_open or pull.target != branch:
            return None
        proposal = reader.proposal(pull)
        found = review(base, proposal)
        if publish(reader.pulls, pull, proposal, found):
            return found
    raise ForgeError(
        say("The pull request changes faster than it can be reviewed. Try again when it has come to rest.")
    )
