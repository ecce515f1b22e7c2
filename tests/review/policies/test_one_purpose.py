"""A proposal has one purpose."""

from __future__ import annotations

from generator.review import review
from tests.memory import SUPPORTER
from tests.review.proposing import FILES, HILL, OF_VALE, OFFICE, STRANGER, base_of, codes, proposal, reviewed

VALE = "supporters/vale/supporter.yml"


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
