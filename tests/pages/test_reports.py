"""The page of reports: each year in short, and the way to its own page."""

from __future__ import annotations

from generator.pages import reports
from generator.registry import Registry
from tests.memory import edition_of
from tests.pages.reading import below, links, text_of
from tests.test_figures import SUPPORTER_SINCE_2020, registry, report


def body(found: Registry) -> str:
    return str(reports.page(edition_of(found)).body)


def test_each_year_is_told_in_short_and_leads_to_its_page() -> None:
    told = body(
        registry(
            {
                "vale": (SUPPORTER_SINCE_2020, [report("2024-01", "2025-12", events={"count": 4, "participants": 80})]),
                "hill": (SUPPORTER_SINCE_2020, [report("2025-07", "2026-06")]),
            }
        )
    )
    year = below(told, "year-2025")
    assert [text_of(element) for element in year if element.tag == "li"] == [
        "1 report",
        "1 country",
        "41 member authorities",
        "4 events",
        "80 participants",
    ]
    assert [text_of(element) for element in year if element.tag == "p"] == [
        "2 supporters owed a report for 2025; handed in: 1 (50%).",
        "Report of reports 2025",
    ]
    assert [text_of(element) for element in below(told, "year-2026") if element.tag == "p"] == [
        "Report of reports 2026"
    ]
    assert links(told) == ["../status/", "2026/", "2025/"]


def test_without_reports_it_says_so() -> None:
    assert "No report has been handed in yet." in body(Registry())
