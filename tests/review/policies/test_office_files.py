"""What only the Office changes, and what others may suggest."""

from __future__ import annotations

import pytest

from generator.review import Author
from tests.memory import ACTIVE
from tests.review.proposing import NEW, OF_VALE, OFFICE, STRANGER, codes, reviewed

REKA = "supporters/reka/supporter.yml"


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
