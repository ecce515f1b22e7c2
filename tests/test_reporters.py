"""Problems as text, as JSON and as annotations."""

from __future__ import annotations

import gettext
import json

import pytest

from generator import reporters
from generator.problems import Message, Place, Problem, Severity, say

PLAIN = gettext.NullTranslations()
ERROR = Problem(Place("supporters/a/supporter.yml", 2, 7), "some-code", say("Wrong."), say("Write it right."))
WARNING = Problem(Place("supporters/b.yml"), "other-code", say("Odd."), severity=Severity.WARNING)
HOSTILE = Problem(
    Place("supporters/50%,a:b\nc.yml"), "some-code", Message("50% of\r\nall::error::x"), Message("hint\nline")
)


def test_text_is_for_people() -> None:
    assert reporters.as_text([ERROR, WARNING], PLAIN) == (
        "supporters/a/supporter.yml:2:7: error some-code: Wrong.\n"
        "    Write it right.\n"
        "supporters/b.yml:1:1: warning other-code: Odd.\n"
    )


def test_text_is_painted_by_severity() -> None:
    painted = reporters.as_text([ERROR, WARNING], PLAIN, lambda text, severity: f"<{severity.value[0]}>{text}")
    assert "2:7: <e>error some-code" in painted
    assert "1:1: <w>warning other-code" in painted


def test_json_has_every_field() -> None:
    assert json.loads(reporters.as_json([ERROR, WARNING], PLAIN)) == [
        {
            "path": "supporters/a/supporter.yml",
            "line": 2,
            "column": 7,
            "severity": "error",
            "code": "some-code",
            "message": "Wrong.",
            "hint": "Write it right.",
        },
        {
            "path": "supporters/b.yml",
            "line": 1,
            "column": 1,
            "severity": "warning",
            "code": "other-code",
            "message": "Odd.",
            "hint": "",
        },
    ]
    assert reporters.as_json([], PLAIN) == "[]\n"


def test_an_annotation_is_one_line_whatever_is_in_it() -> None:
    assert reporters.as_github([ERROR, HOSTILE], PLAIN).splitlines() == [
        "::error file=supporters/a/supporter.yml,line=2,col=7,title=some-code::Wrong.%0AWrite it right.",
        "::error file=supporters/50%25%2Ca%3Ab c.yml,line=1,col=1,title=some-code::50%25 of%0D%0Aall::error::x%0Ahint%0Aline",
    ]


@pytest.mark.parametrize("report", [reporters.as_text, reporters.as_json, reporters.as_github])
def test_a_path_of_private_or_undecodable_letters_is_harmless(report) -> None:
    hostile = Problem(Place("supporters/jane@vale.example/\udce9\x1b[31m.yml"), "some-code", say("Wrong."))
    shown = report([hostile], PLAIN)
    leaks = "jane" in shown or "\x1b" in shown or "\udce9" in shown
    assert not leaks


@pytest.mark.parametrize(
    ("problems", "line"),
    [
        ([], "No problems found."),
        ([ERROR], "1 error, 0 warnings in 1 file."),
        ([WARNING], "0 errors, 1 warning in 1 file."),
        ([ERROR, WARNING, HOSTILE], "2 errors, 1 warning in 3 files."),
    ],
)
def test_the_summary_is_one_line(problems: list[Problem], line: str) -> None:
    assert reporters.summary(problems, PLAIN) == line
