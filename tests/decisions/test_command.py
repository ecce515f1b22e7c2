"""`covenant decide` on real files and real streams."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from tests.building import COVENANT, on_terminal
from tests.decisions.test_examples import EXAMPLES, lay_out
from tests.memory import ACTIVE

ON_HOLD = ("vale", "on_hold", "--reason", "At its own request.")


@pytest.fixture
def standing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The standing of `vale`, which is active, in a project of its own."""
    file = lay_out(EXAMPLES[0], tmp_path)
    file.write_text(json.dumps(ACTIVE), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en")
    return file


def decide(*words: str) -> Result:
    return CliRunner().invoke(cli.main, ["decide", *words, "--today", "2026-11-23"])


def test_a_dry_run_shows_the_change_and_writes_nothing(standing: Path) -> None:
    before = standing.read_bytes(), standing.stat().st_mtime_ns
    result = decide(*ON_HOLD, "--dry-run")
    assert (result.exit_code, result.stderr) == (0, "")
    assert '"status": "on_hold"' in result.output
    assert result.output.endswith("\nNothing was written.\n")
    assert (standing.read_bytes(), standing.stat().st_mtime_ns) == before


def test_a_dry_run_says_when_there_is_nothing_to_do(standing: Path) -> None:
    assert decide("vale", "active", "--dry-run").output == "Nothing to do: this is recorded already.\n"


def test_a_refusal_goes_to_the_other_stream(standing: Path) -> None:
    result = decide("vale", "interest")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.endswith("\nNothing was written.\n")


def test_only_its_file_is_touched(standing: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    decide(*ON_HOLD)
    assert sorted(tmp_path.rglob("*")) == before
    assert json.loads(standing.read_bytes())["history"][-1]["on"] == "2026-11-23"


def test_a_link_in_place_of_the_file_is_refused_and_never_followed(standing: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.yml"
    standing.rename(elsewhere)
    standing.symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    result = decide(*ON_HOLD)
    assert result.exit_code == 1
    assert "supporters/vale/standing.yml:1:1: error not-a-file" in result.output
    assert (standing.is_symlink(), elsewhere.read_bytes()) == (True, before)


def test_a_link_in_place_of_the_folder_is_refused(standing: Path, tmp_path: Path) -> None:
    standing.parent.rename(tmp_path / "elsewhere")
    standing.parent.symlink_to(tmp_path / "elsewhere")
    result = decide(*ON_HOLD)
    assert result.exit_code == 1
    assert "supporters/vale:1:1: error not-a-file" in result.output
    assert "on_hold" not in standing.read_text(encoding="utf-8")


def test_it_says_when_it_cannot_write(standing: Path) -> None:
    (standing.parent / f".standing.yml.{os.getpid()}").mkdir()
    before = standing.read_bytes()
    result = decide(*ON_HOLD)
    assert (result.exit_code, result.stderr) == (2, "supporters/vale/standing.yml cannot be written.\n")
    assert standing.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["vale"],
        [*ON_HOLD, "--on", "yesterday"],
        [*ON_HOLD, "--signed", "2026-02-30"],
        [*ON_HOLD, "--extend-until", "soon"],
        [*ON_HOLD, "--colour"],
    ],
)
def test_what_it_cannot_make_out_is_exit_code_2(standing: Path, words: list[str]) -> None:
    result = decide(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_bytes_that_are_no_utf_8_are_refused(standing: Path) -> None:
    result = subprocess.run(
        [
            COVENANT,
            "decide",
            b"vale",
            b"on_hold",
            b"--reason",
            b"\xff",
            b"--statement",
            b"\xff",
            b"--successor",
            b"\xff",
        ],
        capture_output=True,
        check=False,
    )
    assert result.returncode == 1
    assert b"The text is not in UTF-8" in result.stderr


def test_it_speaks_the_systems_language_whatever_the_statement_is_in(
    standing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "bg_BG.UTF-8")
    result = decide("vale", "active", "--language", "el")
    assert "заедно" in result.stderr


def test_the_change_is_coloured_on_a_terminal(standing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    command = ("decide", *ON_HOLD, "--dry-run", "--today", "2026-11-23")
    written = on_terminal(*command)
    assert b"\x1b[1m--- supporters/vale/standing.yml" in written
    assert b'\x1b[31m-{"history"' in written
    assert b'\x1b[32m+{"history"' in written
    assert b"\x1b" not in on_terminal(*command, NO_COLOR="1")
