"""Every folder in pull_requests/cases/ is a pull request that is replayed in a real Git repository.

`case.yml` says in a sentence what it is about, who sends it and which verdict it must get, and what is
changed: `edits` (texts replaced in files of the base), `deletes`, `renames`, `meanwhile` (edits that
others make on the base after the branch has left it). Files in `change/` are added as they stand,
those in `base/` belong to the base. A `make.py` makes what Git or a folder cannot keep. `comment.md`
is the comment, word for word: `pytest tests/review/test_pull_requests.py --accept` writes it; then
read every line as the one to whom it is written.
"""

from __future__ import annotations

import runpy
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.checks.context import Context
from generator.inspection import examples
from generator.languages import statement_versions
from generator.project import Settings
from generator.review import Author, Base, Review, review
from generator.review.git import CommittedTree, Repository
from tests.memory import LANGUAGES, PROJECT, SCHEMAS, TODAY
from tests.review.repositories import commit, git, repository

HERE = Path(__file__).parent / "pull_requests"
CASES = sorted((HERE / "cases").iterdir())
LEAST_CASES = 60

CONTEXT = Context(TODAY, statement_versions(PROJECT.content), examples(PROJECT, SCHEMAS))
SETTINGS = Settings(office_accounts=("1001:office-desk",), office_consortium=("nexus.example",))
FORGE = "https://forge.example/registry"


def files_below(folder: Path) -> dict[str, bytes | str | None]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository from which every case begins."""
    root = tmp_path_factory.mktemp("base") / "registry"
    return repository(root, {**files_below(HERE / "base"), "README.md": "# Registry\n"})


def edited(root: Path, edits: Mapping[str, list[list[str]]]) -> dict[str, bytes | str | None]:
    """Files with some of their text replaced; what is to be replaced must be there."""
    found: dict[str, bytes | str | None] = {}
    for path, replacements in edits.items():
        text = (root / path).read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text, f"{path} has no “{old}”"
            text = text.replace(old, new, 1)
        found[path] = text
    return found


def lay_out(case: Path, facts: Mapping[str, Any], root: Path) -> None:
    """Make the branch of a case, checked out, beside the base on `main`."""
    if (case / "base").exists():
        commit(root, "Base of the case", files_below(case / "base"))
    git(root, "switch", "--quiet", "--create", "proposal")
    for old, new in facts.get("renames", {}).items():
        (root / new).parent.mkdir(parents=True, exist_ok=True)
        git(root, "mv", old, new)
    for path in facts.get("deletes", ()):
        git(root, "rm", "-r", "--quiet", path)
    changes = files_below(case / "change") if (case / "change").exists() else {}
    commit(root, facts.get("message", "Change"), {**edited(root, facts.get("edits", {})), **changes})
    if (case / "make.py").exists():
        runpy.run_path(str(case / "make.py"))["make"](root)
    if "meanwhile" in facts:
        git(root, "switch", "--quiet", "main")
        commit(root, "Meanwhile", edited(root, facts["meanwhile"]))
        git(root, "switch", "--quiet", "proposal")


def replay(case: Path, facts: Mapping[str, Any], base: Path, root: Path) -> Review:
    """The review of a case, read from its repository."""
    shutil.copytree(base, root, symlinks=True)
    lay_out(case, facts, root)
    found = Repository.at(root)
    main, head = found.commit("main"), found.commit("HEAD")
    author = Author.of(facts["author"]) if "author" in facts else None
    return review(
        Base(CommittedTree(found, main), SETTINGS, SCHEMAS, LANGUAGES, CONTEXT),
        found.proposal(main, head, author, FORGE),
    )


def shown(found: Review, root: Path) -> str:
    """The comment, with a word for the name of the commit, which depends on everything in the base."""
    head = git(root, "rev-parse", "HEAD")
    return found.comment.replace(head, "HEAD").replace(head[:10], "HEAD")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_pull_request(case: Path, base: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    facts = yaml.safe_load((case / "case.yml").read_text(encoding="utf-8"))
    found = replay(case, facts, base, tmp_path / "registry")
    comment = shown(found, tmp_path / "registry")
    if request.config.getoption("--accept"):
        (case / "comment.md").write_text(comment, encoding="utf-8", newline="\n")
    assert found.verdict == facts["verdict"]
    assert comment == (case / "comment.md").read_text(encoding="utf-8")
    assert len(found.status.title) <= 140
    assert len(found.annotations) <= 10
    assert len(comment) < 65_536


def test_there_are_enough_of_them_and_each_says_what_it_is_about() -> None:
    assert len(CASES) >= LEAST_CASES
    for case in CASES:
        facts = yaml.safe_load((case / "case.yml").read_text(encoding="utf-8"))
        assert facts["about"].endswith(".")
        assert set(facts) <= {"about", "author", "verdict", "message", "edits", "deletes", "renames", "meanwhile"}
