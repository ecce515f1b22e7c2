"""What a page says and in which language: fallbacks, marks, CLDR words, order, escaping."""

from __future__ import annotations

from datetime import date

import pytest

from generator.records.values import Month, Period
from generator.registry import Registry
from tests.memory import ACTIVE, SUPPORTER, edition_of, one_supporter, registry_of

EMPTY = Registry()


@pytest.mark.parametrize(
    ("language", "texts", "shown", "foreign"),
    [
        ("bg", {"bg": "а", "en": "b"}, "а", False),
        ("bg", {"el": "γ", "en": "b"}, "b", True),
        ("en", {"bg": "а", "el": "γ"}, "а", True),
        ("bg", {"el": "γ"}, "γ", True),
    ],
)
def test_a_text_falls_back_from_the_page_to_english_to_any(language, texts, shown, foreign):
    chosen = edition_of(EMPTY, language).choose(texts)
    assert (chosen.value, chosen.foreign) == (shown, foreign)


def test_a_foreign_text_says_its_language_and_direction_and_is_marked():
    html = edition_of(EMPTY).text({"ar": "وادي الزيتون"})
    assert html == '<bdi lang="ar" dir="rtl">وادي الزيتون</bdi> <small class="foreign">(Arabic)</small>'


def test_a_foreign_description_is_announced_before_it_is_read():
    html = edition_of(EMPTY).prose({"el": "Πρώτη.\n\nΔεύτερη."})
    assert "available in: Greek" in html
    assert '<div lang="el" dir="ltr"><p>Πρώτη.</p><p>Δεύτερη.</p></div>' in html


def test_texts_of_records_are_escaped():
    edition = edition_of(EMPTY)
    hostile = "<script>alert('x')</script>&\""
    for html in (edition.text({"en": hostile}), edition.prose({"en": hostile}), edition.prose({"fr": hostile})):
        assert "<script" not in html
        assert "&lt;script&gt;" in html
    assert "<b>" not in edition.t("Supporter since %(date)s", date="<b>")


def test_greece_shows_el_where_a_code_is_shown():
    assert edition_of(EMPTY).country_code("GR") == "EL"
    assert edition_of(EMPTY).country_code("NO") == "NO"


@pytest.mark.parametrize(
    ("language", "country", "day", "number", "listing"),
    [
        ("en", "Greece", "1 March 2026", "12,345", "a, b and c"),
        ("bg", "Гърция", "1 март 2026\u202fг.", "12\xa0345", "a, b и c"),
    ],
)
def test_words_come_from_cldr(language, country, day, number, listing):
    edition = edition_of(EMPTY, language)
    assert edition.country("GR") == country
    assert f">{day}<" in edition.date(date(2026, 3, 1))
    assert edition.number(12345) == number
    assert edition.listing([("1", "a"), ("2", "b"), ("3", "c")]) == listing


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2025-01", "2025-12", "2025"),
        ("2024-01", "2025-12", "2024–2025"),
        ("2024-07", "2026-06", "July 2024 – June 2026"),
    ],
)
def test_a_period_is_shown_by_its_years_or_its_months(first, last, shown):
    assert edition_of(EMPTY).period(Period(Month.of(first), Month.of(last))) == shown


def test_organisations_are_in_the_order_of_their_shown_names():
    names = {"z": {"en": "Zeta"}, "a": {"en": "ábaco"}, "b": {"en": "Beta"}}
    files: dict[str, object] = {}
    for slug, name in names.items():
        files[f"supporters/{slug}/supporter.yml"] = {**SUPPORTER, "name": name}
        files[f"supporters/{slug}/standing.yml"] = ACTIVE
    assert [each.slug for each in edition_of(registry_of(files)).listed] == ["a", "b", "z"]


def test_an_application_has_no_page_and_on_hold_only_if_the_operator_wants():
    on_hold = {
        **ACTIVE,
        "history": [*ACTIVE["history"], {"on": "2021-01-01", "status": "on_hold", "reason": {"en": "A pause."}}],
    }
    interest = one_supporter(standing={"history": [{"on": "2020-01-01", "status": "interest"}]})
    assert edition_of(interest).with_profile == []
    assert edition_of(one_supporter(standing=on_hold)).with_profile == []
    assert len(edition_of(one_supporter(standing=on_hold), show_on_hold=True).with_profile) == 1


def test_a_message_that_depends_on_a_number_shows_it_in_the_language():
    edition = edition_of(EMPTY)
    assert edition.n("%(number)s supporter", "%(number)s supporters", 1) == "1 supporter"
    assert edition.n("%(number)s supporter", "%(number)s supporters", 1200) == "1,200 supporters"
