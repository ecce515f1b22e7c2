"""One comment of ours under an issue, whoever else writes there and whatever happens on the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.own_comment import OwnComment
from tests.local_forge import BOT, STRANGER, US, running
from tests.local_intake_forge import IntakeForge

MARK = "<!-- ours -->"


@pytest.fixture
def forge() -> Iterator[IntakeForge]:
    with running(IntakeForge()) as started:
        started.apply("Body")
        yield started


def keep(forge: IntakeForge, text: str) -> None:
    OwnComment(forge.connect(), 1, MARK).keep(text)


def bodies(forge: IntakeForge) -> list[str]:
    return [comment["body"] for comment in forge.comments[1]]


def test_it_is_written_once_and_then_renewed(forge: IntakeForge) -> None:
    keep(forge, "One")
    keep(forge, "Two")
    assert bodies(forge) == [f"{MARK}\nTwo"]


def test_a_text_that_is_there_already_is_not_written_again(forge: IntakeForge) -> None:
    keep(forge, "One")
    forge.requests.clear()
    keep(forge, "One")
    assert {request.partition(" ")[0] for request in forge.requests} == {"GET"}


@pytest.mark.parametrize(("user", "other"), [(BOT, STRANGER), (BOT, US), (US, STRANGER), (US, BOT)])
def test_the_mark_is_not_believed_in_the_comment_of_another_account(
    forge: IntakeForge, user: dict[str, str], other: dict[str, str]
) -> None:
    forge.user = user
    forge.add_comment(1, f"{MARK}\nForged", other)
    keep(forge, "One")
    assert bodies(forge) == [f"{MARK}\nForged", f"{MARK}\nOne"]


def test_a_comment_of_ours_without_the_mark_at_its_beginning_is_another(forge: IntakeForge) -> None:
    forge.add_comment(1, f"> {MARK}\nQuoted", BOT)
    keep(forge, "One")
    assert bodies(forge) == [f"> {MARK}\nQuoted", f"{MARK}\nOne"]


def test_of_several_the_first_one_stays(forge: IntakeForge) -> None:
    for text in ("One", "Two", "Three"):
        forge.add_comment(1, f"{MARK}\n{text}", BOT)
    keep(forge, "Four")
    assert [(comment["id"], comment["body"]) for comment in forge.comments[1]] == [(1, f"{MARK}\nFour")]


def test_one_that_is_deleted_while_it_is_renewed_is_written_again(forge: IntakeForge) -> None:
    keep(forge, "One")
    forge.quiet, forge.between = 2, forge.comments[1].clear
    keep(forge, "Two")
    assert bodies(forge) == [f"{MARK}\nTwo"]
