"""Drafts of new records: valid by shape, explained in every language, complete with every optional key."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import checks, inspection
from generator.checks.context import Context
from generator.documents import parse
from generator.drafts import Draft, draft_report, draft_supporter
from generator.problems import Message
from generator.project import Project
from tests.memory import ALL_LANGUAGES, PROJECT, SCHEMAS, SUPPORTER, TODAY, MemoryTree

REPORT: dict[str, Any] = {
    "period": {"from": "2024-01", "to": "2025-12"},
    "submitted_on": "2026-02-01",
    "members": {"total": 41},
    "activities": [{"commitment": "promote", "title": {"en": "Information day"}}],
}
CONTEXT = Context(TODAY, frozenset({"2016"}), inspection.examples(PROJECT, SCHEMAS))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name in ("schemas", "content", "mkdocs.yml"):
        (tmp_path / name).symlink_to(PROJECT.root / name)
    (tmp_path / "supporters" / "vale" / "reports").mkdir(parents=True)
    (tmp_path / "supporters" / "vale" / "supporter.yml").write_text("", encoding="utf-8")
    return Project(tmp_path)


def text_of(draft: Draft | Message) -> str:
    assert isinstance(draft, Draft)
    return draft.text


def uncommented(text: str) -> str:
    """A draft with every optional key in use; explanations are indented by an odd number of spaces."""
    return re.sub(r"^#(?=(?:  )*[^ \n])", "", text, flags=re.MULTILINE)


def found_in(kind: str, text: str) -> set[str]:
    path = {"supporter": "supporters/vale/supporter.yml", "report": "supporters/vale/reports/2024-2025.yml"}[kind]
    tree = MemoryTree({"supporters/vale/supporter.yml": SUPPORTER, path: text.encode()})
    return {problem.code for problem in checks.inspect(tree, SCHEMAS, CONTEXT)[1]}


@pytest.mark.parametrize("language", ALL_LANGUAGES)
def test_a_draft_conforms_and_asks_for_the_users_own_words(project: Project, language: str) -> None:
    supporter = text_of(draft_supporter(project, ALL_LANGUAGES[language], "hill"))
    report = text_of(draft_report(project, ALL_LANGUAGES[language], "vale", "2024-2025", TODAY))
    assert found_in("supporter", supporter) == {"example-left"}
    assert found_in("report", report) == {"example-left"}


@pytest.mark.parametrize("language", ALL_LANGUAGES)
def test_a_draft_with_every_optional_key_conforms_too(project: Project, language: str) -> None:
    supporter = uncommented(text_of(draft_supporter(project, ALL_LANGUAGES[language], "hill")))
    report = uncommented(text_of(draft_report(project, ALL_LANGUAGES[language], "vale", "2024-2025", TODAY)))
    for kind, text in (("supporter", supporter), ("report", report)):
        document, problems = parse(f"{kind}.yml", text.encode())
        assert document is not None, problems
        assert SCHEMAS.problems(kind, document) == []
        assert list(document.data) == list(SCHEMAS.resolved[kind]["properties"])


def test_a_draft_knows_language_and_country(project: Project) -> None:
    document, _ = parse("a.yml", text_of(draft_supporter(project, ALL_LANGUAGES["bg"], "hill")).encode())
    assert document is not None
    assert (document.data["country"], document.data["languages"], list(document.data["name"])) == ("BG", ["bg"], ["bg"])


def test_a_draft_of_a_report_knows_period_and_day(project: Project) -> None:
    document, _ = parse("a.yml", text_of(draft_report(project, ALL_LANGUAGES["en"], "vale", "2025", TODAY)).encode())
    assert document is not None
    assert document.data["period"] == {"from": "2025-01", "to": "2025-12"}
    assert document.data["submitted_on"] == TODAY.isoformat()


@pytest.mark.parametrize("slug", ["Vale", "vale towns", "vale_towns", "../hill", "", ".", "vale/hill", "-", "x" * 61])
def test_a_supporter_needs_the_name_of_a_folder(project: Project, slug: str) -> None:
    assert isinstance(draft_supporter(project, ALL_LANGUAGES["en"], slug), Message)


def test_a_record_that_exists_is_not_drafted(project: Project) -> None:
    (project.supporters / "vale" / "reports" / "2025.yml").write_text("", encoding="utf-8")
    assert isinstance(draft_supporter(project, ALL_LANGUAGES["en"], "vale"), Message)
    assert isinstance(draft_report(project, ALL_LANGUAGES["en"], "vale", "2025", TODAY), Message)


def test_the_folder_of_an_erased_record_stays_taken(project: Project) -> None:
    (project.supporters / "hill").mkdir()
    (project.supporters / "hill" / "tombstone.yml").write_text("", encoding="utf-8")
    refused = draft_supporter(project, ALL_LANGUAGES["en"], "hill")
    assert isinstance(refused, Message)
    assert "has been erased" in refused.text


@pytest.mark.parametrize(
    ("slug", "years"),
    [
        ("hill", "2025"),
        ("../vale", "2025"),
        ("vale", "25"),
        ("vale", "2024-2026"),
        ("vale", "2025-2024"),
        ("vale", "2024-2024"),
        ("vale", "2024-"),
        ("vale", "../2025"),
        ("vale", "٢٠٢٥"),
        ("vale", "1825"),
    ],
)
def test_a_report_needs_an_organisation_and_its_years(project: Project, slug: str, years: str) -> None:
    assert isinstance(draft_report(project, ALL_LANGUAGES["en"], slug, years, date(2026, 1, 1)), Message)
