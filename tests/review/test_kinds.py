"""The kind of a change, by its paths."""

from __future__ import annotations

import pytest

from generator.review.kinds import Kind, kind_of_path, slug_of
from tests.memory import ACTIVE, SUPPORTER
from tests.review.proposing import NEW, OF_VALE, OFFICE, STRANGER, case_of


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("supporters/vale/supporter.yml", "profile"),
        ("supporters/vale/standing.yml", "decision"),
        ("supporters/vale/reports/2025.yml", "report"),
        ("supporters/vale/reports/notes/2025.yml", "report"),
        ("supporters/vale/logo.svg", "logo"),
        ("supporters/vale/logo.exe", "logo"),
        ("supporters/vale/anything", "profile"),
        ("supporters/vale/a\nb", "profile"),
        ("supporters/readme.txt", "profile"),
        ("content/bg/benefits.md", "content"),
        ("content/bg/a\nb", "content"),
        ("schemas/report.schema.json", "code"),
        (".github/workflows/review.yml", "code"),
        ("mkdocs.yml", "code"),
        ("supporters", "code"),
        ("Supporters/vale/supporter.yml", "code"),
        ("supporters\\vale\\standing.yml", "code"),
    ],
)
def test_the_kind_of_a_path(path: str, kind: str) -> None:
    assert kind_of_path(path, ()) is Kind(kind)


def test_in_a_new_folder_everything_is_an_application_except_a_decision() -> None:
    assert kind_of_path("supporters/reka/logo.svg", {"reka"}) is Kind.APPLICATION
    assert kind_of_path("supporters/reka/standing.yml", {"reka"}) is Kind.DECISION


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("supporters/vale/reports/2025.yml", "vale"),
        ("supporters/vale", "vale"),
        ("supporters", None),
        ("content/vale/x", None),
    ],
)
def test_a_path_belongs_to_the_folder_of_an_organisation(path: str, slug: str | None) -> None:
    assert slug_of(path) == slug


VALE, REKA, HILL = "supporters/vale/", "supporters/reka/", "supporters/hill/"


@pytest.mark.parametrize(
    ("paths", "author", "kind"),
    [
        ([], STRANGER, "nothing"),
        ([REKA + "supporter.yml", REKA + "logo.svg"], STRANGER, "application"),
        ([REKA + "supporter.yml", REKA + "standing.yml"], STRANGER, "application"),
        ([REKA + "supporter.yml", REKA + "standing.yml"], OFFICE, "decision"),
        ([VALE + "supporter.yml", VALE + "reports/2025.yml", VALE + "logo.svg"], OF_VALE, "report"),
        ([VALE + "supporter.yml", VALE + "logo.svg"], OF_VALE, "profile"),
        ([VALE + "standing.yml"], OF_VALE, "decision"),
        ([VALE + "standing.yml", HILL + "standing.yml"], OFFICE, "decision"),
        ([VALE + "supporter.yml", HILL + "supporter.yml"], OF_VALE, "mixed"),
        ([VALE + "supporter.yml", HILL + "supporter.yml"], OFFICE, "profile"),
        ([REKA + "supporter.yml", VALE + "supporter.yml"], OF_VALE, "mixed"),
        ([VALE + "supporter.yml", "README.md"], OFFICE, "mixed"),
        ([VALE + "supporter.yml", "content/bg/apply.md"], OF_VALE, "mixed"),
        (["generator/x.py", "content/bg/messages.po"], STRANGER, "code"),
        (["content/bg/messages.po"], STRANGER, "content"),
    ],
)
def test_the_kind_of_all_paths_together(paths: list[str], author: object, kind: str) -> None:
    contents = {path: NEW if path.startswith(REKA) else SUPPORTER for path in paths}
    contents |= {path: ACTIVE for path in paths if path.endswith("standing.yml")}
    assert case_of(contents, author).kind is Kind(kind)


def test_to_take_a_folder_away_is_about_its_profile_whatever_was_in_it() -> None:
    gone = {VALE + name: None for name in ("supporter.yml", "standing.yml", "reports/2024-2025.yml")}
    assert case_of(gone, OF_VALE).kind is Kind.PROFILE
    assert case_of(gone, OFFICE).kind is Kind.DECISION
