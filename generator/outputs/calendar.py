"""Calendars of the days on which reports are due (iCalendar, RFC 5545): one for each supporter, one of all.

They are published only where the operator shows these days. For the Office alone there is `calendar`, which
also takes what the site keeps to itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from icalendar import Alarm, Calendar, Event
from icalendar.prop import vText

from generator.due_dates import NextReport
from generator.edition import Edition
from generator.languages import SOURCE
from generator.registry import Organisation

NOTICE = timedelta(days=30)
"""How long before the day the calendar reminds of it."""


def write(editions: Sequence[Edition], site: Path) -> None:
    shared = editions[0].site
    owed = shared.shown_next_reports
    if not owed:
        return
    by_code = {edition.language.code: edition for edition in editions}
    english = by_code.get(SOURCE, editions[0])
    (site / "calendar").mkdir(exist_ok=True)
    for slug, report in owed.items():
        spoken = shared.registry.organisations[slug].supporter.languages
        edition = next((by_code[code] for code in spoken if code in by_code), english)
        (site / "calendar" / f"{slug}.ics").write_bytes(calendar(edition, {slug: report}))
    (site / "calendar.ics").write_bytes(calendar(english, owed))


def calendar(edition: Edition, owed: Mapping[str, NextReport]) -> bytes:
    """A calendar in the language of an edition: the day on which each report is due, by the slug of who owes it.

    What changes without the records is the day of the build alone, so two of one day are equal.
    """
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//Covenant Supporters registry//EN")
    name = vText(edition.plain("Reports of Covenant Supporters"))  # a plain `str` would not be escaped
    made.add("name", name)
    made.add("x-wr-calname", name)
    for slug, report in sorted(owed.items(), key=lambda pair: (pair[1].due_on, pair[0])):
        made.add_component(_event(edition, edition.site.registry.organisations[slug], report))
    return bytes(made.to_ical())


def _event(edition: Edition, organisation: Organisation, report: NextReport) -> Event:
    """The day itself, which takes nobody's time. It keeps its UID as long as it stays the same day."""
    shared = edition.site
    name = " ".join(edition.choose(organisation.supporter.name).value.split())
    summary = edition.plain("Report due: %(name)s", name=name)
    event = Event()
    event.add("uid", f"{organisation.slug}-{report.due_on}@{urlsplit(shared.site_url).hostname or 'localhost'}")
    event.add("dtstamp", datetime.combine(shared.today, time.min, UTC))
    event.add("dtstart", report.due_on)
    event.add("transp", "TRANSPARENT")
    event.add("summary", summary)
    event.add("description", _description(edition, name, report))
    event.add("url", f"{shared.site_url}{edition.root}supporters/{organisation.slug}/")
    event.add_component(_alarm(summary))
    return event


def _description(edition: Edition, name: str, report: NextReport) -> str:
    return edition.plain(
        "On %(date)s the report of %(name)s to the Covenant of Mayors Office is due. To get more time, write to: %(office)s",
        date=edition.language.date(report.due_on),
        name=name,
        office=edition.site.settings.office_email,
    )


def _alarm(summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", -NOTICE)
    return alarm
