"""Two years of reminders, day by day, against a real server, with every fate an organisation can have.

What should happen is written down here by hand, as the days on which each report is due, and unrolled by
rules that know nothing of issues: who owes a report is told of each stage once, on its first day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from generator import registry
from generator.forge import Forge
from generator.issues import Issues
from generator.project import Repository, Settings
from generator.registry import Registry
from generator.reminder_issues import carry_out, read
from generator.reminder_texts import Texts
from generator.reminders import decide
from tests.local_forge import LocalForge, local_forge
from tests.memory import ACTIVE, LANGUAGES, SCHEMAS, SUPPORTER, MemoryTree
from tests.test_drafts import REPORT

FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)
NO_ACTION = {"period": {"from": "2024-01", "to": "2025-12"}, "submitted_on": "2026-06-02", "no_action": True}
BROKEN = {"nonsense": True}
ERASED = "erased"
UNTOUCHED = "untouched"

Event = tuple[str, Any]
"""What happens to an organisation: a file and what it then holds, or a change of its standing."""

Stage = tuple[str, str, str]
"""Slug, due day and the day on which the stage began, as reminders carry them."""


@dataclass(frozen=True)
class Fate:
    """When an organisation signed, what happens to it on which day, and when its report is due from which day on."""

    signed_on: str
    due: Mapping[str, str | None]
    events: Mapping[str, Event] = field(default_factory=dict)
    languages: tuple[str, ...] = ("en",)


def report(years: str, **more: Any) -> Event:
    period = {"from": f"{years[:4]}-01", "to": f"{years[-4:]}-12"}
    return f"reports/{years}", {**REPORT, "period": period, **more}


def status(name: str) -> Event:
    return "status", name


def more_time(until: str) -> Event:
    return "extension", until


FATES = {
    "on-time": Fate(
        "2024-03-10",
        {"2026-01-01": "2026-03-10", "2026-02-20": "2027-12-31"},
        {"2026-02-20": report("2024-2025")},
        ("bg", "en"),
    ),
    "late": Fate(
        "2024-02-29",
        {"2026-01-01": "2026-02-28", "2026-06-15": "2027-12-31"},
        {"2026-06-15": report("2024-2025")},
    ),
    "never": Fate("2023-12-31", {"2026-01-01": "2025-12-31"}, languages=("bg",)),
    "each-year": Fate(
        "2023-06-01",
        {"2026-01-01": "2026-12-31", "2026-11-20": "2027-12-31", "2027-03-01": "2028-12-31"},
        {"2025-12-01": report("2024"), "2026-11-20": report("2025"), "2027-03-01": report("2026")},
    ),
    "nothing-done": Fate(
        "2024-05-31",
        {"2026-01-01": "2026-05-31", "2026-06-02": "2027-12-31"},
        {"2026-06-02": ("reports/2024-2025", NO_ACTION)},
    ),
    "some-more-time": Fate(
        "2024-04-15",
        {"2026-01-01": "2026-04-15", "2026-04-10": "2026-06-30", "2026-06-20": "2027-12-31"},
        {"2026-04-10": more_time("2026-06-30"), "2026-06-20": report("2024-2025")},
    ),
    "much-more-time": Fate(
        "2024-04-20",
        {"2026-01-01": "2026-04-20", "2026-05-02": "2026-12-31", "2026-12-30": "2027-12-31"},
        {"2026-05-02": more_time("2026-12-31"), "2026-12-30": report("2024-2025")},
    ),
    "more-time-in-vain": Fate(
        "2024-02-10",
        {"2026-01-01": "2026-02-10", "2026-03-15": "2026-05-31"},
        {"2026-03-15": more_time("2026-05-31")},
    ),
    "on-hold-and-back": Fate(
        "2024-03-01",
        {
            "2026-01-01": "2026-03-01",
            "2026-03-20": None,
            "2026-07-10": "2026-03-01",
            "2026-09-05": None,
            "2026-09-15": "2026-03-01",
        },
        {
            "2026-03-20": status("on_hold"),
            "2026-07-10": status("active"),
            "2026-09-05": status("on_hold"),
            "2026-09-15": status("active"),
        },
    ),
    "withdrawn": Fate(
        "2024-01-20", {"2026-01-01": "2026-01-20", "2026-03-01": None}, {"2026-03-01": status("withdrawn")}
    ),
    "merged": Fate("2024-02-10", {"2026-01-01": "2026-02-10", "2026-02-01": None}, {"2026-02-01": status("merged")}),
    "dissolved": Fate(
        "2024-08-31", {"2026-01-01": "2026-08-31", "2026-08-31": None}, {"2026-08-31": status("dissolved")}
    ),
    "suspended-and-back": Fate(
        "2023-06-30",
        {"2026-01-01": "2025-06-30", "2026-05-05": None, "2027-02-01": "2025-06-30", "2027-02-14": "2027-12-31"},
        {
            "2026-05-05": status("suspended"),
            "2027-02-01": status("active"),
            "2027-02-14": report("2024-2025"),
        },
    ),
    "erased": Fate("2024-04-01", {"2026-01-01": "2026-04-01", "2026-03-15": None}, {"2026-03-15": (ERASED, None)}),
    "broken-for-a-while": Fate(
        "2024-03-05",
        {"2026-01-01": "2026-03-05", "2026-03-04": UNTOUCHED, "2026-04-10": "2026-03-05"},
        {"2026-03-04": ("supporter", BROKEN), "2026-04-10": ("supporter", None)},
    ),
    "long-behind": Fate(
        "2016-05-05",
        {"2026-01-01": "2023-12-31", "2026-02-10": "2025-12-31", "2026-05-01": "2027-12-31"},
        {"2025-12-01": report("2021"), "2026-02-10": report("2022-2023"), "2026-05-01": report("2024-2025")},
    ),
    "closed-by-hand": Fate("2024-06-15", {"2026-01-01": "2026-06-15"}),
    "not-yet": Fate("2026-04-20", {"2026-01-01": None}),
}

MOVED = ("some-more-time", "more-time-in-vain")
"""Those whose open issue goes on with another due day."""

CLOSED_BY_HAND = {date(2026, 3, 25), date(2026, 10, 1)}
"""Days on which a person closes the issue of `closed-by-hand`."""


# ---- what should happen


def owed(slug: str, today: date) -> str | None:
    """The day by which the report of an organisation is due, as written down above."""
    return [due for since, due in FATES[slug].due.items() if since <= today.isoformat()][-1]


def stages(due_on: date) -> Iterator[date]:
    yield due_on - timedelta(90)
    yield due_on - timedelta(30)
    for months in range(60):
        year, month = due_on.year + (due_on.month - 1 + months) // 12, (due_on.month - 1 + months) % 12 + 1
        yield date(year, month, min(due_on.day, monthrange(year, month)[1]))


def stage_of(slug: str, today: date) -> Stage | None:
    """What an organisation should have heard of last."""
    due_on = owed(slug, today)
    begun = [stage for stage in stages(date.fromisoformat(due_on)) if stage <= today] if due_on else []
    return (slug, str(due_on), begun[-1].isoformat()) if begun else None


# ---- the registry, from day to day


def files_of(slug: str, today: date) -> dict[str, object]:
    """The files of an organisation as they are on a day."""
    fate = FATES[slug]
    steps = [{"on": fate.signed_on, "status": "active"}]
    standing: dict[str, Any] = {"statement": {**ACTIVE["statement"], "signed_on": fate.signed_on}}
    record = {**SUPPORTER, "website": f"https://{slug}.example", "languages": list(fate.languages)}
    files: dict[str, object] = {"supporter": record}
    for on, (what, value) in fate.events.items():
        if on > today.isoformat():
            break
        if what == ERASED:
            return {}
        if what == "status":
            steps.append({"on": on, "status": value, "reason": {"en": "Why."}})
        elif what == "extension":
            standing["extensions"] = [{"until": value, "reason": {"en": "More time."}}]
        else:
            files[what] = value or record
    return {
        f"supporters/{slug}/{name}.yml": data
        for name, data in {**files, "standing": {**standing, "history": steps}}.items()
    }


def registry_on(today: date) -> Registry:
    files = [files_of(slug, today) for slug, fate in FATES.items() if fate.signed_on <= today.isoformat()]
    found, _ = registry.load(MemoryTree({path: data for each in files for path, data in each.items()}), SCHEMAS)
    return found


def changes(today: date) -> bool:
    """Whether any record changes on a day."""
    return any(today.isoformat() in {fate.signed_on, *fate.events} for fate in FATES.values())


# ---- the replay


def remind(forge: Forge, found: Registry, today: date) -> None:
    """What `covenant remind` does on a day."""
    issues = Issues(forge)
    reminders = read(issues)
    assert reminders.strange == ()
    decision = decide(found, Settings(), today, reminders.reminders)
    repository = Repository("https://git.example/covenant/supporters", "main")
    texts = Texts(found, LANGUAGES, SCHEMAS.resolved["report"], Settings(), repository, today)
    assert [outcome.error for outcome in carry_out(decision.actions, issues, texts) if outcome.error] == []


def sent(forge: LocalForge) -> list[Stage]:
    """Everything that anybody was reminded of since this was last asked."""
    said, forge.said = forge.said, []
    pattern = r"<!-- report-due: (\S+) due (\S+) stage (\S+) -->"
    return [match for text in said for match in re.findall(pattern, text)]


def open_issues(forge: LocalForge) -> list[str]:
    """The organisations that have an open issue, as often as they have one."""
    bodies = [issue["body"] for issue in forge.issues.values() if issue["state"] == "open"]
    return sorted(re.findall(r"<!-- report-due: (\S+) ", "".join(bodies)))


def close_by_hand(forge: LocalForge) -> None:
    for issue in forge.issues.values():
        if "report-due: closed-by-hand" in issue["body"]:
            issue["state"] = "closed"


def test_two_years_day_by_day() -> None:
    heard: set[Stage] = set()
    should_be_open: set[str] = set()
    found = registry_on(FIRST)
    with local_forge(page_size=20) as forge:
        adapter = forge.connect()
        for today in (FIRST + timedelta(number) for number in range((LAST - FIRST).days + 1)):
            found = registry_on(today) if changes(today) else found
            remind(adapter, found, today)
            due = {slug: stage_of(slug, today) for slug in FATES if owed(slug, today) != UNTOUCHED}
            to_be_sent = {stage for stage in due.values() if stage} - heard
            assert sorted(sent(forge)) == sorted(to_be_sent), today
            heard |= to_be_sent
            should_be_open -= {slug for slug, stage in due.items() if stage is None}
            should_be_open |= {slug for slug, _, _ in to_be_sent}
            assert open_issues(forge) == sorted(should_be_open), today
            if today in CLOSED_BY_HAND:
                close_by_hand(forge)
                should_be_open.remove("closed-by-hand")
        assert len(forge.issues) == len({(slug, due_on) for slug, due_on, _ in heard}) - len(MOVED)
    # two before the report and three of the next; the due day and 24 months; nothing
    assert [sum(slug == name for slug, _, _ in heard) for name in ("on-time", "never", "not-yet")] == [5, 25, 0]
