"""`covenant review` as people call it: in a real repository, from the first mistake to a complete application."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from tests.building import COVENANT
from tests.memory import ACTIVE
from tests.review.proposing import FILES, NEW, written
from tests.review.repositories import ENVIRONMENT, commit, git, repository

PATH = "supporters/severen-bryag/supporter.yml"


SCRIPT = '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the usual records, on a branch `apply`, and one where mistakes are in nobody's way."""
    broken = {"supporters/krivina/supporter.yml": b"name: [", "supporters/krivina/standing.yml": written(ACTIVE)}
    root = repository(tmp_path / "registry", {**{path: written(record) for path, record in FILES.items()}, **broken})
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    office = settings.replace("office_accounts: []", 'office_accounts: ["1:office"]')
    commit(root, "Office", {"mkdocs.yml": office})
    git(root, "switch", "--quiet", "--create", "apply")
    monkeypatch.chdir(root)
    for name in [name for name in ENVIRONMENT if name.startswith("GIT_")]:
        monkeypatch.setenv(name, ENVIRONMENT[name])
    return root


def review(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, ["review", "--today", "2026-11-23", *arguments])


def verdict(*arguments: str) -> tuple[str, int]:
    """The verdict in the JSON, and the exit code."""
    result = review("--format", "json", *arguments)
    return json.loads(result.stdout)["verdict"], result.exit_code


def fill_in(text: str) -> str:
    """The skeleton in Bulgarian, filled in by somebody who makes mistakes."""
    for before, after in (
        ('"association_of_local_authorities"', "association of local authorities"),
        ('country: "BG"', "country: Bulgaria"),
        ('website: "https://www.example.org"', "website: http://severen-bryag.example"),
        ("office@example.org", "office@severen-bryag.example"),
        ("not_for_profit: true", "not_for_profit: да"),
        ('mandate: "standing"', "mandat: standing"),
        ('languages: ["bg"]', "languages: bg"),
    ):
        assert before in text, before
        text = text.replace(before, after)
    text = re.sub(r'(?<=\nname:\n)  bg: ".*"', "  bg: Мрежа на общините „Северен бряг“", text)
    return re.sub(r'(?<=\ndescription:\n)  bg: ".*"', "  bg: Мрежа: четиринадесет общини по брега", text)


def take_over(root: Path) -> int:
    """Take over every suggestion of a review; how many there were."""
    found = json.loads(review("--format", "json").stdout)["suggestions"]
    for suggestion in found:
        lines = (root / suggestion["path"]).read_text(encoding="utf-8").split("\n")
        lines[suggestion["line"] - 1] = suggestion["text"]
        (root / suggestion["path"]).write_text("\n".join(lines), encoding="utf-8")
    commit(root, "Поправки")
    return len(found)


def test_an_applicant_gets_from_the_first_mistake_to_a_complete_application_by_taking_over_lines(root: Path) -> None:
    assert CliRunner().invoke(cli.main, ["new", "supporter", "severen-bryag", "--language", "bg"]).exit_code == 0
    text = fill_in((root / PATH).read_text(encoding="utf-8"))
    commit(root, "Заявление", {PATH: text})
    result = review()
    assert result.exit_code == 1
    assert "## ✏️ Благодарим! Първо трябва да се поправят някои неща." in result.stdout
    rounds = []
    while taken := take_over(root):
        rounds.append(taken)
    assert rounds == [1, 6]  # first the file becomes readable, then its values right
    result = review("--author", "2001:severen-bryag")
    assert result.exit_code == 0
    assert "## ✅ Благодарим! Заявлението ви за интерес е пълно." in result.stdout
    assert "- **Име:** Мрежа на общините „Северен бряг“" in result.stdout


def test_the_exit_code_says_ready_or_not(root: Path) -> None:
    commit(root, files={PATH: written(NEW)})
    assert verdict() == ("ready", 0)
    commit(root, files={"supporters/vale/supporter.yml": written({**NEW, "name": {"en": "Vale"}})})
    assert verdict() == ("refused", 1)
    assert verdict("--author", "7:vale-towns") == ("needs_changes", 1)


def test_who_is_the_office_and_who_maintains_is_read_from_the_base(root: Path) -> None:
    own = (root / "mkdocs.yml").read_text(encoding="utf-8").replace('"1:office"', '"99:somebody"')
    commit(root, files={"mkdocs.yml": own})
    assert verdict("--author", "99:somebody") == ("needs_office", 1)
    assert verdict("--author", "1:office") == ("ready", 0)


