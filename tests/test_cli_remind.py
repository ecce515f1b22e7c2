"""`covenant remind` as the schedule calls it: what it prints, what it leaves on the forge, its exit codes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.reminder_issues import LABEL
from tests.building import ROOT, link_project
from tests.local_forge import REPOSITORY, STRANGER, TOKEN, US, Fault, LocalForge, local_forge
from tests.memory import ACTIVE, LANGUAGES, SUPPORTER
from tests.test_drafts import REPORT

DUE_IN_JANUARY: Mapping[str, Any] = {**ACTIVE, "statement": {**ACTIVE["statement"], "signed_on": "2024-01-15"}}
NAMES = ("vale", "hill", "dale")


@pytest.fixture
def forge(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalForge]:
    with local_forge() as running:
        monkeypatch.setenv("GITHUB_API_URL", running.address)
        monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
        monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
        yield running


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with three supporters whose reports are due on 15 January 2026."""
    for variable in ("GITHUB_API_URL", "GITHUB_REPOSITORY", "GITHUB_TOKEN"):
        monkeypatch.delenv(variable, raising=False)
    link_project(tmp_path)
    for slug in NAMES:
        write(tmp_path / f"supporters/{slug}/supporter.yml", {**SUPPORTER, "website": f"https://{slug}.example"})
        write(tmp_path / f"supporters/{slug}/standing.yml", DUE_IN_JANUARY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, record: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record), encoding="utf-8")


def remind(today: str, *arguments: str, language: str = "en") -> Result:
    return CliRunner().invoke(cli.main, ["remind", "--today", today, "--language", language, *arguments])


def test_a_run_opens_repeats_and_closes_and_says_so(forge: LocalForge, project: Path) -> None:
    assert remind("2025-11-01").output == (
        "open: dale, due on 2026-01-15\n"
        "open: hill, due on 2026-01-15\n"
        "open: vale, due on 2026-01-15\n"
        "Open: 3. Remind again: 0. Close: 0. Failed: 0.\n"
    )
    write(project / "supporters/hill/reports/2024-2025.yml", REPORT)
    result = remind("2026-02-01")
    assert result.exit_code == 0
    assert result.output == (
        "close: hill, the report has arrived\n"
        "remind again: dale, due on 2026-01-15\n"
        "remind again: vale, due on 2026-01-15\n"
        "Open: 0. Remind again: 2. Close: 1. Failed: 0.\n"
    )
    assert remind("2026-02-02").output == "Open: 0. Remind again: 0. Close: 0. Failed: 0.\n"
    assert [issue["state"] for issue in forge.issues.values()] == ["open", "closed", "open"]
    assert list(forge.labels) == [LABEL.name]


def test_a_dry_run_changes_nothing(forge: LocalForge) -> None:
    remind("2025-11-01")
    before = len([request for request in forge.requests if not request.startswith("GET")])
    result = remind("2026-01-15", "--dry-run")
    assert result.output == (
        "Nothing is changed. This is what would be done:\n"
        "remind again: dale, due on 2026-01-15\n"
        "remind again: hill, due on 2026-01-15\n"
        "remind again: vale, due on 2026-01-15\n"
        "Open: 0. Remind again: 3. Close: 0. Failed: 0.\n"
    )
    assert len([request for request in forge.requests if not request.startswith("GET")]) == before


def test_a_dry_run_needs_no_forge() -> None:
    result = remind("2025-11-01", "--dry-run")
    assert result.exit_code == 0
    assert result.output.endswith("Open: 3. Remind again: 0. Close: 0. Failed: 0.\n")


@pytest.mark.parametrize(
    ("variable", "value"), [("GITHUB_TOKEN", ""), ("GITHUB_REPOSITORY", ""), ("GITHUB_REPOSITORY", "../supporters/x")]
)
@pytest.mark.usefixtures("forge")
def test_without_token_or_repository_it_refuses_and_says_how(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    result = remind("2025-11-01")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "GITHUB_TOKEN" in result.stderr
    assert "--dry-run" in result.stderr


def test_what_fails_is_named_and_the_rest_is_done(forge: LocalForge) -> None:
    forge.faults = [None, None, None, None, None, Fault(403, {"x-accepted-github-permissions": "issues=write"})]
    result = remind("2025-11-01")
    assert result.exit_code == 1
    assert result.output == (
        "open: dale, due on 2026-01-15\n"
        "open: hill, due on 2026-01-15\n"
        "    failed: The token may not do this. It needs the permission: issues=write\n"
        "open: vale, due on 2026-01-15\n"
        "Open: 3. Remind again: 0. Close: 0. Failed: 1.\n"
    )
    assert len(forge.issues) == 2


@pytest.mark.parametrize("broken", [1, 2, 3])
def test_a_forge_that_cannot_be_read_ends_the_run(forge: LocalForge, broken: int) -> None:
    forge.faults = [*[None] * (broken - 1), Fault(401)]
    result = remind("2025-11-01")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "The forge does not accept the token.\n"
    assert forge.issues == {}


def test_what_is_left_alone_and_what_waits_is_named(forge: LocalForge, project: Path) -> None:
    forge.add_issue("Strange", "", [LABEL.name], STRANGER)
    write(project / "supporters/hill/supporter.yml", {"nonsense": 1})
    (project / "mkdocs.yml").unlink()
    text = (
        (ROOT / "mkdocs.yml")
        .read_text(encoding="utf-8")
        .replace("show_on_hold:", "reminders_a_day: 1\n      show_on_hold:")
    )
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    result = remind("2025-11-01")
    assert result.exit_code == 0
    assert result.output == (
        "open: dale, due on 2026-01-15\n"
        "left alone: issue 1, which has the label and is no reminder of ours\n"
        "left alone: hill, a record has errors\n"
        "Open: 1. Remind again: 0. Close: 0. Failed: 0.\n"
        "1 more waits for another day.\n"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_action_is_one_line_in_any_language(forge: LocalForge, project: Path, language: str) -> None:
    slug = "union-of-many-words-" + "x" * 40
    marker = "<!-- report-due: {} due 2025-01-15 stage 2025-01-15 -->"
    for gone in (slug, "gone", slug.replace("x", "y"), "vale"):
        forge.add_issue("Due", marker.format(gone), [LABEL.name], US)
    write(project / f"supporters/{slug}/supporter.yml", {**SUPPORTER, "website": "https://x.example"})
    write(project / f"supporters/{slug}/standing.yml", DUE_IN_JANUARY)
    forge.faults = [*[None] * 20, Fault(403)]
    lines = remind("2025-11-01", language=language).output.splitlines()
    assert max(map(len, lines)) <= 80
    assert len([line for line in lines if "union-of-many-words-" in line]) == 3


def test_the_demonstration_can_be_reminded(forge: LocalForge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = remind("2026-11-23")
    assert result.exit_code == 0
    assert len(forge.issues) > 5
    assert not any("@" in body.replace("supporters@eumayors.eu", "") for body in forge.said)
