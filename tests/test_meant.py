"""What was meant by a key or a code that is not known."""

from __future__ import annotations

import pytest

from generator.meant import closest, country_meant, forms_meant, key_meant, language_meant, yes_or_no_meant
from tests.memory import SCHEMAS

KEYS = list(SCHEMAS.resolved["supporter"]["properties"])
COUNTRIES = SCHEMAS.resolved["supporter"]["properties"]["country"]["enum"]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("Name", "name"),
        ("contry", "country"),
        ("not for profit", "not_for_profit"),
        ("former-names", "former_names"),
        ("e-mail", "contact"),
        ("homepage", "website"),
        ("x" * 100_000, None),
        ("", None),
        ("budget", None),
    ],
)
def test_a_key(key: str, meant: str | None) -> None:
    assert key_meant(key, KEYS) == meant


def test_a_key_of_other_forms_is_only_meant_where_it_may_stand() -> None:
    assert key_meant("email", ["level", "countries"]) is None


@pytest.mark.parametrize(
    ("code", "meant"), [("mostly public", "mostly_public"), ("Mixed", "mixed"), ("lottery", None), ("", None)]
)
def test_a_code(code: str, meant: str | None) -> None:
    assert closest(code, ["mostly_public", "mixed", "mostly_private"]) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("EL", "GR"),
        ("el", "GR"),
        ("UK", "GB"),
        ("KOS", "XK"),
        ("bg", "BG"),
        ("Bulgaria", "BG"),
        ("turkiye", "TR"),
        ("Côte d’Ivoire", "CI"),
        ("ZZ", None),
        ("European Union", None),
        ("", None),
    ],
)
def test_a_country(text: str, meant: str | None) -> None:
    assert country_meant(text, COUNTRIES) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("BG", "bg"),
        ("gr", "el"),
        ("cz", "cs"),
        ("eng", "en"),
        ("Greek", "el"),
        ("norwegian bokmal", "nb"),
        ("xx", None),
        ("", None),
    ],
)
def test_a_language(text: str, meant: str | None) -> None:
    assert language_meant(text) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [("yes", "true"), ("Да", "true"), (" NON ", "false"), ("Όχι", "false"), ("maybe", None), ("", None)],
)
def test_yes_and_no(word: str, meant: str | None) -> None:
    assert yes_or_no_meant(word) == meant


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("31.03.2026", "2026-03-31"),
        ("1.2.2026", "2026-02-01"),
        ("31/03/2026", "2026-03-31"),
        ("2026/3/31", "2026-03-31"),
        ("2024/01", "2024-01"),
        ("01.2024", "2024-01"),
        ("01/2024", "2024-01"),
        ("http://www.vale.example/a", "https://www.vale.example/a"),
        ("www.vale.example", "https://www.vale.example"),
        (" EN ", "en"),
        ("English", "en"),
    ],
)
def test_another_form(value: str, meant: str) -> None:
    assert meant in forms_meant(value)


@pytest.mark.parametrize("value", ["03/04/2026", "javascript:alert(1)", "vale", "31.03.26", ""])
def test_what_could_mean_two_things_means_none(value: str) -> None:
    assert set(forms_meant(value)) <= {value.lower()}
