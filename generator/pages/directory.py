"""The directory of supporters: a list that is complete without JavaScript, and filters that narrow it with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.edition import Edition
from generator.folding import fold
from generator.pages.page import Page, render
from generator.problems import say
from generator.registry import Organisation
from generator.transliteration import in_latin

SOURCE = "supporters/index.md"
SHORT = say("Supporters")


@dataclass(frozen=True, slots=True)
class Filter:
    """A field to narrow the list by, with its choices as code and title."""

    name: str
    label: str
    choices: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation in the list; `words` is what the text search looks in, folded."""

    organisation: Organisation
    words: str


def page(edition: Edition) -> Page:
    """The directory in one language."""
    rows = [Row(each, _words(edition, each)) for each in edition.listed]
    body = render("directory.html", edition, rows=rows, filters=_filters(edition), former=edition.former)
    return Page(
        edition.t("Directory of supporters"),
        edition.t(SHORT.text),
        edition.t("All Covenant Supporters with their country, kind, fields of work and languages of support."),
        body,
    )


def _filters(edition: Edition) -> list[Filter]:
    supporters = [each.supporter for each in edition.listed]
    types = {each.type for each in supporters}
    topics = {topic for each in supporters for topic in each.expertise}
    spoken = {code for each in supporters for code in each.languages}
    return [
        Filter("country", edition.t("Country"), edition.sorted_countries(each.country for each in supporters)),
        Filter("type", edition.title("supporter", "type"), edition.sorted_titles("supporter", ("type",), types)),
        Filter(
            "expertise",
            edition.title("supporter", "expertise"),
            edition.sorted_titles("supporter", ("expertise",), topics),
        ),
        Filter("language", edition.title("supporter", "languages"), edition.sorted_languages(spoken)),
    ]


def _words(edition: Edition, organisation: Organisation) -> str:
    supporter = organisation.supporter
    former = [name for each in supporter.former_names for name in each.name.values()]
    city = supporter.seat.city.values() if supporter.seat else ()
    names = " ".join([*supporter.name.values(), *supporter.acronym.values(), *former, *city])
    words = fold(f"{names} {edition.country(supporter.country)}")
    latin = in_latin(names)
    return words if latin in words else f"{words} {latin}"
