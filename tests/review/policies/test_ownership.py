"""Who may change a record: those whom the base names, by number, and the Office."""

from __future__ import annotations

import pytest

from generator.review import Author, Change, How, review
from tests.memory import ACTIVE, SUPPORTER
from tests.review.proposing import DALE, FILES, OF_HILL, OF_VALE, OFFICE, STRANGER, base_of, codes, proposal, reviewed

VALE = "supporters/vale/supporter.yml"
STANDING = "supporters/vale/standing.yml"
BETTER = {**SUPPORTER, "members": {"total": 41}}
REFUSED = [("refused", "not-a-maintainer", VALE)]


@pytest.mark.parametrize("author", [OF_VALE, OFFICE])
def test_a_maintainer_and_the_office_change_a_record(author: Author) -> None:
    assert codes(reviewed({VALE: BETTER}, author)) == []


@pytest.mark.parametrize("author", [OF_HILL, STRANGER, None])
def test_nobody_else_does(author: Author | None) -> None:
    assert codes(reviewed({VALE: BETTER}, author)) == REFUSED


def test_the_number_decides_and_not_the_login() -> None:
    assert codes(reviewed({VALE: BETTER}, Author(99, "vale-towns"))) == REFUSED
    assert codes(reviewed({VALE: BETTER}, Author(99, "office"))) == REFUSED
    assert codes(reviewed({VALE: BETTER}, Author(7, "renamed-since"))) == []


def test_who_names_oneself_in_the_same_proposal_is_still_a_stranger() -> None:
    mine = {**ACTIVE, "maintainers": [{"id": 99, "login": "somebody"}]}
    found = codes(reviewed({VALE: BETTER, STANDING: mine}, STRANGER))
    assert found == [("refused", "office-decision", STANDING), *REFUSED]


def test_settings_of_the_proposal_name_no_office() -> None:
    own_office = b'plugins:\n  - covenant:\n      office_accounts: ["99:somebody"]\n'
    assert ("refused", "not-a-maintainer", VALE) in codes(reviewed({VALE: BETTER, "mkdocs.yml": own_office}, STRANGER))


def test_an_application_that_nobody_maintains_yet_is_changed_with_the_office() -> None:
    path = "supporters/dale/supporter.yml"
    assert codes(reviewed({path: {**DALE, "members": {"total": 3}}}, STRANGER)) == [
        ("needs_office", "no-maintainer", path)
    ]


def test_where_the_office_s_file_is_broken_nobody_maintains() -> None:
    files = {**FILES, STANDING: {"history": [], "maintainers": [{"id": 7, "login": "vale-towns"}]}}
    found = review(base_of(files), proposal({VALE: BETTER}, OF_VALE))
    assert codes(found) == [("needs_office", "no-maintainer", VALE)]


@pytest.mark.parametrize("path", ["supporters/vale/logo.png", "supporters/vale/reports/2022.yml", "supporters/vale"])
def test_every_file_of_a_folder_belongs_to_its_organisation(path: str) -> None:
    verdicts = {verdict for verdict, code, _ in codes(reviewed({path: b"x"}, OF_HILL)) if code == "not-a-maintainer"}
    assert verdicts == {"refused"}


def test_a_file_that_is_moved_in_from_one_s_own_folder_counts_too() -> None:
    moved = Change("", How.RENAMED, previous="supporters/hill/logo.png", size=1, read=b"x")
    assert ("refused", "not-a-maintainer", "supporters/vale/logo.png") in codes(
        reviewed({"supporters/vale/logo.png": moved}, OF_HILL)
    )


def test_an_application_that_was_merged_stays_one_until_the_office_decides() -> None:
    found = reviewed({"supporters/dale/supporter.yml": {**DALE, "members": {"total": 3}}}, OFFICE)
    assert codes(found) == []
