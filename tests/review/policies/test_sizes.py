"""Proposals of a size that people can read."""

from __future__ import annotations

from generator.review import Change
from generator.review.policies.sizes import MOST_FILES
from generator.review.proposal import MAX_READ
from tests.review.proposing import NEW, OF_VALE, OFFICE, STRANGER, codes, reviewed

REKA = "supporters/reka/supporter.yml"


def test_many_files_are_too_many() -> None:
    years = {f"supporters/vale/reports/{year}.yml": b"x" for year in range(1990, 1991 + MOST_FILES)}
    assert "too-many-files" in [code for _, code, _ in codes(reviewed(years, OF_VALE))]
    assert "too-many-files" not in [code for _, code, _ in codes(reviewed(years, OFFICE))]


def test_what_the_forge_did_not_list_was_not_looked_at() -> None:
    assert ("needs_changes", "not-listed", REKA) in codes(reviewed({REKA: NEW}, STRANGER, is_complete=False))
    assert ("needs_changes", "not-listed", "supporters") in codes(reviewed({}, STRANGER, is_complete=False))


def test_a_file_that_was_too_large_to_be_read_is_said_to_be() -> None:
    large = Change("", size=MAX_READ + 1)
    assert codes(reviewed({"content/bg/x.bin": large}, OFFICE)) == [
        ("needs_changes", "file-not-read", "content/bg/x.bin")
    ]
    assert codes(reviewed({REKA: large}, STRANGER)) == [("needs_changes", "file-too-large", REKA)]
    assert codes(reviewed({REKA: Change("", size=1)}, STRANGER)) == [("needs_changes", "not-readable", REKA)]
