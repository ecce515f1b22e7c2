"""What erasing a record comes to, before anything is touched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.erasure.mentions import Mention, Trace
from generator.erasure.plan import Plan, plan, refusal
from generator.git import Folder
from generator.problems import Place
from tests.memory import ACTIVE, SUPPORTER, TODAY, registry_of

VALE = "supporters/vale"
RECORD, GRAVE, LOGO = f"{VALE}/supporter.yml", f"{VALE}/tombstone.yml", f"{VALE}/logo.svg"
MERGED = {"history": [*ACTIVE["history"], {"on": "2021-01-01", "status": "merged"}], "successor": "vale"}
HILL = {"supporters/hill/supporter.yml": {**SUPPORTER, "name": {"en": "Hill"}}, "supporters/hill/standing.yml": MERGED}
ERASED = {"erased_on": "2025-05-14"}


def planned(
    files: dict[str, object] | None = None,
    found: tuple[str, ...] = (RECORD,),
    known: Folder | None = None,
    texts: tuple[tuple[str, str], ...] = (),
) -> Plan:
    return plan(registry_of({RECORD: SUPPORTER} if files is None else files), "vale", found, known or Folder(), texts)


def test_what_git_or_the_registry_knows_is_deleted_and_the_rest_is_left_to_a_person() -> None:
    made = planned(
        found=(RECORD, LOGO, f"{VALE}/notes.txt", f"{VALE}/kept.txt"), known=Folder(frozenset({f"{VALE}/kept.txt"}))
    )
    assert made.files == (RECORD, LOGO, f"{VALE}/kept.txt")
    assert made.strays == (f"{VALE}/notes.txt",)
    assert (made.tombstone, made.site) == (None, "vale.example")


def test_a_file_that_is_not_committed_forbids_it_and_one_that_is_gone_does_not() -> None:
    made = planned(found=(RECORD, LOGO), known=Folder(uncommitted=frozenset({LOGO, f"{VALE}/standing.yml"})))
    assert made.uncommitted == (LOGO,)
    told = refusal(made, TODAY, TODAY)
    assert told is not None
    assert told.values["paths"] == (LOGO,)


def test_the_day_is_not_in_the_future() -> None:
    assert refusal(planned(), TODAY, TODAY) is None
    assert refusal(planned(), date(2026, 11, 24), TODAY) is not None


def test_others_keep_it_as_their_successor_and_that_line_is_no_further_mention() -> None:
    standing = "supporters/hill/standing.yml"
    files = {RECORD: SUPPORTER, **HILL, "supporters/dale/tombstone.yml": {**ERASED, "successor": "vale"}}
    texts = ((standing, registry_of(files).documents[standing].text), ("content/en/a.md", "\nUnion of Vale Towns"))
    made = planned(files, texts=texts)
    assert [place.path for place in made.predecessors] == ["supporters/dale/tombstone.yml", standing]
    assert made.mentions == (Mention("content/en/a.md", 2, (Trace.NAME,)),)


@pytest.mark.parametrize(
    ("successor", "hill", "kept"),
    [("hill", {"supporters/hill/supporter.yml": SUPPORTER}, "hill"), ("hill", {}, None), (None, {}, None)],
)
def test_the_tombstone_takes_over_a_successor_that_exists(
    successor: str | None, hill: dict[str, object], kept: str
) -> None:
    standing = {**ACTIVE, **MERGED, "successor": successor} if successor else ACTIVE
    assert planned({RECORD: SUPPORTER, f"{VALE}/standing.yml": standing, **hill}).successor == kept


def test_of_an_erased_record_the_tombstone_stays_and_everything_beside_it_goes() -> None:
    known = Folder(uncommitted=frozenset({GRAVE}))
    made = planned({GRAVE: ERASED}, found=(GRAVE, LOGO), known=known)
    assert (made.files, made.uncommitted, made.site) == ((LOGO,), (), "")
    assert made.tombstone is not None
    assert planned({GRAVE: ERASED}, found=(GRAVE,)).files == ()


def test_a_broken_tombstone_is_written_anew_and_not_lost_unseen() -> None:
    made = plan(registry_of({}), "vale", (GRAVE,), Folder(uncommitted=frozenset({GRAVE})), ())
    assert (made.tombstone, made.files, made.uncommitted) == (None, (), (GRAVE,))
    assert refusal(replace(made, uncommitted=()), TODAY, TODAY) is None


def test_where_others_name_it_is_a_place() -> None:
    made = planned({RECORD: SUPPORTER, **HILL})
    assert made.predecessors == (Place("supporters/hill/standing.yml", 1, made.predecessors[0].column),)
