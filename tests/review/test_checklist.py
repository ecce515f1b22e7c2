"""The list of who is eligible: filled in from the record, decided by people."""

from __future__ import annotations

from typing import Any

import pytest

from generator.review import Proposal, review
from generator.review.checklist import Answer
from tests.memory import SUPPORTER
from tests.review.proposing import NEW, OF_VALE, STRANGER, base_of, proposal, reviewed

PATH = "supporters/reka/supporter.yml"


def looks(changes: dict[str, Any], **settings: Any) -> list[str]:
    """The points that a reviewer should look at."""
    found = review(base_of(**settings), proposal({PATH: {**NEW, **changes}}, STRANGER))
    return [point.sentence for point in found.checklist if point.answer is Answer.LOOK]


def test_of_an_ordinary_association_everything_is_fine_but_what_only_people_can_judge() -> None:
    answers = [point.answer for point in reviewed({PATH: NEW}, STRANGER).checklist]
    assert answers == [Answer.FINE] * 7 + [Answer.JUDGE] * 2


@pytest.mark.parametrize(
    ("changes", "beginning"),
    [
        ({"not_for_profit": False}, "It distributes profit."),
        ({"funding": "mostly_private"}, "It is mostly privately financed."),
        ({"mandate": "project_by_project"}, "It works project by project."),
        ({"country": "MA"}, "The seat lies outside the area"),
        ({"name": {"en": "Ministry of Rivers"}}, "The name sounds like a public authority."),
        ({"name": {"bg": "Община Река"}}, "The name sounds like a single municipality."),
        ({"contact": "office@mail.example"}, "The website is at reka.example, the mailbox at mail.example."),
    ],
)
def test_what_stands_out_is_to_be_looked_at(changes: dict[str, Any], beginning: str) -> None:
    (only,) = looks(changes)
    assert only.startswith(beginning)


def test_a_member_of_the_consortium_is_a_conflict_of_interest() -> None:
    (only,) = looks({}, office_consortium=("reka.example",))
    assert only.startswith("The organisation belongs to the consortium")


@pytest.mark.parametrize("contact", ["office@reka.example", "office@mail.reka.example", "office@REKA.example"])
def test_a_mailbox_at_the_host_of_the_website_is_fine(contact: str) -> None:
    assert looks({"contact": contact, "website": "https://www.reka.example/bg"}) == []


def test_only_applications_have_one() -> None:
    assert reviewed({"supporters/vale/supporter.yml": {**SUPPORTER, "country": "CY"}}, OF_VALE).checklist == []
    assert reviewed({PATH: b"x"}, STRANGER).checklist == []
    assert review(base_of(), Proposal(())).checklist == []
