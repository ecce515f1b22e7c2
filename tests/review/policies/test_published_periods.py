"""A published report changes only with a note that says what was wrong."""

from __future__ import annotations

import pytest

from generator.review import Author, Change, How
from generator.review.case import examine
from generator.review.policies.published_periods import note
from tests.building import ROOT
from tests.review.proposing import FILES, OF_VALE, OFFICE, base_of, case_of, codes, proposal, reviewed, written
from tests.test_drafts import REPORT

PATH = "supporters/vale/reports/2024-2025.yml"
OTHER = {**REPORT, "members": {"total": 12, "signatories": 4}}
NEEDS_NOTE = [("needs_changes", "correction-note", PATH)]


@pytest.mark.parametrize("author", [OF_VALE, OFFICE])
def test_without_a_note_it_is_asked_for(author: Author) -> None:
    assert codes(reviewed({PATH: OTHER}, author)) == NEEDS_NOTE


@pytest.mark.parametrize(
    "text",
    [
        "Correction: members were counted twice.",
        "Update 2024-2025.yml\n\nCorrection: members were counted twice.\n",
        "correction : x",
        "**Correction:** x",
        "- Correction: x",
        "Correction\u00a0: x",
        "> Correction: x",
        "Поправка: членовете бяха преброени два пъти.",
    ],
)
def test_with_a_note_in_a_language_of_the_site_it_is_ready(text: str) -> None:
    assert codes(reviewed({PATH: OTHER}, OF_VALE, text=text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Correction",
        "Correction:",
        "Correction:   \nsomething",
        "This is a correction: x",
        "<!-- If you correct a report, write:\nCorrection: what was wrong -->",
        "<!--\nCorrection: x",
    ],
)
def test_what_only_looks_like_a_note_is_none(text: str) -> None:
    assert codes(reviewed({PATH: OTHER}, OF_VALE, text=text)) == NEEDS_NOTE


def test_the_text_that_the_forge_puts_into_every_pull_request_is_no_note() -> None:
    template = (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8")
    for text in (template, f"{template}\nThe members of 2025.\n"):
        assert codes(reviewed({PATH: OTHER}, OF_VALE, text=text)) == NEEDS_NOTE
    assert codes(reviewed({PATH: OTHER}, OF_VALE, text=f"{template}\nCorrection: counted twice.")) == []


def test_a_very_long_text_is_searched_all_the_same() -> None:
    text = "\n" * 50_000 + "<!--" * 50_000 + "-->" + " \t" * 50_000 + "\nCorrection: x"
    assert note(examine(base_of(), proposal({PATH: OTHER}, OF_VALE, text=text))) == "x"


def test_a_new_report_needs_no_note() -> None:
    earlier = {**REPORT, "period": {"from": "2022-01", "to": "2023-12"}}
    assert codes(reviewed({"supporters/vale/reports/2022-2023.yml": earlier}, OF_VALE)) == []


def test_a_report_that_is_renamed_is_corrected() -> None:
    new = "supporters/vale/reports/2024.yml"
    raw = written({**REPORT, "period": {"from": "2024-01", "to": "2024-12"}})
    found = reviewed({new: Change("", How.RENAMED, size=len(raw), read=raw, previous=PATH)}, OF_VALE)
    assert codes(found) == [("needs_changes", "correction-note", new)]


def test_a_published_report_is_deleted_with_the_office_only() -> None:
    assert codes(reviewed({PATH: None}, OF_VALE, text="Correction: x")) == [("needs_office", "report-gone", PATH)]
    assert codes(reviewed({PATH: None}, OFFICE)) == []


def test_with_the_whole_folder_only_the_folder_is_spoken_of() -> None:
    gone = {path: None for path in FILES if path.startswith("supporters/vale/")}
    assert [code for _, code, _ in codes(reviewed(gone, OF_VALE))] == ["folder-gone"]
    assert case_of(gone).removed_folders == {"vale"}
