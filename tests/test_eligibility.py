"""Flags for the reviewer: what stands out in an application, without deciding anything."""

from __future__ import annotations

import pytest

from generator import inspection
from generator.eligibility import flags
from generator.records import Status, Supporter
from tests.memory import PROJECT, SUPPORTER, TODAY


def codes(consortium=(), **changes) -> set[str]:
    return {flag.code for flag in flags(Supporter.of({**SUPPORTER, **changes}), consortium)}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"not_for_profit": False}, "for-profit"),
        ({"funding": "mostly_private"}, "mostly-private"),
        ({"mandate": "project_by_project"}, "project-by-project"),
        ({"country": "GE"}, "other-region"),
        ({"name": {"en": "Ministry of Energy"}}, "public-authority"),
        ({"name": {"el": "Υπουργείο Περιβάλλοντος"}}, "public-authority"),
        ({"name": {"hu": "Energiaügyi Minisztérium"}}, "public-authority"),
        ({"name": {"bg": "Община Долна Вежна"}}, "single-municipality"),
        ({"name": {"sv": "Solviks kommun"}}, "single-municipality"),
        ({"name": {"en": "Union of Vale Towns", "it": "Comune di Valle"}}, "single-municipality"),
    ],
)
def test_what_stands_out_is_flagged(changes, code):
    assert codes(**changes) == {code}


def test_several_flags_stand_together():
    assert codes(not_for_profit=False, funding="mostly_private") == {"for-profit", "mostly-private"}


@pytest.mark.parametrize(
    "name",
    [
        "Gemeindebund Vale",
        "Kommunförbundet Solvik",
        "Сдружение на общините",
        "Stadtwerke-Netz",
        "Union of City Councils",
        "Gradovi zajedno",
    ],
)
def test_an_association_is_no_municipality(name):
    assert codes(name={"en": name}) == set()


@pytest.mark.parametrize(
    ("website", "flagged"),
    [
        ("https://www.vale.example", True),
        ("https://climate.vale.example/team", True),
        ("https://not-vale.example", False),
    ],
)
def test_a_member_of_the_office_s_consortium_is_told_by_its_web_host(website, flagged):
    assert ("conflict-of-interest" in codes(consortium=["vale.example"], website=website)) == flagged


def test_no_supporter_of_the_demonstration_looks_like_an_authority_or_a_municipality():
    found = inspection.inspect(PROJECT, TODAY).registry
    flagged = {
        each.slug: code
        for each in found
        if each.status is Status.ACTIVE
        for code in (flag.code for flag in flags(each.supporter))
        if code in ("public-authority", "single-municipality")
    }
    assert flagged == {}
