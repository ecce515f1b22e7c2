"""What the command prints: for people, in their language, in 80 columns, and nothing that must not be shown."""

from __future__ import annotations

import gettext
import json
import re
from dataclasses import replace
from datetime import date

import pytest

from generator.erasure import text
from generator.erasure.mentions import Mention, Trace
from generator.erasure.plan import Plan, plan
from generator.git import Folder
from generator.problems import Place
from tests.memory import ACTIVE, LANGUAGES, SUPPORTER, registry_of

VALE = "supporters/vale"
ENGLISH = gettext.NullTranslations()
DAYS = (date(2026, 3, 31), date(2024, 2, 29))
HILL = {"supporters/hill/supporter.yml": {**SUPPORTER, "name": {"en": "Hill"}}}


def planned(**changes: object) -> Plan:
    merged = {**ACTIVE, "history": [*ACTIVE["history"], {"on": "2021-01-01", "status": "merged"}], "successor": "hill"}
    found = registry_of({f"{VALE}/supporter.yml": SUPPORTER, f"{VALE}/standing.yml": merged, **HILL})
    made = plan(found, "vale", (f"{VALE}/supporter.yml", f"{VALE}/old.bak"), Folder(days=DAYS, is_shallow=True), ())
    everything = replace(
        made,
        predecessors=(Place("supporters/dale/standing.yml", 12, 3),),
        mentions=(Mention("content/en/a.md", 7, tuple(Trace)),),
        uncommitted=(f"{VALE}/notes.txt",),
    )
    return replace(everything, **changes)


def erased() -> Plan:
    return plan(registry_of({f"{VALE}/tombstone.yml": {"erased_on": "2025-05-14"}}), "vale", (), Folder(), ())


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_fits_a_terminal_of_80_columns_in_every_language(code: str) -> None:
    catalogue = LANGUAGES[code].catalogue
    for made in (planned(), erased()):
        for shape in (text.explanation, text.outcome, text.remaining):
            printed = shape(made, catalogue)
            assert [line for line in printed.split("\n") if len(line) > text.WIDTH] == []
            assert "%(" not in printed
            assert "\n\n\n" not in printed


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_a_translation_leaves_no_english_and_the_same_commands(code: str) -> None:
    english, other = (text.explanation(planned(), LANGUAGES[each].catalogue) for each in ("en", code))
    assert numbers(other) == numbers(english) == list(range(1, 9))
    assert commands(other) == commands(english)
    prose = {line for line in english.split("\n") if line.startswith("   ") and not line.startswith("       ")}
    assert not prose & set(other.split("\n"))


def numbers(printed: str) -> list[int]:
    return [int(number) for number in re.findall(r"^(\d+)\. ", printed, re.MULTILINE)]


def commands(printed: str) -> list[str]:
    return [line for line in printed.split("\n") if line.startswith("       ")]


def test_it_says_first_what_is_concerned() -> None:
    printed = text.explanation(planned(), ENGLISH)
    head = printed.partition("\n1. ")[0]
    assert head.startswith("This is what erasing the record in supporters/vale/ comes to. Nothing has been\nchanged.")
    for line in (
        "  supporters/vale/supporter.yml",
        "  supporters/vale/old.bak",
        "  supporters/vale/notes.txt",
        "2 commits in this clone have files of this folder: from 2024-02-29 to",
        "  supporters/dale/standing.yml:12",
        "  content/en/a.md:7 (folder, name, acronym, website, mailbox)",
    ):
        assert line in head.split("\n")
    assert "git fetch --unshallow" in head
    assert printed.endswith("\nTo clear the folder, run: covenant erase vale --yes\n")


def test_the_successor_in_the_tombstone_is_pointed_out() -> None:
    assert "also names the successor, “hill”" in text.explanation(planned(), ENGLISH)
    assert "also names the successor" not in text.explanation(planned(successor=None), ENGLISH)


def test_after_the_command_the_steps_go_on_with_the_third() -> None:
    assert numbers(text.remaining(planned(), ENGLISH)) == list(range(3, 9))
    assert text.outcome(planned(), ENGLISH).startswith("Written: supporters/vale/tombstone.yml\n")


def test_of_an_erased_record_only_what_is_left_is_said() -> None:
    printed = text.explanation(erased(), ENGLISH)
    assert printed.startswith("The record in supporters/vale/ was erased on 2025-05-14.\n")
    assert "No commit in this clone has files of this folder." in printed
    assert numbers(printed) == list(range(3, 9))
    assert "--yes" not in printed


def test_a_name_that_stands_everywhere_does_not_fill_the_screen() -> None:
    many = tuple(Mention("a.md", line, (Trace.NAME,)) for line in range(1, 151))
    printed = text.explanation(planned(mentions=many), ENGLISH)
    assert printed.count("  a.md:") == text.MOST_MENTIONS
    assert "  and 50 more\n" in printed


def test_nothing_private_and_no_control_character_is_printed() -> None:
    private = {
        **SUPPORTER,
        "name": {"en": "Ring tel. 02 773 02 46"},
        "contact": "qxjane.doe@vale.example",
        "website": "https://773-02-46-99.example",
    }
    path = f"{VALE}/qxjane.doe@vale.example \x1b[31m.txt"
    files = registry_of({f"{VALE}/supporter.yml": private})
    elsewhere = [("content/+359 2 773 02 46/a.md", json.dumps(private))]
    made = plan(files, "vale", (path,), Folder(frozenset({path}), frozenset({path})), elsewhere)
    assert made.mentions
    for shape in (text.explanation, text.outcome, text.remaining):
        printed = shape(made, ENGLISH)
        assert not re.search(r"qxjane|773|\x1b", printed)
