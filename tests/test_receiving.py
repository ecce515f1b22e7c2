"""A record that came by e-mail becomes a branch of its own, or a list of what to mend."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.context import Context
from generator.intake import Accepted
from generator.problems import Message, Severity
from generator.receiving import Received, Refusal, receive
from tests.building import COVENANT, covenant
from tests.memory import ACTIVE, LANGUAGES, SCHEMAS, SUPPORTER, TODAY, MemoryTree
from tests.repositories import environment, git
from tests.review.repositories import repository
from tests.strategies import changed, written

HILL = {**SUPPORTER, "name": {"en": "Hill"}, "website": "https://hill.example", "contact": "office@hill.example"}
REPORT = {"period": {"from": "2024-01", "to": "2025-12"}, "submitted_on": "2026-02-15", "no_action": True}
OTHERS = MemoryTree({"supporters/hill/supporter.yml": HILL, "supporters/hill/standing.yml": ACTIVE})


def received(record: Any, slug: str | None = None, more: Mapping[str, object] | None = None) -> Received | Refusal:
    raw = record if isinstance(record, bytes) else written(record).encode()
    tree = MemoryTree({**OTHERS.files, **(more or {})})
    return receive("mail.yml", raw, Accepted(tree, SCHEMAS, LANGUAGES, Context(TODAY)), slug)


def filed(*arguments: Any) -> Received:
    found = received(*arguments)
    assert isinstance(found, Received), found
    return found


def said(found: Received | Refusal) -> list[str]:
    assert not isinstance(found, Received)
    catalogue = LANGUAGES["en"].catalogue
    if isinstance(found, Message):
        return [found.render(catalogue)]
    return [f"{each.place.path}:{each.place.line}: {each.message.render(catalogue)}" for each in found]


def test_a_new_organisation_gets_a_folder_named_after_its_website() -> None:
    found = filed(SUPPORTER)
    assert (found.path, found.branch, found.problems) == ("supporters/vale/supporter.yml", "receive/vale", [])
    assert found.text == written(SUPPORTER)
    assert found.message == "supporters: Add vale\n\nReceived by the Office as a file.\n"


def test_the_office_may_choose_the_folder() -> None:
    assert filed(SUPPORTER, "vale-towns").path == "supporters/vale-towns/supporter.yml"


def test_a_record_that_is_there_is_changed_if_the_office_says_whose_it_is() -> None:
    found = filed({**HILL, "country": "BG"}, "hill")
    assert found.message.startswith("supporters: Update hill\n")


def test_without_a_name_an_organisation_that_is_there_is_not_added_again() -> None:
    assert said(received({**HILL, "country": "BG"})) == ["mail.yml:2: The organisation in “hill” has the same name."]


def test_what_the_registry_says_already_is_not_filed() -> None:
    same = json.dumps(HILL).encode() + b"\n"
    assert said(received(same, "hill", {"supporters/hill/supporter.yml": same})) == [
        "supporters/hill/supporter.yml says the same already."
    ]


def test_a_report_is_filed_under_its_years() -> None:
    found = filed(REPORT, "hill")
    assert (found.path, found.branch) == ("supporters/hill/reports/2024-2025.yml", "receive/hill")
    assert found.message.startswith("supporters: Add the report 2024-2025 of hill\n")


def test_a_report_needs_to_be_told_whose_it_is() -> None:
    assert said(received(REPORT)) == [
        "A report does not say whose it is. Add --name with the folder of the organisation."
    ]


def test_a_report_of_nobody_is_refused() -> None:
    assert said(received(REPORT, "vale")) == [
        "mail.yml:1: There is no supporter.yml in the folder of this organisation."
    ]


def test_a_report_that_shares_months_with_another_is_refused() -> None:
    earlier = {**REPORT, "period": {"from": "2023-07", "to": "2024-06"}, "submitted_on": "2024-08-01"}
    found = received(REPORT, "hill", {"supporters/hill/reports/2023-2024.yml": earlier})
    assert said(found) == ["mail.yml:2: The period shares months with the report 2023-2024.yml."]


def test_the_first_line_says_what_kind_of_record_it_is() -> None:
    line = b"# yaml-language-server: $schema=../../../schemas/report.schema.json\n"
    assert said(received(line + b"no_action: true\n", "hill")) == [
        "mail.yml:2: “period” is missing (Period).",
        "mail.yml:2: “submitted_on” is missing (Submitted on).",
    ]


def test_a_file_from_windows_is_filed_with_plain_line_ends() -> None:
    raw = b"\xef\xbb\xbf" + written(SUPPORTER).replace("\n", "\r\n").rstrip().encode()
    assert filed(raw).text == written(SUPPORTER)


def test_a_warning_does_not_stop_it() -> None:
    found = filed({**REPORT, "submitted_on": "2025-12-31"}, "hill")
    assert [(each.place.path, each.severity) for each in found.problems] == [("mail.yml", Severity.WARNING)]


def test_an_error_that_it_would_bring_into_another_file_stops_it() -> None:
    assert said(received(SUPPORTER, "alpha", {"supporters/zeta/supporter.yml": SUPPORTER})) == [
        "supporters/zeta/supporter.yml:1: The organisation in “alpha” has the same name."
    ]


def test_an_error_that_another_file_has_already_does_not() -> None:
    assert filed(SUPPORTER, None, {"supporters/zeta/supporter.yml": b"name: [\n"}).slug == "vale"


def test_an_erased_folder_stays_empty() -> None:
    erased = {"supporters/vale/tombstone.yml": {"erased_on": "2026-01-01"}}
    assert said(received(SUPPORTER, "vale", erased)) == [
        "mail.yml:1: The record of this folder has been erased; only tombstone.yml stays in it."
    ]
    assert filed(SUPPORTER, None, erased).slug == "union-of-vale-towns"


@pytest.mark.parametrize("slug", ["Vale", "../vale", "vale/reports", "a" * 61])
def test_a_folder_has_a_name_that_fits(slug: str) -> None:
    assert "cannot be the name of a folder" in said(received(SUPPORTER, slug))[0]


def test_personal_data_are_refused_and_never_repeated_in_comments_either() -> None:
    private = b"# Contact person: Maria Petrova, maria.petrova@vale.example, +359 888 123 456\n"
    lines = said(received(private + written(SUPPORTER).encode()))
    assert len(lines) == 3
    assert not any(word in line for line in lines for word in ("Petrova", "petrova", "888"))


@settings(deadline=None, max_examples=15)
@given(st.binary(max_size=200) | changed("supporter").map(lambda data: written(data).encode()))
def test_whatever_comes_it_is_filed_or_refused(raw: bytes) -> None:
    found = received(raw)
    assert isinstance(found, Received) or said(found)


# ---- the command


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    files = {"supporters/hill/supporter.yml": json.dumps(HILL), "supporters/hill/standing.yml": json.dumps(ACTIVE)}
    return repository(tmp_path / "registry", files)


def command(root: Path, record: Any, *arguments: str) -> subprocess.CompletedProcess[str]:
    file = root.parent / "mail.yml"
    file.write_text(written(record), encoding="utf-8")
    words = [COVENANT, "receive", str(file), "--today", TODAY.isoformat(), "--language", "en", *arguments]
    return subprocess.run(words, cwd=root, env=environment(), capture_output=True, text=True, check=False)


def test_a_file_becomes_a_branch_and_nothing_else_changes(registry: Path) -> None:
    (registry / "notes.txt").write_text("mine", encoding="utf-8")
    before = git(registry, "status", "--porcelain=v2", "--branch")
    result = command(registry, SUPPORTER)
    assert result.returncode == 0, result.stderr
    assert result.stdout == (
        "Written on the branch receive/vale: supporters/vale/supporter.yml\n"
        "Next: git push origin receive/vale, then open a pull request with it.\n"
    )
    assert git(registry, "status", "--porcelain=v2", "--branch") == before
    assert git(registry, "diff", "--name-status", "main", "receive/vale") == "A\tsupporters/vale/supporter.yml"
    git(registry, "switch", "--quiet", "receive/vale")
    assert json.loads(covenant(registry, "check", "supporters/vale", "--format", "json").stdout) == []


def test_a_file_with_problems_leaves_no_trace(registry: Path) -> None:
    result = command(registry, {**SUPPORTER, "contact": "maria.petrova@vale.example"})
    assert result.returncode == 1
    assert "mail.yml:11:12: error personal-email: This mailbox looks like a person's own." in result.stdout
    assert "petrova" not in result.stdout + result.stderr
    assert git(registry, "branch", "--format=%(refname:short)") == "main"
    assert git(registry, "fsck", "--unreachable") == ""


def test_a_branch_that_is_there_is_not_written_over(registry: Path) -> None:
    assert command(registry, SUPPORTER).returncode == 0
    first = git(registry, "rev-parse", "receive/vale")
    again = command(registry, {**SUPPORTER, "mandate": "project_by_project"})
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == "The branch receive/vale exists already; nothing is written.\n"
    assert git(registry, "rev-parse", "receive/vale") == first


def test_a_report_without_a_name_is_refused(registry: Path) -> None:
    result = command(registry, REPORT)
    assert (result.returncode, result.stdout) == (1, "")
    assert "--name" in result.stderr
    assert command(registry, REPORT, "--name", "hill").returncode == 0
