"""What changes, in words: sentence by sentence, with the risk of each."""

from __future__ import annotations

from typing import Any

import pytest

from generator.review import Change, How, review
from generator.review.comparing import compare
from generator.review.risks import Risk, highest
from generator.review.words import MOST_ENTRIES, Words
from tests.memory import ACTIVE, LANGUAGES, SCHEMAS, SUPPORTER
from tests.review.proposing import FILES, OF_VALE, OFFICE, base_of, proposal, reviewed, written
from tests.test_drafts import REPORT

ENGLISH = Words(LANGUAGES["en"], SCHEMAS)
BULGARIAN = Words(LANGUAGES["bg"], SCHEMAS)


def sentences(before: dict[str, Any], after: dict[str, Any], words: Words = ENGLISH) -> list[str]:
    """What is said of a supporter whose record changes in some keys."""
    return [
        words.say(message)
        for _, message in compare(words, "supporter", {**SUPPORTER, **before}, {**SUPPORTER, **after})
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({}, {"website": "https://new.example"}, ["Website: https://www.vale.example → https://new.example"]),
        (
            {},
            {"contact": "info@hill.example"},
            ["Contact e-mail: a mailbox at vale.example → a mailbox at hill.example"],
        ),
        ({}, {"country": "CY"}, ["Country of the seat: Greece → Cyprus"]),
        ({}, {"funding": "mixed"}, ["Funding: Mostly public → Mixed"]),
        ({}, {"not_for_profit": False}, ["Not-for-profit: yes → no"]),
        ({}, {"name": {"en": "Vale"}}, ["Name (English): Union of Vale Towns → Vale"]),
        (
            {},
            {"name": {"el": "Κοιλάδα"}},
            ["Name (Greek) is new: Κοιλάδα", "Name (English) is left out now. Before: Union of Vale Towns"],
        ),
        (
            {},
            {"languages": ["el", "bg"]},
            ["Languages of support, 1 more: Bulgarian", "Languages of support, 1 fewer: English"],
        ),
        ({}, {"languages": ["en", "el"]}, []),
        ({}, {"expertise": ["water", "air"]}, ["Expertise, 2 more: Water, Air"]),
        (
            {"services": {"adhesion": ["events"]}},
            {"services": {"adhesion": ["materials"], "exchange": ["agendas", "peer_review"]}},
            [
                "Services, 3 more: Information materials, On the agenda, Peer review and mentoring",
                "Services, 1 fewer: Events",
            ],
        ),
        ({"members": {"total": 34}}, {"members": {"total": 41}}, ["Members in total: 34 → 41"]),
        (
            {},
            {"members": {"total": 1200, "signatories": 3}},
            ["Members in total is new: 1,200", "Members that are signatories is new: 3"],
        ),
        ({}, {"coverage": {"level": "local"}}, ["Area covered – Level: National → Local"]),
        (
            {},
            {"coverage": {"level": "national", "countries": ["GR", "CY"]}},
            ["Area covered – Countries, 2 more: Greece, Cyprus"],
        ),
        (
            {},
            {"seat": {"city": {"en": "Vale"}, "latitude": 41.5, "longitude": 2}},
            ["Seat – City (English) is new: Vale", "Seat – Latitude is new: 41.5", "Seat – Longitude is new: 2"],
        ),
        (
            {},
            {"description": {"en": "One two three."}},
            ["Description (English) is another text now. Before: 7 words; now: 3 words"],
        ),
        ({}, {"description": {**SUPPORTER["description"], "el": "Ένα"}}, ["Description (Greek) is new: 1 word"]),
        (
            {"links": [{"title": {"en": "A"}, "url": "https://a.example"}]},
            {
                "links": [
                    {"title": {"en": "A"}, "url": "https://b.example"},
                    {"title": {"en": "C"}, "url": "https://c.example"},
                ]
            },
            ["Links, 1 more: C", "Links, changed: A"],
        ),
    ],
)
def test_what_changes_in_a_record(before: dict[str, Any], after: dict[str, Any], said: list[str]) -> None:
    assert sentences(before, after) == said


def test_it_is_said_in_the_language_of_the_reader() -> None:
    after = {"members": {"total": 1200}, "country": "CY"}
    assert sentences({}, after, BULGARIAN) == [
        "Държава на седалището: Гърция → Кипър",
        "Общ брой на членовете: ново – 1\u00a0200",
    ]


