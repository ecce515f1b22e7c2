"""No organisation takes a folder or a name that could be taken for another's.

A new folder, name or acronym is held against the folders, names, former names and acronyms of all
other organisations: by what it looks like, whatever the alphabet of each letter, by what it sounds
like in another alphabet, and for folders letter by letter. Real names may be close to one another, so
the Office compares. Names that are equal are the affair of the check on duplicates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks import duplicates
from generator.documents import KeyPath
from generator.problems import Place, say
from generator.registry import Organisation
from generator.review.case import Case
from generator.review.letters import keys, one_letter_apart
from generator.review.verdicts import Reason, Verdict, at_place

LEAST_LETTERS = 6
"""Shorter folders differ by one letter too often."""

_COMPARED = say("Choose one that sets you apart. If it is right as it is, leave it: the Office compares the two.")


def judge(case: Case) -> Iterator[Reason]:
    for organisation in case.renamed:
        for other in case.after:
            if other.slug != organisation.slug and not _is_known(case, organisation, other):
                yield from _likeness(case, organisation, other)


def _is_known(case: Case, one: Organisation, other: Organisation) -> bool:
    """Whether the check on duplicates has something to say about the two already, or one follows the other."""
    pairs = {(one.document.path, other.slug), (other.document.path, one.slug)}
    successors = {each.standing.successor for each in (one, other) if each.standing}
    return not successors.isdisjoint({one.slug, other.slug}) or any(
        (problem.place.path, problem.message.values.get("slug")) in pairs
        for problem in case.problems
        if problem.code == duplicates.CODE
    )


def _likeness(case: Case, organisation: Organisation, other: Organisation) -> Iterator[Reason]:
    if organisation.slug in case.new_folders and _folder_is_like(organisation.slug, other):
        message = say(
            "The folder “%(slug)s” could be taken for the organisation in “%(other)s”.",
            slug=organisation.slug,
            other=other.slug,
        )
        yield at_place(Verdict.NEEDS_OFFICE, Place(organisation.document.path), "look-alike", message, _COMPARED)
    elif path := _name_like(organisation, other):
        message = say("This name could be taken for the organisation in “%(other)s”.", other=other.slug)
        yield at_place(Verdict.NEEDS_OFFICE, organisation.place(path), "look-alike", message, _COMPARED)


def _folder_is_like(slug: str, other: Organisation) -> bool:
    if min(len(slug), len(other.slug)) >= LEAST_LETTERS and one_letter_apart(slug, other.slug):
        return True
    return not keys(slug).isdisjoint(_keys([other.slug, *_names(other), *other.supporter.acronym.values()]))


def _name_like(organisation: Organisation, other: Organisation) -> KeyPath | None:
    """The key path of a name or acronym that is like a name of another organisation."""
    taken = _keys([other.slug, *_names(other)])
    if organisation.supporter.country == other.supporter.country:
        taken |= _keys(other.supporter.acronym.values())
    for key, texts in (("name", organisation.supporter.name), ("acronym", organisation.supporter.acronym)):
        for language, text in texts.items():
            if not taken.isdisjoint(keys(text)):
                return (key, language)
    return None


def _names(organisation: Organisation) -> Iterator[str]:
    yield from organisation.supporter.name.values()
    for former in organisation.supporter.former_names:
        yield from former.name.values()


def _keys(texts: Iterable[str]) -> frozenset[tuple[str, str]]:
    return frozenset(key for text in texts for key in keys(text))
