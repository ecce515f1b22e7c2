"""An issue made with the form “Express interest”, taken in: its record is proposed, or the applicant told what to mend.

Everything is looked for before it is made, under names that follow from the number of the issue. So a run that was
cut off is completed by the next one, and of two runs at once the second finds what the first has made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.accounts import Author
from generator.branches import Branches, File, Pull, State
from generator.forge import Data, Forge, ForgeError
from generator.forms import INTEREST
from generator.intake import BRANCHES, Accepted, Filing, branch_for, filing
from generator.intake_texts import Outcome, Reply, Texts
from generator.languages import SOURCE
from generator.own_comment import OwnComment
from generator.problems import Message, has_errors, say
from generator.project import Settings

MARK = "<!-- covenant-intake -->"

MOST_OPEN, MOST_OPEN_OF_ONE = 50, 3
"""How many records wait in pull requests at most: in all, and of one account. Nobody reads more of them at once."""

MOST_ATTEMPTS = 3
"""How often it is looked again when somebody else was faster."""

_CONFLICTS = frozenset({409, 422})
"""What the forge answers who comes second: the branch or pull request exists, or the branch has moved on."""

_OF_ACCOUNT = re.compile(r"<!-- covenant-intake: issue \d+ of account (\d+) -->")


@dataclass(frozen=True, slots=True)
class Office:
    """Where applications are taken in: the forge, the branch that is published, and what its operator decides."""

    forge: Forge
    branch: str
    settings: Settings


@dataclass(frozen=True, slots=True)
class Application:
    """An open issue made with the form: its number, who wrote it, and its text."""

    number: int
    author: Author
    body: str


def take_in(number: int, accepted: Accepted, office: Office) -> Reply | Message:
    """Propose the record of an issue, or answer in it; what was replied, or why it is left alone. Raises ForgeError."""
    for _ in range(MOST_ATTEMPTS - 1):
        try:
            return _take_in(number, accepted, office)
        except ForgeError as error:
            if error.status not in _CONFLICTS:
                raise
    return _take_in(number, accepted, office)


def _take_in(number: int, accepted: Accepted, office: Office) -> Reply | Message:
    application = read(number, office.forge)
    if isinstance(application, Message):
        return application
    found = filing(application.body, accepted)
    reply = _Intake(application, found, accepted, office).reply()
    text = Texts(found.language, office.settings).comment(reply)
    OwnComment(office.forge, number, MARK).keep(text)
    return reply


def read(number: int, forge: Forge) -> Application | Message:
    """The application in an issue, or why it is none. Raises ForgeError."""
    data = forge.get(f"{forge.here}/issues/{number}")
    if "pull_request" in data:
        return say("it is a pull request")
    if INTEREST.label not in [label["name"] for label in data["labels"]]:
        return say("it does not have the label of the form “Express interest”")
    if data["state"] != "open":
        return say("it is closed")
    author = _author(data.get("user") or {})
    return Application(number, author, data.get("body") or "") if author else say("its account is gone")


def _author(user: Data) -> Author | None:
    try:
        return Author.of(f"{user.get('id')}:{user.get('login')}")
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Intake:
    """One application, with the record made of it, on the way to its pull request."""

    application: Application
    found: Filing
    accepted: Accepted
    office: Office

    def reply(self) -> Reply:
        """Do on the forge what is to be done there, apart from the comment. What people have decided stands."""
        pull, problems = self.branches.pull(self.branch), self.found.problems
        number = pull.number if pull else None
        if pull and pull.state is not State.OPEN:
            return Reply(Outcome.ACCEPTED if pull.state is State.MERGED else Outcome.DECLINED, number)
        there = self.branches.find(self.branch)
        if there and not there.is_ours:
            return Reply(Outcome.IN_HAND, number)
        if has_errors(problems):
            return Reply(Outcome.UNCLEAR, number, problems)
        if pull is None and self._is_one_too_many():
            return Reply(Outcome.WAITS, None, problems)
        message = self.found.message(self.application.number, self.application.author)
        self.branches.put(self.branch, there, File(self.found.path, self.found.text), message)
        pull = pull or self._propose()
        return Reply(Outcome.PROPOSED, pull.number, problems)

    @property
    def branches(self) -> Branches:
        return Branches(self.office.forge, self.office.branch)

    @property
    def branch(self) -> str:
        return branch_for(self.application.number)

    def _is_one_too_many(self) -> bool:
        """Whether so many records wait already that this one does not join them by itself."""
        bodies = [pull.body for pull in self.branches.open_pulls(BRANCHES)]
        accounts = [int(match[1]) for body in bodies if (match := _OF_ACCOUNT.search(body))]
        return len(bodies) >= MOST_OPEN or accounts.count(self.application.author.id) >= MOST_OPEN_OF_ONE

    def _propose(self) -> Pull:
        """Open the pull request: in the language of the form with English below. The issue closes when it is merged."""
        number, author = self.application.number, self.application.author
        own, english = self.found.language, self.accepted.languages[SOURCE]
        spoken = [own] if own is english else [own, english]
        texts = [Texts(language, self.office.settings).pull_request(number, author) for language in spoken]
        mark = f"<!-- covenant-intake: issue {number} of account {author.id} -->"
        body = "\n\n".join(["\n\n---\n\n".join(texts), f"Closes #{number}", mark])
        return self.branches.propose(self.branch, self.found.title, body)
