"""The order of words: fixed examples for each rule. Whether a language's rules are CLDR's, a browser says."""

from __future__ import annotations

import pytest

from generator.sorting import Alphabet

HUNGARIAN = Alphabet(("c cs", "o ö=ő", "s sz", "ssz > sz sz", "u ü=ű"))
SWEDISH = Alphabet(("y=ü", "z å ä=æ ö=ø"))


@pytest.mark.parametrize(
    ("alphabet", "words"),
    [
        pytest.param(Alphabet(), "Ämter Ende Öko Zebra", id="marks do not move a letter"),
        pytest.param(Alphabet(), "cote coté côte côté", id="marks decide where letters do not"),
        pytest.param(Alphabet(), "zone Zone", id="capitals come last"),
        pytest.param(Alphabet(("n ñ",)), "nube nuez ñandú oasis", id="a letter of its own follows another"),
        pytest.param(Alphabet(("c č", "h ch")), "cena čas hora chata jaro", id="two letters may be one"),
        pytest.param(Alphabet(("s š z ž", "w õ ä ö ü")), "Saare Šoti Zürich Žanr Tartu Võru Õpe Äke Ühing", id="et"),
        pytest.param(SWEDISH, "Ühr Yngve Ystad Zorn Åland Älmhult Ære Öland Øre", id="variants stand where theirs do"),
        pytest.param(HUNGARIAN, "cukor csoport hostel hosszú", id="ssz is written for sz sz"),
        pytest.param(HUNGARIAN, "ól oltár öv őv", id="of two variants the first comes first if all else is equal"),
        pytest.param(Alphabet(script="CYRILLIC"), "2030 Асоциация Йовков Яблко Association", id="own script first"),
        pytest.param(Alphabet(script="GREEK"), "άλφα Βήτα ωμέγα Alpha Яблко", id="the others as usual"),
        pytest.param(Alphabet(), "B B-Z BA", id="signs before letters"),
    ],
)
def test_words_stand_in_the_order_of_the_language(alphabet: Alphabet, words: str) -> None:
    assert sorted(words.split(), key=alphabet.key) == words.split()


def test_a_space_comes_before_every_letter_and_sign() -> None:
    assert sorted(["AB", "A-B", "A B", "“A” B", "A2", ""], key=Alphabet().key) == [
        "",
        "“A” B",
        "A B",
        "A-B",
        "A2",
        "AB",
    ]
