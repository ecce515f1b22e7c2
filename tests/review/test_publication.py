"""What the review keeps beside a pull request, and what of others it leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from generator.forge import ForgeError
from generator.review import MARKER, Kind, Verdict
from generator.review.publication import LABELS
from generator.review.signals import kind_label, verdict_label
from tests.local_forge import STRANGER, US
from tests.local_pull_requests import WORKFLOW, LocalPullRequests
from tests.memory import SUPPORTER
from tests.review.proposing import written
from tests.review.pulling import BROKEN, COMPLETE, World
from tests.review.repositories import git


@pytest.fixture
def forge(world: World) -> Iterator[LocalPullRequests]:
    world.push(BROKEN)
    with world.running() as forge:
        yield forge


def bodies(forge: LocalPullRequests) -> list[str]:
    return [comment["body"] for comment in forge.comments[1]]


# ---- the comment


@pytest.mark.parametrize("user", [STRANGER, None, {"login": "workflow[bot]", "type": "User"}, {"login": None}])
def test_our_mark_in_a_comment_of_somebody_else_is_not_believed(
    world: World, forge: LocalPullRequests, user: dict[str, str] | None
) -> None:
    forged = f"{MARKER}\n\n## ✅ Ready"
    forge.add_comment(1, forged, {})[1]["user"] = user
    found = world.review(forge)
    assert bodies(forge) == [forged, found.comment]
    world.push(COMPLETE)
    assert world.review(forge).comment == bodies(forge)[1]
    assert bodies(forge)[0] == forged


def test_a_comment_of_ours_that_only_mentions_the_mark_is_another(world: World, forge: LocalPullRequests) -> None:
    forge.add_comment(1, f"See `{MARKER}`", WORKFLOW)
    world.review(forge)
    assert len(forge.comments[1]) == 2


def test_a_comment_that_was_deleted_by_hand_is_written_anew(world: World, forge: LocalPullRequests) -> None:
    found = world.review(forge)
    forge.comments[1].clear()
    world.review(forge)
    assert bodies(forge) == [found.comment]
    assert forge.status(1)["target_url"] == forge.comments[1][0]["html_url"]


def test_a_comment_that_is_deleted_while_it_is_renewed_is_written_anew(world: World, forge: LocalPullRequests) -> None:
    world.review(forge)
    world.push(COMPLETE)

    def delete(number: int) -> None:
        if forge.requests[-1].startswith("PATCH"):
            forge.comments[1].clear()

    forge.before_each = delete
    found = world.review(forge)
    assert bodies(forge) == [found.comment]


def test_of_several_comments_of_ours_the_first_stays(world: World, forge: LocalPullRequests) -> None:
    for number in range(3):
        forge.add_comment(1, f"{MARKER}\n{number}", WORKFLOW)
    first = forge.comments[1][0]["id"]
    found = world.review(forge)
    assert [(each["id"], each["body"]) for each in forge.comments[1]] == [(first, found.comment)]


def test_a_person_has_a_comment_of_their_own(world: World, forge: LocalPullRequests) -> None:
    world.review(forge)
    forge.user = US
    for _ in range(2):
        world.review(forge)
    assert [each["user"] for each in forge.comments[1]] == [WORKFLOW, US]
    assert len(forge.lines_to_take_over(1)) == 2


# ---- labels


def test_labels_of_others_are_kept_also_if_they_look_like_ours(world: World, forge: LocalPullRequests) -> None:
    others = ["good first issue", "kind: bug", "review: welcome", "a/b c?d#e"]
    forge.issues[1]["labels"] = [{"name": name} for name in (*others, "review: refused", "kind: logo")]
    world.review(forge)
    assert forge.label_names(1) == sorted([*others, "kind: application", "review: needs changes"])


def test_labels_are_made_with_a_colour_and_a_meaning_once(world: World, forge: LocalPullRequests) -> None:
    world.review(forge)
    assert forge.labels["review: needs changes"] == {
        "name": "review: needs changes",
        "color": "fbca04",
        "description": "Verdict: needs changes. Kept by the review.",
    }
    forge.issues[1]["labels"] = []
    world.review(forge)
    assert forge.requests.count("POST /repos/covenant/supporters/labels") == 2


def test_every_label_is_one_that_the_forge_takes() -> None:
    assert LABELS.keys() == {*map(kind_label, Kind), *map(verdict_label, Verdict)}
    for label in LABELS.values():
        assert len(label.name) <= 50
        assert len(label.description) <= 100
        assert len(label.colour) == 6


def test_where_labels_may_not_be_made_comment_and_status_are_there_all_the_same(
    world: World, forge: LocalPullRequests
) -> None:
    forge._new_label = lambda *_: (403, {"message": "You do not have permission to create labels"})
    with pytest.raises(ForgeError, match="may not"):
        world.review(forge)
    assert forge.status(1)["state"] == "failure"
    assert len(forge.comments[1]) == 1


# ---- suggestions at lines


VALE = "supporters/vale/supporter.yml"


def note(forge: LocalPullRequests) -> dict[str, Any]:
    (only,) = forge.notes.values()
    return only


def test_a_suggestion_says_why_in_the_language_of_the_author(world: World, forge: LocalPullRequests) -> None:
    world.review(forge)
    assert note(forge)["body"] == (
        "<!-- covenant-suggestion -->\n„Bulgaria“ не е код на държава. Може би имате предвид „BG“?\n\n"
        '```suggestion\n  "country": "BG",\n```'
    )
    assert len(forge.reviews) == 1


def test_a_suggestion_that_still_applies_after_a_push_is_not_made_again(world: World, forge: LocalPullRequests) -> None:
    world.review(forge)
    world.push({"supporters/reka/note.txt": "x"})
    world.review(forge)
    assert len(forge.notes) == 1


def test_a_suggestion_that_no_longer_applies_is_taken_away(world: World, forge: LocalPullRequests) -> None:
    world.review(forge)
    forge.notes[2] = {**note(forge), "id": 2, "body": note(forge)["body"].replace("BG", "GR")}
    forge.notes[3] = {**note_of_a_stranger(forge), "id": 3}
    world.review(forge)
    assert sorted(forge.notes) == [1, 3]


def note_of_a_stranger(forge: LocalPullRequests) -> dict[str, Any]:
    return {**forge.notes[1], "user": dict(STRANGER)}


def test_one_that_was_taken_over_stays_as_outdated(world: World, forge: LocalPullRequests) -> None:
    world.review(forge)
    world.push(COMPLETE)
    world.review(forge)
    assert forge.lines_to_take_over(1) == []
    assert len(forge.notes) == 1


def test_only_lines_that_the_diff_shows_get_a_suggestion(world: World) -> None:
    """Two lines were wrong before; only one of them lies near what is changed now."""
    lines = written(SUPPORTER).decode().split("\n")
    country, website = (next(n for n, line in enumerate(lines) if f'"{key}"' in line) for key in ("country", "website"))
    spread = [each for line in lines for each in ("", "", "", "", "", line)]
    spread[6 * country + 5] = '  "country": "EL",'
    spread[6 * website + 5] = '  "website": "http://www.vale.example",'
    world.merge({VALE: "\n".join(spread)})
    git(world.fork, "fetch", "--quiet", "origin", "main")
    git(world.fork, "reset", "--quiet", "--hard", "FETCH_HEAD")
    spread[6 * country + 3] = "# the seat"
    world.push({VALE: "\n".join(spread)})
    with world.running() as forge:
        forge.issues[1]["user"] = {"id": 7, "login": "vale-towns"}
        found = world.review(forge)
        assert [each.line for each in found.suggestions] == [6 * country + 6, 6 * website + 6]
        assert forge.lines_to_take_over(1) == [(VALE, 6 * country + 6, '  "country": "GR",')]


def test_when_the_forge_does_not_take_the_lines_the_comment_has_them(world: World, forge: LocalPullRequests) -> None:
    forge._is_in_diff = lambda *_: False
    found = world.review(forge)
    assert forge.notes == {}
    assert "```suggestion" in bodies(forge)[0]
    assert bodies(forge) == [found.comment]


def test_another_failure_of_the_suggestions_is_told(world: World, forge: LocalPullRequests) -> None:
    forge._review = lambda *_: (403, {"message": "no"})
    with pytest.raises(ForgeError):
        world.review(forge)
