"""New folders and names that could be taken for another organisation's go to the Office."""

from __future__ import annotations

from typing import Any

import pytest

from generator.review import review
from tests.memory import ACTIVE, SUPPORTER
from tests.review.proposing import FILES, HILL, NEW, OF_HILL, OF_VALE, STRANGER, base_of, codes, proposal, reviewed

FOREST = {
    **SUPPORTER,
    "name": {"bg": "Зеленобрег"},
    "acronym": {"bg": "АБЧО"},
    "former_names": [{"name": {"el": "Δίκτυο Ανεμόπετρα"}}],
    "website": "https://forest.example",
    "country": "BG",
}


def likenesses(slug: str, changes: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What is said of a new organisation beside `forest`."""
    base = base_of({**FILES, "supporters/forest/supporter.yml": FOREST, "supporters/forest/standing.yml": ACTIVE})
    found = review(base, proposal({f"supporters/{slug}/supporter.yml": {**NEW, **changes}}, STRANGER))
    return [(verdict, code, path) for verdict, code, path in codes(found) if code == "look-alike"]


@pytest.mark.parametrize(
    ("slug", "changes"),
    [
        ("zelenobreg", {}),  # the other's name in Latin
        ("zelenobrek", {"name": {"en": "Zelenobreg"}}),
        ("abcho", {}),  # its acronym
        ("f0rest", {}),
        ("fo-rest", {}),
        ("forrest", {}),
        ("forset", {}),
        ("forests", {}),
        ("reka", {"name": {"en": "Zelenobreg"}}),
        ("reka", {"name": {"en": "ZELENОВREG"}}),  # two letters of it Cyrillic
        ("reka", {"name": {"en": "Diktyo Anemopetra"}}),
        ("reka", {"acronym": {"en": "ABCHO"}}),
    ],
)
def test_what_looks_or_sounds_like_another_is_compared_by_the_office(slug: str, changes: dict[str, Any]) -> None:
    assert likenesses(slug, changes) == [("needs_office", "look-alike", f"supporters/{slug}/supporter.yml")]


@pytest.mark.parametrize(
    ("slug", "changes"),
    [
        ("reka", {}),
        ("forest-towns", {}),
        ("reka", {"name": {"bg": "Зеленогор"}}),
        ("reka", {"acronym": {"en": "ABCHO"}, "country": "RO"}),  # the same acronym in another country
    ],
)
def test_what_sets_itself_apart_does_not(slug: str, changes: dict[str, Any]) -> None:
    assert likenesses(slug, changes) == []


def test_equal_names_are_said_to_be_equal_and_nothing_more() -> None:
    path = "supporters/hill-towns/supporter.yml"
    found = codes(reviewed({path: {**NEW, "name": HILL["name"]}}, STRANGER))
    assert found == [("needs_changes", "duplicate-organisation", path)]


def test_an_organisation_that_takes_another_s_name_later_is_held_against_it_too() -> None:
    path = "supporters/vale/supporter.yml"
    assert codes(reviewed({path: {**SUPPORTER, "name": {"en": "Sayuz na halmistite obshtini"}}}, OF_VALE)) == [
        ("needs_office", "look-alike", path)
    ]


def test_a_name_that_was_accepted_before_is_left_alone() -> None:
    files = {**FILES, "supporters/vales/supporter.yml": {**NEW, "name": {"en": "Union of Vale T0wns"}}}
    files["supporters/vales/standing.yml"] = {**ACTIVE, "maintainers": [{"id": 7, "login": "vale-towns"}]}
    changed = {**NEW, "name": {"en": "Union of Vale T0wns"}, "members": {"total": 3}}
    assert codes(review(base_of(files), proposal({"supporters/vales/supporter.yml": changed}, OF_VALE, files))) == []


def test_who_follows_another_may_resemble_it() -> None:
    merged = {**ACTIVE, "history": [*ACTIVE["history"], {"on": "2026-01-01", "status": "merged"}], "successor": "vales"}
    files = {**FILES, "supporters/vale/standing.yml": merged, "supporters/vales/supporter.yml": NEW}
    changed = {**NEW, "name": {"en": "Union of Vale T0wns"}}
    found = review(base_of(files), proposal({"supporters/vales/supporter.yml": changed}, STRANGER, files))
    assert "look-alike" not in [code for _, code, _ in codes(found)]


def test_who_takes_the_website_of_another_is_compared_by_the_office_wherever_it_shows() -> None:
    for slug, record, author in (("vale", SUPPORTER, OF_VALE), ("hill", HILL, OF_HILL)):
        other = {"vale": "https://hill.example", "hill": "https://vale.example"}[slug]
        found = reviewed({f"supporters/{slug}/supporter.yml": {**record, "website": other}}, author)
        assert codes(found) == [("needs_office", "duplicate-organisation", f"supporters/{slug}/supporter.yml")]


def test_who_always_had_the_website_of_another_is_left_alone() -> None:
    files = {**FILES, "supporters/hill/supporter.yml": {**HILL, "website": SUPPORTER["website"]}}
    changed = {**SUPPORTER, "members": {"total": 3}, "name": {"el": "Κοιλάδα", **SUPPORTER["name"]}}
    found = review(base_of(files), proposal({"supporters/vale/supporter.yml": changed}, OF_VALE, files))
    assert found.verdict == "ready"
