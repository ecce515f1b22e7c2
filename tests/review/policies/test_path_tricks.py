"""Paths that some computer would read as another one are refused, whoever sends them."""

from __future__ import annotations

import unicodedata

import pytest

from generator.review import How
from generator.review.policies.path_tricks import judge
from tests.memory import SUPPORTER
from tests.review.proposing import NEW, OF_VALE, OFFICE, case_of, codes, proposal, reviewed

TRICKS = [
    "supporters/../mkdocs.yml",
    "supporters/vale/../hill/supporter.yml",
    "supporters/./vale/supporter.yml",
    "supporters//vale/supporter.yml",
    "/supporters/vale/supporter.yml",
    "supporters/vale/",
    "supporters\\vale\\standing.yml",
    "supporters/vale/standing.yml\0.txt",
    "supporters/vale/stand\ning.yml",
    "supporters/vale/standing.yml.",
    "supporters/vale/standing.yml ",
    "supporters/vale./standing.yml",
    "supporters/ vale/standing.yml",
    "supporters/vale/standing.yml:stream",
    "supporters/vale/.git/config",
    "supporters/vale/.GIT",
    "supporters/vale/git~1",
    ".git/hooks/post-checkout",
    ".gitmodules",
    "supporters/vale/.g\u200cit/config",
    "content/bg/aux.md",
    "content/bg/COM1",
    "content/bg/a\u202eb.md",
    "content/bg/a\ud800.md",
    "content/bg/" + unicodedata.normalize("NFD", "й") + ".md",
    "content/bg/" + "a" * 101 + ".md",
    "content/bg/" + "a/" * 100 + "b.md",
    'content/bg/what?".md',
    "content/bg/\ufffd.md",
]


@pytest.mark.parametrize("path", TRICKS, ids=ascii)
def test_a_trick_is_refused_even_from_the_office(path: str) -> None:
    assert [(each.verdict.value, each.problem.code) for each in judge(case_of({path: b"x"}, OFFICE))] == [
        ("refused", "path-trick")
    ]
    reviewed({path: b"x"}).comment.encode()


@pytest.mark.parametrize(
    "path",
    [
        "content/bg/въпроси.md",
        "content/el/ερωτήσεις.md",
        "content/bg/.hidden.md",
        ".gitignore",
        ".gitattributes",
        ".github/workflows/check.yml",
        "content/bg/a b.md",
        "generator/console.py",
        "content/bg/auxiliary.md",
    ],
)
def test_a_plain_path_is_none(path: str) -> None:
    assert list(judge(case_of({path: b"x"}, OFFICE))) == []


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("supporters/Vale/supporter.yml", "supporters/vale"),
        ("supporters/VALE/logo.png", "supporters/vale"),
        ("Supporters/reka/supporter.yml", "supporters"),
        ("CONTENT/bg/x.md", "content"),
        ("supporters/vale/Supporter.yml", "supporters/vale/supporter.yml"),
        ("supporters/ｖale/supporter.yml", "supporters/vale"),
    ],
)
def test_a_path_that_differs_only_in_its_spelling_is_refused(path: str, other: str) -> None:
    (found,) = judge(case_of({path: NEW}, OF_VALE))
    assert (found.verdict.value, found.problem.code) == ("refused", "path-twin")
    assert found.problem.message.values["other"] == other


def test_two_new_files_that_differ_only_in_capitals_are_refused() -> None:
    found = list(judge(case_of({"content/bg/New.md": b"x", "content/bg/new.md": b"y"}, OFFICE)))
    assert [each.problem.place.path for each in found] == ["content/bg/new.md"]


def test_a_renaming_that_changes_only_capitals_is_refused() -> None:
    renamed = {"README.MD": b"x", "README.md": None}
    assert [each.problem.code for each in judge(case_of(renamed, OFFICE))] == ["path-twin"]


def test_a_file_that_is_changed_is_not_its_own_twin() -> None:
    paths = ["supporters/vale/supporter.yml", "README.md", "schemas/report.schema.json"]
    changes = proposal(dict.fromkeys(paths, SUPPORTER), OFFICE).changes
    assert {change.how for change in changes} == {How.MODIFIED, How.ADDED}
    assert list(judge(case_of(dict.fromkeys(paths, SUPPORTER), OFFICE))) == []


def test_what_a_policy_refuses_the_check_does_not_explain_again() -> None:
    assert [code for _, code, _ in codes(reviewed({"supporters/Vale/supporter.yml": NEW}, OFFICE))] == ["path-twin"]


def test_a_trick_may_be_deleted() -> None:
    assert list(judge(case_of({"supporters/vale/a\\b": None}, OFFICE))) == []
