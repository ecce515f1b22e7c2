"""What changes in the Office's own file, in words: status, maintainers, and all else that it decides."""

from __future__ import annotations

from collections.abc import Iterator

from generator.documents import Document
from generator.problems import Message, say
from generator.records import Standing
from generator.records.standing import Maintainer, Step
from generator.review.comparing import compare
from generator.review.risks import Found, Risk
from generator.review.words import Words

_SAID_HERE = ("history", "maintainers")


def differences(words: Words, before: Document | None, after: Document | None) -> Iterator[Found]:
    """Everything is of high risk: it makes a supporter, unmakes one, or says who may speak for it."""
    old, new = (
        Standing.of(document.data) if document else Standing((), None, (), None, ()) for document in (before, after)
    )
    for message in (*_history(words, old.history, new.history), *_maintainers(words, old.maintainers, new.maintainers)):
        yield Risk.HIGH, message
    versions = (document.data if document else {} for document in (before, after))
    for key, message in compare(words, "standing", *versions):
        if key not in _SAID_HERE:
            yield Risk.HIGH, message


def _history(words: Words, before: tuple[Step, ...], after: tuple[Step, ...]) -> Iterator[Message]:
    kept = next(
        (i for i, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), min(len(before), len(after))
    )
    if kept < len(before):
        yield say("Steps of the history that were recorded before are changed or taken away.")
    for step in after[kept:]:
        status, day = words.title("standing", "history", "status", step.status), words.language.date(step.on)
        if step.reason:
            reason = words.choose(step.reason)
            yield say("Status “%(status)s” from %(day)s, because: %(reason)s", status=status, day=day, reason=reason)
        else:
            yield say("Status “%(status)s” from %(day)s", status=status, day=day)


def _maintainers(words: Words, before: tuple[Maintainer, ...], after: tuple[Maintainer, ...]) -> Iterator[Message]:
    added, dropped = set(after) - set(before), set(before) - set(after)
    if added:
        yield say("May change the record from now on: %(accounts)s", accounts=_accounts(words, added))
    if dropped:
        yield say("May no longer change the record: %(accounts)s", accounts=_accounts(words, dropped))


def _accounts(words: Words, maintainers: set[Maintainer]) -> tuple[str | Message, ...]:
    """Logins with their numbers; the number is what counts."""
    return words.some([f"{each.login} ({each.id})" for each in sorted(maintainers, key=lambda each: each.login)])
