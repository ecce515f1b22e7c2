"""Languages: what CLDR knows, what a folder in content/ says, and the order of lists."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from babel import Locale

from generator import languages
from generator.languages import Language
from generator.project import SetUpError
from generator.records.values import Month
from tests.memory import LANGUAGES, PROJECT

ENGLISH, BULGARIAN = LANGUAGES["en"], LANGUAGES["bg"]


def test_a_language_is_a_folder(tmp_path: Path) -> None:
    for code, facts in (("ar", ""), ("pt", "locale: pt_PT\nfallback: [en]\n"), ("uk", "locale: uk\n"), ("xx", None)):
        (tmp_path / code).mkdir()
        if facts is not None:
            (tmp_path / code / "language.yml").write_text(facts, encoding="utf-8")
    found = languages.load(tmp_path)
    assert list(found) == ["pt", "uk", "ar"]
    assert (str(found["pt"].locale), found["pt"].fallback) == ("pt_PT", ("en",))
    assert [found[code].direction for code in found] == ["ltr", "ltr", "rtl"]


@pytest.mark.parametrize("facts", ["locale: [", "locale: xx_YY", "- en", "fallback: 5", "locale: {}"])
def test_a_language_that_cannot_be_read_ends_the_run(tmp_path: Path, facts: str) -> None:
    (tmp_path / "bg").mkdir()
    (tmp_path / "bg" / "language.yml").write_text(facts, encoding="utf-8")
    with pytest.raises(SetUpError, match=r"content/bg/language\.yml"):
        languages.load(tmp_path)


def test_languages_are_listed_by_their_own_names_then_the_others() -> None:
    assert languages.in_order(["sv", "uk", "el", "ar", "bg", "en", "de", "et"]) == [
        "bg",
        "de",
        "et",
        "el",
        "en",
        "sv",
        "uk",
        "ar",
    ]
    assert len(languages.EU_ORDER) == len(set(languages.EU_ORDER)) == 24


@pytest.mark.parametrize(
    ("code", "name", "direction"),
    [
        ("el", "Ελληνικά", "ltr"),
        ("he", "עברית", "rtl"),
        ("sr-Latn", "srpski (latinica)", "ltr"),
        ("no code!", "no code!", "ltr"),
        ("qqq", "qqq", "ltr"),
    ],
)
def test_a_language_has_its_own_name_and_direction(code: str, name: str, direction: str) -> None:
    assert languages.own_name(code) == name
    assert languages.direction(code) == direction


def test_names_of_countries_and_languages_are_the_readers() -> None:
    assert (BULGARIAN.country("GR"), BULGARIAN.language("el")) == ("Гърция", "гръцки")
    assert (ENGLISH.country("QQ"), ENGLISH.language("qqq")) == ("QQ", "qqq")


def test_only_greece_is_shown_under_another_code() -> None:
    assert [languages.country_code_shown(code) for code in ("GR", "BG", "XK")] == ["EL", "BG", "XK"]


def test_dates_numbers_and_lists_are_the_readers() -> None:
    assert ENGLISH.date(date(2026, 3, 31)) == "31 March 2026"
    assert BULGARIAN.date(date(2026, 3, 31)) == "31 март 2026\u202fг."
    assert ENGLISH.month(Month(2026, 3)) == "March 2026"
    assert (ENGLISH.number(2251), BULGARIAN.number(22510)) == ("2,251", "22\u00a0510")
    assert ENGLISH.listing(["a", "b", "c"]) == "a, b and c"


def test_a_list_has_the_readers_script_first() -> None:
    names = ["Zebra", "Ämter", "Яблко", "Асоциация", "Öko", "Ende", "", "2030"]
    assert sorted(names, key=ENGLISH.sort_key)[:6] == ["", "2030", "Ämter", "Ende", "Öko", "Zebra"]
    assert sorted(names, key=BULGARIAN.sort_key)[:4] == ["", "2030", "Асоциация", "Яблко"]


def test_a_language_says_which_letters_are_its_own(tmp_path: Path) -> None:
    (tmp_path / "sv").mkdir()
    (tmp_path / "sv" / "language.yml").write_text("sorting: [z å ä ö]\n", encoding="utf-8")
    assert sorted("öäåz", key=languages.load(tmp_path)["sv"].sort_key) == list("zåäö")


def test_a_language_without_messages_answers_in_the_source() -> None:
    assert ENGLISH.catalogue.gettext("No problems found.") == "No problems found."
    assert Language("ga", Locale("ga")).catalogue.gettext("x") == "x"


def test_messages_are_translated_with_their_plurals(tmp_path: Path) -> None:
    (tmp_path / "messages.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "town"\nmsgstr "град"\n\n'
        'msgid "%(number)d town"\nmsgid_plural "%(number)d towns"\nmsgstr[0] "%(number)d град"\nmsgstr[1] "%(number)d града"\n',
        encoding="utf-8",
    )
    catalogue = Language("bg", Locale("bg"), folder=tmp_path).catalogue
    assert catalogue.gettext("town") == "град"
    assert [catalogue.ngettext("%(number)d town", "%(number)d towns", n) for n in (1, 2)] == [
        "%(number)d град",
        "%(number)d града",
    ]


def test_the_versions_of_the_statement_are_pages() -> None:
    assert languages.statement_versions(PROJECT.content) == {"2016", "before-2016"}


@pytest.mark.parametrize(
    ("language", "ratio", "shown"), [("en", 0.7647, "76%"), ("bg", 1, "100%"), ("bg", 0, "0%"), ("en", 2 / 3, "67%")]
)
def test_a_share_is_a_whole_percentage(language: str, ratio: float, shown: str) -> None:
    assert LANGUAGES[language].percent(ratio) == shown
