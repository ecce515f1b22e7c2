"""The lifecycle of a supporter, as a table of what may follow what."""

from __future__ import annotations

import pytest

from generator.lifecycle import NEXT, may_follow, possible_after
from generator.records import Status
from tests.memory import SCHEMAS

LEGAL = """
- interest active
interest eligible not_eligible withdrawn
eligible statement_sent withdrawn
not_eligible eligible
statement_sent active withdrawn
active on_hold suspended withdrawn merged dissolved
on_hold active suspended withdrawn merged dissolved
suspended active withdrawn merged dissolved
withdrawn interest
merged
dissolved
"""
ROWS = [line.split() for line in LEGAL.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_what_may_follow(row: list[str]) -> None:
    before = None if row[0] == "-" else Status(row[0])
    assert {status.value for status in possible_after(before)} == set(row[1:])
    assert all(may_follow(before, status) == (status.value in row[1:]) for status in Status)


def test_every_status_is_in_the_lifecycle_and_in_the_schema() -> None:
    choices = SCHEMAS.resolved["standing"]["properties"]["history"]["items"]["properties"]["status"]["oneOf"]
    assert set(NEXT) == set(Status)
    assert [choice["const"] for choice in choices] == [status.value for status in Status]
