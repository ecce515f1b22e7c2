"""The erasure procedure on a terminal of 80 columns: what a plan comes to, then its steps, numbered."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.erasure.mentions import Mention, Trace
from generator.erasure.plan import Plan
from generator.erasure.steps import BY_THE_COMMAND, Step, steps
from generator.problems import Catalogue, Message, printable_path, say, say_number

WIDTH = 80
MOST_MENTIONS = 100
"""How many lines that mention the organisation are listed."""

_TRACES = {
    Trace.FOLDER: say("folder"),
    Trace.NAME: say("name"),
    Trace.ACRONYM: say("acronym"),
    Trace.WEBSITE: say("website"),
    Trace.MAILBOX: say("mailbox"),
}


def explanation(plan: Plan, catalogue: Catalogue) -> str:
    """What erasing would do, and how it is done; what is left of it, if the record has been erased already."""
    opening = say(
        "This is what erasing the record in %(folder)s/ comes to. Nothing has been changed.", folder=plan.folder
    )
    lines = [*_opening(plan, opening, catalogue), *_facts(plan, say("These files are deleted:"), catalogue)]
    if plan.tombstone and not plan.files:
        return _joined([*lines, remaining(plan, catalogue)])
    every = _numbered(steps(plan), 1, catalogue)
    last = say("To clear the folder, run: covenant erase %(slug)s --yes", slug=plan.slug)
    return _joined([*lines, *every, *_wrapped(last, catalogue)])


def outcome(plan: Plan, catalogue: Catalogue) -> str:
    """What erasing has done."""
    opening = _opening(plan, say("Written: %(path)s", path=Message(plan.grave)), catalogue)
    return _joined([*opening, *_facts(plan, say("These files have been deleted:"), catalogue)])


def remaining(plan: Plan, catalogue: Catalogue) -> str:
    """The steps that are left after the command."""
    head = _wrapped(say("These steps are left:"), catalogue)
    return _joined([*head, "", *_numbered(steps(plan)[BY_THE_COMMAND:], BY_THE_COMMAND + 1, catalogue)])


def _opening(plan: Plan, first_time: Message, catalogue: Catalogue) -> list[str]:
    if plan.tombstone is None:
        return [*_wrapped(first_time, catalogue), ""]
    day = plan.tombstone.erased_on.isoformat()
    before = say("The record in %(folder)s/ was erased on %(day)s.", folder=plan.folder, day=day)
    return [*_wrapped(before, catalogue), ""]


def _facts(plan: Plan, files: Message, catalogue: Catalogue) -> Iterator[str]:
    yield from _list(files, plan.files, catalogue)
    not_committed = say(
        "These have changes that are not committed and would be lost. Commit them first, or put them elsewhere:"
    )
    yield from _list(not_committed, plan.uncommitted, catalogue)
    strays = say("Neither Git nor the registry knows these. They stay; look at them yourself:")
    yield from _list(strays, plan.strays, catalogue)
    yield from _wrapped(_history(plan), catalogue)
    if plan.known_to_git.is_shallow:
        yield from _wrapped(
            say("This clone lacks older commits. Run “git fetch --unshallow” to see all of them."), catalogue
        )
    yield ""
    successor = say("These lines name it as the successor. They stay right, because the address stays:")
    yield from _list(successor, [f"{place.path}:{place.line}" for place in plan.predecessors], catalogue)
    mentions = say("These lines mention it, by what stands in brackets. Look whether that should stay:")
    yield from _list(mentions, _mentions(plan.mentions, catalogue), catalogue)


def _history(plan: Plan) -> Message:
    days = plan.known_to_git.days
    if not days:
        return say("No commit in this clone has files of this folder.")
    return say_number(
        "%(number)d commit in this clone has files of this folder: of %(first)s.",
        "%(number)d commits in this clone have files of this folder: from %(first)s to %(last)s.",
        len(days),
        first=min(days).isoformat(),
        last=max(days).isoformat(),
    )


def _mentions(mentions: tuple[Mention, ...], catalogue: Catalogue) -> Iterator[str]:
    for mention in islice(mentions, MOST_MENTIONS):
        traces = ", ".join(_TRACES[trace].render(catalogue) for trace in mention.traces)
        yield f"{mention.path}:{mention.line} ({traces})"
    if (more := len(mentions) - MOST_MENTIONS) > 0:
        yield say_number("and %(number)d more", "and %(number)d more", more).render(catalogue)


# ---- lines of text


def _numbered(given: Iterable[Step], first: int, catalogue: Catalogue) -> Iterator[str]:
    for number, step in enumerate(given, start=first):
        title = say("%(title)s (%(who)s)", title=step.title, who=step.who)
        yield from _wrapped(title, catalogue, f"{number}. ", "   ")
        for text in step.text:
            yield from (*_wrapped(text, catalogue, "   ", "   "), "")
        if step.commands:
            yield from (*textwrap.indent("\n".join(step.commands), "       ").split("\n"), "")


def _list(head: Message, paths: Iterable[str], catalogue: Catalogue) -> Iterator[str]:
    lines = [f"  {printable_path(path)}" for path in paths]
    if lines:
        yield from (*_wrapped(head, catalogue), *lines, "")


def _wrapped(text: Message, catalogue: Catalogue, first: str = "", other: str = "") -> list[str]:
    return textwrap.wrap(
        text.render(catalogue),
        WIDTH,
        initial_indent=first,
        subsequent_indent=other,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"
