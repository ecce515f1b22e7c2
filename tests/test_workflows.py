"""The forge's side of the project: workflows, forms and updates are of the right shape and give strangers nothing.

A new way to break a workflow is a new folder in `tests/examples/workflows/`: a broken copy, and in
`expected.txt` what the rules say about it (`pytest tests/test_workflows.py --accept` writes that file).
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator import cli
from tests.building import ROOT
from tests.workflow_faults import faults, is_privileged

FORGE = ROOT / ".github"
WORKFLOWS = sorted((FORGE / "workflows").glob("*"))
BROKEN = sorted((ROOT / "tests/examples/workflows").iterdir())
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "vendor.dependabot": [FORGE / "dependabot.yml"],
    "vendor.github-issue-forms": sorted((FORGE / "ISSUE_TEMPLATE").glob("*.yml")),
}


def run(tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment, which needs no network."""
    path = str(Path(sys.executable).with_name(tool))
    return subprocess.run([path, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def conform(schema: str, files: list[Path]) -> subprocess.CompletedProcess[str]:
    return run("check-jsonschema", "--builtin-schema", schema, *map(str, files))


def zizmor(path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return run("zizmor", "--offline", "--pedantic", "--strict-collection", "--quiet", *options, str(path))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_keeps_the_rules(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.name)
def test_a_broken_workflow_is_noticed(case: Path, request: pytest.FixtureRequest) -> None:
    found = "".join(f"{fault}\n" for fault in faults((case / "workflow.yml").read_text(encoding="utf-8")))
    if request.config.getoption("--accept"):
        (case / "expected.txt").write_text(found, encoding="utf-8")
    assert found == (case / "expected.txt").read_text(encoding="utf-8") != ""


CHECKOUT = "          persist-credentials: false\n"
GAINS = {
    "a checkout of the head": (
        CHECKOUT,
        CHECKOUT + "          ref: ${{ github.event.pull_request.head.sha }}\n",
        {"checkout takes something else than the base", "it refers to the head of the change"},
    ),
    "a fetch of the head": (
        "      - run: make .venv/ready\n",
        "      - run: git fetch origin refs/pull/$NUMBER/head && make .venv/ready\n",
        {"a command fetches code"},
    ),
    "a cache": (
        "      - run: make .venv/ready\n",
        f"      - uses: actions/cache@{'1' * 40} # v4.0.0\n        with: {{ path: .venv, key: venv }}\n",
        {"a cache, which others may have written, is read or written"},
    ),
    "a secret": ("${{ github.token }}", "${{ secrets.OFFICE_TOKEN }}", {"a secret is used"}),
    "a floating tag": (
        "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
        "v7",
        {"actions/checkout@v7 is not pinned by its hash", "no version stands beside actions/checkout@v7"},
    ),
    "the token in the working copy": (
        CHECKOUT,
        CHECKOUT.replace("false", "true"),
        {"checkout leaves the token in the working copy"},
    ),
    "the title in a command": (
        '"$NUMBER"',
        '"${{ github.event.pull_request.title }}"',
        {
            "a command contains an expression; give it to the command in `env`",
            "it takes over what somebody has written; let the program read that over the API",
        },
    ),
    "every right": ("permissions: {}", "permissions: write-all", {"it does not begin with no permissions at all"}),
}
"""What would be dangerous in the workflow that runs for strangers: a text in it, what stands there instead, what is said."""


@pytest.mark.parametrize("gain", GAINS)
def test_the_review_may_not_gain(gain: str) -> None:
    before, after, said = GAINS[gain]
    text = (FORGE / "workflows/review.yml").read_text(encoding="utf-8")
    assert text.count(before) == 1
    assert set(faults(text.replace(before, after))) == said


def test_the_review_has_the_rights_that_it_needs_and_no_other() -> None:
    review = yaml.load((FORGE / "workflows/review.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert set(review["on"]) == {"pull_request_target"}
    (job,) = review["jobs"].values()
    assert job["permissions"] == {
        "contents": "read",
        "pull-requests": "write",
        "issues": "write",
        "statuses": "write",
    }


def test_a_strangers_change_is_checked_without_any_right() -> None:
    check = yaml.load((FORGE / "workflows/check.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert not is_privileged(check)
    assert set(check["on"]) == {"pull_request", "push"}
    assert [job["permissions"] for job in check["jobs"].values()] == [{"contents": "read"}]


def test_zizmor_reports_nothing() -> None:
    result = zizmor(FORGE)
    assert result.returncode == 0, result.stdout + result.stderr


def test_zizmor_would_report_a_checkout_of_the_head() -> None:
    result = zizmor(ROOT / "tests/examples/workflows/checkout-of-the-head/workflow.yml", "--no-ignores")
    assert result.returncode != 0
    assert "dangerous-triggers" in result.stdout


def test_every_ignored_finding_has_its_reason() -> None:
    for path in FORGE.rglob("*.yml"):
        for ignored in re.findall(r"# zizmor: ignore\[.*?\](.*)", path.read_text(encoding="utf-8")):
            assert len(ignored.split()) > 3, f"{path.name}: say why"


@pytest.mark.parametrize("schema", SCHEMAS)
def test_what_the_forge_reads_has_its_schema(schema: str) -> None:
    assert SCHEMAS[schema]
    result = conform(schema, SCHEMAS[schema])
    assert result.returncode == 0, result.stdout


def test_a_workflow_with_an_unknown_key_has_not_its_schema(tmp_path: Path) -> None:
    broken = tmp_path / "check.yml"
    broken.write_text((FORGE / "workflows/check.yml").read_text(encoding="utf-8").replace("steps:", "stepps:"))
    assert conform("vendor.github-workflows", [broken]).returncode == 1


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_what_a_workflow_runs_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = re.findall(r"^(\S+?):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"\bmake (?:-\S+ )*([\w./-]+)", text)) <= set(targets)
    for name, options in re.findall(r"\bcovenant (\w+)([^\n&|]*)", text):
        command = cli.main.commands[name]
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"--[\w-]+", options)) <= known


@pytest.mark.parametrize(
    ("path", "team"),
    [
        ("supporters/vale/supporter.yml", "reviewers"),
        ("supporters/vale/reports/2025.yml", "reviewers"),
        ("supporters/vale/standing.yml", "decisions"),
        ("content/bg/apply.md", "editors"),
        ("schemas/supporter.schema.json", "decisions"),
        ("generator/registry.py", "engineers"),
        (".github/workflows/review.yml", "engineers"),
        ("supporters/vale/tombstone.yml", "decisions"),
        (".github/CODEOWNERS", "decisions"),
        ("mkdocs.yml", "decisions"),
        ("requirements.txt", "engineers"),
        ("README.md", "engineers"),
    ],
)
def test_a_path_has_the_owner_that_the_trust_table_names(path: str, team: str) -> None:
    lines = [line.split() for line in (FORGE / "CODEOWNERS").read_text(encoding="utf-8").splitlines()]
    rules = [(line[0], line[1:]) for line in lines if line and not line[0].startswith("#")]
    owners = [owners for pattern, owners in rules if _covers(pattern, path)]
    assert owners[-1] == [f"@example-office/{team}"]


def _covers(pattern: str, path: str) -> bool:
    """Whether a pattern of CODEOWNERS covers a file; only the forms used here: `*`, `/file`, `/folder/`, `*` in a name."""
    if pattern == "*":
        return True
    expression = re.escape(pattern.removeprefix("/")).replace(r"\*", "[^/]*")
    return re.match(expression if pattern.endswith("/") else rf"{expression}\Z", path) is not None
