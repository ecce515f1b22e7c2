"""An expression of interest from the forge's form, filed: a record with a folder of its own, on a branch of its own.

It is checked beside all other records before anything is written, for what has once been in a branch cannot be
taken back. What is wrong is said of the answer, in the language of the form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from generator import checks
from generator.accounts import Author
from generator.answers import ISSUE, Interest, record_from
from generator.checks.context import Context
from generator.checks.duplicates import SHARED_HOSTS
from generator.checks.names import slug_of
from generator.documents import Document, parse
from generator.languages import Language
from generator.problems import Place, Problem, say
from generator.questions import Question, questions
from generator.schemas import Schemas
from generator.tree import Overlay, Tree
from generator.yaml_writing import block

_SCHEMA = "# yaml-language-server: $schema=../../schemas/supporter.schema.json"

BRANCHES = "intake/"
"""What the names of the branches begin with."""

_OF_NOBODY = frozenset("www co com org net gov gob gouv edu ac or go asso".split())
"""Parts of a host's name that do not say whose it is."""

_NOREPLY = "users.noreply.github.com"
"""Where the forge itself credits people who do not show their address."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The registry as it is accepted, which a new record is checked beside; `tree` has its records."""

    tree: Tree
    schemas: Schemas
    languages: Mapping[str, Language]
    context: Context


@dataclass(frozen=True, slots=True)
class Filing:
    """A record to be filed: the language of its form, its folder, its text, and everything that is wrong with it."""

    language: Language
    slug: str = ""
    text: str = ""
    problems: Sequence[Problem] = ()

    @property
    def path(self) -> str:
        return f"supporters/{self.slug}/supporter.yml"

    @property
    def title(self) -> str:
        """What the commit, and a pull request with it, are called: no text of the record."""
        return f"supporters: Add {self.slug}"

    def message(self, issue: int, author: Author) -> str:
        """What the commit says, and whom it is owed to."""
        credit = f"Co-authored-by: {author.login} <{author.id}+{author.login}@{_NOREPLY}>"
        return f"{self.title}\n\nFrom the form in issue #{issue}.\n\n{credit}\n"


def branch_for(issue: int) -> str:
    """The branch for the record that came with an issue: one for each, whatever becomes of the answers."""
    return f"{BRANCHES}{issue}"


def filing(issue_text: str, accepted: Accepted) -> Filing:
    """The record that an issue makes, with everything that the check says of it beside all others."""
    return filing_of(record_from(issue_text, accepted.schemas.resolved["supporter"], accepted.languages), accepted)


def filing_of(interest: Interest, accepted: Accepted) -> Filing:
    """The record of an interest."""
    if not interest.data:
        return Filing(interest.language, problems=interest.problems)
    slug = slug_for(interest.data, {entry.path.split("/")[1] for entry in accepted.tree.entries()})
    draft = Filing(interest.language, slug, "\n".join([_SCHEMA, *block(interest.data), ""]))
    raw = draft.text.encode()
    document, _ = parse(draft.path, raw)
    _, found = checks.inspect(Overlay(accepted.tree, {draft.path: raw}), accepted.schemas, accepted.context)
    asked = questions(accepted.schemas.resolved["supporter"])
    placed = [
        _of_an_answer(problem, document, asked, interest)
        for problem in found
        if problem.place.path == draft.path and problem.code != "missing-key"  # said of the answer already
    ]
    return replace(draft, problems=[*interest.problems, *placed])


def _of_an_answer(
    problem: Problem, document: Document | None, asked: Sequence[Question], interest: Interest
) -> Problem:
    """A problem of the record as one of the answer that it comes from."""
    before = [
        (place, question.label, interest.lines.get(question.path, 1))
        for question in asked
        if document and _holds(document.data, question.path)
        if (place := document.place(question.path, key=True)) <= problem.place
    ]
    if not before:
        return problem
    _, label, line = max(before, key=lambda each: each[0])
    message = say("“%(label)s”: %(message)s", label=label, message=problem.message)
    return Problem(Place(ISSUE, line), problem.code, message, problem.hint, problem.severity)


def _holds(data: Any, path: Sequence[str]) -> bool:
    for key in path:
        if not isinstance(data, dict) or key not in data:
            return False
        data = data[key]
    return True


def slug_for(data: Mapping[str, Any], taken: set[str]) -> str:
    """A free folder name: what the website is called, the surest Latin name whatever the script; else after the name."""
    candidates = list(_candidates(data))
    numbered = (f"{candidates[0]}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (*candidates, *numbered) if slug not in taken)


def _candidates(data: Mapping[str, Any]) -> Iterator[str]:
    host = _host(data.get("website", ""))
    parts = [] if host in SHARED_HOSTS else host.split(".")[:-1]
    own = [part for part in parts if part not in _OF_NOBODY and not part.startswith("xn--")]
    yield from (slug_of(part) for part in own[-1:])
    yield from (slug_of(name) for name in data.get("name", {}).values())
    yield slug_of("")


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
