"""The desk in words: sections of entries, the same for every form in which it is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from generator.desk import ON_THE_DESK, Application, Desk, OwedReport
from generator.due_dates import ReportState
from generator.languages import Language
from generator.problems import Message, Problem, Severity, say, say_number
from generator.records import Status
from generator.records.values import Text
from generator.registry import Organisation
from generator.translations import Coverage

_NEXT_MOVE = {
    Status.INTEREST: say("Next: decide whether it is eligible, for example: covenant decide NAME eligible"),
    Status.ELIGIBLE: say(
        "Next: send the statement (covenant statement NAME), then: covenant decide NAME statement_sent"
    ),
    Status.STATEMENT_SENT: say(
        "Next, when it is back: covenant decide NAME active --statement VERSION --language LANGUAGE --signed DAY"
    ),
}
"""Who moves next at each step of an application."""

_STEPS = {
    Status.INTEREST: say("Applications: expressions of interest"),
    Status.ELIGIBLE: say("Applications: eligible, statement to be sent"),
    Status.STATEMENT_SENT: say("Applications: statement sent, not back yet"),
}
_STATES = {
    ReportState.OVERDUE: say("Reports overdue"),
    ReportState.DUE: say("Reports due today"),
    ReportState.DUE_SOON: say("Reports due soon"),
    ReportState.EXTENDED: say("Reports with more time"),
}
_ADVICE = {
    ReportState.OVERDUE: say(
        "Late never changes a status by itself. More time: covenant decide NAME active --extend-until DAY --reason WHY"
    ),
}
_COUNTS: dict[ReportState, Callable[[int], Message]] = {
    ReportState.OVERDUE: lambda number: say_number("%(number)d overdue", "%(number)d overdue", number),
    ReportState.DUE: lambda number: say_number("%(number)d due today", "%(number)d due today", number),
    ReportState.DUE_SOON: lambda number: say_number("%(number)d due soon", "%(number)d due soon", number),
    ReportState.EXTENDED: lambda number: say_number("%(number)d with more time", "%(number)d with more time", number),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on the desk: how pressing it is in a few words, what it is about, and what there is to know.

    `name` has the name of an organisation in its languages, if the thing is about one.
    """

    measure: Message
    subject: Message
    lines: tuple[Message, ...] = ()
    name: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one kind, under a title; `advice` says what to do with them."""

    title: Message
    entries: tuple[Entry, ...]
    advice: Message | None = None


def title(desk: Desk, language: Language) -> Message:
    """What stands above the sections."""
    return say("The Office's desk on %(date)s", date=Message(language.date(desk.today)))


NOTHING_WAITS = say("Nothing waits for the Office.")


def sections(desk: Desk, language: Language) -> list[Section]:
    """Everything that waits, the most pressing kinds first; no section is empty."""
    every = [
        *(_applications(desk, language, step) for step in _STEPS),
        *(_reports(desk, language, state) for state in _STATES),
        _countries(desk, language),
        _records(desk),
        _translations(desk),
    ]
    return [section for section in every if section.entries]


def _applications(desk: Desk, language: Language, step: Status) -> Section:
    waiting = [each for each in desk.applications if each.organisation.status is step]
    return Section(_STEPS[step], tuple(_application(each, language) for each in waiting), _NEXT_MOVE[step])


def _application(application: Application, language: Language) -> Entry:
    seen = tuple(say("Look at this: %(flag)s", flag=flag.message) for flag in application.flags)
    organisation = application.organisation
    return Entry(_waiting(application.days), _subject(organisation, language), seen, organisation.supporter.name)


def _waiting(days: int | None) -> Message:
    return _days(days) if days is not None else say("since when?")


def _days(days: int) -> Message:
    return say_number("%(number)d day", "%(number)d days", days)


def _subject(organisation: Organisation, language: Language) -> Message:
    country = Message(language.country(organisation.supporter.country))
    return Message("%(slug)s, %(country)s", {"slug": organisation.slug, "country": country})


def _reports(desk: Desk, language: Language, state: ReportState) -> Section:
    return Section(
        _STATES[state], tuple(_report(each, language) for each in desk.reports_that_are(state)), _ADVICE.get(state)
    )


def _report(owed: OwedReport, language: Language) -> Entry:
    day = say("Due on %(date)s", date=Message(language.date(owed.next.due_on)))
    organisation = owed.organisation
    return Entry(_days(abs(owed.next.days_left)), _subject(organisation, language), (day,), organisation.supporter.name)


def _countries(desk: Desk, language: Language) -> Section:
    """The reports once more, by country: names in the order of the reader's alphabet."""
    names = sorted((language.country(code), counts) for code, counts in desk.by_country.items())
    return Section(say("Reports by country"), tuple(_country(Message(name), counts) for name, counts in names))


def _country(name: Message, counts: Counter[ReportState]) -> Entry:
    states = tuple(_COUNTS[state](counts[state]) for state in ON_THE_DESK if counts[state])
    return Entry(Message(str(counts.total())), Message("%(country)s: %(states)s", {"country": name, "states": states}))


def _records(desk: Desk) -> Section:
    by_folder: dict[str, list[Problem]] = {}
    for problem in desk.problems:
        by_folder.setdefault("/".join(problem.place.path.split("/")[:2]), []).append(problem)
    return Section(say("Records with problems"), tuple(_record(folder, found) for folder, found in by_folder.items()))


def _record(folder: str, found: list[Problem]) -> Entry:
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    measure = (
        say_number("%(number)d error", "%(number)d errors", errors)
        if errors
        else say_number("%(number)d warning", "%(number)d warnings", len(found))
    )
    lines = (
        say(
            "%(file)s, line %(line)d: %(message)s",
            file=problem.place.path.removeprefix(f"{folder}/"),
            line=problem.place.line,
            message=problem.message,
        )
        for problem in found
    )
    return Entry(measure, Message("%(folder)s", {"folder": folder}), tuple(lines))


def _translations(desk: Desk) -> Section:
    advice = say("What is missing and where: covenant translations LANGUAGE")
    return Section(say("Translations behind the English text"), tuple(map(_translation, desk.translations)), advice)


def _translation(coverage: Coverage) -> Entry:
    language = coverage.language
    subject = Message("%(code)s, %(language)s", {"code": language.code, "language": Message(language.name)})
    missing, fuzzy = coverage.catalogue.missing, coverage.catalogue.fuzzy
    lines = [say("Messages without a translation: %(number)d", number=missing)] if missing else []
    lines += [say("Messages that an editor marked as doubtful: %(number)d", number=fuzzy)] if fuzzy else []
    lines += [say("There is no page: %(path)s", path=path) for path in coverage.pages_missing]
    lines += [
        say("Behind: %(path)s, sections: %(sections)s", path=page.path, sections=tuple(page.sections))
        for page in coverage.pages_behind
    ]
    return Entry(say_number("%(number)d text", "%(number)d texts", coverage.texts), subject, tuple(lines))
