"""The status of the registry: applications, waiting times, reports received, the response, and what is due."""

from __future__ import annotations

from collections import Counter

from generator import figures
from generator.due_dates import NextReport, ReportState
from generator.edition import Edition
from generator.figures import Share, Waiting
from generator.pages.chart import Bar, Chart, Figure, in_words, percent
from generator.pages.page import Page, render
from generator.problems import say
from generator.registry import Organisation

SOURCE = "status.md"
SHORT = say("Status of the registry")

STATES = {
    ReportState.OVERDUE: say("Overdue"),
    ReportState.DUE: say("Due today"),
    ReportState.DUE_SOON: say("Due soon"),
    ReportState.EXTENDED: say("More time granted"),
    ReportState.NOT_YET: say("Not due yet"),
}
"""How the next report of a supporter stands, in words."""


def page(edition: Edition) -> Page:
    """The status of the registry in one language."""
    title = edition.t(SHORT.text)
    body = render(
        "status.html",
        edition,
        title=title,
        figures=_figures(edition),
        applications=_applications(edition),
        waiting=_waiting(edition),
        received=_received(edition),
        response=_response(edition),
        due=_due(edition),
        overdue=_overdue(edition),
    )
    description = edition.t(
        "How many organisations apply, how long they wait, how many reports have been received, and what is overdue."
    )
    return Page(title, title, description, body)


def _figures(edition: Edition) -> list[Figure]:
    registry = edition.site.registry
    supporters, applications = len(registry.supporters), len(registry.applications)
    reports, overdue = sum(len(year.received) for year in edition.site.report_years), len(_late(edition))
    return [
        Figure(edition.number(supporters), edition.n("supporter", "supporters", supporters)),
        Figure(
            edition.number(applications),
            edition.n("application under way", "applications under way", applications),
        ),
        Figure(edition.number(reports), edition.n("report received", "reports received", reports)),
        Figure(edition.number(overdue), edition.n("report overdue", "reports overdue", overdue)),
    ]


def _applications(edition: Edition) -> Chart:
    steps = figures.applications_by_step(edition.site.registry)
    whole = sum(len(at) for at in steps.values())
    sentence = edition.n(
        "%(number)s organisation is on its way to becoming a supporter.",
        "%(number)s organisations are on their way to becoming supporters.",
        whole,
    )
    columns = (edition.t("Step"), edition.t("Organisations"))
    bars = [
        Bar(edition.title("standing", "history", "status", step), Share(len(at), whole), (edition.number(len(at)),))
        for step, at in steps.items()
    ]
    return Chart(sentence, columns, bars)


def _waiting(edition: Edition) -> list[Figure]:
    """The median of each kind of application that there is, with the number of applications behind it."""
    concluded = figures.concluded(edition.site.registry)
    under_way = figures.under_way(edition.site.registry, edition.site.today)
    became = edition.n(
        "median of %(number)s application that made a supporter, from the expression of interest to that day",
        "median of %(number)s applications that made a supporter, from the expression of interest to that day",
        len(concluded.days),
    )
    waits = edition.n(
        "median of %(number)s application under way, from the expression of interest to today",
        "median of %(number)s applications under way, from the expression of interest to today",
        len(under_way.days),
    )
    return [*_median(edition, concluded, became), *_median(edition, under_way, waits)]


def _median(edition: Edition, waiting: Waiting, label: str) -> list[Figure]:
    if waiting.median is None:
        return []
    note = edition.n(
        "%(number)s more began on a day that is not recorded.",
        "%(number)s more began on days that are not recorded.",
        waiting.unknown,
    )
    days = edition.n("%(number)s day", "%(number)s days", waiting.median)
    return [Figure(days, label, note if waiting.unknown else "")]


def _received(edition: Edition) -> Chart:
    years = edition.site.report_years
    most = max((len(year.received) for year in years), default=0)
    sentence = edition.n(
        "%(number)s report has been received. It counts for the year in which its period ended.",
        "%(number)s reports have been received. Each counts for the year in which its period ended.",
        sum(len(year.received) for year in years),
    )
    columns = (edition.t("Year"), edition.t("Reports"), edition.t("No action"))
    bars = [
        Bar(
            str(year.year),
            Share(len(year.received), most),
            (edition.number(len(year.received)), edition.number(year.no_action)),
            f"../reports/{year.year}/",
        )
        for year in years
    ]
    return Chart(sentence, columns, bars)


def _response(edition: Edition) -> Chart | None:
    """The response year by year; None before the first year is over."""
    responses = list(edition.site.responses.values())
    if not responses:
        return None
    columns = (edition.t("Year"), edition.t("Owed"), edition.t("Handed in"), edition.t("Share"))
    bars = [_of_year(edition, each.year, each.share) for each in responses]
    return Chart(in_words(edition, responses[0]), columns, bars)


def _of_year(edition: Edition, year: int, share: Share) -> Bar:
    return Bar(str(year), share, (edition.number(share.whole), edition.number(share.part), percent(edition, share)))


def _due(edition: Edition) -> Chart:
    reports = edition.site.next_reports.values()
    counts, whole = Counter(owed.state for owed in reports), len(reports)
    sentence = edition.n(
        "Overdue on this day: %(part)s of %(number)s supporter.",
        "Overdue on this day: %(part)s of %(number)s supporters.",
        whole,
        part=edition.number(counts[ReportState.OVERDUE]),
    )
    columns = (
        edition.t("Next report"),
        edition.t("Supporters"),
        edition.t("of all %(number)s", number=edition.number(whole)),
    )
    return Chart(sentence, columns, [_of_state(edition, state, Share(counts[state], whole)) for state in STATES])


def _of_state(edition: Edition, state: ReportState, share: Share) -> Bar:
    return Bar(edition.t(STATES[state].text), share, (edition.number(share.part), percent(edition, share)))


def _late(edition: Edition) -> dict[str, NextReport]:
    return {slug: owed for slug, owed in edition.site.next_reports.items() if owed.state == ReportState.OVERDUE}


def _overdue(edition: Edition) -> list[tuple[Organisation, NextReport]]:
    """Whose report is overdue, the longest first; nobody if the operator only counts them."""
    if not edition.site.settings.show_overdue_names:
        return []
    late = _late(edition)
    named = [(each, late[each.slug]) for each in edition.with_profile if each.slug in late]
    return sorted(named, key=lambda pair: pair[1].due_on)
