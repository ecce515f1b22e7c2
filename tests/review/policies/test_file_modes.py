"""Records and texts are plain files."""

from __future__ import annotations

import pytest

from generator.review import Author, Change, How, Mode
from tests.memory import SUPPORTER
from tests.review.proposing import OF_VALE, OFFICE, codes, file, reviewed

VALE = "supporters/vale/supporter.yml"


@pytest.mark.parametrize("author", [OF_VALE, OFFICE])
def test_links_and_other_repositories_are_refused_everywhere(author: Author) -> None:
    for path in ("supporters/vale/logo.png", "content/bg/x.md", "generator/x.py"):
        assert ("refused", "link", path) in codes(reviewed({path: Change("", mode=Mode.LINK)}, author))
        assert ("refused", "submodule", path) in codes(reviewed({path: Change("", mode=Mode.SUBMODULE)}, author))


def test_a_record_is_no_program() -> None:
    found = codes(reviewed({VALE: file(SUPPORTER, how=How.MODIFIED, mode=Mode.EXECUTABLE)}, OFFICE))
    assert found == [("needs_changes", "executable", VALE)]
    assert codes(reviewed({".ci/run": file(b"x", mode=Mode.EXECUTABLE)}, OFFICE)) == []
