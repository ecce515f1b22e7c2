"""The `covenant` command as people and machines call it: output, colour, languages, exit codes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.cli.situation import situation
from tests.building import COVENANT, ROOT, TODAY, link_project, on_terminal
from tests.memory import LANGUAGES, SUPPORTER
from tests.test_drafts import REPORT

WRONG = {**SUPPORTER, "country": "EL"}
ODD = {**REPORT, "submitted_on": "2025-12-01"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a right record (vale), a wrong one (hill) and a report with a warning (vale)."""
    link_project(tmp_path)
    write(tmp_path / "supporters/vale/supporter.yml", SUPPORTER)
    write(tmp_path / "supporters/vale/reports/2024-2025.yml", ODD)
    write(
        tmp_path / "supporters/hill/supporter.yml", {**WRONG, "name": {"en": "Hill"}, "website": "https://hill.example"}
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, record: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record), encoding="utf-8")


def covenant(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, arguments)


def check(*arguments: str) -> Result:
    return covenant("check", "--today", TODAY, "--language", "en", *arguments)


def test_all_problems_are_printed_with_a_summary(project: Path) -> None:
    result = check()
    assert result.exit_code == 1
    assert "supporters/hill/supporter.yml:1:" in result.output
    assert "error unknown-code: “EL” is not the code of a country.\n    Did you mean “GR”?" in result.output
    assert result.output.endswith("\n1 error, 1 warning in 2 files.\n")


@pytest.mark.parametrize(
    ("paths", "exit_code", "last_line"),
    [
        (["supporters/hill"], 1, "1 error, 0 warnings in 1 file."),
        (["supporters/hill/supporter.yml"], 1, "1 error, 0 warnings in 1 file."),
        (["supporters/vale/supporter.yml"], 0, "No problems found."),
        (["supporters/vale"], 0, "0 errors, 1 warning in 1 file."),
        (["supporters/vale/../hill"], 1, "1 error, 0 warnings in 1 file."),
        (["supporters"], 1, "1 error, 1 warning in 2 files."),
        (["."], 1, "1 error, 1 warning in 2 files."),
        (["supporters/hill", "supporters/vale"], 1, "1 error, 1 warning in 2 files."),
    ],
)
def test_paths_choose_what_is_shown(project: Path, paths: list[str], exit_code: int, last_line: str) -> None:
    result = check(*paths)
    assert (result.exit_code, result.output.splitlines()[-1]) == (exit_code, last_line)
    assert check(*[str(project / path) for path in paths]).output == result.output


def test_a_folder_whose_name_begins_alike_is_not_chosen(project: Path) -> None:
    write(project / "supporters/hill-towns/supporter.yml", {})
    assert "hill-towns" not in check("supporters/hill").output


def test_it_runs_from_a_folder_below(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "supporters" / "hill")
    assert check("supporter.yml").output.endswith("1 error, 0 warnings in 1 file.\n")
    assert check("..").output.endswith("1 error, 1 warning in 2 files.\n")


def test_it_runs_through_a_link_to_the_project(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    link = tmp_path_factory.mktemp("links") / "here"
    link.symlink_to(project)
    assert check(str(link / "supporters" / "hill")).output.endswith("1 error, 0 warnings in 1 file.\n")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["supporters/dale"], "dale"),
        (["/etc/hostname"], "hostname"),
        (["--format", "xml"], "xml"),
        (["--language", "tlh"], "tlh"),
        (["--today", "yesterday"], "yesterday"),
        (["--colour"], "--colour"),
    ],
)
def test_what_cannot_be_done_is_exit_code_2(project: Path, arguments: list[str], named: str) -> None:
    result = check(*arguments)
    assert result.exit_code == 2
    assert named in result.stderr
    assert not result.stdout


