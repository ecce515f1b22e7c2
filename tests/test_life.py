"""The life of one supporter, from its application to a merger: on every day looked at, the desk, the site and the
reminders say the same, told by the real commands in a real repository with a real forge on this machine."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from generator import cli
from tests.building import ROOT, copy_content
from tests.local_forge import REPOSITORY, TOKEN, LocalForge, local_forge
from tests.memory import ACTIVE, SUPPORTER
from tests.repositories import git
from tests.test_drafts import REPORT

VALE = "supporters/vale"
RECORD = {**SUPPORTER, "name": {"bg": "Съюз на градовете от Вале"}, "country": "BG", "languages": ["bg", "en"]}
HILL = {**SUPPORTER, "name": {"en": "Union of Hill Towns"}, "website": "https://www.hill.example"}


@dataclass(frozen=True)
class Registry:
    """A registry with one supporter beside the one whose life is told, and the forge that it is kept on."""

    root: Path
    forge: LocalForge

    def call(self, day: str, *arguments: str) -> Result:
        """Call a command in this process: starting one for each of some fifty calls would take a minute."""
        return CliRunner().invoke(cli.main, [*arguments, "--today", day])

    def run(self, day: str, *arguments: str) -> str:
        result = self.call(day, *arguments)
        assert result.exit_code == 0, result.output
        return result.stdout

    def decide(self, day: str, status: str, *more: str) -> str:
        return self.run(day, "decide", "vale", status, "--on", day, *more)

    def write(self, path: str, record: object) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(yaml.safe_dump(record, allow_unicode=True), encoding="utf-8")

    def report(self, first: str, last: str, submitted_on: str) -> None:
        name = f"{VALE}/reports/{first[:4]}-{last[:4]}.yml"
        self.write(name, {**REPORT, "period": {"from": first, "to": last}, "submitted_on": submitted_on})

    def desk(self, day: str) -> tuple[str, int | None] | None:
        """Where `vale` lies on the desk: its step or the state of its report, and the days."""
        shown: dict[str, Any] = json.loads(self.run(day, "desk", "--format", "json"))
        assert shown["problems"] == []
        waiting = [(each["status"], each["days"]) for each in shown["applications"] if each["slug"] == "vale"]
        owed = [(each["state"], each["days_left"]) for each in shown["reports"] if each["slug"] == "vale"]
        assert len(waiting + owed) <= 1
        return next(iter(waiting + owed), None)

    def profile(self, day: str) -> str | None:
        """The text of the profile on the site, without markup; None if there is no page."""
        self.run(day, "build")
        page = self.root / "site/en/supporters/vale/index.html"
        if not page.exists():
            return None
        main = page.read_text(encoding="utf-8").partition("<main")[2].partition("</main>")[0]
        return " ".join(re.sub(r"<[^>]+>", " ", main).split())

    def is_in_directory(self) -> bool:
        directory = (self.root / "site/en/supporters/index.html").read_text(encoding="utf-8")
        return 'href="vale/"' in directory.partition('class="former"')[0]

    def remind(self, day: str) -> int:
        """How many issues and comments about `vale` a run sent to people."""
        before = len(self.forge.said)
        self.run(day, "remind")
        return sum("report-due: vale " in text for text in self.forge.said[before:])

    @property
    def open_issues(self) -> list[str]:
        issues = self.forge.issues.values()
        return [issue["title"] for issue in issues if issue["state"] == "open" and "report-due: vale " in issue["body"]]


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry]:
    copy_content(tmp_path)
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    shutil.copytree(ROOT / "generator/theme", tmp_path / "generator/theme")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "demonstration: true" in settings  # in a demonstration nobody is mentioned
    (tmp_path / "mkdocs.yml").write_text(
        settings.replace("demonstration: true", "demonstration: false"), encoding="utf-8"
    )
    (tmp_path / ".gitignore").write_text("site/\npapers/\n", encoding="utf-8")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.chdir(tmp_path)
    with local_forge() as forge:
        monkeypatch.setenv("GITHUB_API_URL", forge.address)
        monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
        monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
        found = Registry(tmp_path, forge)
        found.write("supporters/hill/supporter.yml", HILL)
        found.write(
            "supporters/hill/standing.yml", {**ACTIVE, "statement": {**ACTIVE["statement"], "signed_on": "2019-12-01"}}
        )
        git(tmp_path, "init", "-q")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-q", "-m", "Begin", day="2024-01-01")
        yield found


def test_from_application_to_merger(registry: Registry) -> None:
    apply(registry)
    join(registry)
    report_on_time(registry)
    report_late_with_more_time(registry)
    merge(registry)


def apply(registry: Registry) -> None:
    """The record arrives. It waits on the desk, and the site shows nothing of it."""
    registry.write(f"{VALE}/supporter.yml", RECORD)
    git(registry.root, "add", "-A")
    git(registry.root, "commit", "-q", "-m", "Express interest", day="2024-01-10")
    assert registry.desk("2024-01-20") == ("interest", 10)
    assert registry.profile("2024-01-20") is None
    registry.decide("2024-01-10", "interest")
    registry.decide("2024-02-01", "eligible", "--reason", "A lasting union of towns.")
    assert registry.desk("2024-02-05") == ("eligible", 4)


def join(registry: Registry) -> None:
    """The statement goes out and comes back; only then is the organisation a supporter."""
    registry.run("2024-02-05", "statement", "vale", "--output", "vale.html")
    assert "Съюз на градовете от Вале" in (registry.root / "vale.html").read_text(encoding="utf-8")
    registry.decide("2024-02-08", "statement_sent")
    assert registry.desk("2024-02-20") == ("statement_sent", 12)
    assert registry.call("2024-03-01", "decide", "vale", "active").exit_code == 1
    assert registry.profile("2024-03-01") is None
    signed = ("--statement", "2016", "--language", "bg", "--signed", "2024-02-28", "--maintainer", "17:vale-clerk")
    registry.decide("2024-03-01", "active", *signed)
    assert registry.desk("2024-03-01") is None
    profile = registry.profile("2024-03-01")
    assert profile is not None
    assert "Supporter since 1 March 2024" in profile
    assert "28 February 2026" in profile
    assert registry.is_in_directory()


def report_on_time(registry: Registry) -> None:
    """Reminded at 90 and 30 days and on the day; the report closes the reminder."""
    assert registry.desk("2025-11-29") is None
    assert registry.remind("2025-11-29") == 0
    assert registry.desk("2025-11-30") == ("due_soon", 90)
    assert (registry.remind("2025-11-30"), registry.remind("2025-11-30"), registry.remind("2026-01-28")) == (1, 0, 0)
    assert registry.remind("2026-01-29") == 1
    assert registry.desk("2026-02-28") == ("due", 0)
    assert registry.remind("2026-02-28") == 1
    assert "@vale-clerk" in registry.forge.said[-1]
    assert len(registry.open_issues) == 1
    registry.report("2024-01", "2025-12", "2026-02-28")
    assert registry.desk("2026-03-01") is None
    registry.remind("2026-03-01")
    assert registry.open_issues == []
    profile = registry.profile("2026-03-01")
    assert profile is not None
    assert "Report 2024–2025" in profile
    assert "31 December 2027" in profile


def report_late_with_more_time(registry: Registry) -> None:
    """Late changes nothing by itself; the Office gives more time; the report arrives within it."""
    assert registry.remind("2027-12-31") == 1
    assert registry.desk("2028-02-29") == ("overdue", -60)
    assert registry.remind("2028-02-29") == 1
    assert registry.profile("2028-02-29") is not None
    assert registry.is_in_directory()
    extension = ("--extend-until", "2028-06-30", "--reason", "A flood in the vale.")
    registry.run("2028-03-01", "decide", "vale", "active", *extension)
    assert "Nothing to do" in registry.run("2028-03-02", "decide", "vale", "active", *extension)
    assert registry.desk("2028-03-01") == ("extended", 121)
    assert registry.remind("2028-03-01") == 0
    assert registry.open_issues == []
    profile = registry.profile("2028-03-01")
    assert profile is not None
    assert "30 June 2028" in profile
    assert registry.remind("2028-04-01") == 1
    registry.report("2026-01", "2027-12", "2028-05-10")
    registry.remind("2028-05-11")
    assert registry.open_issues == []
    assert registry.desk("2028-05-11") is None


def merge(registry: Registry) -> None:
    """The page stays at its address, says what happened and where the work goes on; nobody is reminded any more."""
    registry.decide("2029-01-01", "merged", "--successor", "hill")
    assert registry.desk("2029-12-31") is None
    assert registry.remind("2029-12-31") == 0
    profile = registry.profile("2029-12-31")
    assert profile is not None
    assert "Merged with another organisation on 1 January 2029" in profile
    assert "Union of Hill Towns" in profile
    assert not registry.is_in_directory()
    assert "No problems found." in registry.run("2029-12-31", "check")
