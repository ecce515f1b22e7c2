"""`covenant statement` as the Office calls it: where the paper lands, what is said, what is refused."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from tests.building import ROOT, copy_content
from tests.memory import ACTIVE, SUPPORTER
from tests.papers.written import CONTENT, NAMES

ELIGIBLE = {"history": [{"on": "2026-01-01", "status": "interest"}, {"on": "2026-02-01", "status": "eligible"}]}
HILL = {**SUPPORTER, "name": {"en": "Hill"}, "website": "https://hill.example"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in four languages: `vale` is eligible, `hill-towns` has signed, and the record of `dale` is broken."""
    copy_content(tmp_path)
    shutil.copytree(CONTENT, tmp_path / "content", dirs_exist_ok=True)
    for name in ("schemas", "mkdocs.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    records = {
        "vale/supporter": {**SUPPORTER, "name": NAMES},
        "vale/standing": ELIGIBLE,
        "hill-towns/supporter": HILL,
        "hill-towns/standing": ACTIVE,
        "dale/supporter": {**HILL, "country": "EL"},
    }
    for path, record in records.items():
        file = tmp_path / "supporters" / f"{path}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(record), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_IE.UTF-8")
    return tmp_path


def statement(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["statement", "--today", "2026-11-23", *arguments])


def written(project: Path) -> list[str]:
    """The names of all papers in a project."""
    return sorted(path.name for path in project.rglob("*") if path.suffix in (".pdf", ".html"))


def test_the_paper_is_a_pdf_in_a_folder_of_its_own(project: Path, browsers: list[str]) -> None:
    result = statement("vale")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.output.splitlines() == [
        "Written: papers/vale-statement-2016-el.pdf",
        "Next: send it to the organisation, then run: covenant decide vale statement_sent --on 2026-11-23",
    ]
    assert (project / "papers/vale-statement-2016-el.pdf").read_bytes().startswith(b"%PDF-")
    assert written(project) == ["vale-statement-2016-el.pdf"]


def test_without_a_browser_it_is_html_to_be_printed_from_any(
    project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", "")
    result = statement("hill-towns", "--language", "bg")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "Written: papers/hill-towns-statement-2016-bg.html",
        "There is no Chromium or Chrome on this machine. Open the file in any browser and print it.",
        "It has been signed already: this is its text, for reading only.",
    ]
    assert "Декларация за ангажимент" in (project / "papers/hill-towns-statement-2016-bg.html").read_text("utf-8")


def test_a_pdf_that_nobody_can_print_is_refused_with_a_way_out(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = statement("vale", "--output", "vale.pdf")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "There is no Chromium or Chrome on this machine. Choose a file that ends in .html" in result.stderr
    assert written(project) == []


def test_the_file_may_be_named_and_lies_beside_the_caller(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "supporters")
    assert statement("vale", "--language", "ar", "--output", "../out/vale.html").exit_code == 0
    assert 'lang="ar" dir="rtl"' in (project / "out" / "vale.html").read_text("utf-8")
    monkeypatch.setenv("PATH", "")
    assert statement("vale").output.startswith("Written: ../papers/vale-statement-2016-el.html\n")


def test_a_file_that_is_there_is_never_written_over(project: Path) -> None:
    (project / "papers").mkdir()
    signed = project / "papers" / "signed.html"
    signed.write_text("signed by hand", encoding="utf-8")
    result = statement("vale", "--output", "papers/signed.html")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "papers/signed.html exists already." in result.stderr
    assert signed.read_text(encoding="utf-8") == "signed by hand"


@pytest.mark.parametrize(
    ("arguments", "exit_code", "said"),
    [
        (["vael"], 1, "There is no organisation in the folder “vael”.\nDid you mean “vale”?"),
        (["hill-town"], 1, "Did you mean “hill-towns”?"),
        (["somewhere-else"], 1, "Give the name of its folder in supporters/."),
        (["../vale"], 1, "There is no organisation"),
        (["dale"], 1, "No paper is made while the record has errors."),
        (["vale", "--language", "fr"], 2, "The site has no language “fr”; it has: bg, el, en, ar."),
        (["vale", "--output", "vale.docx"], 2, "vale.docx must end in .pdf or .html."),
        (["vale", "--output", "mkdocs.yml/vale.html"], 2, "cannot be written."),
    ],
)
def test_what_cannot_be_made_is_refused(project: Path, arguments: list[str], exit_code: int, said: str) -> None:
    result = statement(*arguments)
    assert result.exit_code == exit_code
    assert said in result.stderr
    assert written(project) == []


def test_the_errors_of_a_record_are_shown_and_those_of_others_do_not_matter(project: Path) -> None:
    result = statement("dale")
    assert "supporters/dale/supporter.yml:1:" in result.stdout
    assert "“EL” is not the code of a country." in result.stdout
    assert statement("vale", "--output", "vale.html").exit_code == 0


def test_a_version_without_a_text_is_refused(project: Path) -> None:
    for page in project.glob("content/*/commitments/2016.md"):
        page.unlink()
    result = statement("vale")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("content/ has no text of the commitments of version “2016”.")


def test_git_ignores_papers_and_nothing_else_of_that_name(tmp_path: Path) -> None:
    paths = ["papers/vale-statement-2016-el.pdf", "generator/papers/paper.html", "tests/papers/__init__.py"]
    shutil.copy(ROOT / ".gitignore", tmp_path)
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    ignored = subprocess.run(["git", "check-ignore", *paths], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ignored.stdout.splitlines() == paths[:1]
