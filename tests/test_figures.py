"""The registry in figures: counts, shares with what they are shares of, and waiting times."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import figures
from generator.figures import Answers, ReportYear, Share, Total, Waiting
from generator.project import Settings
from generator.records import Status
from generator.records.report import SELECTIONS
from generator.registry import Registry
from generator.schemas import codes
from tests.memory import ACTIVE, SCHEMAS, SUPPORTER, TODAY, registry_of
from tests.strategies import values
from tests.test_drafts import REPORT

Steps = list[tuple[str, str]]
SUPPORTER_SINCE_2020: Steps = [("2020-01-01", "active")]


def registry(organisations: Mapping[str, tuple[Steps | None, list[Mapping[str, Any]]]]) -> Registry:
    """Organisations by slug, each with the steps of its history (None: no standing) and its reports."""
    files: dict[str, object] = {}
    for slug, (steps, reports) in organisations.items():
        files[f"supporters/{slug}/supporter.yml"] = SUPPORTER
        if steps is not None:
            history = [{"on": on, "status": status, "reason": {"en": "Why."}} for on, status in steps]
            files[f"supporters/{slug}/standing.yml"] = {**ACTIVE, "history": history}
        for number, report in enumerate(reports):
            files[f"supporters/{slug}/reports/{number}.yml"] = report
    return registry_of(files)


def report(first: str, last: str, **more: Any) -> dict[str, Any]:
    return {**REPORT, "period": {"from": first, "to": last}, **more}


def year_of(*reports: Mapping[str, Any]) -> ReportYear:
    """The one year of reports, each of a supporter of its own."""
    [found] = figures.report_years(
        registry({f"vale-{number}": (SUPPORTER_SINCE_2020, [each]) for number, each in enumerate(reports)})
    )
    return found


def test_applications_are_counted_at_their_step_and_without_a_standing_as_interest() -> None:
    found = figures.applications_by_step(
        registry(
            {
                "new": (None, []),
                "waiting": ([("2026-01-01", "interest")], []),
                "eligible": ([("2026-01-01", "interest"), ("2026-02-01", "eligible")], []),
                "refused": ([("2026-01-01", "interest"), ("2026-02-01", "not_eligible")], []),
                "supporter": (SUPPORTER_SINCE_2020, []),
            }
        )
    )
    assert {step: [each.slug for each in at] for step, at in found.items()} == {
        Status.INTEREST: ["new", "waiting"],
        Status.ELIGIBLE: ["eligible"],
        Status.STATEMENT_SENT: [],
    }


@pytest.mark.parametrize(
    ("steps", "days"),
    [
        ([("2020-01-01", "interest"), ("2020-01-31", "active")], (30,)),
        ([("2020-01-01", "interest"), ("2020-01-11", "not_eligible"), ("2020-01-21", "active")], (20,)),
        ([("2020-01-01", "active"), ("2021-01-01", "on_hold"), ("2022-01-01", "active")], ()),
        ([("2020-01-01", "interest"), ("2020-02-01", "withdrawn")], ()),
        (
            [
                ("2020-01-01", "interest"),
                ("2020-01-11", "active"),
                ("2021-01-01", "withdrawn"),
                ("2022-01-01", "interest"),
                ("2022-01-06", "active"),
            ],
            (10, 5),
        ),
        ([("2020-01-01", "interest"), ("2020-02-01", "withdrawn"), ("2021-01-01", "active")], ()),
    ],
)
def test_an_application_takes_from_its_interest_to_the_first_day_as_a_supporter(
    steps: Steps, days: tuple[int, ...]
) -> None:
    assert figures.concluded(registry({"vale": (steps, [])})) == Waiting(days)


def test_who_waits_is_counted_also_where_the_beginning_is_not_recorded() -> None:
    found = registry(
        {
            "new": (None, []),
            "waiting": ([("2026-11-13", "interest")], []),
            "again": ([("2020-01-01", "interest"), ("2021-01-01", "withdrawn"), ("2026-11-03", "interest")], []),
        }
    )
    assert figures.under_way(found, TODAY) == Waiting((20, 10), unknown=1)


@pytest.mark.parametrize(
    ("days", "median"), [((), None), ((7,), 7), ((9, 1, 5), 5), ((1, 2, 10, 20), 2), ((0, 0, 400), 0)]
)
def test_half_of_the_applications_took_no_longer_than_the_median(days: tuple[int, ...], median: int | None) -> None:
    assert Waiting(days).median == median
    assert median is None or sum(each <= median for each in days) * 2 >= len(days)


def test_reports_belong_to_the_year_in_which_their_period_ends() -> None:
    found = figures.report_years(
        registry(
            {
                "vale": (
                    SUPPORTER_SINCE_2020,
                    [report("2022-01", "2023-12"), report("2024-07", "2025-06"), report("2021-01", "2021-12")],
                ),
                "hill": (SUPPORTER_SINCE_2020, [report("2025-01", "2025-12")]),
            }
        )
    )
    assert [(year.year, [each.organisation.slug for each in year.received]) for year in found] == [
        (2025, ["hill", "vale"]),
        (2023, ["vale"]),
        (2021, ["vale"]),
    ]


def test_a_report_beside_an_application_counts_nowhere() -> None:
    found = registry(
        {
            "stranger": (None, [report("2024-01", "2025-12")]),
            "applicant": ([("2026-01-01", "interest")], [report("2024-01", "2025-12")]),
            "former": ([*SUPPORTER_SINCE_2020, ("2026-02-01", "withdrawn")], [report("2024-01", "2025-12")]),
        }
    )
    assert [each.organisation.slug for year in figures.report_years(found) for each in year.received] == ["former"]


def test_sums_say_how_many_gave_a_figure_and_zero_is_one() -> None:
    found = year_of(
        report("2025-01", "2025-12", members={"total": 10, "signatories": 4}, events={"count": 0, "participants": 0}),
        report("2025-01", "2025-12", members={"total": 5}, events={"count": 3}),
        {"period": {"from": "2024-01", "to": "2025-12"}, "submitted_on": "2026-01-01", "no_action": True},
    )
    assert (found.organisations, found.countries, found.no_action) == (3, 1, 1)
    assert (found.members, found.signatories) == (Total(15, 2), Total(4, 1))
    assert (found.events, found.participants) == (Total(3, 2), Total(0, 1))


def test_answers_count_those_who_answered_the_block() -> None:
    found = year_of(
        report("2025-01", "2025-12", promoting=["events", "own_channels"]),
        report("2025-01", "2025-12", promoting=["events"]),
        report("2025-01", "2025-12"),
    )
    assert found.answers("promoting") == Answers({"events": 2, "own_channels": 1}, 2)
    assert found.answers("taking_part") == Answers({}, 0)


def test_activities_are_counted_by_commitment() -> None:
    activities = [{"commitment": code, "title": {"en": "A"}} for code in ("support", "promote", "support")]
    assert year_of(report("2025-01", "2025-12", activities=activities)).activities == {"support": 2, "promote": 1}


def answered(organisations: Mapping[str, tuple[Steps | None, list[Mapping[str, Any]]]], year: int) -> Share:
    return figures.response(registry(organisations), Settings(), year).share


def test_the_response_is_of_those_who_owed_a_report() -> None:
    two_years, one_year = report("2024-01", "2025-12"), report("2024-01", "2024-12")
    assert answered(
        {
            "reported": (SUPPORTER_SINCE_2020, [report("2022-01", "2023-12"), two_years]),
            "silent": (SUPPORTER_SINCE_2020, [report("2022-01", "2023-12")]),
            "ahead-of-time": (SUPPORTER_SINCE_2020, [one_year]),
            "applicant": ([("2026-01-01", "interest")], [two_years]),
        },
        2025,
    ) == Share(1, 2)


@pytest.mark.parametrize(
    ("steps", "owes"),
    [
        ([("2020-01-01", "active")], True),
        ([("2025-12-31", "active")], True),
        ([("2026-01-01", "active")], False),
        ([("2020-01-01", "active"), ("2025-12-31", "suspended")], False),
        ([("2020-01-01", "active"), ("2026-01-01", "suspended")], True),  # what came later changes no past year
        ([("2020-01-01", "active"), ("2024-01-01", "on_hold"), ("2025-06-01", "active")], True),
    ],
)
def test_the_response_of_a_year_is_of_the_supporters_at_its_end(steps: Steps, owes: bool) -> None:
    assert answered({"vale": (steps, [])}, 2025).whole == owes


def test_a_year_has_a_response_once_it_is_over() -> None:
    found = registry({"vale": (SUPPORTER_SINCE_2020, [report("2022-01", "2023-12"), report("2025-06", "2026-05")])})
    assert [each.year for each in figures.responses(found, Settings(), TODAY)] == [2025, 2024, 2023]
    assert [each.year for each in figures.responses(found, Settings(), date(2027, 1, 1))] == [2026, 2025, 2024, 2023]
    assert figures.responses(registry({}), Settings(), TODAY) == []


def test_of_nothing_the_share_is_zero() -> None:
    assert (Share(0, 0).ratio, Share(1, 4).ratio, Share(4, 4).ratio) == (0.0, 0.25, 1.0)


PROPERTIES = SCHEMAS.resolved["report"]["properties"]
counted_reports = st.fixed_dictionaries(
    {**{key: st.just(value) for key, value in REPORT.items()}, "members": values(PROPERTIES["members"])},
    optional={key: values(PROPERTIES[key]) for key in ("no_action", "events", *SELECTIONS)},
)


@given(st.lists(counted_reports, max_size=4))
def test_whatever_is_reported_no_part_is_more_than_its_whole(reports: list[dict[str, Any]]) -> None:
    found = registry({f"vale-{number}": (SUPPORTER_SINCE_2020, [each]) for number, each in enumerate(reports)})
    years = figures.report_years(found)
    assert sum(len(year.received) for year in years) == len(reports)
    for year in years:
        received = len(year.received)
        assert year.countries <= year.organisations <= received
        assert year.no_action <= received
        assert all(total.given_by <= received for total in (year.members, year.events))
        assert year.signatories.given_by <= year.members.given_by
        assert year.participants.given_by <= year.events.given_by
        assert sum(year.activities.values()) == sum(len(each.report.activities) for each in year.received)
        for block in SELECTIONS:
            answers = year.answers(block)
            assert answers.reports <= received
            assert all(0 < number <= answers.reports for number in answers.chosen.values())
            assert answers.chosen.keys() <= codes(PROPERTIES[block]["items"]).keys()
        share = figures.response(found, Settings(), year.year).share
        assert 0.0 <= share.ratio <= 1.0
