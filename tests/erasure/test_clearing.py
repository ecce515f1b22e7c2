"""Clearing a folder on disk, in real repositories: nothing is lost, nothing outside is touched."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.erasure.clearing import clear, prepare
from generator.erasure.plan import Plan, refusal
from generator.problems import Message
from generator.project import Project
from generator.registry import Registry, load
from generator.tree import WorkingTree
from tests.memory import ACTIVE, LANGUAGES, SCHEMAS, SUPPORTER
from tests.repositories import commit, git, repository, write
from tests.test_drafts import REPORT

VALE = "supporters/vale"
DAY = date(2026, 3, 31)
FILES = {
    f"{VALE}/supporter.yml": SUPPORTER,
    f"{VALE}/standing.yml": ACTIVE,
    f"{VALE}/logo.svg": "<svg/>",
    f"{VALE}/reports/2024-2025.yml": REPORT,
    "supporters/hill/supporter.yml": {**SUPPORTER, "name": {"en": "Hill"}},
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return repository(tmp_path / "project", FILES)


def registry(root: Path) -> Registry:
    return load(WorkingTree(root), SCHEMAS)[0]


def planned(root: Path, slug: str = "vale") -> Plan:
    made = prepare(Project(root), registry(root), slug)
    assert isinstance(made, Plan), made
    return made


def below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_only_the_tombstone_is_left(root: Path) -> None:
    made = planned(root)
    assert (len(made.files), made.strays, made.uncommitted) == (4, (), ())
    clear(Project(root), made, DAY)
    assert below(root / "supporters") == {"vale", "vale/tombstone.yml", "hill", "hill/supporter.yml"}
    found = registry(root)
    assert (list(found.organisations), found.tombstones["vale"].erased_on) == (["hill"], DAY)


def test_once_is_enough(root: Path) -> None:
    clear(Project(root), planned(root), DAY)
    again = planned(root)
    assert (again.files, refusal(again, DAY, DAY)) == ((), None)
    before = (root / VALE / "tombstone.yml").read_bytes()
    clear(Project(root), again, date(2026, 4, 1))
    assert (root / VALE / "tombstone.yml").read_bytes() == before


def test_what_was_interrupted_is_completed(root: Path) -> None:
    write(root, {f"{VALE}/tombstone.yml": {"erased_on": "2026-03-30"}})
    (root / VALE / "standing.yml").unlink()
    made = planned(root)
    assert refusal(made, DAY, DAY) is None
    clear(Project(root), made, DAY)
    assert below(root / VALE) == {"tombstone.yml"}
    assert registry(root).tombstones["vale"].erased_on == date(2026, 3, 30)


@pytest.mark.parametrize("file", [f"{VALE}/supporter.yml", f"{VALE}/reports/2026.yml", f"{VALE}/notes.txt"])
def test_what_is_not_committed_is_not_lost(root: Path, file: str) -> None:
    write(root, {file: {**SUPPORTER, "languages": ["bg"]}})
    made = planned(root)
    assert made.uncommitted == (file,)
    assert refusal(made, DAY, DAY) is not None
    git(root, "add", "--all")
    assert planned(root).uncommitted == (file,)


def test_changes_elsewhere_do_not_matter(root: Path) -> None:
    write(root, {"supporters/hill/standing.yml": ACTIVE, "supporters/vale-towns/supporter.yml": SUPPORTER})
    assert planned(root).uncommitted == ()


def test_what_git_ignores_and_the_registry_does_not_know_stays(root: Path) -> None:
    commit(root, {".gitignore": "/schemas\n/content\n/mkdocs.yml\n*.bak\n"})
    write(root, {f"{VALE}/reports/old.bak": "mine"})
    made = planned(root)
    assert (made.strays, made.uncommitted) == ((f"{VALE}/reports/old.bak",), ())
    clear(Project(root), made, DAY)
    assert below(root / VALE) == {"tombstone.yml", "reports", "reports/old.bak"}


@pytest.mark.parametrize(
    "slug", ["vle", "Vale", "vale/", "../vale", "vale/../hill", "hill/supporter.yml", "", ".", "-", "*"]
)
def test_only_the_name_of_a_folder_is_taken(root: Path, slug: str) -> None:
    before = below(root)
    made = prepare(Project(root), registry(root), slug)
    assert isinstance(made, Message)
    assert below(root) == before


def test_a_slip_of_the_pen_is_noticed(root: Path) -> None:
    made = prepare(Project(root), registry(root), "Hil")
    assert isinstance(made, Message)
    said = made.render(LANGUAGES["en"].catalogue)
    assert said == "There is no organisation in the folder “Hil”. Did you mean “hill”?"


# ---- links


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the project, with files that nobody may touch."""
    write(tmp_path / "outside", {"supporter.yml": "mine", "reports/2025.yml": "mine", "tombstone.yml": "mine"})
    return tmp_path / "outside"


