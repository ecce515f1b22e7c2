"""The status of the registry: every figure with what it is a share of, names only where the operator wants them."""

from __future__ import annotations

from generator.pages import status
from generator.registry import Registry
from tests.memory import edition_of
from tests.pages.reading import below, chart, links, text_of
from tests.test_figures import SUPPORTER_SINCE_2020, registry, report

APPLIED = [("2019-01-01", "interest"), ("2019-06-01", "eligible"), ("2020-01-01", "active")]
FOUND = registry(
    {
        "silent": (SUPPORTER_SINCE_2020, []),
        "late": (SUPPORTER_SINCE_2020, [report("2020-01", "2021-12")]),
        "faithful": (APPLIED, [report("2022-01", "2023-12"), report("2024-01", "2025-12")]),
        "nothing-done": (
            SUPPORTER_SINCE_2020,
            [{"period": {"from": "2025-01", "to": "2025-12"}, "submitted_on": "2026-01-01", "no_action": True}],
        ),
        "waiting": ([("2026-11-13", "interest")], []),
        "new": (None, []),
        "eligible": ([("2026-10-24", "interest"), ("2026-11-01", "eligible")], []),
    }
)


def body(found: Registry = FOUND, language: str = "en", **settings: bool) -> str:
    return str(status.page(edition_of(found, language, **settings)).body)


def test_applications_are_told_by_step() -> None:
    assert chart(body(), "applications") == [
        ["3 organisations are on their way to becoming supporters."],
        ["Step", "Organisations"],
        ["Expression of interest", "2"],
        ["Eligible", "1"],
        ["Statement sent", "0"],
    ]


def test_waiting_times_say_of_how_many_applications_they_speak() -> None:
    more = "1 more began on a day that is not recorded."
    told = [text_of(element) for element in below(body(), "waiting") if element.tag == "li"]
    assert told == [
        "365 days median of 1 application that made a supporter, from the expression of interest to that day",
        f"10 days median of 2 applications under way, from the expression of interest to today {more}",
    ]


def test_reports_received_are_told_by_year_and_lead_to_its_page() -> None:
    assert chart(body(), "received") == [
        ["4 reports have been received. Each counts for the year in which its period ended."],
        ["Year", "Reports", "No action"],
        ["2025", "2", "1"],
        ["2023", "1", "0"],
        ["2021", "1", "0"],
    ]
    assert {f"../reports/{year}/" for year in (2025, 2023, 2021)} <= set(links(body()))


def test_the_response_shows_its_denominator() -> None:
    assert chart(body(), "response") == [
        ["4 supporters owed a report for 2025; handed in: 2 (50%)."],
        ["Year", "Owed", "Handed in", "Share"],
        ["2025", "4", "2", "50%"],
        ["2024", "3", "0", "0%"],
        ["2023", "4", "1", "25%"],
        ["2022", "3", "0", "0%"],
        ["2021", "4", "1", "25%"],
    ]


def test_what_is_due_is_counted() -> None:
    assert chart(body(), "due") == [
        ["Overdue on this day: 2 of 4 supporters."],
        ["Next report", "Supporters", "of all 4"],
        ["Overdue", "2", "50%"],
        ["Due today", "0", "0%"],
        ["Due soon", "0", "0%"],
        ["More time granted", "0", "0%"],
        ["Not due yet", "2", "50%"],
    ]


def test_nobody_is_named_as_overdue_unless_the_operator_wants_it() -> None:
    for unnamed in (body(), body(show_due_dates=True)):
        assert "supporters/silent" not in unnamed
        assert "supporters/late" not in unnamed
    named = below(body(show_overdue_names=True), "overdue")
    assert [text_of(element) for element in named if element.tag == "li"] == [
        "Union of Vale Towns: due on 1 December 2021",
        "Union of Vale Towns: due on 31 December 2023",
    ]
    assert [element.get("href") for element in named if element.tag == "a"][:2] == [
        "../supporters/silent/",
        "../supporters/late/",
    ]


def test_the_calendar_is_linked_where_the_days_are_shown() -> None:
    assert "../../calendar.ics" in links(body(show_due_dates=True))
    assert "../../calendar.ics" not in links(body())


def test_an_empty_registry_divides_nothing_by_zero() -> None:
    told = body(Registry())
    assert chart(told, "due")[2] == ["Overdue", "0", "–"]
    assert "No year with reports is over yet." in told
    assert "waiting" not in told


def test_numbers_and_words_are_those_of_the_language() -> None:
    assert chart(body(language="bg"), "response")[2] == ["2025", "4", "2", "50%"]
    assert "Към " in body(language="bg")