def test_outside_a_project_it_cannot_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = check()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "mkdocs.yml" in result.stderr


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("schemas/report.schema.json", "{"),
        ("content/en/language.yml", "locale: ["),
        ("mkdocs.yml", "plugins:\n  - covenant: {nonsense: 1}\n"),
    ],
)
def test_a_broken_set_up_is_exit_code_2(project: Path, file: str, text: str) -> None:
    (project / "schemas").unlink()
    shutil.rmtree(project / "content")
    for name in ("schemas", "content"):
        (project / name).mkdir()
    for source in [*ROOT.glob("schemas/*.json"), ROOT / "content" / "en" / "language.yml"]:
        copy = project / source.relative_to(ROOT)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(source.read_bytes())
    (project / "mkdocs.yml").unlink()
    (project / "mkdocs.yml").write_text("", encoding="utf-8")
    assert covenant("check").exit_code == 1
    (project / file).write_text(text, encoding="utf-8")
    result = covenant("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert Path(file).name.removesuffix(".yml") in result.stderr or "nonsense" in result.stderr


def test_json_is_json_alone(project: Path) -> None:
    result = check("--format", "json")
    assert [row["code"] for row in json.loads(result.stdout)] == ["unknown-code", "submitted-early"]
    assert result.exit_code == 1
    assert json.loads(check("--format", "json", "supporters/vale/supporter.yml").stdout) == []


def test_annotations_are_commands_of_one_line(project: Path) -> None:
    *commands, summary = check("--format", "github").output.splitlines()
    assert [command.partition(" ")[0] for command in commands] == ["::error", "::warning"]
    assert all(command.count("::") == 2 for command in commands)
    assert summary == "1 error, 1 warning in 2 files."


@pytest.mark.parametrize("code", LANGUAGES)
def test_messages_come_in_every_language(project: Path, code: str) -> None:
    result = covenant("check", "--today", TODAY, "--language", code)
    assert result.exit_code == 1
    assert "unknown-code" in result.output


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "bg_BG.UTF-8"}, "bg"),
        ({"LANG": "en_IE.UTF-8", "LC_ALL": "bg_BG"}, "bg"),
        ({"LANG": "tlh_XX"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": ""}, "en"),
    ],
)
def test_the_language_is_the_systems(
    project: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert situation(None, None).language.code == expected


def test_the_day_is_a_setting_of_the_run(project: Path) -> None:
    write(
        project / "supporters/hill/supporter.yml", {**SUPPORTER, "name": {"en": "Hill"}, "website": "https://h.example"}
    )
    assert check().exit_code == 0
    assert covenant("check", "--today", "2025-06-01").exit_code == 1


# ---- the real command, with real streams


def test_a_pipe_has_no_colour(project: Path) -> None:
    result = subprocess.run([COVENANT, "check"], capture_output=True, check=False)
    assert result.returncode == 1
    assert b"\x1b" not in result.stdout


def test_a_terminal_has_colour_unless_it_is_not_wanted(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert b"\x1b[31m\x1b[1merror\x1b[0m" in on_terminal("check")
    assert b"\x1b" not in on_terminal("check", NO_COLOR="1")


def test_a_terminal_that_lacks_letters_gets_question_marks(project: Path) -> None:
    result = subprocess.run(
        [COVENANT, "check"], capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "latin-1"}
    )
    assert result.returncode == 1
    assert b"?EL? is not" in result.stdout


# ---- covenant new


def test_new_writes_a_draft_and_says_what_comes_next(project: Path) -> None:
    result = covenant("new", "supporter", "dale", "--language", "en")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "covenant check supporters/dale/supporter.yml" in result.output
    assert check("supporters/dale").exit_code == 1
    assert covenant("new", "report", "dale", "2024-2025", "--today", TODAY).exit_code == 0
    assert (project / "supporters/dale/reports/2024-2025.yml").read_bytes().count(b"\r") == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["supporter", "vale"],
        ["supporter", "Big Hill"],
        ["report", "vale", "2024-2025"],
        ["report", "dale", "2025"],
        ["report", "vale", "last year"],
        ["supporter"],
        ["standing", "vale"],
    ],
)
def test_new_refuses_without_writing(project: Path, arguments: list[str]) -> None:
    before = sorted(project.rglob("*"))
    result = covenant("new", *arguments, "--language", "en")
    assert result.exit_code == 2
    assert result.stderr
    assert sorted(project.rglob("*")) == before


def test_new_says_when_it_cannot_write(project: Path) -> None:
    (project / "supporters" / "dale").write_text("in the way", encoding="utf-8")
    result = covenant("new", "supporter", "dale", "--language", "en")
    assert (result.exit_code, result.stderr) == (2, "supporters/dale/supporter.yml cannot be written.\n")


@pytest.mark.parametrize(
    ("form", "begins"),
    [("text", "The Office's desk on "), ("json", "{\n"), ("html", "<!doctype html>"), ("ics", "BEGIN:VCALENDAR\r\n")],
)
def test_the_desk_is_printed_in_every_form(project: Path, form: str, begins: str) -> None:
    result = covenant("desk", "--format", form, "--language", "en", "--today", TODAY)
    assert result.exit_code == 0
    assert result.stdout_bytes.decode().startswith(begins)
