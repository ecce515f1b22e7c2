"""Nobody takes away the folder of another."""

from __future__ import annotations

import pytest

from generator.review import Author, Change, How, Mode
from tests.review.proposing import FILES, OF_HILL, OF_VALE, OFFICE, STRANGER, codes, reviewed, written

VALE = "supporters/vale/supporter.yml"
WHOLE_VALE = {path: None for path in FILES if path.startswith("supporters/vale/")}


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
