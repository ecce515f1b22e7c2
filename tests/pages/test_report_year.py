"""The report of reports: one page a year, every share with its whole, every report linked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from generator import pages
from generator.pages import profile
from generator.registry import Registry
from tests.memory import edition_of
from tests.pages.reading import below, chart, links, text_of
from tests.test_figures import SUPPORTER_SINCE_2020, registry, report

NOTHING = {"period": {"from": "2025-01", "to": "2025-12"}, "submitted_on": "2026-01-01", "no_action": True}


def practice(title: str, *tags: str) -> dict[str, Any]:
    tagged = {"tags": list(tags)} if tags else {}
    return {"title": {"en": title}, "text": {"en": "How it was done."}, **tagged}


def of_2025(*reports: Mapping[str, Any]) -> Registry:
    """A registry with reports for 2025, each of a supporter of its own."""
    return registry({f"vale-{number}": (SUPPORTER_SINCE_2020, [each]) for number, each in enumerate(reports)})


def body(found: Registry, year: int = 2025, **settings: Any) -> str:
    made = pages.made(found)[f"reports/{year}.md"]
    return str(made.page(edition_of(found, **settings)).body)


def figures(told: str) -> list[str]:
    return [element.partition("</li>")[0] for element in re.sub(r"</?(strong|small)>", "", told).split("<li>")]


def test_each_year_with_reports_has_its_page() -> None:
    found = of_2025(report("2024-01", "2025-12"), report("2022-01", "2023-12"))
    made = pages.made(found)
    assert [source for source in made if source.startswith("reports/2")] == ["reports/2025.md", "reports/2023.md"]
    page = made["reports/2023.md"].page(edition_of(found))
    assert (page.title, page.short) == ("Report of reports 2023", "Reports 2023")
    assert not pages.made(Registry()).keys() & {"reports/2025.md", "reports/2023.md"}


def test_sums_say_from_how_many_reports_they_are() -> None:
    told = figures(
        body(
            of_2025(
                report("2025-01", "2025-12", members={"total": 1200, "signatories": 7}, events={"count": 3}),
                report("2025-01", "2025-12", members={"total": 55}),
                NOTHING,
            )
        )
    )
    assert "3 organisations" in told
    assert "1 country" in told
    assert "1,255 member authorities from 2 of 3 reports" in told
    assert "7 of them signatories from 1 of 3 reports" in told
    assert "3 events from 1 of 3 reports" in told
    assert "– participants from 0 of 3 reports" in told


def test_a_question_shows_every_answer_with_both_of_its_wholes() -> None:
    found = of_2025(
        report("2025-01", "2025-12", promoting=["events", "own_channels"]),
        report("2025-01", "2025-12", promoting=["events"]),
        report("2025-01", "2025-12", promoting=["technical_material"]),
        NOTHING,
    )
    assert chart(body(found), "promoting") == [
        ["3 of 4 reports answer this. Most often: Organising events, workshops, webinars (2 of 3, 67%)."],
        ["Answer", "Reports", "of 3", "of all 4"],
        ["Organising events, workshops, webinars", "2", "67%", "50%"],
        ["Amplifying through own channels", "1", "33%", "25%"],
        ["Spreading technical material", "1", "33%", "25%"],
        ["Informing members and local authorities", "0", "0%", "0%"],
    ]


def test_answers_chosen_equally_often_are_named_together() -> None:
    [sentence] = chart(body(of_2025(report("2025-01", "2025-12", promoting=["events", "own_channels"]))), "promoting")[
        0
    ]
    both = "Amplifying through own channels and Organising events, workshops, webinars"
    assert sentence == f"1 of 1 report answers this. Most often: {both} (1 of 1, 100%)."


def test_a_bar_is_as_long_as_its_share() -> None:
    found = of_2025(report("2025-01", "2025-12", promoting=["events"]), report("2025-01", "2025-12"), NOTHING)
    widths = re.findall(r'bar__part" width="([^"]*)"', body(found).partition('id="activities"')[0])
    assert widths == ["100.0%", "0.0%", "0.0%", "0.0%"]


def test_a_question_nobody_answers_is_named() -> None:
    told = body(of_2025(report("2025-01", "2025-12", promoting=["events"])))
    assert 'id="taking_part"' not in told
    assert "Answered in no report: Taking part in the Covenant, Needs: awareness," in told


def test_activities_are_shown_by_commitment() -> None:
    activities = [{"commitment": code, "title": {"en": "A"}} for code in ("support", "promote", "support", "report")]
    assert chart(body(of_2025(report("2025-01", "2025-12", activities=activities))), "activities")[:4] == [
        ["4 activities were reported, each under the commitment that it serves."],
        ["Commitment", "Activities", "of all 4"],
        ["Support and advise signatories", "2", "50%"],
        ["Promote the initiative", "1", "25%"],
    ]


def test_reports_without_action_are_counted_apart_and_valid() -> None:
    told = body(of_2025(NOTHING))
    assert "1 of 1 report says “no action in this period”. That is a valid report." in told
    assert "No activity was reported." in told
    assert "No good practice was reported." in told


@pytest.mark.parametrize(
    ("today", "sentence"),
    [
        ("2026-11-23", "2 supporters owed a report for 2025; handed in: 2 (100%)."),
        ("2025-12-31", "2025 is not over yet."),
    ],
)
def test_the_response_is_told_once_the_year_is_over(today: str, sentence: str) -> None:
    assert sentence in body(of_2025(report("2024-01", "2025-12"), NOTHING), today=today)


def test_a_year_in_which_nobody_owed_a_report_has_no_percentage() -> None:
    found = registry({"vale": (SUPPORTER_SINCE_2020, [report("2020-01", "2020-12")])})
    assert "No supporter owed a report for 2020." in body(found, 2020)


def test_every_report_is_linked_to_where_it_stands() -> None:
    found = of_2025(report("2024-01", "2025-12"), NOTHING)
    edition = edition_of(found)
    for organisation in edition.with_profile:
        [anchor] = re.findall(r'<details class="report" id="([^"]*)"', profile.page(edition, organisation).body)
        assert f"../../supporters/{organisation.slug}/#{anchor}" in links(body(found))


def test_a_report_of_an_organisation_without_a_page_is_counted_and_not_named() -> None:
    on_hold = [*SUPPORTER_SINCE_2020, ("2026-06-01", "on_hold")]
    reports = [report("2024-01", "2025-12", good_practices=[practice("Sun")])]
    found = registry({"vale": (SUPPORTER_SINCE_2020, [NOTHING]), "resting": (on_hold, reports)})
    told = body(found)
    assert "2 reports cover a period that ended in 2025." in told
    assert "1 more report is counted above. Its organisation has no page at present." in told
    assert "resting" not in told
    assert "../../supporters/resting/#report-0" in links(body(found, show_on_hold=True))


def test_good_practices_are_listed_with_their_organisation_and_narrowed_by_tag() -> None:
    found = of_2025(
        report("2025-01", "2025-12", good_practices=[practice("Sun", "energy", "financing"), practice("Untagged")]),
        report("2025-01", "2025-12", good_practices=[practice("Rain", "water")]),
    )
    shown = below(body(found), "practices")
    listed = [element for element in shown if element.get("data-tag") is not None]
    assert [element.get("data-tag") for element in listed] == ["energy financing", "", "water"]
    assert len({element.get("id") for element in listed}) == 3
    assert [text_of(option) for option in shown if option.tag == "option"] == ["All", "Energy", "Financing", "Water"]


@pytest.mark.parametrize("practices", [[practice("Sun", "energy")], [practice("Sun"), practice("Rain")]])
def test_what_cannot_be_narrowed_has_no_filter(practices: list[dict[str, Any]]) -> None:
    told = body(of_2025(report("2025-01", "2025-12", good_practices=practices)))
    assert "<form" not in told
    assert f"{len(practices)} good practice" in told
