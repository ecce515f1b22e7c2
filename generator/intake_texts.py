"""What an applicant is told in an issue made with the form, and what the pull request with the record says.

All of it is Markdown of the forge, in the language of the form. What comes from the issue is escaped, and what
looks like personal data is never in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from generator.accounts import Author
from generator.answers import NOT_THE_FORM
from generator.languages import Language
from generator.markdown_escaping import escape
from generator.problems import Message, Problem, say, say_number
from generator.project import Settings

MOST_SHOWN = 30
"""How many problems are shown; a longer comment would not be read."""


class Outcome(Enum):
    """What has become of an issue made with the form, in the words of a log."""

    PROPOSED = say("its record is proposed")
    UNCLEAR = say("its author is asked to mend it")
    WAITS = say("it waits for the Office, for too many are open")
    IN_HAND = say("others have worked on its record")
    ACCEPTED = say("its record was accepted before")
    DECLINED = say("its record was declined before")


@dataclass(frozen=True, slots=True)
class Reply:
    """An outcome with the pull request, if there is one, and what the check says of the answers."""

    outcome: Outcome
    pull: int | None = None
    problems: Sequence[Problem] = ()

    @property
    def is_personal(self) -> bool:
        """Whether something in the answers looks like personal data."""
        return any(problem.code.startswith("personal-") for problem in self.problems)

    @property
    def is_of_another_kind(self) -> bool:
        """Whether the issue cannot be mended, for it was not written with the form."""
        return any(problem.code == NOT_THE_FORM for problem in self.problems)


_OUTCOMES = {
    Outcome.PROPOSED: say("Thank you! A record was made of your answers. It is proposed in %(pull)s."),
    Outcome.UNCLEAR: say(
        "Thank you for your interest! Before a record can be made of your answers, these have to be mended:"
    ),
    Outcome.WAITS: say(
        "Thank you! Your answers are complete. More applications are open than are proposed by themselves, so the "
        "Office will look at this one. You do not need to do anything now."
    ),
    Outcome.IN_HAND: say(
        "The Office has worked on this record itself, so what you change in this issue is no longer taken over. If "
        "something should be different, please write a comment here."
    ),
    Outcome.ACCEPTED: say(
        "Thank you! The record was accepted in %(pull)s. What you change in this issue no longer changes it. To change "
        "the record, propose a change of its file, or write to the Office: %(email)s"
    ),
    Outcome.DECLINED: say(
        "The proposal %(pull)s was closed and not accepted. If you do not know why, please ask there. What you change "
        "in this issue no longer leads to a record. To apply again, open a new issue with the form."
    ),
}

_NEXT = (
    say("You do not need to do anything now. The Office reads your application and merges it."),
    say("Then it checks whether your organisation is eligible, and writes to the mailbox in your record."),
)
_EDIT = say(
    "To change something, edit this issue. The record follows by itself, as long as nobody else has worked on it."
)
_MEND = say(
    "Now it is your turn: edit your issue. Open the menu “…” above its text, choose “Edit”, change the answers below "
    "their headings, and save. This is looked at again by itself, and this comment is renewed."
)
_STAYS = say("Until then, the record that is proposed in %(pull)s stays as it was.")
_PERSONAL = say(
    "Something looks like personal data, and this issue is public. Change the answer first. The forge keeps the text "
    "before as well: choose “edited” above the text, then the version with these data, then “Delete revision from "
    "history”. If that does not work, or if they are in the title, write to %(email)s and do not repeat them anywhere."
)
_LOOK = say("Please look at these once more, and leave them if they are right:")


@dataclass(frozen=True, slots=True)
class Texts:
    """The words in one language."""

    language: Language
    settings: Settings

    def comment(self, reply: Reply) -> str:
        """The comment in the issue."""
        return "\n\n".join(self._paragraphs(reply)) + "\n"

    def _paragraphs(self, reply: Reply) -> Iterator[str]:
        values = {"pull": Message(f"#{reply.pull}"), "email": Message(self.settings.office_email)}
        yield self._words(Message(_OUTCOMES[reply.outcome].text, values))
        if reply.outcome is Outcome.PROPOSED:
            yield self._words(*_NEXT)
            yield self._words(_EDIT)
        if reply.problems:
            if reply.outcome is not Outcome.UNCLEAR:
                yield self._words(_LOOK)
            yield self._list(reply.problems)
        if reply.outcome is Outcome.UNCLEAR and not reply.is_of_another_kind:
            yield self._words(_MEND, *([Message(_STAYS.text, values)] if reply.pull else []))
        if reply.is_personal:
            email = Message(self.settings.operator_email or self.settings.office_email)
            yield f"**{self._words(Message(_PERSONAL.text, {'email': email}))}**"

    def _list(self, problems: Sequence[Problem]) -> str:
        lines = [escape(self._words(problem.message, problem.hint)) for problem in problems]
        number = len(lines) - MOST_SHOWN
        more = [self._words(say_number("and %(number)d more", "and %(number)d more", number))] if number > 0 else []
        return "\n".join(f"- {line}" for line in (*lines[:MOST_SHOWN], *more))

    def pull_request(self, issue: int, author: Author) -> str:
        """The first sentences of the pull request."""
        account = Message(f"`{author.login}`")
        made = say(
            "This record was made of the answers that %(account)s gave in #%(issue)d.", account=account, issue=issue
        )
        follows = say(
            "To change something, edit that issue. The record follows by itself, as long as nobody else commits to "
            "this branch."
        )
        return self._words(made, follows)

    def _words(self, *messages: Message) -> str:
        """Sentences, one after the other."""
        return " ".join(message.render(self.language.catalogue).strip() for message in messages).strip()
