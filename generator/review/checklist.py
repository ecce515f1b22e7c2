"""Who is eligible, as a list for the reviewer of an application: filled in from the record, never decided by it.

Source: the rule in use since 2022, which this site shows under “Who is eligible”. The last points
only a person can judge.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from generator.eligibility import Flag, flags
from generator.problems import Message, say
from generator.records import Supporter
from generator.review.case import Case
from generator.review.kinds import Kind
from generator.review.words import Words


class Answer(StrEnum):
    """How a point of the list stands."""

    FINE = "fine"
    LOOK = "look"
    JUDGE = "judge"


@dataclass(frozen=True, slots=True)
class Point:
    """One point: how it stands, and a sentence of plain text."""

    answer: Answer
    sentence: str


_POINTS = (
    (("for-profit",), say("It does not distribute profit.")),
    (("mostly-private", "project-by-project"), say("It is not mostly private and works continuously.")),
    (("other-region",), say("The seat lies in the area of the Covenant of Mayors – Europe.")),
    (("public-authority", "single-municipality"), say("The name sounds like neither an authority nor a municipality.")),
    (("conflict-of-interest",), say("It does not belong to the consortium that runs the Office.")),
)
"""What is fine unless one of these flags is raised."""

_TO_JUDGE = (
    say("Can it promote the Covenant, and mobilise and support its members or local authorities?"),
    say("Does the website show the same organisation, and does the mailbox belong to it?"),
)


def checklist(case: Case, words: Words) -> list[Point]:
    """The points for an application whose record can be read; none for any other proposal."""
    organisation = case.organisation
    if case.kind is not Kind.APPLICATION or organisation is None:
        return []
    raised = flags(organisation.supporter, case.base.settings.office_consortium)
    points = [*_kind(words, organisation.supporter), *_flagged(raised), *_mailbox(organisation.supporter)]
    return [
        Point(answer, words.say(message))
        for answer, message in (*points, *((Answer.JUDGE, each) for each in _TO_JUDGE))
    ]


def _kind(words: Words, supporter: Supporter) -> Iterator[tuple[Answer, Message]]:
    title = words.title("supporter", "type", supporter.type)
    yield Answer.FINE, say("It is of a kind that can be eligible: %(kind)s", kind=title)


def _flagged(raised: list[Flag]) -> Iterator[tuple[Answer, Message]]:
    for codes, fine in _POINTS:
        found = [flag for flag in raised if flag.code in codes]
        yield from ((Answer.LOOK, say("%(message)s %(hint)s", message=flag.message, hint=flag.hint)) for flag in found)
        if not found:
            yield Answer.FINE, fine


def _mailbox(supporter: Supporter) -> Iterator[tuple[Answer, Message]]:
    site = (urlsplit(supporter.website).hostname or "").removeprefix("www.")
    host = supporter.contact.rpartition("@")[2].lower()
    if site == host or site.endswith(f".{host}") or host.endswith(f".{site}"):
        yield Answer.FINE, say("Website and mailbox are at the same host: %(host)s", host=host)
    else:
        yield Answer.LOOK, say("The website is at %(site)s, the mailbox at %(host)s.", site=site, host=host)
