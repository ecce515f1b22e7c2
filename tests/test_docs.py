"""The documents say what is true: commands, settings, and the output they show."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from generator import cli
from generator.drafts import Draft, draft_supporter
from generator.project import Project, Settings
from tests.building import ROOT, copy_project, covenant
from tests.memory import LANGUAGES

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def _blocks(text: str) -> list[str]:
    """The indented blocks of a document, without their indentation."""
    found = re.findall(r"(?:^(?: {4}.*)?\n)+", text, re.MULTILINE)
    return ["\n".join(line[4:] for line in block.strip("\n").split("\n")) for block in found]


def test_every_command_is_in_the_readme() -> None:
    for name, command in cli.main.commands.items():
        for inner in getattr(command, "commands", {None: None}):
            assert f"`covenant {name}{f' {inner}' if inner else ''}" in README


def test_every_setting_is_in_the_readme() -> None:
    for setting in fields(Settings):
        assert f"| `{setting.name}` |" in README


def test_the_skeleton_in_contributing_is_what_covenant_new_writes(tmp_path: Path) -> None:
    project = Project(copy_project(tmp_path))
    draft = draft_supporter(project, LANGUAGES["en"], "my-organisation")
    assert isinstance(draft, Draft)
    fenced = re.findall(r"```ya?ml\n(.*?)```", CONTRIBUTING, re.DOTALL)
    assert draft.text.strip() in [block.strip() for block in (*fenced, *_blocks(CONTRIBUTING))]


def test_the_problems_in_the_readme_are_what_covenant_check_prints(tmp_path: Path) -> None:
    shown = next(block for block in _blocks(README) if block.startswith("$ .venv/bin/covenant check"))
    record = copy_project(tmp_path) / "supporters/diktyo-anemopetra/supporter.yml"
    text = record.read_text(encoding="utf-8")
    for before, after in (("mandate:", "mandat:"), ("country: GR", "country: EL"), ("website: https", "website: http")):
        assert before in text
        text = text.replace(before, after)
    record.write_text(text, encoding="utf-8")
    result = covenant(tmp_path, "check", "--language", "en")
    assert result.stdout.strip() == shown.partition("\n")[2].strip()


def test_the_refusal_in_the_readme_is_what_covenant_decide_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en")
    shown = next(block for block in _blocks(README) if block.startswith("$ .venv/bin/covenant decide"))
    command, _, printed = shown.partition("\n")
    result = covenant(copy_project(tmp_path), *shlex.split(command)[2:])
    assert (result.returncode, result.stderr.strip()) == (1, printed.strip())


def test_the_decisions_in_the_readme_can_be_taken_one_after_the_other(tmp_path: Path) -> None:
    shown = next(block for block in _blocks(README) if block.startswith("covenant decide"))
    project = copy_project(tmp_path)
    for command in shown.splitlines():
        result = covenant(project, *shlex.split(command)[1:], "--today", "2026-11-23")
        assert result.returncode == 0, result.stderr


def test_links_between_the_documents_lead_somewhere() -> None:
    documents = [
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CHANGELOG.md",
        "content/README.md",
        ".github/OFFICE.md",
    ]
    lychee = str(Path(sys.executable).with_name("lychee"))
    options = ["--offline", "--no-progress", "--include-fragments=anchor-only"]
    result = subprocess.run([lychee, *options, *documents], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_the_office_has_ten_steps_each_with_its_reason_and_its_proof() -> None:
    steps = re.split(r"^## \d+\. ", (ROOT / ".github" / "OFFICE.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[
        1:
    ]
    assert len(steps) == 10
    for step in steps:
        assert "*Why:*" in step
        assert "*It worked when*" in step