def test_of_a_link_the_link_is_deleted_and_never_what_it_leads_to(root: Path, outside: Path) -> None:
    (root / VALE / "logo.png").symlink_to(outside / "supporter.yml")
    (root / VALE / "more").symlink_to(outside, target_is_directory=True)
    commit(root, {})
    clear(Project(root), planned(root), DAY)
    assert below(root / VALE) == {"tombstone.yml"}
    assert below(outside) == {"supporter.yml", "reports", "reports/2025.yml", "tombstone.yml"}


def test_a_folder_that_became_a_link_is_not_entered(root: Path, outside: Path) -> None:
    (root / VALE / "reports" / "2024-2025.yml").unlink()
    (root / VALE / "reports").rmdir()
    (root / VALE / "reports").symlink_to(outside / "reports", target_is_directory=True)
    made = planned(root)
    assert made.uncommitted == (f"{VALE}/reports",)
    assert f"{VALE}/reports/2025.yml" not in made.files


def test_a_tombstone_that_is_a_link_is_not_written_through(root: Path, outside: Path) -> None:
    (root / VALE / "tombstone.yml").symlink_to(outside / "tombstone.yml")
    commit(root, {})
    clear(Project(root), planned(root), DAY)
    assert (outside / "tombstone.yml").read_text(encoding="utf-8") == "mine"
    assert below(root / VALE) == {"tombstone.yml"}
    assert not (root / VALE / "tombstone.yml").is_symlink()


def test_the_folder_of_an_organisation_is_no_link(root: Path, outside: Path) -> None:
    (root / "supporters" / "dale").symlink_to(outside, target_is_directory=True)
    assert isinstance(prepare(Project(root), registry(root), "dale"), Message)


NAMES = st.sampled_from(
    ["supporter.yml", "standing.yml", "tombstone.yml", "logo.svg", "reports", "2025.yml", "a b", "é", "-x", "x\ny"]
)
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)
KINDS = st.sampled_from(["file", "link", "link to a folder", "pipe"])


@given(tree=st.dictionaries(PATHS, KINDS, max_size=6), committed=st.booleans())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_lies_in_the_folder_nothing_outside_changes(
    tmp_path_factory: pytest.TempPathFactory, tree: dict[str, str], committed: bool
) -> None:
    here = tmp_path_factory.mktemp("any")
    write(here / "outside", {"supporter.yml": "mine", "2025.yml": "mine"})
    (here / "project").mkdir()
    root = repository(
        here / "project", {"supporters/hill/supporter.yml": SUPPORTER, f"{VALE}/supporter.yml": SUPPORTER}
    )
    for path, kind in tree.items():
        lay(root / VALE / path, kind, here / "outside")
    if committed:
        commit(root, {})
    before = below(here) - {f"project/{VALE}/{path}" for path in below(root / VALE)}
    made = planned(root)
    if refusal(made, DAY, DAY) is None:
        try:
            clear(Project(root), made, DAY)
        except IsADirectoryError:
            assert (root / VALE / "tombstone.yml").is_dir()
        else:
            assert below(root / VALE) >= {"tombstone.yml"}
            assert not planned(root).files
    assert below(here) - {f"project/{VALE}/{path}" for path in below(root / VALE)} == before
    assert (here / "outside" / "supporter.yml").read_text(encoding="utf-8") == "mine"


def lay(path: Path, kind: str, outside: Path) -> None:
    """Put something at a path, unless something else is in the way."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        match kind:
            case "file":
                path.write_text("", encoding="utf-8")
            case "link":
                path.symlink_to(outside / "2025.yml")
            case "link to a folder":
                path.symlink_to(outside, target_is_directory=True)
            case _:
                os.mkfifo(path)
    except OSError:
        pass
