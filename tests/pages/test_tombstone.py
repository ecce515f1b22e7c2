"""The page of an erased record: what it says, and that a way through it leads on."""

from __future__ import annotations

import pytest

from generator.pages import directory, profile, reports, site_map, tombstone
from tests.memory import ACTIVE, LANGUAGES, SUPPORTER, edition_of, registry_of

MERGED = {"history": [*ACTIVE["history"], {"on": "2021-01-01", "status": "merged"}]}
CARRIED_ON = "carried on by"


def edition(
    graves: dict[str, str], *organisations: str, successors: dict[str, str] | None = None, language: str = "en"
):
    """An edition with tombstones (each with its successor, or none), supporters, and some that merged."""
    files: dict[str, object] = {}
    for slug, successor in graves.items():
        named = {"successor": successor} if successor else {}
        files[f"supporters/{slug}/tombstone.yml"] = {"erased_on": "2025-05-14", **named}
    for slug in organisations:
        files[f"supporters/{slug}/supporter.yml"] = {**SUPPORTER, "name": {"en": f"Union of {slug}"}}
        files[f"supporters/{slug}/standing.yml"] = ACTIVE
    for slug, successor in (successors or {}).items():
        files[f"supporters/{slug}/standing.yml"] = {**ACTIVE, **MERGED, "successor": successor}
    return edition_of(registry_of(files), language)


def body(made, slug: str = "vale") -> str:
    return str(tombstone.page(made, slug, made.site.registry.tombstones[slug]).body)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_that_a_record_was_erased_and_on_which_day(language):
    made = edition({"vale": ""}, language=language)
    text = body(made)
    assert str(made.date(made.site.registry.tombstones["vale"].erased_on)) in text
    assert 'href="../"' in text
    assert 'href="../../privacy/#erasure"' in text
    assert "vale" not in text
    assert (CARRIED_ON in text) is False


def test_it_leads_to_the_successor():
    text = body(edition({"vale": "hill"}, "hill"))
    assert CARRIED_ON in text
    assert '<a href="../hill/">' in text


def test_a_successor_without_a_page_is_not_named():
    assert CARRIED_ON not in body(edition({"vale": "hill", "hill": ""}))


def test_what_was_erased_on_the_way_to_a_successor_is_passed_over():
    made = edition({"hill": "dale"}, "vale", "dale", successors={"vale": "hill"})
    text = str(profile.page(made, made.site.registry.organisations["vale"]).body)
    assert '<a href="../dale/">' in text


def test_a_profile_whose_successor_was_erased_stays():
    made = edition({"hill": ""}, "vale", successors={"vale": "hill"})
    text = str(profile.page(made, made.site.registry.organisations["vale"]).body)
    assert "Merged with another organisation on" in text
    assert CARRIED_ON not in text


def test_tombstones_that_lead_to_each_other_lead_nowhere():
    assert CARRIED_ON not in body(edition({"vale": "hill", "hill": "vale"}))


def test_no_other_page_shows_it():
    made = edition({"vale": "hill"}, "hill")
    for module in (directory, reports, site_map):
        assert "vale" not in str(module.page(made).body)
