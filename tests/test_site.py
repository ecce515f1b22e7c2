"""What editions share: which due days the site tells, and what is computed once for all languages."""

from __future__ import annotations

import pytest

from generator.registry import Registry
from tests.memory import ACTIVE, SUPPORTER, edition_of, registry_of


def late_and_early() -> Registry:
    files: dict[str, object] = {}
    for slug, signed_on in (("late", "2020-01-01"), ("early", "2026-01-31")):
        files[f"supporters/{slug}/supporter.yml"] = SUPPORTER
        files[f"supporters/{slug}/standing.yml"] = {
            **ACTIVE,
            "statement": {**ACTIVE["statement"], "signed_on": signed_on},
        }
    return registry_of(files)


@pytest.mark.parametrize(
    ("days", "names", "told"),
    [(False, False, set()), (False, True, set()), (True, False, {"early"}), (True, True, {"late", "early"})],
)
def test_due_days_are_told_if_the_operator_wants_and_never_name_the_late_by_the_way(
    days: bool, names: bool, told: set[str]
) -> None:
    site = edition_of(late_and_early(), show_due_dates=days, show_overdue_names=names).site
    assert set(site.shown_next_reports) == told
    assert set(site.next_reports) == {"late", "early"}