def test_of_a_long_list_only_the_beginning_is_named() -> None:
    codes = ["BG", "RO", "GR", "CY", "MT", "IT", "ES", "PT", "FR", "BE", "NL", "LU"]
    (said,) = sentences({}, {"coverage": {"level": "national", "countries": codes}})
    assert said.endswith("Belgium, 2 more")
    assert said.count(",") == MOST_ENTRIES + 1


def test_each_key_has_its_risk() -> None:
    path = "supporters/vale/supporter.yml"
    text = reviewed({path: {**SUPPORTER, "description": {"en": "Shorter."}}}, OF_VALE)
    name = reviewed({path: {**SUPPORTER, "contact": "info@vale.example"}}, OF_VALE)
    maintainers = reviewed(
        {"supporters/vale/standing.yml": {**ACTIVE, "maintainers": [{"id": 9, "login": "a"}]}}, OFFICE
    )
    schema = reviewed({"schemas/report.schema.json": b"{}"}, OFFICE)
    assert [text.risk, name.risk, maintainers.risk, schema.risk] == [Risk.LOW, Risk.MEDIUM, Risk.HIGH, Risk.HIGH]


def test_files_of_the_program_are_told_by_its_parts() -> None:
    paths = ["mkdocs.yml", "content/bg/a.md", "content/bg/b/c.md", "content/README.md", "generator/x.py", "LICENSE"]
    assert said_of(dict.fromkeys(paths, b"x")) == [
        "Settings, such as who is the Office: mkdocs.yml",
        "Texts of the site in Bulgarian: content/bg/a.md, content/bg/b/c.md",
        "Guide for translators: content/README.md",
        "The program: generator/x.py",
        "Other files: LICENSE",
    ]


def test_the_highest_risk_counts() -> None:
    assert highest([Risk.LOW, Risk.HIGH, Risk.MEDIUM]) is Risk.HIGH
    assert highest([]) is Risk.LOW


def said_of(files: dict[str, object], author: object = OFFICE) -> list[str]:
    return [each.sentence for each in review(base_of(), proposal(files, author)).differences]  # type: ignore[arg-type]


def test_a_report_moves_the_day_of_the_next_one() -> None:
    later = {**REPORT, "period": {"from": "2022-01", "to": "2023-12"}, "no_action": True}
    del later["activities"]
    assert said_of({"supporters/hill/reports/2022-2023.yml": later}) == [
        "New report 2022–2023: no action in this period",
        "Next report due: 1 December 2021 → 31 December 2025",
    ]


def test_a_status_comes_with_its_day_and_reason() -> None:
    steps = [*ACTIVE["history"], {"on": "2026-11-20", "status": "on_hold", "reason": {"en": "No staff."}}]
    assert said_of({"supporters/hill/standing.yml": {**FILES["supporters/hill/standing.yml"], "history": steps}}) == [  # type: ignore[dict-item]
        "Status “On hold” from 20 November 2026, because: No staff."
    ]


def test_what_looks_like_personal_data_is_not_repeated() -> None:
    record = {**SUPPORTER, "name": {"en": "Contact: Jane Doe, Union"}}
    found = reviewed({"supporters/vale/supporter.yml": record}, OF_VALE)
    assert "personal-name" in {each.problem.code for each in found.reasons}
    assert "Jane" not in found.comment
    assert found.differences[0].sentence.startswith("What supporters/vale/supporter.yml says")


def test_a_file_that_becomes_another_kind_of_record_is_told_as_two() -> None:
    path = "supporters/hill/reports/2024-2025.yml"
    raw = written(REPORT)
    moved = Change("", How.RENAMED, size=len(raw), read=raw, previous="supporters/hill/supporter.yml")
    assert said_of({path: moved}) == ["The record in “hill” is taken away."]
    files = {each: FILES[each] for each in FILES if each != "supporters/hill/standing.yml"} | {path: REPORT}
    moved = Change("", How.RENAMED, size=len(raw), read=written(ACTIVE), previous=path)
    found = review(base_of(files), proposal({"supporters/hill/standing.yml": moved}, OFFICE, files))
    assert [each.sentence for each in found.differences][:2] == [
        "The report 2024–2025 is taken away.",
        "Status “Active” from 1 January 2020",
    ]


def test_of_several_organisations_each_is_named() -> None:
    files = {f"supporters/{slug}/standing.yml": ACTIVE for slug in ("vale", "hill")}
    assert said_of(files) == [
        "vale: May no longer change the record: vale-towns (7)",
        "hill: May no longer change the record: hill-union (8)",
    ]
