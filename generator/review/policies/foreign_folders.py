"""Nobody renames or deletes the folder of another organisation, and nobody their own without the Office.

The folder's name is the address of a page, which stays where it is: an organisation that merges or
closes keeps it, with a word on what happened. To the Office itself it is only said.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Message, say
from generator.review.case import Case
from generator.review.verdicts import Reason, Verdict, reason


def judge(case: Case) -> Iterator[Reason]:
    for slug in sorted(case.removed_folders):
        verdict = _verdict(case, slug)
        yield reason(verdict, _place(case, slug), "folder-gone", _message(case, slug), _hint(verdict))


def _verdict(case: Case, slug: str) -> Verdict:
    if case.by_office:
        return Verdict.READY
    return Verdict.NEEDS_OFFICE if case.maintains(slug) or not case.maintainers(slug) else Verdict.REFUSED


def _place(case: Case, slug: str) -> str:
    record = f"supporters/{slug}/supporter.yml"
    touched = [path for change in case.changes[slug] for path in change.paths]
    return record if record in touched else touched[0]


def _message(case: Case, slug: str) -> Message:
    if new := next((new for new, old in case.moves.items() if old == slug), None):
        return say("This renames the folder “%(slug)s” to “%(new)s”.", slug=slug, new=new)
    return say("This deletes the record in “%(slug)s”.", slug=slug)


def _hint(verdict: Verdict) -> Message:
    if verdict is Verdict.REFUSED:
        return say("Leave the folders of other organisations as they are.")
    if verdict is Verdict.NEEDS_OFFICE:
        return say(
            "The address of the page should stay. If your organisation changes its name, put the old one under "
            "“former_names”; if it merges or closes, tell the Office."
        )
    return say("Links to the page of this organisation will lead nowhere. A status such as “merged” would keep it.")
