"""The commitment statement: what it says in each language, which version, when it is a copy, and that it stays text."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
import shutil
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import languages
from generator.content import section
from generator.papers.paper import Paper
from generator.papers.statement import next_step, statement
from generator.problems import Message
from generator.project import SetUpError
from tests.memory import ACTIVE, PROJECT, SUPPORTER, TODAY, one_supporter, registry_of
from tests.pages.test_profile import HOSTILE
from tests.papers.written import ALL_LANGUAGES, NAMES, applicant, made, paper_of, site_of
from tests.strategies import records, written

XHTML = "{http://www.w3.org/1999/xhtml}"


def tree_of(html: str) -> Any:
    return html5lib.parse(html)


def text_of(html: str) -> str:
    """What a reader sees, in one line."""
    return " ".join("".join(tree_of(html).find(f"{XHTML}body").itertext()).split())


def tagged(html: str) -> set[tuple[str, str, str]]:
    """Every text that says its language: language, direction, text."""
    elements = [element for element in tree_of(html).iter() if "lang" in element.attrib]
    return {(each.get("lang"), each.get("dir"), "".join(each.itertext())) for each in elements}


def standing(*steps: tuple[str, str], **more: Any) -> dict[str, Any]:
    reason = {"reason": {"en": "Because."}}
    return {"history": [{"on": on, "status": status, **reason} for on, status in steps], **more}


def signed(version: str = "2016", language: str = "en", on: str = "2019-12-01") -> dict[str, str]:
    return {"version": version, "language": language, "signed_on": on}


# ---- what it says


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            [
                "Commitment statement of a Covenant Supporter",
                "We, Union of Vale Towns, take part in",
                "Valetown, Greece",
                "Place and date",
                "Name of the legal representative",
                "send it to the Covenant of Mayors Office: supporters@eumayors.eu",
                "23 November 2026",
            ],
        ),
        (
            "bg",
            [
                "Декларация за ангажимент на подкрепяща структура",
                "Ние, Сдружение на общините „Ясен дол“, участваме в",
                "Valetown, Гърция",
                "Място и дата",
                "Име на законния представител",
                "на Бюрото на Споразумението на кметовете: supporters@eumayors.eu",
                "23 ноември 2026",
            ],
        ),
        (
            "el",
            [
                "Δήλωση δέσμευσης υποστηρικτή του Συμφώνου",
                "Εμείς, Δίκτυο Δήμων «Ανεμόπετρα», συμμετέχουμε",
                "Κοιλάδα, Ελλάδα",
                "Τόπος και ημερομηνία",
                "Ονοματεπώνυμο νόμιμου εκπροσώπου",
                "23 Νοεμβρίου 2026",
            ],
        ),
        (
            "ar",
            [
                "بيان التزام جهة داعمة للميثاق",
                "نحن، شبكة بلديات وادي الزيتون، نشارك في",
                "Valetown، اليونان",
                "المكان والتاريخ",
                "اسم الممثل القانوني",
                "23 نوفمبر 2026",
            ],
        ),
    ],
)
def test_a_statement_speaks_the_language_of_its_readers(language: str, sentences: list[str]) -> None:
    city = {"el": "Κοιλάδα", "en": "Valetown"}
    text = text_of(paper_of(applicant({"name": NAMES, "seat": {"city": city}}), language).html)
    assert [sentence for sentence in sentences if sentence not in text] == []
    assert "https://www.vale.example" in text
    assert "office@vale.example" in text
    for name in NAMES.values():
        assert name in text


@pytest.mark.parametrize("language", ["el", "ar", "bg"])
def test_in_another_language_no_sentence_is_left_in_english(language: str) -> None:
    foreign = {"name": {"bg": "Име"}, "website": "https://1.2", "contact": "1@2.3"}
    settings = {"operator_name": {"en": "–"}, "office_email": "", "demonstration": True}
    text = text_of(paper_of(applicant(foreign), language, **settings).html)
    assert re.findall(r"[A-Za-z]{2,}", text.replace("https://", "")) == []


def test_every_name_says_its_language_and_direction() -> None:
    found = tagged(paper_of(applicant({"name": NAMES, "acronym": {"el": "ΔΗ.Α."}}), "en").html)
    directions = {"ar": "rtl"}
    assert {(code, directions.get(code, "ltr"), name) for code, name in NAMES.items()} <= found
    assert ("el", "ltr", "ΔΗ.Α.") in found


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("el", "ltr"), ("bg", "ltr")])
def test_the_page_has_the_direction_of_its_language_and_addresses_have_their_own(language: str, direction: str) -> None:
    tree = tree_of(paper_of(applicant(), language).html)
    assert (tree.get("lang"), tree.get("dir")) == (language, direction)
    addresses = list(tree.iter(f"{XHTML}a"))
    assert len(addresses) == 3
    assert {link.get("dir") for link in addresses} == {"ltr"}


@pytest.mark.parametrize("version", ["2016", "before-2016"])
@pytest.mark.parametrize("language", ["en", "bg", "el", "ar"])
def test_it_has_as_many_commitments_as_the_page_of_its_version(language: str, version: str) -> None:
    folder = ALL_LANGUAGES[language].folder
    assert folder
    page = folder / "commitments" / f"{version}.md"
    page = page if page.exists() else ALL_LANGUAGES["en"].folder / "commitments" / f"{version}.md"
    written = re.findall(r"^\d+\. (.+)$", section(page.read_text(encoding="utf-8"), "text"), re.MULTILINE)
    html = paper_of(applicant(), language, statement_version=version).html
    assert ["".join(item.itertext()).strip() for item in tree_of(html).iter(f"{XHTML}li")] == written
    assert len(written) == 6


def test_only_a_demonstration_says_that_it_is_one() -> None:
    assert "invented" in text_of(paper_of(applicant(), "en", demonstration=True).html)
    assert "invented" not in text_of(paper_of(applicant(), "en").html)


# ---- which version, which language


def test_an_applicant_signs_the_version_of_today() -> None:
    assert paper_of(applicant(), "en").name == "vale-statement-2016-en"
    assert paper_of(applicant(), "bg", statement_version="before-2016").name == "vale-statement-before-2016-bg"


@pytest.mark.parametrize("version", ["2030", "../../legal", "index"])
def test_a_version_without_a_text_is_refused(version: str) -> None:
    refusal = made(applicant(), "en", statement_version=version)
    assert isinstance(refusal, Message)
    assert refusal.values == {"version": version}


@pytest.mark.parametrize(
    ("record", "signed_in", "language"),
    [
        (["el", "en"], None, "el"),
        (["sq", "bg", "en"], None, "bg"),
        (["sq"], None, "en"),
        (["el", "en"], "bg", "bg"),
        (["sq", "ar"], "fr", "ar"),
    ],
)
def test_without_a_wish_it_is_in_the_language_signed_or_in_the_organisations_own(
    record: list[str], signed_in: str | None, language: str
) -> None:
    changes = {"languages": record}
    supporter = {**ACTIVE, "statement": signed(language=signed_in)} if signed_in else None
    registry = one_supporter(changes, supporter) if supporter else applicant(changes)
    assert paper_of(registry).name == f"vale-statement-2016-{language}"
    assert paper_of(registry, "en").name == "vale-statement-2016-en"


def test_commitments_that_are_not_translated_are_english_and_say_so() -> None:
    html = paper_of(applicant(), "ar", statement_version="before-2016").html
    assert "هذا النص متاح بهذه اللغة: الإنجليزية" in text_of(html)
    english = [text.strip() for code, direction, text in tagged(html) if (code, direction) == ("en", "ltr")]
    assert "Before 2016" in english
    assert any(text.startswith("We promote accession to the Covenant of Mayors.") for text in english)


def with_commitments(tmp_path: Path, text: str) -> Paper | Message:
    """The statement in Bulgarian, with `text` as the Bulgarian page of its version."""
    content = shutil.copytree(PROJECT.content, tmp_path / "content")
    (content / "bg" / "commitments" / "2016.md").write_text(text, encoding="utf-8")
    site = dataclasses.replace(site_of(applicant()), languages=languages.load(content))
    return statement(site, site.registry.organisations["vale"], "bg")


MARKED = "<!-- --8<-- [start:text] -->\n1. {}\n<!-- --8<-- [end:text] -->\n"


def test_a_placeholder_in_the_commitments_is_filled_in(tmp_path: Path) -> None:
    paper = with_commitments(tmp_path, MARKED.format("Пишем на {{ office_email }}."))
    assert isinstance(paper, Paper)
    assert "Пишем на supporters@eumayors.eu." in text_of(paper.html)


def test_a_placeholder_that_means_nothing_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(SetUpError, match=r"content/bg/commitments/2016\.md.*ofice"):
        with_commitments(tmp_path, MARKED.format("{{ ofice }}"))


def test_a_page_that_has_lost_its_marks_counts_as_not_translated(tmp_path: Path) -> None:
    paper = with_commitments(tmp_path, "1. Без знаци.")
    assert isinstance(paper, Paper)
    assert "Без знаци" not in paper.html
    assert "We promote the Covenant of Mayors" in paper.html


# ---- signed already


def test_a_signed_statement_is_a_copy_without_lines_to_sign() -> None:
    registry = one_supporter(standing={**ACTIVE, "statement": signed("before-2016", "el")})
    paper = paper_of(registry, "en")
    text = text_of(paper.html)
    assert paper.name == "vale-statement-before-2016-en"
    assert "without signature. The organisation signed it on 1 December 2019; language: Greek" in text
    assert "promote accession" in text
    assert not [words for words in ("Place and date", "send it to", "suspend", "legal representative") if words in text]


def test_who_left_and_applies_again_signs_anew() -> None:
    before = [("2019-01-01", "interest"), ("2020-01-01", "active"), ("2024-01-01", "withdrawn")]
    again = [*before, ("2026-01-01", "interest"), ("2026-02-01", "eligible"), ("2026-03-01", "statement_sent")]
    old, new = signed("before-2016"), signed("2016", on="2026-04-01")
    assert "Place and date" in text_of(paper_of(one_supporter(standing=standing(*again, statement=old)), "en").html)
    assert "without signature" in text_of(paper_of(one_supporter(standing=standing(*again, statement=new)), "en").html)
    assert "without signature" in text_of(paper_of(one_supporter(standing=standing(*before, statement=old)), "en").html)


@pytest.mark.parametrize(
    ("steps", "on_record", "words"),
    [
        ([("2026-01-01", "interest")], None, "Do not send it yet"),
        ([("2026-01-01", "interest"), ("2026-02-01", "not_eligible")], None, "Do not send it yet"),
        (
            [("2026-01-01", "interest"), ("2026-02-01", "eligible")],
            None,
            "covenant decide vale statement_sent --on 2026-11-23",
        ),
        (
            [("2026-01-01", "interest"), ("2026-02-01", "eligible"), ("2026-03-01", "statement_sent")],
            None,
            "has been sent already",
        ),
        ([("2020-01-01", "active")], signed(), "has been signed already"),
    ],
)
def test_what_comes_next_follows_from_the_standing(
    steps: list[tuple[str, str]], on_record: dict[str, str] | None, words: str
) -> None:
    more = {"statement": on_record} if on_record else {}
    organisation = one_supporter(standing=standing(*steps, **more)).organisations["vale"]
    assert words in next_step(organisation, TODAY).render(ALL_LANGUAGES["en"].catalogue)


def test_without_a_standing_it_can_be_read_and_is_not_sent() -> None:
    registry = registry_of({"supporters/vale/supporter.yml": SUPPORTER})
    assert "Place and date" in text_of(paper_of(registry, "en").html)
    assert next_step(registry.organisations["vale"], TODAY).text.startswith("Do not send it yet")


# ---- text stays text, and the paper stands alone


ELEMENTS = set(
    "html head meta title style body main div p strong time header h1 h2 span section dl dt dd bdi a ol li".split()
)


def elements(html: str) -> set[str]:
    return {element.tag.removeprefix(XHTML) for element in tree_of(html).iter() if isinstance(element.tag, str)}


def test_no_text_of_a_record_becomes_markup() -> None:
    hostile = dict.fromkeys(("en", "ar"), f"</title></style>{HOSTILE}")
    html = paper_of(
        applicant({"name": hostile, "acronym": hostile, "seat": {"city": hostile}}), "en", demonstration=True
    ).html
    assert elements(html) == ELEMENTS
    assert not [name for element in tree_of(html).iter() for name in element.attrib if name.startswith("on")]
    assert text_of(html).count("{{ 7*7 }}") == 6


@given(records["supporter"], st.sampled_from(list(ALL_LANGUAGES)))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_conforming_record_has_a_statement(record: dict[str, Any], language: str) -> None:
    html = paper_of(registry_of({"supporters/vale/supporter.yml": written(record).encode()}), language).html
    text = text_of(html)
    assert elements(html) <= ELEMENTS
    assert [name for name in record["name"].values() if " ".join(name.split()) not in text] == []


def test_its_policy_allows_its_own_style_and_nothing_else() -> None:
    html = paper_of(applicant()).html
    style = html.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(each.get("content") for each in tree_of(html).iter(f"{XHTML}meta") if each.get("http-equiv"))
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "@page" in style
    assert re.search(r"<script|<link|<img|url\(|@import| style=", html) is None