def test_broken_settings_schemas_or_programs_of_the_branch_are_only_data(root: Path) -> None:
    files = {
        "mkdocs.yml": "plugins: [",
        "schemas/supporter.schema.json": "{",
        "generator/__init__.py": "raise SystemExit",
    }
    commit(root, files={PATH: written(NEW), **files})
    assert verdict() == ("needs_changes", 1)


def test_a_twin_of_any_file_of_the_base_is_refused(root: Path) -> None:
    commit(root, files={"MkDocs.yml": "x"})
    assert "Many computers cannot tell this path from “mkdocs.yml”" in verdict_comment("--author", "1:office")


def verdict_comment(*arguments: str) -> str:
    return review(*arguments).stdout.replace("\u200b", "").replace("\\", "")


def test_json_has_everything_a_program_needs(root: Path) -> None:
    commit(root, files={PATH: written({**NEW, "country": "Bulgaria"})})
    found = json.loads(review("--format", "json").stdout)
    assert set(found) == {
        "verdict", "kind", "risk", "language", "labels", "status", "problems", "changes", "checklist", "suggestions"
    }  # fmt: skip
    assert (found["verdict"], found["kind"], found["language"]) == ("needs_changes", "application", "bg")
    assert found["labels"] == ["kind: application", "review: needs changes"]
    assert found["status"] == {"state": "failure", "title": "supporter.yml:9: Може би имате предвид „BG“?"}
    (problem,) = found["problems"]
    assert problem == {
        "verdict": "needs_changes",
        "path": PATH,
        "line": 9,
        "column": 14,
        "severity": "error",
        "code": "unknown-code",
        "message": "“Bulgaria” is not the code of a country.",
        "hint": "Did you mean “BG”?",
    }
    assert found["suggestions"] == [{"path": PATH, "line": 9, "text": '  "country": "BG",'}]


def test_what_is_not_committed_is_not_looked_at_and_said_not_to_be(root: Path) -> None:
    (root / "supporters/severen-bryag").mkdir()
    (root / PATH).write_bytes(written(NEW))
    result = review()
    assert result.exit_code == 1
    assert "What is not committed yet was not looked at." in result.stderr
    assert "This changes nothing." in result.stdout
    commit(root)
    assert review().stderr == ""


def test_it_runs_from_a_folder_below_and_against_another_base(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = commit(root, files={PATH: written(NEW)})
    commit(root, files={"supporters/severen-bryag/logo.svg": SCRIPT})
    monkeypatch.chdir(root / "supporters/vale")
    found = json.loads(review("--format", "json", "--base", first).stdout)
    assert [(problem["code"], problem["path"]) for problem in found["problems"]] == [
        ("logo-unsafe", "supporters/severen-bryag/logo.svg"),
        ("no-maintainer", "supporters/severen-bryag/logo.svg"),
    ]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--base", "nowhere"], "nowhere"),
        (["--base", "--help"], "--help"),
        (["--author", "somebody"], "somebody"),
        (["--author", "0:somebody"], "0:somebody"),
        (["--format", "xml"], "xml"),
    ],
)
def test_what_means_nothing_ends_with_exit_code_2(root: Path, arguments: list[str], named: str) -> None:
    result = review(*arguments)
    assert result.exit_code == 2
    assert named in result.stderr


def test_a_base_without_settings_or_english_cannot_be_used(root: Path) -> None:
    git(root, "switch", "--quiet", "main")
    commit(root, files={"content/en/language.yml": None})
    git(root, "switch", "--quiet", "apply")
    assert (review().exit_code, "content/en/language.yml is missing" in review().stderr) == (2, True)
    git(root, "switch", "--quiet", "main")
    commit(root, files={"mkdocs.yml": None})
    git(root, "switch", "--quiet", "apply")
    assert (review().exit_code, "mkdocs.yml" in review().stderr) == (2, True)


def test_where_there_is_no_repository_it_could_not_run(root: Path) -> None:
    (root / ".git").rename(root.parent / "git")
    result = review()
    assert result.exit_code == 2
    assert "no Git repository" in result.stderr


def test_the_real_command_says_the_same(root: Path) -> None:
    commit(root, files={PATH: written(NEW)})
    command = [COVENANT, "review", "--today", "2026-11-23"]
    real = subprocess.run(command, cwd=root, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert (real.stdout, real.returncode) == (review().stdout, 0)
