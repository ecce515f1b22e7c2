"""The Office's desk: what waits, for how long, and how it is printed."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.desk import Desk, desk_of
from generator.desk.as_json import as_json
from generator.desk.as_text import WIDTH, as_text
from generator.due_dates import ReportState
from generator.inspection import Inspection, inspect
from generator.languages import Language
from generator.problems import Place, Problem, Severity, say
from generator.project import Settings
from tests.memory import ACTIVE, LANGUAGES, PROJECT, SCHEMAS, SUPPORTER, registry_of

TODAY = date(2026, 11, 24)
SOURCE_ALONE = {"en": LANGUAGES["en"]}


def organisation(
    slug: str, *steps: tuple[str, str], record: dict[str, Any] | None = None, **standing: Any
) -> dict[str, object]:
    """The files of an organisation: its record, and a standing if there are steps."""
    files: dict[str, object] = {
        f"supporters/{slug}/supporter.yml": {
            **SUPPORTER,
            "name": {"en": f"Union of {slug}"},
            "website": f"https://{slug}.example",
            **(record or {}),
        }
    }
    if steps:
        history = [{"on": on, "status": status, "reason": {"en": "Why."}} for on, status in steps]
        files[f"supporters/{slug}/standing.yml"] = {"history": history, **standing}
    return files


def signed(on: str, **more: Any) -> dict[str, Any]:
    return {"statement": {**ACTIVE["statement"], "signed_on": on}, **more}


def desk(
    *organisations: dict[str, object],
    problems: tuple[Problem, ...] = (),
    received: dict[str, date] | None = None,
    languages: dict[str, Language] | None = None,
    **settings: Any,
) -> Desk:
    files = {path: content for each in organisations for path, content in each.items()}
    found = Inspection(PROJECT, registry_of(files), list(problems))
    return desk_of(found, languages or SOURCE_ALONE, Settings(**settings), TODAY, received or {})


def text(shown: Desk, language: str = "en") -> str:
    return as_text(shown, LANGUAGES[language])


WAITING = [
    organisation("new"),
    organisation("hill", ("2026-09-01", "interest")),
    organisation("dale", ("2025-01-01", "interest"), ("2026-11-14", "eligible")),
    organisation("moor", ("2025-01-01", "interest"), ("2025-02-01", "eligible"), ("2025-03-01", "statement_sent")),
]


def test_applications_wait_since_their_last_step_the_longest_first():
    shown = desk(*WAITING, received={"supporters/new/supporter.yml": date(2026, 11, 20)})
    assert [(each.organisation.slug, each.days) for each in shown.applications] == [
        ("moor", 633),
        ("hill", 84),
        ("dale", 10),
        ("new", 4),
    ]


def test_a_new_record_of_unknown_age_comes_first():
    shown = desk(*WAITING)
    assert (shown.applications[0].organisation.slug, shown.applications[0].days) == ("new", None)
    assert "since when?  new, Greece" in text(shown)


@pytest.mark.parametrize(
    "steps",
    [
        (("2020-01-01", "interest"), ("2020-02-01", "not_eligible")),
        (("2020-01-01", "interest"), ("2020-02-01", "withdrawn")),
    ],
)
def test_what_is_decided_no_longer_waits(steps):
    shown = desk(organisation("hill", *steps))
    assert shown.applications == shown.reports == ()
    assert "Nothing waits for the Office." in text(shown)


def test_flags_stand_beside_the_application():
    record = {"not_for_profit": False, "website": "https://climate.network.example"}
    shown = desk(
        organisation("hill", ("2026-09-01", "interest"), record=record), office_consortium=("network.example",)
    )
    assert [flag.code for flag in shown.applications[0].flags] == ["conflict-of-interest", "for-profit"]
    assert "Look at this: It distributes profit." in text(shown)


def test_reports_are_on_the_desk_from_due_soon_on_the_earliest_first():
    extension = {"extensions": [{"until": "2027-06-30", "reason": {"en": "Why."}}]}
    shown = desk(
        organisation("soon", ("2020-01-01", "active"), **signed("2025-01-24")),
        organisation("late", ("2020-01-01", "active"), **signed("2020-01-01")),
        organisation("today", ("2020-01-01", "active"), **signed("2024-11-24")),
        organisation("extended", ("2020-01-01", "active"), **signed("2022-01-01", **extension)),
        organisation("later", ("2020-01-01", "active"), **signed("2025-12-01")),
        organisation("gone", ("2020-01-01", "active"), ("2021-01-01", "withdrawn"), **signed("2020-01-01")),
    )
    assert [(each.organisation.slug, each.next.state.value) for each in shown.reports] == [
        ("late", "overdue"),
        ("today", "due"),
        ("soon", "due_soon"),
        ("extended", "extended"),
    ]


def test_reports_are_counted_by_country():
    shown = desk(
        organisation("a", ("2020-01-01", "active"), record={"country": "BG"}, **signed("2020-01-01")),
        organisation("b", ("2020-01-01", "active"), record={"country": "BG"}, **signed("2021-01-01")),
        organisation("c", ("2020-01-01", "active"), record={"country": "AT"}, **signed("2024-12-24")),
    )
    assert shown.by_country == {"AT": {ReportState.DUE_SOON: 1}, "BG": {ReportState.OVERDUE: 2}}
    assert "1  Austria: 1 due soon\n" in text(shown)
    assert "2  Bulgaria: 2 overdue\n" in text(shown)


PROBLEMS = (
    Problem(Place("supporters/vale/reports/2025.yml", 7, 3), "x", say("Look again."), severity=Severity.WARNING),
    Problem(Place("supporters/vale/standing.yml", 2, 1), "y", say("This is wrong.")),
    Problem(Place("supporters/hill/supporter.yml", 1, 1), "x", say("Look again."), severity=Severity.WARNING),
)


def test_records_with_problems_are_listed_with_their_lines():
    assert text(desk(problems=PROBLEMS)).endswith(
        "Records with problems (2)\n"
        "  1 error    supporters/vale\n"
        "             reports/2025.yml, line 7: Look again.\n"
        "             standing.yml, line 2: This is wrong.\n"
        "  1 warning  supporters/hill\n"
        "             supporter.yml, line 1: Look again.\n"
    )


def test_a_name_that_is_long_goes_on_below_and_nothing_is_wider_than_the_terminal():
    name = {
        "en": "Association of the Municipalities and Towns of the Long Valley of the Vale and its Neighbouring Hills"
    }
    slug = "the-association-of-all-towns-and-villages-of-the-long-valley"
    printed = text(desk(organisation(slug, ("2026-09-01", "interest"), record={"name": name})))
    assert max(map(len, printed.splitlines())) <= WIDTH
    assert slug in printed


def test_the_desk_speaks_the_language_of_its_reader():
    printed = text(desk(*WAITING, organisation("late", ("2020-01-01", "active"), **signed("2020-01-01"))), "bg")
    assert "Гърция" in printed
    assert "1 януари 2022" in printed
    assert "Due on" not in printed


def test_a_name_that_looks_private_is_not_printed():
    printed = text(
        desk(organisation("hill", ("2026-09-01", "interest"), record={"name": {"en": "Call +359 2 555 0123"}}))
    )
    assert "555" not in printed


def test_the_demonstration_fills_every_part_and_conforms_to_the_schema():
    found = inspect(PROJECT, TODAY)
    shown = desk_of(found, LANGUAGES, PROJECT.settings(), TODAY, {"supporters/sallow-glen/supporter.yml": TODAY})
    printed = json.loads(as_json(shown, LANGUAGES["bg"]))
    validator = Draft202012Validator(
        SCHEMAS.sources["desk.schema.json"], format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    assert list(validator.iter_errors(printed)) == []
    assert {each["state"] for each in printed["reports"]} == {"overdue", "due_soon", "extended"}
    assert {each["status"] for each in printed["applications"]} == {"interest", "eligible", "statement_sent"}
    assert [each["slug"] for each in printed["applications"] if each["since"] is None] == ["klimat-hora-dom"]


def test_the_schema_refuses_what_is_no_desk():
    validator = Draft202012Validator(SCHEMAS.sources["desk.schema.json"])
    assert not validator.is_valid({"day": "2026-11-24"})
