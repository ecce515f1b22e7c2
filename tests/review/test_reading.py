"""What is read from the forge is what Git holds: names, modes, sizes and bytes, bounded, and nothing followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from generator.forge import ForgeError
from generator.review import Verdict
from generator.review.git import Repository
from generator.review.objects import MOST_LISTINGS
from generator.review.proposal import MAX_READ, MOST_READ, Author, Change, How, Mode, Proposal
from generator.review.reading import Reader
from tests.local_pull_requests import LocalPullRequests
from tests.review.pulling import BROKEN, COMPLETE, REKA, World
from tests.review.repositories import git

VALE = "supporters/vale/supporter.yml"


@pytest.fixture
def forge(world: World) -> Iterator[LocalPullRequests]:
    with world.running(title="Реката", body="Correction: none") as forge:
        yield forge


def read(world: World, forge: LocalPullRequests) -> Proposal:
    reader: Reader = world.reader(forge)
    return reader.proposal(reader.pulls.read())


def test_who_proposes_what_where_and_in_which_words(world: World, forge: LocalPullRequests) -> None:
    head = world.push(COMPLETE, "Заявление\n\nPlease read.")
    found = read(world, forge)
    assert replace(found, text=found.text.strip()) == Proposal(
        (Change(REKA, size=len(COMPLETE[REKA]), read=COMPLETE[REKA]),),
        Author(2001, "severen-bryag"),
        "Реката\n\nCorrection: none\n\nЗаявление\n\nPlease read.",
        "https://forge.example/severen-bryag/supporters",
        "patch-1",
        head,
    )


def test_it_reads_what_the_local_review_reads(world: World, forge: LocalPullRequests) -> None:
    (world.fork / "supporters/hill/link.yml").symlink_to("/etc/hostname")
    (world.fork / "supporters/hill/supporter.yml").chmod(0o755)
    git(world.fork, "mv", "supporters/vale/reports/2024-2025.yml", "supporters/vale/reports/2025.yml")
    git(world.fork, "rm", "--quiet", "supporters/dale/supporter.yml")
    git(world.fork, "add", "--all")
    git(world.fork, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},supporters/vale/other")
    git(world.fork, "commit", "--quiet", "--message", "Odd")
    world.push_again()
    repository = Repository.at(world.fork)
    local = repository.proposal(repository.commit("origin/main"), repository.commit("HEAD")).changes
    found = read(world, forge).changes
    assert {change.path: (change.how, change.mode, change.size, change.previous) for change in found} == {
        change.path: (change.how, change.mode, change.size, change.previous) for change in local
    }
    assert {change.mode for change in found} == set(Mode)
    assert {change.path: change.read for change in found if change.mode.is_of_a_file} == {
        change.path: change.read for change in local if change.mode.is_of_a_file
    }
    assert [change.read for change in found if not change.mode.is_of_a_file] == [None, None]


@pytest.mark.parametrize("most", [1, 4, 100])
def test_a_tree_that_is_too_large_is_read_folder_by_folder(world: World, forge: LocalPullRequests, most: int) -> None:
    world.push({**COMPLETE, VALE: None, "content/bg/new.md": "x"})
    forge.most_in_a_tree = 100
    whole = read(world, forge)
    forge.most_in_a_tree = most
    found = read(world, forge)
    assert found.is_complete == (most > 1)
    assert found.changes == (whole.changes if most > 1 else ())


def test_when_not_all_can_be_listed_it_is_said_and_the_forge_is_not_asked_for_ever(
    world: World, forge: LocalPullRequests
) -> None:
    world.push({f"supporters/s{number:03}/reports/2025.yml": "x" for number in range(80)})
    forge.most_in_a_tree = 90
    first = len(forge.requests)
    found = read(world, forge)
    assert not found.is_complete
    assert sum("/git/trees/" in request for request in forge.requests[first:]) == MOST_LISTINGS
    assert world.review(forge).verdict is Verdict.NEEDS_CHANGES


def test_more_files_than_the_forge_lists_are_all_known_and_few_are_read(world: World, forge: LocalPullRequests) -> None:
    world.push({f"supporters/reka/{number}.txt": f"{number}" for number in range(3100)})
    first = len(forge.requests)
    found = read(world, forge)
    assert found.is_complete
    assert len(found.changes) == 3100
    assert sum(change.read is not None for change in found.changes) == MOST_READ
    assert len(forge.requests) - first < 120


def test_a_large_file_is_not_fetched(world: World, forge: LocalPullRequests) -> None:
    world.push({"supporters/reka/large.yml": b"x" * (MAX_READ + 1), "supporters/reka/small.yml": b"x" * MAX_READ})
    large, small = read(world, forge).changes
    assert (large.size, large.read) == (MAX_READ + 1, None)
    assert small.read == b"x" * MAX_READ
    assert sum("/git/blobs/" in request for request in forge.requests) == 1


def test_a_file_of_the_program_is_not_fetched(world: World, forge: LocalPullRequests) -> None:
    world.push({"generator/evil.py": "raise SystemExit", "supporters.yml": "x"})
    assert [change.read for change in read(world, forge).changes] == [None, None]
    assert not any("/git/blobs/" in request for request in forge.requests)


def test_what_others_changed_meanwhile_is_outdated(world: World, forge: LocalPullRequests) -> None:
    world.push({VALE: "mine", "supporters/vale/standing.yml": None, REKA: "new", "supporters/hill/logo.svg": "x"})
    world.merge({VALE: "theirs", "supporters/vale/standing.yml": "theirs", REKA: "theirs", "README.md": "theirs"})
    outdated = {change.path for change in read(world, forge).changes if change.outdated}
    assert outdated == {VALE, "supporters/vale/standing.yml", REKA}


def test_a_file_that_was_renamed_and_edited_keeps_its_past(world: World, forge: LocalPullRequests) -> None:
    git(world.fork, "mv", "supporters/vale", "supporters/vale-towns")
    text = (world.fork / "supporters/vale-towns/supporter.yml").read_text(encoding="utf-8")
    world.push({"supporters/vale-towns/supporter.yml": text.replace("A union", "The union")})
    found = {change.path: change for change in read(world, forge).changes}
    assert {change.how for change in found.values()} == {How.RENAMED}
    assert found["supporters/vale-towns/supporter.yml"].previous == VALE
    assert "This renames the folder “vale” to “vale-towns”." in world.review(forge).comment


def test_a_renaming_that_the_forge_invents_is_not_believed(world: World, forge: LocalPullRequests) -> None:
    world.push({**COMPLETE, "supporters/dale/supporter.yml": None})
    real = forge.answer

    def answer(method: str, path: str, *rest: Any) -> Any:
        if path.endswith("/files"):
            return 200, [{"filename": REKA, "previous_filename": VALE}, {"filename": VALE, "previous_filename": REKA}]
        return real(method, path, *rest)

    forge.answer = answer
    assert {change.how for change in read(world, forge).changes} == {How.ADDED, How.DELETED}


def test_a_repository_or_an_account_that_was_deleted_is_in_nobodys_way(world: World) -> None:
    world.push(COMPLETE)
    with world.running(fork=None) as forge:
        forge.issues[1]["user"] = None
        found = world.review(forge)
        assert found.verdict is Verdict.READY
        assert "](" not in found.comment


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "https://forge.example/a/b)[x](https://evil.example", "", 7, "https://x.example/a/b/../c"],
)
def test_an_address_that_is_none_is_not_linked_to(world: World, forge: LocalPullRequests, url: object) -> None:
    world.push(BROKEN)
    forge.pulls[1]["repo"]["html_url"] = url
    if isinstance(url, str):
        assert "](" not in world.review(forge).comment
    else:
        with pytest.raises(ForgeError, match="form that is not understood"):
            world.review(forge)


def test_a_login_that_looks_like_a_telephone_number_is_not_shown(world: World, forge: LocalPullRequests) -> None:
    world.push(COMPLETE)
    forge.issues[1]["user"] = {"id": 7, "login": "02-9876543"}
    assert "9876543" not in world.review(forge).comment


def test_a_twin_of_any_file_of_the_base_is_refused(world: World, forge: LocalPullRequests) -> None:
    world.merge({"docs/Guide.md": "x"})
    world.push({"docs/guide.md": "x"})
    assert [reason.problem.code for reason in world.review(forge).reasons] == ["path-twin"]


def test_a_name_that_is_no_text_is_refused(world: World, forge: LocalPullRequests) -> None:
    world.push({"supporters/reka/\ufffd.yml": "x"})  # so the forge writes bytes that are no text
    assert world.review(forge).verdict is Verdict.REFUSED
