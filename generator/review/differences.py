"""What a proposal changes, said in words, each sentence with the risk that it carries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.documents import Document
from generator.due_dates import next_report
from generator.problems import Message, printable_path, say, say_number
from generator.records import Report
from generator.registry import Organisation, record_kind
from generator.review import decisions, other_files
from generator.review.case import Case
from generator.review.comparing import compare
from generator.review.kinds import Kind, slug_of
from generator.review.proposal import Change, How
from generator.review.risks import Found, Risk
from generator.review.words import Words


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changes, as a sentence of plain text."""

    risk: Risk
    sentence: str


_KNOWN_BY = frozenset("name acronym type not_for_profit funding mandate country website contact".split())
"""What readers know an organisation by, and what made it eligible."""


def differences(case: Case, words: Words) -> list[Difference]:
    """Everything that changes, in the order of its files."""
    slugs = [slug for slug in case.changes if slug not in case.moves]
    found = [_named(slugs, slug, each) for slug in slugs for each in _of_organisation(case, words, slug)]
    return [Difference(risk, words.say(message)) for risk, message in (*found, *other_files.differences(case, words))]


def _named(slugs: Sequence[str], slug: str, found: Found) -> Found:
    """With the folder before it where there are several."""
    risk, message = found
    return risk, say("%(slug)s: %(change)s", slug=slug, change=message) if len(slugs) > 1 else message


def _of_organisation(case: Case, words: Words, slug: str) -> Iterator[Found]:
    if slug in case.removed_folders:
        yield Risk.HIGH, _gone(case, slug)
        return
    if slug in case.erased_folders:
        yield Risk.HIGH, say("The record in “%(slug)s” is erased; a tombstone keeps its address.", slug=slug)
        return
    changes = sorted(case.changes[slug], key=_rank)
    found = [each for change in changes for each in _of_file(case, words, slug, change)]
    yield from found or [(Risk.LOW, say("Only the way in which it is written changes."))]
    before, after = (registry.organisations.get(slug) for registry in (case.before, case.after))
    if before and after:
        yield from _consequences(case, words, before, after)


def _rank(change: Change) -> int:
    """The record of an organisation first, then what the Office decides, then reports, then all else."""
    return ("supporter", "standing", "tombstone", "report", "").index(_kind(change.path))


def _gone(case: Case, slug: str) -> Message:
    if new := next((new for new, old in case.moves.items() if old == slug), None):
        return say("The folder “%(slug)s” is renamed to “%(new)s”.", slug=slug, new=new)
    return say("The record in “%(slug)s” is taken away.", slug=slug)


def _consequences(case: Case, words: Words, before: Organisation, after: Organisation) -> Iterator[Found]:
    """What follows from the change for the status and for the next report."""
    if case.kind is Kind.PROFILE:
        status = words.title("standing", "history", "status", after.status)
        yield Risk.LOW, say("Status unchanged: %(status)s", status=status)
    settings, today = case.base.settings, case.base.context.today
    was_due, is_due = (next_report(organisation, settings, today) for organisation in (before, after))
    if was_due and is_due and was_due.due_on != is_due.due_on:
        days = (words.language.date(each.due_on) for each in (was_due, is_due))
        yield Risk.LOW, say("Next report due: %(before)s → %(after)s", before=next(days), after=next(days))


def _of_file(case: Case, words: Words, slug: str, change: Change) -> Iterator[Found]:
    """What changes in one file, as far as it lies in the folder; of a file that becomes another kind, both are told."""
    old = (change.previous or change.path) if change.how is not How.ADDED else ""
    new = "" if change.is_deleted else change.path
    old, new = (path if slug_of(path) == slug else "" for path in (old, new))
    if old and new and _kind(old) != _kind(new):
        yield from _of_paths(case, words, change, old, "")
        old = ""
    yield from _of_paths(case, words, change, old, new)


def _kind(path: str) -> str:
    found = record_kind(path)
    return found[0] if found else ""


def _of_paths(case: Case, words: Words, change: Change, old: str, new: str) -> Iterator[Found]:
    """What changes in a file from its path before to its path after; one of them may be empty."""
    before, after = case.before.documents.get(old), case.after.documents.get(new)
    kind = _kind(new or old)
    if not kind:
        yield _of_plain_file(change, old, new)
    elif old and not before and after:
        yield Risk.MEDIUM, say("%(path)s had mistakes and can be read now.", path=Message(printable_path(new)))
    elif (old and not before) or (new and not (after and case.may_be_shown(new))):
        path = Message(printable_path(new or old))
        yield Risk.MEDIUM, say("What %(path)s says can be shown once its problems are mended.", path=path)
    else:
        yield from _BY_KIND[kind](words, before, after)


def _of_plain_file(change: Change, old: str, new: str) -> Found:
    """A logo, or a file that the registry does not know."""
    name, size = Message(printable_path((new or old).rpartition("/")[2])), -(-change.size // 1024)
    if not new:
        return Risk.MEDIUM, say("%(name)s is taken away.", name=name)
    if old:
        return Risk.MEDIUM, say("%(name)s is replaced (%(size)d KB).", name=name, size=size)
    return Risk.MEDIUM, say("%(name)s is new (%(size)d KB).", name=name, size=size)


def _of_supporter(words: Words, before: Document | None, after: Document | None) -> Iterator[Found]:
    if before and after:
        for key, message in compare(words, "supporter", before.data, after.data):
            yield Risk.MEDIUM if key in _KNOWN_BY else Risk.LOW, message
    elif after:
        yield Risk.MEDIUM, say("New record: %(name)s", name=words.choose(after.data["name"]))


def _of_report(words: Words, before: Document | None, after: Document | None) -> Iterator[Found]:
    if before and after:
        for _, message in compare(words, "report", before.data, after.data):
            yield Risk.MEDIUM, say("Published report %(years)s – %(change)s", years=_years(after), change=message)
    elif after:
        figures = _figures(Report.of(after.data))
        yield Risk.LOW, say("New report %(years)s: %(figures)s", years=_years(after), figures=figures)
    elif before:
        yield Risk.MEDIUM, say("The report %(years)s is taken away.", years=_years(before))


def _years(report: Document) -> str:
    return report.path.rpartition("/")[2].removesuffix(".yml").replace("-", "–")


def _figures(report: Report) -> tuple[Message, ...]:
    if report.no_action:
        return (say("no action in this period"),)
    counts = [say_number("%(number)d activity", "%(number)d activities", len(report.activities))]
    if report.members:
        counts.append(say_number("%(number)d member", "%(number)d members", report.members.total))
    if report.events:
        counts.append(say_number("%(number)d event", "%(number)d events", report.events.count))
    if report.good_practices:
        counts.append(say_number("%(number)d good practice", "%(number)d good practices", len(report.good_practices)))
    return tuple(counts)


_BY_KIND: Mapping[str, Callable[[Words, Document | None, Document | None], Iterator[Found]]] = {
    "supporter": _of_supporter,
    "report": _of_report,
    "standing": decisions.differences,
    "tombstone": lambda words, before, after: iter([(Risk.HIGH, say("The tombstone of an erased record is changed."))]),
}
