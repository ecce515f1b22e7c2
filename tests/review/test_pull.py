"""A pull request reviewed on the forge: whatever fails or moves meanwhile, one comment and the right status come of it."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from generator.forge import ForgeError
from generator.review import Verdict
from generator.review.pull import MOST_ATTEMPTS
from tests.local_forge import Fault
from tests.local_pull_requests import LocalPullRequests
from tests.review.proposing import written
from tests.review.pulling import BROKEN, COMPLETE, REKA, World, shown
from tests.review.repositories import git
from tests.test_drafts import REPORT


def test_an_application_with_a_mistake_gets_a_comment_a_status_labels_and_the_line_mended(world: World) -> None:
    head = world.push(BROKEN)
    with world.running() as forge:
        found = world.review(forge)
        assert found
        assert found.verdict is Verdict.NEEDS_CHANGES
        (comment,) = forge.comments[1]
        assert comment["body"] == found.comment
        assert head[:10] in comment["body"]
        assert f"https://forge.example/severen-bryag/supporters/blob/{head}/{REKA}#L9" in comment["body"]
        assert f"https://forge.example/severen-bryag/supporters/edit/patch-1/{REKA}" in comment["body"]
        assert forge.statuses[head] == [
            {
                "state": "failure",
                "context": "covenant/review",
                "description": "supporter.yml:9: Може би имате предвид „BG“?",
                "target_url": comment["html_url"],
            }
        ]
        assert forge.label_names(1) == ["kind: application", "review: needs changes"]
        assert forge.lines_to_take_over(1) == [(REKA, 9, '  "country": "BG",')]


def test_when_it_is_mended_the_same_comment_says_so(world: World) -> None:
    world.push(BROKEN)
    with world.running() as forge:
        world.review(forge)
        (before,) = [each["id"] for each in forge.comments[1]]
        world.push(COMPLETE)
        found = world.review(forge)
        assert found
        (comment,) = forge.comments[1]
        assert (comment["id"], comment["body"]) == (before, found.comment)
        assert (forge.status(1) or {})["state"] == "success"
        assert forge.label_names(1) == ["kind: application", "review: ready"]
        assert forge.lines_to_take_over(1) == []


def test_a_second_run_changes_nothing_but_sets_the_status_again(world: World) -> None:
    world.push(BROKEN)
    with world.running() as forge:
        world.review(forge)
        before, first = shown(forge), len(forge.requests)
        world.review(forge)
        assert shown(forge) == before
        assert [each for each in forge.requests[first:] if not each.startswith("GET")] == [
            f"POST /repos/covenant/supporters/statuses/{forge.head(1)}"
        ]


@pytest.mark.parametrize("size", [1, 2])
def test_lists_of_any_length_are_read_to_their_end(world: World, size: int) -> None:
    world.push(BROKEN)
    with world.running(page_size=size) as forge:
        for number in range(5):
            forge.add_comment(1, f"Comment {number}", {"login": "somebody", "type": "User"})
        world.review(forge)
        once = shown(forge)
        world.review(forge)
        assert shown(forge) == once
        assert len(forge.comments[1]) == 6


# ---- what is closed, or not for us


@pytest.mark.parametrize("state", ["closed", "merged"])
def test_what_is_closed_is_left_alone(world: World, state: str) -> None:
    world.push(BROKEN)
    with world.running() as forge:
        forge.issues[1] |= {"state": "closed", "merged": state == "merged"}
        assert world.review(forge) is None
        assert all(request.startswith("GET") for request in forge.requests)


def test_what_is_meant_for_another_branch_is_left_alone(world: World) -> None:
    world.push(BROKEN)
    with world.running(target="trial") as forge:
        assert world.review(forge) is None
        assert all(request.startswith("GET") for request in forge.requests)


# ---- what fails


def undisturbed(world: World, forge: LocalPullRequests) -> tuple[object, int]:
    """What is shown after a run in which nothing happens, and how many requests it takes; nothing of it is kept."""
    saved, first = forge.saved(), len(forge.requests)
    world.review(forge)
    found = shown(forge)
    forge.restore(saved)
    return found, len(forge.requests) - first


@pytest.mark.parametrize("times", ["first", "second"])
def test_wherever_a_run_is_cut_off_the_next_one_completes_it(world: World, times: str) -> None:
    world.push(BROKEN)
    with world.running() as forge:
        if times == "second":
            world.review(forge)
            world.push(COMPLETE)
        saved, (wanted, needed) = forge.saved(), undisturbed(world, forge)
        for answered in range(needed):
            forge.restore(saved)
            forge.dies_after = answered
            with pytest.raises(ForgeError):
                world.review(forge)
            forge.dies_after = None
            world.review(forge)
            assert shown(forge) == wanted, f"cut off after {answered} of {needed} requests"


@pytest.mark.parametrize("fault", [Fault(acts=True), Fault(502), Fault(429, {"retry-after": "1"})], ids=repr)
def test_a_failure_that_passes_is_waited_for_wherever_it_happens(world: World, fault: Fault) -> None:
    world.push(BROKEN)
    with world.running() as forge:
        saved, (wanted, needed) = forge.saved(), undisturbed(world, forge)
        for before in range(needed):
            forge.restore(saved)
            forge.faults = [*[None] * before, fault]
            world.review(forge)
            assert shown(forge) == wanted, f"failure at request {before + 1}"


# ---- what moves


def test_whenever_the_head_moves_the_newest_is_reviewed_and_nothing_else_said_of_it(world: World) -> None:
    first, last = world.push(BROKEN), world.push(COMPLETE)
    with world.running() as forge:
        saved, (wanted, _) = forge.saved(), undisturbed(world, forge)
        world.push_again(first)
        _, needed = undisturbed(world, forge)
        for moment in range(1, needed + 1):
            forge.restore(saved)
            forge.before_each = at(len(forge.requests) + moment, lambda: world.push_again(last))
            world.push_again(first)
            world.review(forge)
            assert shown(forge) == wanted, f"moved at request {moment} of {needed}"
            assert {status["state"] for status in forge.statuses[last]} == {"success"}
            assert {status["state"] for status in forge.statuses.get(first, ())} <= {"failure"}


def at(moment: int, act: Callable[[], None]) -> Callable[[int], None]:
    """Act before one request."""
    return lambda number: act() if number == moment else None


def test_what_moves_all_the_time_is_given_up(world: World) -> None:
    world.push(BROKEN)
    with world.running() as forge:
        forge.before_each = lambda number: world.push({"supporters/reka/note.txt": str(number)})
        with pytest.raises(ForgeError, match="changes faster"):
            world.review(forge)
        assert sum(request.endswith("/pulls/1") for request in forge.requests) == 2 * MOST_ATTEMPTS
        assert forge.comments[1] == []


def test_what_is_exchanged_while_it_is_read_deceives_nobody(world: World) -> None:
    bad = world.push({"supporters/vale/supporter.yml": b"name: [", "supporters/vale/standing.yml": b"history: []"})
    git(world.fork, "reset", "--quiet", "--hard", "origin/main")
    good = world.push(COMPLETE)

    for moment in range(3, 12):
        world.push_again(bad)
        with world.running() as forge:

            def exchange(number: int, forge: LocalPullRequests = forge, moment: int = moment) -> None:
                if number == 3:
                    world.push_again(good)
                if number == moment or (number > 3 and forge.requests[-1].endswith("/pulls/1")):
                    world.push_again(bad)

            forge.before_each = exchange
            world.review(forge)
            assert forge.statuses[bad][-1]["state"] == "failure"
            assert good not in forge.statuses


def test_a_title_that_is_edited_meanwhile_is_read_anew(world: World) -> None:
    path = "supporters/vale/reports/2024-2025.yml"
    world.push({path: written({**REPORT, "members": {"total": 3}})})
    with world.running() as forge:
        forge.issues[1]["user"] = {"id": 7, "login": "vale-towns"}
        found = world.review(forge)
        assert [reason.problem.code for reason in found.reasons] == ["correction-note"]
        last = len(forge.requests)

        def explain(number: int) -> None:
            if number == last + 6:
                forge.issues[1]["body"] = "Correction: members were counted twice."

        forge.before_each = explain
        assert world.review(forge).verdict is Verdict.READY


@pytest.mark.parametrize(
    "meeting", ["GET pulls/1", "POST issues/1/comments", "POST issues/1/labels", "POST pulls/1/reviews"]
)
def test_two_runs_at_once_end_as_one(world: World, meeting: str) -> None:
    world.push(BROKEN)
    with world.running() as forge:
        wanted, _ = undisturbed(world, forge)
        forge.requests.clear()
        request, together = meeting.replace(" ", " /repos/covenant/supporters/"), threading.Barrier(2)

        def wait_for_one_another(number: int) -> None:
            if forge.requests[-1] == request and not together.broken and forge.requests.count(request) <= 2:
                together.wait(timeout=30)

        forge.before_each = wait_for_one_another
        runs = [threading.Thread(target=world.review, args=(forge,)) for _ in range(2)]
        for run in runs:
            run.start()
        for run in runs:
            run.join()
        assert forge.requests.count(request) >= 2
        assert shown(forge) == wanted
