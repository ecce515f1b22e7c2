"""Calendars of due days: read back by the library that others use, whatever the names in the records are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from generator.edition import Edition, editions
from generator.outputs.calendar import calendar, write
from generator.registry import Organisation, Registry
from tests.memory import ACTIVE, SUPPORTER, edition_of, one_supporter, registry_of
from tests.strategies import lines

LONG = "Сдружение на общините от долината на река Сребърна и нейните притоци за чиста енергия и чист въздух"
ACTIVE_AGAIN = {**ACTIVE, "statement": {**ACTIVE["statement"], "signed_on": "2026-01-31"}}
"""A standing of a supporter whose report is due on 31 January 2028."""


def named(name: str) -> Edition:
    """An English edition with one supporter of this name, also one that no record could have."""
    found = one_supporter(standing=ACTIVE_AGAIN)
    vale = found.organisations["vale"]
    renamed: Organisation = replace(vale, supporter=replace(vale.supporter, name={"en": name}))
    return edition_of(Registry({"vale": renamed}), show_due_dates=True)


def read(raw: bytes) -> list[Event]:
    return list(Calendar.from_ical(raw).events)


def test_an_event_says_what_is_due_on_which_day_and_reminds_of_it() -> None:
    edition = named("Union of Vale Towns")
    [event] = read(calendar(edition, edition.site.next_reports))
    assert event["uid"] == "vale-2028-01-31@site.example"
    assert event["dtstart"].dt == date(2028, 1, 31)
    assert event["dtstart"].params["value"] == "DATE"
    assert event["dtstamp"].dt == datetime(2026, 11, 23, tzinfo=UTC)
    assert event["summary"] == "Report due: Union of Vale Towns"
    assert "On 31 January 2028 the report of Union of Vale Towns" in event["description"]
    assert event["url"] == "https://site.example/en/supporters/vale/"
    [alarm] = event.walk("VALARM")
    assert alarm["trigger"].dt == timedelta(days=-30)


def test_two_calendars_of_one_day_are_equal_and_a_uid_stays_while_the_day_stays() -> None:
    edition, later = named("Vale"), replace(named("Vale").site, today=date(2027, 3, 1))
    raw = calendar(edition, edition.site.next_reports)
    assert raw == calendar(named("Vale"), edition.site.next_reports)
    [before], [after] = read(raw), read(calendar(editions(later)["en"], later.next_reports))
    assert before["uid"] == after["uid"]
    assert before["dtstamp"].dt != after["dtstamp"].dt


def assert_well_formed(raw: bytes) -> None:
    """Lines end with CR LF, have at most 75 bytes, and no letter is cut in two (RFC 5545, 3.1)."""
    assert raw.endswith(b"\r\n")
    for line in raw.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        assert not set(b"\r\n") & set(line)
        line.decode("utf-8")


def test_long_names_are_folded_between_letters() -> None:
    raw = calendar(named(LONG), named(LONG).site.next_reports)
    assert_well_formed(raw)
    assert read(raw)[0]["summary"] == f"Report due: {LONG}"


HOSTILE = [
    "Vale\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Free money",
    "Vale\nATTACH:https://evil.example/",
    "Vale\rX-EVIL:1",
    "BEGIN:VEVENT",
    'a;b,c:d\\n\\N\\,"e"',
    "Vale\u2028END:VCALENDAR\u2029\x85\x0b\x0c",
    "<b>Vale</b> &amp; %(date)s {{ x }}",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_out_of_its_line(name: str) -> None:
    assert_one_event(name)


@given(st.lists(lines | st.sampled_from(["\r", "\n", "\r\n", ";", ",", "\\", "BEGIN:VEVENT"]), max_size=6).map("".join))
def test_whatever_the_name_there_is_one_event_with_it(name: str) -> None:
    assert_one_event(name)


def assert_one_event(name: str) -> None:
    edition = named(name)
    raw = calendar(edition, edition.site.next_reports)
    assert_well_formed(raw)
    [event] = read(raw)
    expected = f"Report due: {name}".replace("\\N", "\n")  # which the library takes for the end of a line
    assert event["summary"].split() == expected.split()
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "TRANSP", "SUMMARY", "DESCRIPTION", "URL"}
    assert len(Calendar.from_ical(raw).walk()) == 3


class Punctuated(NullTranslations):
    """A translator who writes what means something in a calendar."""

    def gettext(self, message: str) -> str:
        return f"{message}; all, without end"


def test_no_translation_breaks_out_of_its_line() -> None:
    edition = named("Vale")
    language = replace(edition.language)
    language.__dict__["catalogue"] = Punctuated()
    raw = calendar(Edition(edition.site, language), edition.site.next_reports)
    assert b"\r\nNAME:Reports of Covenant Supporters\\; all\\, without end\r\n" in raw
    assert read(raw)[0]["summary"] == "Report due: Vale; all, without end"


def written(site: Path, **settings: Any) -> dict[str, list[Event]]:
    """The calendars of a registry with three supporters, one of them late, by path."""
    files: dict[str, object] = {}
    for slug, signed_on, spoken in (
        ("late", "2020-01-01", ["bg"]),
        ("vale", "2026-01-31", ["el", "bg", "en"]),
        ("dale", "2025-12-31", ["el"]),
    ):
        statement = {**ACTIVE["statement"], "signed_on": signed_on}
        files[f"supporters/{slug}/supporter.yml"] = {**SUPPORTER, "languages": spoken}
        files[f"supporters/{slug}/standing.yml"] = {**ACTIVE, "statement": statement}
    write(list(editions(edition_of(registry_of(files), **settings).site).values()), site)
    return {path.relative_to(site).as_posix(): read(path.read_bytes()) for path in sorted(site.rglob("*.ics"))}


def test_without_the_setting_no_calendar_is_published(tmp_path: Path) -> None:
    assert written(tmp_path) == {}


def test_each_supporter_has_a_calendar_in_a_language_it_speaks(tmp_path: Path) -> None:
    found = written(tmp_path, show_due_dates=True)
    assert found.keys() == {"calendar.ics", "calendar/dale.ics", "calendar/vale.ics"}
    assert [event["dtstart"].dt.isoformat() for event in found["calendar.ics"]] == ["2027-12-31", "2028-01-31"]
    assert found["calendar/vale.ics"][0]["summary"].startswith("Срок за отчет: ")
    assert found["calendar/vale.ics"][0]["url"] == "https://site.example/bg/supporters/vale/"
    assert found["calendar/dale.ics"][0]["summary"].startswith("Report due: ")


def test_who_is_late_is_in_a_calendar_only_where_the_site_names_them(tmp_path: Path) -> None:
    assert "calendar/late.ics" in written(tmp_path, show_due_dates=True, show_overdue_names=True)


def test_the_office_gets_all_of_them_in_its_own_calendar() -> None:
    edition = edition_of(one_supporter())
    assert edition.site.shown_next_reports == {}
    assert [event["uid"] for event in read(calendar(edition, edition.site.next_reports))] == [
        "vale-2021-12-01@site.example"
    ]
