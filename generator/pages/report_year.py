"""The report of reports: what the reports of a year say, taken together. One page for each year with reports.

Everything is computed from the records alone, and each figure says of how many reports it speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator import figures
from generator.edition import Edition
from generator.figures import Answers, Received, ReportYear, Share, Total
from generator.pages.chart import Bar, Chart, Figure, in_words, percent, sum_of
from generator.pages.directory import Filter
from generator.pages.page import Made, Page, render
from generator.problems import say
from generator.records.report import SELECTIONS, GoodPractice
from generator.registry import Registry
from generator.schemas import codes


@dataclass(frozen=True, slots=True)
class Block:
    """The answers to a question of the report, as a chart."""

    id: str
    title: str
    chart: Chart


@dataclass(frozen=True, slots=True)
class Practice:
    """A good practice and where it was reported; `anchor` is unique on the page."""

    anchor: str
    received: Received
    practice: GoodPractice


def made(registry: Registry) -> dict[str, Made]:
    """A page for each year with reports."""
    return {
        f"reports/{each.year}.md": Made(say("Reports %(year)s", year=each.year), partial(page, year=each))
        for each in figures.report_years(registry)
    }


def page(edition: Edition, year: ReportYear) -> Page:
    """The report of reports of a year in one language."""
    title = edition.t("Report of reports %(year)s", year=year.year)
    lines = _shown(edition, year)
    practices = _practices(lines)
    body = render(
        "report_year.html",
        edition,
        title=title,
        year=year,
        years=[each.year for each in edition.site.report_years],
        figures=_figures(edition, year),
        response=in_words(edition, response) if (response := edition.site.responses.get(year.year)) else "",
        blocks=list(_blocks(edition, year)),
        unanswered=[edition.title("report", block) for block in SELECTIONS if not year.answers(block).reports],
        commitments=_commitments(edition, year) if year.activities else None,
        practices=practices,
        filters=_filters(edition, practices),
        lines=lines,
        hidden=len(year.received) - len(lines),
    )
    description = edition.t(
        "What Covenant Supporters reported for %(year)s, taken together: figures, answers, activities and good practices.",
        year=year.year,
    )
    return Page(title, edition.t("Reports %(year)s", year=year.year), description, body)


def _shown(edition: Edition, year: ReportYear) -> list[Received]:
    """The reports of those organisations that have a page, by name."""
    place = {each.slug: number for number, each in enumerate(edition.with_profile)}
    lines = [each for each in year.received if each.organisation.slug in place]
    return sorted(lines, key=lambda each: place[each.organisation.slug])


def _figures(edition: Edition, year: ReportYear) -> list[Figure]:
    def of(total: Total, label: str) -> Figure:
        note = edition.n(
            "from %(part)s of %(number)s report",
            "from %(part)s of %(number)s reports",
            len(year.received),
            part=edition.number(total.given_by),
        )
        return Figure(sum_of(edition, total), label, note)

    n = edition.n
    return [
        Figure(edition.number(year.organisations), n("organisation", "organisations", year.organisations)),
        Figure(edition.number(year.countries), n("country", "countries", year.countries)),
        of(year.members, n("member authority", "member authorities", year.members.number)),
        of(year.signatories, n("of them a signatory", "of them signatories", year.signatories.number)),
        of(year.events, n("event", "events", year.events.number)),
        of(year.participants, n("participant", "participants", year.participants.number)),
    ]


def _blocks(edition: Edition, year: ReportYear) -> Iterator[Block]:
    """The questions that at least one report answers, in the order of the questionnaire."""
    for block in SELECTIONS:
        answers = year.answers(block)
        if answers.reports:
            yield Block(block, edition.title("report", block), _answers(edition, year, block, answers))


def _answers(edition: Edition, year: ReportYear, block: str, answers: Answers) -> Chart:
    whole = len(year.received)
    ranked = _ranked(edition, (block,), answers.chosen)
    most = max(answers.chosen.values())
    sentence = edition.n(
        "%(part)s of %(number)s report answers this. Most often: %(answers)s (%(most)s of %(part)s, %(percent)s).",
        "%(part)s of %(number)s reports answer this. Most often: %(answers)s (%(most)s of %(part)s, %(percent)s).",
        whole,
        part=edition.number(answers.reports),
        answers=edition.language.listing(title for title, number in ranked if number == most),
        most=edition.number(most),
        percent=percent(edition, Share(most, answers.reports)),
    )
    columns = (
        edition.t("Answer"),
        edition.t("Reports"),
        edition.t("of %(number)s", number=edition.number(answers.reports)),
        edition.t("of all %(number)s", number=edition.number(whole)),
    )
    return Chart(sentence, columns, [_answer(edition, *row, answers.reports, whole) for row in ranked])


def _answer(edition: Edition, title: str, number: int, answering: int, whole: int) -> Bar:
    share = Share(number, answering)
    cells = (edition.number(number), percent(edition, share), percent(edition, Share(number, whole)))
    return Bar(title, share, cells)


def _commitments(edition: Edition, year: ReportYear) -> Chart:
    whole = sum(year.activities.values())
    sentence = edition.n(
        "%(number)s activity was reported, under the commitment that it serves.",
        "%(number)s activities were reported, each under the commitment that it serves.",
        whole,
    )
    columns = (
        edition.t("Commitment"),
        edition.t("Activities"),
        edition.t("of all %(number)s", number=edition.number(whole)),
    )
    bars = []
    for title, number in _ranked(edition, ("activities", "commitment"), year.activities):
        share = Share(number, whole)
        bars.append(Bar(title, share, (edition.number(number), percent(edition, share))))
    return Chart(sentence, columns, bars)


def _ranked(edition: Edition, path: Sequence[str], chosen: Mapping[str, int]) -> list[tuple[str, int]]:
    """Every code that can be chosen, with its title: most often first, then as in the questionnaire."""
    schema = edition.site.schemas.resolved["report"]
    for step in path:
        schema = schema.get("items", schema)["properties"][step]
    every = codes(schema.get("items", schema))
    rows = [(edition.title("report", *path, code), chosen.get(code, 0)) for code in every]
    return sorted(rows, key=lambda row: -row[1])


def _practices(lines: Sequence[Received]) -> list[Practice]:
    return [
        Practice(f"practice-{each.organisation.slug}-{number}", each, practice)
        for each in lines
        for number, practice in enumerate(each.report.good_practices, start=1)
    ]


def _filters(edition: Edition, practices: Sequence[Practice]) -> list[Filter]:
    """What narrows the list of good practices, if there is anything to narrow."""
    tags = {tag for each in practices for tag in each.practice.tags}
    if len(practices) < 2 or not tags:
        return []
    choices = edition.sorted_titles("report", ("good_practices", "tags"), tags)
    return [Filter("tag", edition.title("report", "good_practices", "tags"), choices)]
