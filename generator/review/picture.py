"""A picture in words of a profile as it will appear: what its readers will learn, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Message, printable, say, say_number
from generator.records import Supporter
from generator.review.words import Words

LONGEST_EXCERPT = 280

Line = tuple[str, str]
"""A label and what stands behind it, as plain text; the label may be empty."""


def picture(supporter: Supporter, words: Words) -> list[Line]:
    """The profile, line by line."""
    return [(label, text) for label, text in _lines(supporter, words) if text]


def _lines(supporter: Supporter, words: Words) -> Iterator[Line]:
    def title(*path: str) -> str:
        return words.title("supporter", *path)

    listing = words.language.listing
    yield title("name"), words.choose(supporter.name)
    yield title("acronym"), words.choose(supporter.acronym) if supporter.acronym else ""
    yield title("type"), title("type", supporter.type)
    yield title("country"), words.language.country(supporter.country)
    yield title("coverage"), _area(supporter, words)
    yield title("members"), _members(supporter, words)
    yield title("languages"), listing(words.language.language(code) for code in supporter.languages)
    yield title("expertise"), listing(title("expertise", topic) for topic in supporter.expertise)
    for group, offers in supporter.services.items():
        yield title("services", group), listing(title("services", group, offer) for offer in offers)
    yield title("website"), printable(supporter.website)
    yield title("contact"), words.value(words.schemas.at("supporter", "contact"), supporter.contact)
    yield title("description"), _excerpt(supporter, words)


def _area(supporter: Supporter, words: Words) -> str:
    level = words.title("supporter", "coverage", "level", supporter.coverage.level)
    countries = words.language.listing(words.language.country(code) for code in supporter.coverage.countries[:10])
    return f"{level}: {countries}" if countries else level


def _members(supporter: Supporter, words: Words) -> str:
    if not supporter.members:
        return ""
    total, signatories = supporter.members.total, supporter.members.signatories
    counts: tuple[Message, ...] = (say_number("%(number)d local authority", "%(number)d local authorities", total),)
    if signatories is not None:
        counts += (
            say_number("of which %(number)d is a signatory", "of which %(number)d are signatories", signatories),
        )
    return words.say(say("%(counts)s", counts=counts))


def _excerpt(supporter: Supporter, words: Words) -> str:
    """The beginning of the description in the language of the reader, or the one it is in."""
    wanted = (words.language.code, *words.language.fallback, *supporter.description)
    text = next(supporter.description[code] for code in wanted if code in supporter.description)
    return printable(" ".join(text.split()), LONGEST_EXCERPT)
