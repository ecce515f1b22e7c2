"""The policies that need no more than a few lines each to be shown."""

from __future__ import annotations

import pytest

from generator.review import Author, Change, How, Mode, review
from generator.review.policies.sizes import MOST_FILES
from generator.review.proposal import MAX_READ
from tests.memory import ACTIVE, SUPPORTER
from tests.review.proposing import (
    DALE,
    FILES,
    HILL,
    NEW,
    OF_HILL,
    OF_VALE,
    OFFICE,
    STRANGER,
    base_of,
    codes,
    proposal,
    reviewed,
    written,
)

REKA, VALE = "supporters/reka/supporter.yml", "supporters/vale/supporter.yml"
WHOLE_VALE = {path: None for path in FILES if path.startswith("supporters/vale/")}


def file(content: object, **facts: object) -> Change:
    raw = written(content)
    return Change("", size=len(raw), read=raw, **facts)  # type: ignore[arg-type]


# ---- new_folder


def test_an_application_is_one_new_folder() -> None:
    assert codes(reviewed({REKA: NEW}, STRANGER)) == []
    more = {**NEW, "name": {"en": "Lake Towns"}, "website": "https://lake.example"}
    assert ("needs_changes", "several-folders", "supporters/more/supporter.yml") not in codes(
        reviewed({"supporters/more/supporter.yml": more}, STRANGER)
    )
    assert ("needs_changes", "several-folders", REKA) in codes(
        reviewed({REKA: NEW, "supporters/more/supporter.yml": more}, STRANGER)
    )


def test_the_office_may_add_many_with_their_standing() -> None:
    more = {**NEW, "name": {"en": "Lake Towns"}, "website": "https://lake.example"}
    files = {REKA: NEW, "supporters/reka/standing.yml": ACTIVE, "supporters/more/supporter.yml": more}
    assert codes(reviewed(files, OFFICE)) == []


# ---- office_files


@pytest.mark.parametrize("author", [OF_VALE, STRANGER, None])
def test_a_standing_from_anyone_but_the_office_is_refused(author: Author | None) -> None:
    for path in ("supporters/vale/standing.yml", "supporters/reka/standing.yml", "supporters/dale/standing.yml"):
        assert ("refused", "office-decision", path) in codes(reviewed({path: ACTIVE}, author))
        assert ("refused", "office-decision", path) in codes(reviewed({path: b"[", REKA: NEW}, author))


@pytest.mark.parametrize(
    "path", ["schemas/supporter.schema.json", ".github/workflows/check.yml", "mkdocs.yml", "generator/cli.py", "x"]
)
def test_the_program_and_its_rules_are_changed_with_the_office(path: str) -> None:
    assert codes(reviewed({path: b"x"}, STRANGER)) == [("needs_office", "office-file", path)]
    assert codes(reviewed({path: b"x"}, OFFICE)) == []


def test_texts_are_changed_with_the_office() -> None:
    found = reviewed({"content/bg/apply.md": b"x", "content/bg/benefits.md": b"y"}, STRANGER)
    assert codes(found) == [("needs_office", "office-file", "content/bg/apply.md")]
    assert found.language.code == "bg"


# ---- foreign_folders


@pytest.mark.parametrize(
    ("author", "verdict"),
    [(OF_HILL, "refused"), (None, "refused"), (OF_VALE, "needs_office"), (OFFICE, "ready")],
)
def test_who_takes_a_folder_away(author: Author | None, verdict: str) -> None:
    found = reviewed(dict(WHOLE_VALE), author)
    assert codes(found) == [(verdict, "folder-gone", VALE)]
    assert found.verdict == verdict


def test_an_undecided_application_is_withdrawn_with_the_office() -> None:
    found = codes(reviewed({"supporters/dale/supporter.yml": None}, STRANGER))
    assert found == [("needs_office", "folder-gone", "supporters/dale/supporter.yml")]


def test_a_folder_is_not_renamed() -> None:
    moved = {
        path.replace("vale", "vales"): Change(
            "", How.RENAMED, previous=path, size=len(written(FILES[path])), read=written(FILES[path])
        )
        for path in WHOLE_VALE
    }
    found = reviewed(moved, OF_VALE)
    assert ("needs_office", "folder-gone", VALE) in codes(found)
    gone = next(each.problem for each in found.reasons if each.problem.code == "folder-gone")
    assert gone.message.values == {"slug": "vale", "new": "vales"}


def test_a_folder_is_not_replaced_by_something_else() -> None:
    link = Change("", mode=Mode.LINK, size=4, read=b"hill")
    assert {code for _, code, _ in codes(reviewed({**WHOLE_VALE, "supporters/vale": link}, OF_VALE))} >= {
        "folder-gone",
        "link",
    }


# ---- one_purpose


def test_nothing_is_no_proposal() -> None:
    found = reviewed({}, STRANGER)
    assert codes(found) == [("needs_changes", "nothing-changed", "supporters")]
    assert found.comment


def test_two_organisations_are_two_proposals_and_so_are_records_and_texts() -> None:
    better = {**SUPPORTER, "members": {"total": 41}}
    mixed = ("needs_changes", "mixed-change", "content/bg/apply.md")
    assert mixed in codes(reviewed({VALE: better, "content/bg/apply.md": b"x"}, OF_VALE))
    assert mixed in codes(reviewed({VALE: better, "content/bg/apply.md": b"x"}, OFFICE))
    both = {VALE: better, "supporters/hill/supporter.yml": {**HILL, "members": {"total": 3}}}
    of_both = {**FILES, "supporters/hill/standing.yml": FILES["supporters/vale/standing.yml"]}
    found = review(base_of(of_both), proposal(both, OF_VALE))
    assert codes(found) == [("needs_changes", "mixed-change", "supporters/hill/supporter.yml")]
    assert codes(reviewed(both, OFFICE)) == []


# ---- sizes


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


# ---- file_modes


@pytest.mark.parametrize("author", [OF_VALE, OFFICE])
def test_links_and_other_repositories_are_refused_everywhere(author: Author) -> None:
    for path in ("supporters/vale/logo.png", "content/bg/x.md", "generator/x.py"):
        assert ("refused", "link", path) in codes(reviewed({path: Change("", mode=Mode.LINK)}, author))
        assert ("refused", "submodule", path) in codes(reviewed({path: Change("", mode=Mode.SUBMODULE)}, author))


def test_a_record_is_no_program() -> None:
    found = codes(reviewed({VALE: file(SUPPORTER, how=How.MODIFIED, mode=Mode.EXECUTABLE)}, OFFICE))
    assert found == [("needs_changes", "executable", VALE)]
    assert codes(reviewed({".ci/run": file(b"x", mode=Mode.EXECUTABLE)}, OFFICE)) == []


# ---- up_to_date


def test_what_others_changed_meanwhile_is_brought_together_first() -> None:
    found = codes(reviewed({VALE: file({**SUPPORTER, "country": "CY"}, how=How.MODIFIED, outdated=True)}, OF_VALE))
    assert found == [("needs_changes", "outdated", VALE)]


def test_an_application_that_was_merged_stays_one_until_the_office_decides() -> None:
    found = reviewed({"supporters/dale/supporter.yml": {**DALE, "members": {"total": 3}}}, OFFICE)
    assert codes(found) == []
