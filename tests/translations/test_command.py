"""`covenant translations`, as translators and those who merge their work call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.building import copy_project, covenant


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project with English and Bulgarian alone."""
    return copy_project(tmp_path)


def test_what_is_in_step_is_said_in_one_line(project: Path) -> None:
    shown = covenant(project, "translations", "bg", "--language", "en")
    assert shown.returncode == 0
    assert shown.stdout.startswith("bg, български: 11 of 11 pages, 0 behind; ")
    assert shown.stdout.endswith("No problems found.\n")


def test_a_change_in_english_is_found_and_put_in_step(project: Path) -> None:
    page = project / "content" / "en" / "benefits.md"
    page.write_text(page.read_text(encoding="utf-8").replace("A stage for", "A place for"), encoding="utf-8")
    shown = covenant(project, "translations", "bg", "--format", "json")
    (problem,) = json.loads(shown.stdout)
    assert (shown.returncode, problem["code"], problem["path"]) == (0, "section-behind", "content/bg/benefits.md")
    assert "covenant translations --in-step content/bg/benefits.md" in problem["hint"]
    covenant(project, "translations", "--in-step", "content/bg/benefits.md")
    assert json.loads(covenant(project, "translations", "bg", "--format", "json").stdout) == []


def test_what_is_missing_is_a_warning_and_what_has_drifted_an_error(project: Path) -> None:
    folder = project / "content" / "bg"
    (folder / "benefits.md").unlink()
    catalogue = (folder / "messages.po").read_text(encoding="utf-8")
    (folder / "messages.po").write_text(
        catalogue.replace('msgstr "Меню"', 'msgstr ""').replace("отчет", "доклад"), encoding="utf-8"
    )
    shown = covenant(project, "translations", "--format", "json", "bg")
    assert shown.returncode == 1
    assert {(each["code"], each["severity"]) for each in json.loads(shown.stdout)} == {
        ("page-missing", "warning"),
        ("messages-missing", "warning"),
        ("translation-term", "error"),
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("en",), "There is no translation “en”"),
        (("xx",), "There is no translation “xx”"),
        (("--in-step", "content/en/benefits.md"), "is the English page itself"),
        (("--in-step", "mkdocs.yml"), "is no translation of a page"),
        (("--in-step", "content/bg/messages.po"), "is no translation of a page"),
    ],
)
def test_what_is_no_translation_is_refused(project: Path, arguments: tuple[str, ...], said: str) -> None:
    refused = covenant(project, "translations", *arguments, "--language", "en")
    assert (refused.returncode, said in refused.stderr) == (2, True), refused.stderr
