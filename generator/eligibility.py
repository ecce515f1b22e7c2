"""What a reviewer should look at before saying who is eligible: flags, never decisions.

Legal form alone does not decide, so nothing here refuses anyone. What looks like a public authority, a
single municipality or a seat outside the area belongs, perhaps, on another path of the Covenant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.folding import fold
from generator.problems import Message, say
from generator.records import Supporter

AREA = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK "  # European Union
    "CH IS LI NO GB AL BA ME MK RS XK TR".split()  # EFTA, United Kingdom, Western Balkans, Türkiye
)
"""Countries whose organisations join the Covenant of Mayors – Europe; others have regional Covenants of their own."""

_AUTHORITY = (
    "ministry ministere ministerium ministerio ministero ministerie ministeriet ministerstvo ministerstwo "
    "ministrstvo ministarstvo ministerul ministerija ministeerium aireacht ministeru bakanligi ministria "
    "miniszterium министерство міністерство министарство υπουργειο სამინისტრო նախարարություն وزارة משרד"
).split()
"""Words, folded, that name a ministry in the languages of the area and its neighbours."""

_BEFORE_A_PLACE = (
    "municipality of|city of|town of|gemeinde|stadt|comune di|citta di|commune de|ville de|mairie de|ayuntamiento de|"
    "municipio de|camara municipal de|concello de|ajuntament de|gemeente|gmina|miasto|urzad miasta|obec|mesto|obcina|"
    "mestna obcina|opcina|grad|comuna|orasul|municipiul|primaria|kunsill lokali|bashkia|община|општина|δημος|بلدية|עיריית"
).split("|")
_AFTER_A_PLACE = (
    "city council|town council|kommun|kommune|kunta|kaupunki|vald|linnavalitsus|savivaldybe|pasvaldiba|belediyesi|"
    "міська рада|kozseg|onkormanyzata"
).split("|")
"""What stands, folded, before or after the name of a place in the name of one municipality."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reviewer should know: a stable code, what was seen, and what to consider."""

    code: str
    message: Message
    hint: Message


def flags(supporter: Supporter, consortium: Sequence[str] = ()) -> list[Flag]:
    """What stands out in a record; `consortium` has the web hosts of the organisations that form the Office."""
    return [*_interest(supporter, consortium), *_money(supporter), *_other_path(supporter)]


def _interest(supporter: Supporter, consortium: Sequence[str]) -> Iterator[Flag]:
    host = (urlsplit(supporter.website).hostname or "").removeprefix("www.")
    if any(host == member or host.endswith(f".{member}") for member in consortium):
        yield Flag(
            "conflict-of-interest",
            say("The organisation belongs to the consortium that runs the Office."),
            say("Somebody who does not work for it should decide."),
        )


def _money(supporter: Supporter) -> Iterator[Flag]:
    weigh = say("This alone decides nothing: who owns it, and for whom does it work? Write down the reason.")
    if not supporter.not_for_profit:
        yield Flag("for-profit", say("It distributes profit."), weigh)
    if supporter.funding == "mostly_private":
        yield Flag("mostly-private", say("It is mostly privately financed."), weigh)
    if supporter.mandate == "project_by_project":
        yield Flag("project-by-project", say("It works project by project."), weigh)


def _other_path(supporter: Supporter) -> Iterator[Flag]:
    names = [fold(name) for name in supporter.name.values()]
    if any(word in _AUTHORITY for name in names for word in name.split()):
        yield Flag(
            "public-authority",
            say("The name sounds like a public authority."),
            say("Authorities and national agencies join as coordinators; tell it so, politely."),
        )
    if any(_is_of_one_place(name) for name in names):
        yield Flag(
            "single-municipality",
            say("The name sounds like a single municipality."),
            say("Municipalities join as signatories; tell it so, politely."),
        )
    if supporter.country not in AREA:
        yield Flag(
            "other-region",
            say("The seat lies outside the area of the Covenant of Mayors – Europe."),
            say("Another regional Covenant may be the right one; tell it so, politely."),
        )


def _is_of_one_place(name: str) -> bool:
    return any(name.startswith(f"{words} ") for words in _BEFORE_A_PLACE) or any(
        name.endswith(f" {words}") for words in _AFTER_A_PLACE
    )
