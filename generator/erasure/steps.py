"""The eight steps of the erasure procedure, who takes each, and the commands for it.

`privacy.md` in `content/<language>/` tells the public the same eight steps.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass

from generator.erasure.plan import Plan
from generator.privacy import must_not_be_shown
from generator.problems import Message, say

BY_THE_COMMAND = 2
"""How many steps are behind those who have run the command."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is done, who does it, how, and the commands for it, ready to be copied."""

    title: Message
    who: Message
    text: tuple[Message, ...]
    commands: tuple[str, ...] = ()


def steps(plan: Plan) -> tuple[Step, ...]:
    """The whole procedure for one folder, in order."""
    return (
        _note_the_request(),
        _clear_the_folder(plan),
        _publish(plan),
        _rewrite_the_history(plan),
        _have_the_forge_clear_its_copies(),
        _have_caches_cleared(plan),
        _renew_clones(),
        _verify(plan),
    )


_OFFICE = say("the Office")
_ADMINISTRATOR = say("whoever administers the repository")


def _note_the_request() -> Step:
    return Step(
        say("Note the request"),
        _OFFICE,
        (
            say(
                "Note who asks, for what and on which day, outside this repository. Make sure that it is the person concerned, or somebody who may speak for the organisation. Nothing of the request belongs in a commit, an issue or a pull request. As a rule, the answer is due within one month."
            ),
            say(
                "If it is only a wish to leave, erase nothing: record the status “withdrawn” in standing.yml. The page stays and says so."
            ),
            say(
                "If only a detail has to go, such as a telephone number, delete it from its file and go on with step 3. In step 4, git-filter-repo then takes it out of every version with --replace-text, and the record stays."
            ),
        ),
    )


def _clear_the_folder(plan: Plan) -> Step:
    text = say(
        "The files listed above are deleted. tombstone.yml takes their place and keeps the address: the page there says that a record was erased and on which day. The name of the folder stays taken."
    )
    successor = say(
        "The tombstone also names the successor, “%(successor)s”. If that must not stay known, delete this line from it.",
        successor=plan.successor or "",
    )
    return Step(
        say("Clear the folder"),
        say("this command"),
        (text, successor) if plan.successor else (text,),
        (f"covenant erase {plan.slug} --yes",),
    )


def _publish(plan: Plan) -> Step:
    return Step(
        say("Check, commit and publish"),
        _OFFICE,
        (
            say(
                "Look at the lines listed above that mention the organisation, if there are any. Then commit; the message names no person and no reason. If the history will be rewritten, push straight to the main branch: a pull request would show once more what is erased. Build the site and publish it."
            ),
        ),
        (
            f"git add --all {plan.folder}",
            'git commit --message "supporters: Erase a record"',
            "git push",
            "covenant build",
        ),
    )


def _rewrite_the_history(plan: Plan) -> Step:
    path = f"{plan.known_to_git.above}{plan.folder}"
    pattern = rf"^{re.escape(plan.known_to_git.above)}{plan.folder}/(?!tombstone\.yml$)"
    return Step(
        say("Rewrite the history, if it must be"),
        _ADMINISTRATOR,
        (
            say(
                "Decide first. Earlier versions are rewritten if personal data is in them, or if a court or an authority has ordered it. Otherwise go on with step 6: what was public stays in the history."
            ),
            say(
                "A rewrite breaks things. Every later commit gets another hash; open pull requests no longer fit and have to be made anew; forks and clones keep the old history; signatures, and records of which commit a build was made from, no longer match. Announce it, and let nobody push until it is done."
            ),
            say(
                "You need git-filter-repo 2.47 or newer (pip install git-filter-repo). On the forge, lift the rules that forbid force pushes; run the commands from this folder; set the rules again at once. Every commit then lacks what was in the folder, except for tombstone.yml."
            ),
            say(
                "Refusals for refs/pull/ are to be expected: step 5 is about those. If personal data is also in the messages of commits, or in the names of authors, git-filter-repo has --replace-message and --mailmap."
            ),
        ),
        (
            'git clone --mirror "$(git remote get-url origin)" ../erasure.git',
            "cd ../erasure.git",
            f"git log --all --full-history --format=%H -- {shlex.quote(path)} \\\n  > ../erased-commits.txt",
            f"git filter-repo --sensitive-data-removal --invert-paths \\\n  --path-regex {shlex.quote(pattern)}",
            "git push --force --mirror origin",
        ),
    )


def _have_the_forge_clear_its_copies() -> Step:
    return Step(
        say("Have the forge clear its copies"),
        _ADMINISTRATOR,
        (
            say(
                "Old commits stay readable on the forge by their hash, in pull requests and in its caches, until its support removes them. Ask it to remove the cached views of the commits in erased-commits.txt and the references to them in pull requests, and to collect the garbage. In erasure.git, filter-repo/changed-refs names these pull requests, and filter-repo/first-changed-commits the first commits that were rewritten."
            ),
            say(
                "Delete issues, comments, releases and logs that quote the record, or ask their authors to. Ask the owners of forks to delete them; the support seldom does that for you."
            ),
        ),
    )


def _have_caches_cleared(plan: Plan) -> Step:
    return Step(
        say("Have caches and archives cleared"),
        say("whoever runs the site"),
        (
            say(
                "Clear the cache of the service that delivers the site. Ask search engines, with their forms for removals, to forget the address and their copy of it; the page itself asks them not to show it. Ask web archives to take it out. Calendars and downloads lose the organisation when the site is published; copies of them follow at their next update, or never."
            ),
            say("These addresses are concerned, the first one in each language:"),
        ),
        (f"/<language>/{plan.folder}/", f"/{plan.folder}/logo.svg, logo.png"),
    )


def _renew_clones() -> Step:
    return Step(
        say("Renew clones and backups"),
        say("everyone who has one"),
        (
            say(
                "After a rewrite, delete every earlier clone, on build machines too, and clone afresh: one push from an old clone brings everything back. Delete backups, or note the day on which they expire. Delete erasure.git and erased-commits.txt when the forge's support has answered."
            ),
        ),
    )


def _verify(plan: Plan) -> Step:
    path = f"{plan.known_to_git.above}{plan.folder}"
    word = plan.site if plan.site and not must_not_be_shown(plan.site) else plan.slug
    return Step(
        say("Verify and answer"),
        _OFFICE,
        (
            say(
                "Look into a fresh copy. After a rewrite, the first search must find no commit, and the second no file but those that may mention the organisation. Another folder among these is where the record lay before: take step 4 for it, too."
            ),
            say(
                "Then answer those who asked: what was removed, where, and what could not be reached. Out of reach are copies that others have made, forks and archives whose owners refuse, and the name of the folder, which stays in the address. If even that must go, delete tombstone.yml as well, and leave out the round brackets and what is between them in step 4."
            ),
        ),
        (
            'git clone --mirror "$(git remote get-url origin)" ../verified.git',
            "cd ../verified.git",
            f"git log --all --full-history --oneline -- {shlex.quote(path)} \\\n  ':!*/tombstone.yml'",
            f"git rev-list --all | xargs git grep -lF -e {shlex.quote(word)} \\\n  | cut -d: -f2- | sort -u",
        ),
    )
