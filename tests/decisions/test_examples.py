"""Every folder in examples/decisions/ is a decision about one organisation, `vale`, on 23 November 2026.

A new example is a new folder with the words behind `covenant decide` in `arguments.txt`, and
`before.yml` if there is a standing. `pytest tests/decisions/test_examples.py --accept` writes what
is printed (`printed.txt`), and what is recorded (`after.yml`) if the decision is not refused: read
every line of them as somebody at the Office would.
"""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from tests.building import ROOT
from tests.memory import ACTIVE, SUPPORTER

EXAMPLES = sorted((ROOT / "tests" / "examples" / "decisions").iterdir())
HILL = {**SUPPORTER, "name": {"en": "Hill"}, "website": "https://hill.example"}


def lay_out(example: Path, root: Path) -> Path:
    """Make a project of an example, with `hill` beside `vale`; the file that the decision is about."""
    for name in ("schemas", "content", "mkdocs.yml"):
        (root / name).symlink_to(ROOT / name)
    for slug, record in (("vale", SUPPORTER), ("hill", HILL)):
        (root / "supporters" / slug).mkdir(parents=True)
        (root / "supporters" / slug / "supporter.yml").write_text(json.dumps(record), encoding="utf-8")
    (root / "supporters/hill/standing.yml").write_text(json.dumps(ACTIVE), encoding="utf-8")
    for source, name in (("before.yml", "standing.yml"), ("supporter.yml", "supporter.yml")):
        if (example / source).exists():
            (root / "supporters/vale" / name).write_bytes((example / source).read_bytes())
    return root / "supporters/vale/standing.yml"


def decide(example: Path) -> Result:
    words = shlex.split((example / "arguments.txt").read_text(encoding="utf-8"))
    result = CliRunner().invoke(cli.main, ["decide", *words, "--today", "2026-11-23"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def content_of(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_decision(
    example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    file = lay_out(example, tmp_path)
    before = content_of(file)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en")
    result = decide(example)
    if request.config.getoption("--accept"):
        (example / "printed.txt").write_bytes(result.output.encode())
        if result.exit_code == 0:
            (example / "after.yml").write_bytes(file.read_bytes())
    assert result.output == (example / "printed.txt").read_bytes().decode()
    after = content_of(example / "after.yml")
    if after is None:
        assert (result.exit_code, content_of(file)) == (1, before)
    else:
        assert (result.exit_code, content_of(file)) == (0, after)
        assert decide(example).output == "Nothing to do: this is recorded already.\n"
        assert content_of(file) == after
