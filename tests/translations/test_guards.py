"""Guards against drift: each example is an English text, a translation, and what the guards say of it.

The examples are in tests/examples/translations, and collected by themselves.
"""

from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path

import pytest
import yaml

from generator import languages
from generator.problems import Place
from generator.translations.guards import drift
from generator.translations.pairs import Conventions, Pair, Term, conventions_of, pairs
from tests.building import ROOT

FOLDER = ROOT / "tests" / "examples" / "translations"
SITE = languages.load(ROOT / "content")
SOURCE = Conventions("en", {"supporter": Term(("supporter", "supporters")), "office": Term(("Office",))})
BULGARIAN = Conventions(
    "bg",
    {
        "supporter": Term(("подкрепяща структура",), ("подкрепящ структур",), ("поддръжник", "поддръжници")),
        "office": Term(("Бюро",), ("бюро",)),
    },
    ("„", "“"),
)
FRENCH = Conventions("fr", {}, ("«\u00a0", "\u00a0»"), ":;!?")
CONVENTIONS = {"bg": BULGARIAN, "fr": FRENCH}


@pytest.mark.parametrize("example", sorted(FOLDER.glob("*.yml")), ids=lambda file: file.stem)
def test_example(example: Path) -> None:
    facts = yaml.safe_load(example.read_text(encoding="utf-8"))
    pair = Pair(
        facts["english"],
        facts["translated"],
        Place("page.md", 10),
        SOURCE,
        CONVENTIONS[facts.get("language", "bg")],
        is_page=facts.get("page", True),
    )
    plain = NullTranslations()
    found = [
        f"{each.place.line} {each.code}: {each.message.render(plain)} {each.hint.render(plain)}"
        for each in drift([pair])
    ]
    assert found == facts["expected"]


@pytest.mark.parametrize("code", [code for code in SITE if code != languages.SOURCE])
def test_no_translation_of_the_site_has_drifted(code: str) -> None:
    plain = NullTranslations()
    found = drift(pairs(SITE[code], SITE[languages.SOURCE]))
    assert [f"{each.place.path}:{each.place.line} {each.message.render(plain)}" for each in found] == []


@pytest.mark.parametrize("code", SITE)
def test_a_language_fixes_every_term_and_its_quotation_marks(code: str) -> None:
    found, english = conventions_of(SITE[code]), conventions_of(SITE[languages.SOURCE])
    assert found.terms.keys() == english.terms.keys()
    assert found.quotes
    assert code == languages.SOURCE or all(term.stems for term in found.terms.values())
