"""An issue made with the form becomes a record on a branch of its own, or a list of what to mend."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.accounts import Author
from generator.answers import NOT_THE_FORM, Interest
from generator.checks.context import Context
from generator.documents import parse
from generator.intake import Accepted, Filing, filing, filing_of, slug_for
from generator.problems import has_errors
from tests.building import COVENANT, copy_project, covenant
from tests.filled_in import VALE, issue, record
from tests.memory import LANGUAGES, SCHEMAS, SUPPORTER, TODAY, MemoryTree
from tests.repositories import git

HILL = "supporters/hill/supporter.yml"
OTHERS = MemoryTree({HILL: {**SUPPORTER, "name": {"en": "Hill"}, "website": "https://hill.example"}})
ACCEPTED = Accepted(OTHERS, SCHEMAS, LANGUAGES, Context(TODAY))
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=60)


def filed(answers: dict[str, Any], language: str = "en", tree: MemoryTree = OTHERS) -> Filing:
    return filing(issue(answers, language), Accepted(tree, SCHEMAS, LANGUAGES, Context(TODAY)))


def said(found: Filing, language: str = "en") -> list[str]:
    return [problem.message.render(LANGUAGES[language].catalogue) for problem in found.problems]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_filled_in_well_becomes_a_record_without_problems(language: str) -> None:
    found = filed(dict(VALE), language)
    document, problems = parse(found.path, found.text.encode())
    assert document is not None
    assert (document.data, problems, found.problems) == (record(VALE), [], [])


def test_problems_are_said_of_the_answer_in_the_language_of_the_form() -> None:
    found = filed({**VALE, "website": "ftp://vale.example", "description": "Обадете се на +359 888 123 456"}, "bg")
    assert said(found, "bg") == [
        "„Сайт“: Това не е записано във вида, който е нужен тук.",
        "„Описание“: Това прилича на телефонен номер. Тук не се публикуват телефонни номера.",
    ]
    lines = issue(VALE, "bg").split("\n")
    assert [lines[problem.place.line - 1] for problem in found.problems] == ["### Сайт", "### Описание"]


def test_personal_data_are_never_repeated() -> None:
    found = filed({**VALE, "contact": "maria.petrova@vale.example", "country": None})
    assert has_errors(found.problems)
    assert not any("petrova" in text for text in said(found))


def test_what_is_missing_is_said_once() -> None:
    assert said(filed({**VALE, "website": None})) == ["“Website” has no answer."]


def test_an_organisation_that_is_there_already_is_told_so() -> None:
    found = filed({**VALE, "name": "Hill"})
    assert said(found) == ["“Name”: The organisation in “hill” has the same name."]


def test_an_issue_without_any_answer_makes_no_record() -> None:
    found = filing("Hello", ACCEPTED)
    assert (found.slug, found.text, [problem.code for problem in found.problems]) == ("", "", [NOT_THE_FORM])


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_whatever_is_written_the_record_is_yaml_and_holds_it(name: str, description: str) -> None:
    interest = Interest(LANGUAGES["en"], record({**VALE, "name": name, "description": description}))
    document, problems = parse("a.yml", filing_of(interest, ACCEPTED).text.encode())
    assert document is not None, problems
    assert document.data == interest.data


# ---- the folder


@pytest.mark.parametrize(
    ("website", "name", "slug"),
    [
        ("https://www.vale.example", "Union of Vale Towns", "vale"),
        ("https://energy-vale.eu/en/", "x", "energy-vale"),
        ("https://union.co.uk", "x", "union"),
        ("https://climate.union.org", "x", "union"),
        ("https://vale.org:8443", "x", "vale"),
        ("https://www.facebook.com/vale", "Union of Vale Towns", "union-of-vale-towns"),
        ("https://xn--e1aybc.example", "Тест", "organisation"),
        ("https://[", "Съюз на общините", "organisation"),
        ("vale", "Ένωση", "organisation"),
    ],
)
def test_a_folder_is_named_after_the_website_whatever_the_script(website: str, name: str, slug: str) -> None:
    assert slug_for({"website": website, "name": {"en": name}}, set()) == slug


def test_a_folder_that_is_taken_is_left_alone() -> None:
    data = {"website": "https://vale.example", "name": {"bg": "Съюз"}}
    assert slug_for(data, {"vale"}) == "organisation"
    assert slug_for(data, {"vale", "organisation"}) == "vale-2"
    assert slug_for(data, {"vale", "organisation", "vale-2"}) == "vale-3"


# ---- the branch


def test_the_commit_credits_the_person_and_repeats_nothing_of_the_record() -> None:
    message = filed(dict(VALE)).message(12, Author(583231, "vale-clerk"))
    assert message.splitlines() == [
        "supporters: Add vale",
        "",
        "From the form in issue #12.",
        "",
        "Co-authored-by: vale-clerk <583231+vale-clerk@users.noreply.github.com>",
    ]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Office")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "office@site.example")
    copy_project(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "Begin")
    return tmp_path


def intake(root: Path, body: str, author: str = "583231:vale-clerk") -> subprocess.CompletedProcess[str]:
    command = [COVENANT, "intake", "--issue", "12", "--author", author, "--today", TODAY.isoformat()]
    return subprocess.run(command, cwd=root, input=body, capture_output=True, text=True, check=False)


def test_an_issue_becomes_a_branch_and_nothing_else_changes(repository: Path) -> None:
    (repository / "README.md").write_text("half done", encoding="utf-8")
    (repository / "notes.txt").write_text("mine", encoding="utf-8")
    git(repository, "add", "notes.txt")
    before = git(repository, "status", "--porcelain=v2", "--branch")
    result = intake(repository, issue(VALE, "bg"))
    assert result.returncode == 0, result.stdout + result.stderr
    assert git(repository, "status", "--porcelain=v2", "--branch") == before
    assert git(repository, "diff", "--name-status", "main", "intake/12") == "A\tsupporters/vale/supporter.yml"
    assert git(repository, "log", "-1", "--format=%s", "intake/12") == "supporters: Add vale"
    trailer = git(repository, "log", "-1", "--format=%(trailers:key=Co-authored-by,valueonly)", "intake/12")
    assert trailer.strip() == "vale-clerk <583231+vale-clerk@users.noreply.github.com>"
    git(repository, "switch", "-q", "intake/12")
    assert json.loads(covenant(repository, "check", "supporters/vale", "--format", "json").stdout) == []


def test_an_issue_with_problems_leaves_no_trace(repository: Path) -> None:
    result = intake(repository, issue({**VALE, "contact": "maria.petrova@vale.example"}, "bg"))
    assert result.returncode == 1
    assert "„Електронна поща за връзка“: Тази пощенска кутия прилича на лична." in result.stdout
    assert git(repository, "branch", "--format=%(refname:short)") == "main"
    assert git(repository, "rev-list", "--all", "--count") == "1"
    assert git(repository, "fsck", "--unreachable") == ""


def test_a_branch_that_is_there_is_not_written_over(repository: Path) -> None:
    assert intake(repository, issue(VALE)).returncode == 0
    first = git(repository, "rev-parse", "intake/12")
    again = intake(repository, issue({**VALE, "name": "Another Union"}))
    assert again.returncode == 1
    assert git(repository, "rev-parse", "intake/12") == first


@pytest.mark.parametrize("author", ["vale-clerk", "1:x\n2", "1:<x>"])
def test_an_author_is_an_account(repository: Path, author: str) -> None:
    assert intake(repository, issue(VALE), author).returncode == 2


def test_outside_of_git_it_cannot_run(tmp_path: Path) -> None:
    result = intake(copy_project(tmp_path), issue(VALE))
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
