"""The documents say what is true: commands, settings, and the output they show."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

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
