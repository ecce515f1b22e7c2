"""A review put where its people see it: one comment, the status of the commit, labels, suggestions at lines.

Each part is looked up first and then brought to what it should be. So a run that was cut off is completed by
the next one, and two runs at once end with what the later of them says.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.issues import Issues, Label
from generator.own_comment import OwnComment
from generator.review import MARKER, Kind, Review, Verdict
from generator.review.at_lines import suggest
from generator.review.proposal import Proposal
from generator.review.pull_request import PullRequest, PullRequests
from generator.review.signals import kind_label, verdict_label
from generator.review.speech import KINDS, VERDICTS

_COLOURS = {
    Verdict.READY: "0e8a16",
    Verdict.NEEDS_OFFICE: "1d76db",
    Verdict.NEEDS_CHANGES: "fbca04",
    Verdict.REFUSED: "b60205",
}
_COLOUR_OF_KINDS = "c5def5"

LABELS = {
    label.name: label
    for label in (
        *(
            Label(kind_label(kind), _COLOUR_OF_KINDS, f"What changes: {KINDS[kind].text}. Kept by the review.")
            for kind in Kind
        ),
        *(
            Label(verdict_label(each), _COLOURS[each], f"Verdict: {VERDICTS[each].text}. Kept by the review.")
            for each in Verdict
        ),
    )
}
"""All labels that are ours, by name. What other labels a pull request has is none of our business."""


def publish(pulls: PullRequests, pull: PullRequest, proposal: Proposal, found: Review) -> bool:
    """Show a review of a pull request; false if that has changed meanwhile, and has to be read again.

    It is looked at before, so that nothing outdated is written, and after, in case that it changed in between.
    The status goes to the commit that was read, whatever is the newest by then. Raises ForgeError.
    """
    there = pulls.read()
    if there != pull:
        return False
    address = OwnComment(pulls.forge, pulls.number, MARKER).keep(found.comment.removeprefix(f"{MARKER}\n"))
    pulls.mark(pull.head, found.status.state, found.status.title, address)
    _set_labels(pulls, there.labels, found.labels)
    suggest(pulls, proposal, found)
    return pulls.read() == pull


def _set_labels(pulls: PullRequests, there: frozenset[str], wanted: Sequence[str]) -> None:
    """Add what is missing first, so that there is no moment without a verdict; then take away our others."""
    if missing := [name for name in wanted if name not in there]:
        for name in missing:
            Issues(pulls.forge).ensure(LABELS[name])
        there = pulls.label(missing)
    for name in sorted(there & LABELS.keys() - set(wanted)):
        pulls.unlabel(name)
