"""Every folder in examples/ is a registry: those in `valid` have no problems, those in `invalid` exactly the expected ones.

A new example is a new folder with `supporters/`, and with a `make.py` where its files cannot be kept
in Git. `pytest tests/test_examples.py --accept` writes the `expected.txt` of the invalid ones: read
every line of it as somebody who is no programmer would.
"""

from __future__ import annotations

import ast
import re
import runpy
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import generator
from generator import cli
from tests.building import TODAY, link_project

EXAMPLES = Path(__file__).parent / "examples"
VALID = sorted((EXAMPLES / "valid").iterdir())
INVALID = sorted((EXAMPLES / "invalid").iterdir())

NOT_BY_EXAMPLE = {"not-readable"}
"""Codes no folder can bring about; their tests are in test_registry.py."""


def lay_out(example: Path, root: Path) -> None:
    """Make a project of an example: its records with the real schemas, settings and two languages."""
    link_project(root)
    (root / "supporters").mkdir()
    if (example / "supporters").exists():
        shutil.copytree(example / "supporters", root / "supporters", symlinks=True, dirs_exist_ok=True)
    if (example / "make.py").exists():
        runpy.run_path(str(example / "make.py"))["make"](root)


def check(example: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Exit code and output of `covenant check` on an example."""
    lay_out(example, root)
    monkeypatch.chdir(root)
    result = CliRunner().invoke(cli.main, ["check", "--today", TODAY, "--language", "en"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


@pytest.mark.parametrize("example", VALID, ids=lambda example: example.name)
def test_valid(example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check(example, tmp_path, monkeypatch) == (0, "No problems found.\n")


@pytest.mark.parametrize("example", INVALID, ids=lambda example: example.name)
def test_invalid(
    example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    exit_code, output = check(example, tmp_path, monkeypatch)
    if request.config.getoption("--accept"):
        (example / "expected.txt").write_text(output, encoding="utf-8")
    assert output == (example / "expected.txt").read_text(encoding="utf-8")
    assert exit_code == (1 if ": error " in output else 0)


def codes_in_code() -> set[str]:
    """Every problem code in the modules that make problems: the texts of words with hyphens."""
    package = Path(generator.__file__).parent
    modules = [
        package / f"{name}.py" for name in ("decoding", "yaml_reading", "explanations", "wrong_values", "registry")
    ]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in [*modules, *package.glob("checks/*.py")]]
    texts = {str(node.value) for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return {text for text in texts if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", text)} - {"utf-8"}


def test_every_code_has_an_example() -> None:
    printed = "".join(file.read_text(encoding="utf-8") for file in EXAMPLES.glob("invalid/*/expected.txt"))
    shown = set(re.findall(r": (?:error|warning) ([a-z0-9-]+): ", printed))
    assert shown == codes_in_code() - NOT_BY_EXAMPLE
