"""The registry: everything that conforms, indexed, and what follows from it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator import checks, registry
from generator.checks.context import Context
from generator.problems import Severity
from generator.records import Status, Tombstone
from generator.registry import Registry, record_kind
from tests.memory import ACTIVE, SCHEMAS, SUPPORTER, TODAY, MemoryTree, one_supporter, registry_of
from tests.test_drafts import REPORT

CONTEXT = Context(TODAY, frozenset({"2016"}))
VALE = "supporters/vale/supporter.yml"
STANDING = "supporters/vale/standing.yml"


def history(*steps: tuple[str, str]) -> dict[str, Any]:
    return {**ACTIVE, "history": [{"on": on, "status": status, "reason": {"en": "Why."}} for on, status in steps]}


def problems_of(files: dict[str, object]) -> list[tuple[str, str, Severity]]:
    _, found = checks.inspect(MemoryTree(files), SCHEMAS, CONTEXT)
    return [(problem.place.path, problem.code, problem.severity) for problem in found]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("supporters/vale/supporter.yml", ("supporter", "vale", "supporter")),
        ("supporters/vale/standing.yml", ("standing", "vale", "standing")),
        ("supporters/vale/reports/2025.yml", ("report", "vale", "2025")),
        ("supporters/vale/tombstone.yml", ("tombstone", "vale", "tombstone")),
        ("supporters/vale/reports/2025.yaml", None),
        ("supporters/vale/reports/a/2025.yml", None),
        ("supporters/supporter.yml", None),
        ("content/vale/supporter.yml", None),
    ],
)
def test_the_kind_of_a_record_follows_from_its_path(path: str, found: object) -> None:
    assert record_kind(path) == found


@pytest.mark.parametrize(
    ("steps", "status", "since", "listed_as"),
    [
        ([("2020-01-01", "interest")], Status.INTEREST, None, ""),
        ([("2020-01-01", "active")], Status.ACTIVE, date(2020, 1, 1), "supporters"),
        ([("2020-01-01", "active"), ("2021-01-01", "on_hold")], Status.ON_HOLD, date(2020, 1, 1), "on_hold"),
        (
            [("2020-01-01", "active"), ("2021-01-01", "on_hold"), ("2022-01-01", "active")],
            Status.ACTIVE,
            date(2020, 1, 1),
            "supporters",
        ),
        ([("2020-01-01", "active"), ("2021-01-01", "suspended")], Status.SUSPENDED, date(2020, 1, 1), "former"),
        ([("2020-01-01", "active"), ("2021-01-01", "dissolved")], Status.DISSOLVED, date(2020, 1, 1), "former"),
        ([("2020-01-01", "interest"), ("2021-01-01", "withdrawn")], Status.WITHDRAWN, None, ""),
    ],
)
def test_the_last_step_is_the_status(
    steps: list[tuple[str, str]], status: Status, since: date | None, listed_as: str
) -> None:
    found = one_supporter(standing=history(*steps))
    organisation = found.organisations["vale"]
    assert (organisation.status, organisation.supporter_since) == (status, since)
    assert [name for name in ("supporters", "on_hold", "former") if organisation in getattr(found, name)] == (
        [listed_as] if listed_as else []
    )


def test_the_status_on_a_day_is_that_of_the_last_step_by_then() -> None:
    steps = history(("2020-01-01", "interest"), ("2020-06-01", "active"), ("2022-01-01", "on_hold"))
    vale = one_supporter(standing=steps).organisations["vale"]
    days = {"2019-12-31": None, "2020-01-01": "interest", "2021-12-31": "active", "2026-01-01": "on_hold"}
    assert {day: vale.status_on(date.fromisoformat(day)) for day in days} == days


def test_without_a_standing_it_is_an_expression_of_interest() -> None:
    organisation = registry_of({VALE: SUPPORTER}).organisations["vale"]
    assert organisation.is_new
    assert (organisation.status, organisation.last_step, organisation.supporter_since) == (Status.INTEREST, None, None)


def test_reports_are_filed_newest_first_and_named_after_their_files() -> None:
    first = {**REPORT, "period": {"from": "2022-01", "to": "2022-12"}}
    last = {**REPORT, "period": {"from": "2023-01", "to": "2024-12"}}
    found = registry_of(
        {
            VALE: SUPPORTER,
            "supporters/vale/reports/2022.yml": first,
            "supporters/vale/reports/2023-2024.yml": last,
            "supporters/hill/reports/2025.yml": REPORT,
        }
    )
    assert [filed.name for filed in found.organisations["vale"].reports] == ["2023-2024", "2022"]


def test_a_logo_is_kept_with_its_organisation_and_svg_goes_first() -> None:
    found = registry_of(
        {VALE: SUPPORTER, "supporters/vale/logo.png": b"png", "supporters/vale/logo.svg": b"svg"},
    )
    assert found.organisations["vale"].logo == "supporters/vale/logo.svg"
    assert found.logos == {"supporters/vale/logo.png": b"png", "supporters/vale/logo.svg": b"svg"}


def test_what_does_not_conform_is_left_out_and_still_readable() -> None:
    found, problems = registry.load(
        MemoryTree({VALE: {"name": "Vale"}, "supporters/hill/supporter.yml": b"{"}), SCHEMAS
    )
    assert (found.organisations, found.documents, list(found.readable)) == ({}, {}, [VALE])
    assert {problem.place.path for problem in problems} == {VALE, "supporters/hill/supporter.yml"}


def test_a_warning_keeps_a_record() -> None:
    found, problems = registry.load(MemoryTree({VALE: b"\xef\xbb\xbf" + MemoryTree({"": SUPPORTER}).read("")}), SCHEMAS)
    assert list(found.organisations) == ["vale"]
    assert [problem.severity for problem in problems] == [Severity.WARNING]


def test_a_file_that_cannot_be_read_is_a_problem() -> None:
    class Failing(MemoryTree):
        def read(self, path: str) -> bytes:
            if path != VALE:
                raise PermissionError(path)
            return super().read(path)

    found, problems = registry.load(
        Failing({VALE: SUPPORTER, STANDING: ACTIVE, "supporters/vale/logo.svg": b""}), SCHEMAS
    )
    assert [(problem.code, problem.place.path) for problem in problems] == [
        ("not-readable", "supporters/vale/logo.svg"),
        ("not-readable", STANDING),
    ]
    assert list(found.organisations) == ["vale"]


def test_a_broken_standing_does_not_make_an_old_supporter_new() -> None:
    hill = {**SUPPORTER, "website": "https://www.hill.example"}
    problems = problems_of({VALE: SUPPORTER, STANDING: {"history": []}, "supporters/hill/supporter.yml": hill})
    assert problems == [
        ("supporters/hill/supporter.yml", "duplicate-organisation", Severity.ERROR),
        (STANDING, "empty-value", Severity.ERROR),
    ]


def test_a_successor_whose_record_is_broken_is_there_all_the_same() -> None:
    merged = {**history(("2020-01-01", "active"), ("2021-01-01", "merged")), "successor": "hill"}
    problems = problems_of({VALE: SUPPORTER, STANDING: merged, "supporters/hill/supporter.yml": {}})
    assert {path for path, _, _ in problems} == {"supporters/hill/supporter.yml"}


def test_two_ways_into_a_circle_are_reported_in_the_circle_only() -> None:
    files: dict[str, object] = {}
    for slug, successor in (("vale", "hill"), ("hill", "dale"), ("dale", "hill")):
        files[f"supporters/{slug}/supporter.yml"] = {
            **SUPPORTER,
            "name": {"en": f"{slug} union"},
            "website": f"https://{slug}.example",
        }
        files[f"supporters/{slug}/standing.yml"] = {
            **history(("2020-01-01", "active"), ("2021-01-01", "merged")),
            "successor": successor,
        }
    assert [(path, code) for path, code, _ in problems_of(files)] == [
        ("supporters/dale/standing.yml", "successor-circle"),
        ("supporters/hill/standing.yml", "successor-circle"),
    ]


def test_personal_data_is_refused_in_a_record_that_does_not_conform() -> None:
    problems = problems_of({VALE: {**SUPPORTER, "country": "EL", "acronym": {"en": "Call +359 2 555 0123"}}})
    assert {code for _, code, _ in problems} == {"unknown-code", "personal-phone"}


def test_beside_a_tombstone_nothing_is_read() -> None:
    files: dict[str, object] = {
        VALE: SUPPORTER,
        STANDING: b"{",
        "supporters/vale/reports/2025.yml": REPORT,
        "supporters/vale/logo.svg": b"svg",
        "supporters/vale/tombstone.yml": {"erased_on": "2026-03-31", "successor": "hill"},
        "supporters/hill/supporter.yml": SUPPORTER,
    }
    found = registry_of(files)
    assert (list(found.organisations), found.erased) == (["hill"], {"vale"})
    assert found.tombstones == {"vale": Tombstone(date(2026, 3, 31), "hill")}
    assert set(found.readable) == {"supporters/vale/tombstone.yml", "supporters/hill/supporter.yml"}
    assert not found.logos


def test_a_broken_tombstone_hides_the_record_all_the_same() -> None:
    found, problems = registry.load(MemoryTree({VALE: SUPPORTER, "supporters/vale/tombstone.yml": {}}), SCHEMAS)
    assert (found.organisations, found.tombstones, found.erased) == ({}, {}, {"vale"})
    assert [problem.code for problem in problems] == ["missing-key"]


def test_the_successor_is_named_by_the_standing_or_the_tombstone() -> None:
    merged = {**history(("2020-01-01", "active"), ("2021-01-01", "merged")), "successor": "hill"}
    found = registry_of(
        {
            VALE: SUPPORTER,
            STANDING: merged,
            "supporters/hill/tombstone.yml": {"erased_on": "2026-03-31", "successor": "dale"},
        }
    )
    assert [found.successor(slug) for slug in ("vale", "hill", "dale")] == ["hill", "dale", None]


def test_an_empty_registry_is_one() -> None:
    assert registry.load(MemoryTree({}), SCHEMAS) == (Registry(entries=[]), [])
