"""Real repositories read as data: what a branch changes, whatever it brings along."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.accounts import Author
from generator.git import GitError
from generator.review.git import CommittedTree, Repository
from generator.review.proposal import MAX_READ, MOST_READ, Change, How, Mode
from generator.tree import Entry, Kind
from tests.review.repositories import commit, git, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a few files, and a branch `proposal` checked out."""
    root = tmp_path / "registry"
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "Base", {"supporters/vale/supporter.yml": "name: Vale\n", "supporters/vale/logo.svg": "x" * 200})
    git(root, "switch", "--quiet", "--create", "proposal")
    return root


def changes(root: Path) -> tuple[Change, ...]:
    repository = Repository.at(root)
    return repository.proposal(repository.commit("main"), repository.commit("HEAD")).changes


def test_files_that_are_added_modified_deleted_and_renamed(root: Path) -> None:
    git(root, "mv", "supporters/vale/logo.svg", "supporters/vale/emblem.svg")
    commit(root, files={"supporters/vale/supporter.yml": "name: Hill\n", "content/new.md": "new\n"})
    assert changes(root) == (
        Change("content/new.md", How.ADDED, size=4, read=b"new\n"),
        Change(
            "supporters/vale/emblem.svg", How.RENAMED, size=200, read=b"x" * 200, previous="supporters/vale/logo.svg"
        ),
        Change("supporters/vale/supporter.yml", How.MODIFIED, size=11, read=b"name: Hill\n"),
    )
    commit(root, files={"content/new.md": None, "supporters/vale/supporter.yml": None})
    assert [change.how for change in changes(root)] == [How.RENAMED, How.DELETED]


def test_only_what_the_branch_itself_changes_counts(root: Path) -> None:
    git(root, "switch", "--quiet", "main")
    commit(root, files={"supporters/hill/supporter.yml": "name: Hill\n"})
    git(root, "switch", "--quiet", "proposal")
    commit(root, files={"supporters/dale/supporter.yml": "name: Dale\n"})
    assert [change.path for change in changes(root)] == ["supporters/dale/supporter.yml"]


def test_a_file_that_others_changed_meanwhile_is_outdated(root: Path) -> None:
    git(root, "switch", "--quiet", "main")
    commit(root, files={"supporters/vale/supporter.yml": "name: Hill\n"})
    git(root, "switch", "--quiet", "proposal")
    commit(root, files={"supporters/vale/supporter.yml": "name: Dale\n", "supporters/vale/logo.svg": "y"})
    assert {change.path: change.outdated for change in changes(root)} == {
        "supporters/vale/logo.svg": False,
        "supporters/vale/supporter.yml": True,
    }


def test_links_programs_and_other_repositories_are_told_apart_and_never_followed(root: Path) -> None:
    (root / "supporters/vale/link.yml").symlink_to("/etc/hostname")
    write(root, {"supporters/vale/run.sh": "#!/bin/sh\n"})
    (root / "supporters/vale/run.sh").chmod(0o755)
    git(root, "add", "supporters")
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},supporters/vale/other")
    git(root, "commit", "--quiet", "--message", "Odd")
    assert changes(root) == (
        Change("supporters/vale/link.yml", mode=Mode.LINK, size=13, read=b"/etc/hostname"),
        Change("supporters/vale/other", mode=Mode.SUBMODULE),
        Change("supporters/vale/run.sh", mode=Mode.EXECUTABLE, size=10, read=b"#!/bin/sh\n"),
    )


def test_a_change_of_the_mode_alone_is_a_change(root: Path) -> None:
    (root / "supporters/vale/supporter.yml").chmod(0o755)
    commit(root)
    (only,) = changes(root)
    assert (only.how, only.mode) == (How.MODIFIED, Mode.EXECUTABLE)


def test_a_very_large_file_is_not_read(root: Path) -> None:
    commit(root, files={"content/large.bin": b"x" * (MAX_READ + 1), "content/small.bin": b"x" * MAX_READ})
    large, small = changes(root)
    assert (large.size, large.read) == (MAX_READ + 1, None)
    assert len(small.read or b"") == MAX_READ


def test_of_very_many_files_only_the_first_are_read(root: Path) -> None:
    commit(root, files={f"content/{number:03}.md": f"{number}" for number in range(MOST_READ + 5)})
    read = [change.read is not None for change in changes(root)]
    assert read == [True] * MOST_READ + [False] * 5


@pytest.mark.parametrize("name", ["a b.md", "a\tb.md", 'a"b.md', "a\\b.md", "a\nb.md", "й.md", ":(top)x", "*.md", "-x"])
def test_names_of_any_kind_are_read_as_they_are(root: Path, name: str) -> None:
    commit(root, files={f"content/{name}": "x"})
    assert [change.path for change in changes(root)] == [f"content/{name}"]


def test_a_name_that_is_no_text_is_read_too(root: Path) -> None:
    (root / "content").mkdir()
    Path(f"{root}/content/\udcff.md").write_bytes(b"x")
    commit(root)
    assert [change.path for change in changes(root)] == ["content/\udcff.md"]


def test_names_that_git_itself_would_not_write_are_read_too(root: Path) -> None:
    blob = git(root, "hash-object", "-w", "--stdin", given="x")
    inner = git(root, "mktree", given=f"100644 blob {blob}\tconfig\n")
    folder = git(root, "mktree", given=f"040000 tree {inner}\t.git\n040000 tree {inner}\t..\n")
    top = git(root, "mktree", given=f"040000 tree {folder}\tsupporters\n")
    made = git(root, "commit-tree", top, "-p", "HEAD", "-m", "Odd")
    repository = Repository.at(root)
    paths = {change.path for change in repository.proposal(repository.commit("main"), made).changes}
    assert {"supporters/.git/config", "supporters/../config"} < paths


def test_what_was_written_about_it_are_the_messages_of_its_commits(root: Path) -> None:
    commit(root, "First\n\nCorrection: counted twice.")
    commit(root, "Second")
    repository = Repository.at(root)
    proposal = repository.proposal("main", "HEAD", Author(7, "vale"), "https://forge.example/registry")
    assert "\nCorrection: counted twice." in "\n".join(line.strip() for line in proposal.text.splitlines())
    assert "Base" not in proposal.text
    assert (proposal.branch, proposal.repository_url) == ("proposal", "https://forge.example/registry")


def test_nothing_that_a_branch_brings_is_run(root: Path, tmp_path: Path) -> None:
    witness = tmp_path / "was-run"
    for key in ("filter.bad.smudge", "filter.bad.clean", "diff.bad.textconv", "diff.bad.command", "diff.external"):
        git(root, "config", key, f"touch {witness}; cat")
    write(root, {".gitattributes": "* filter=bad diff=bad\n", "supporters/vale/supporter.yml": "name: Dale\n"})
    commit(root)
    witness.unlink()
    repository = Repository.at(root)
    repository.lay_out_base(repository.commit("HEAD"), tmp_path / "base")
    assert len(changes(root)) == 2
    assert list(CommittedTree(repository, "HEAD").entries())
    assert not witness.exists()


def test_a_replacement_of_an_object_deceives_nobody(root: Path) -> None:
    commit(root, files={"supporters/vale/supporter.yml": "name: Dale\n"})
    old, new = (git(root, "rev-parse", f"{name}:supporters/vale/supporter.yml") for name in ("main", "HEAD"))
    git(root, "replace", new, old)
    assert changes(root)[0].read == b"name: Dale\n"


def test_the_records_of_a_commit_are_a_tree(root: Path) -> None:
    (root / "supporters/vale/link.yml").symlink_to("/etc/hostname")
    commit(root, files={"mkdocs.yml": "x", "supporters/vale/large.yml": b"x" * (MAX_READ + 1)})
    tree = CommittedTree(Repository.at(root), "HEAD")
    assert list(tree.entries()) == [
        Entry("supporters/vale/large.yml", size=MAX_READ + 1),
        Entry("supporters/vale/link.yml", Kind.LINK, 13),
        Entry("supporters/vale/logo.svg", size=200),
        Entry("supporters/vale/supporter.yml", size=11),
    ]
    assert tree.read("supporters/vale/supporter.yml") == b"name: Vale\n"
    for path in ("supporters/vale/large.yml", "supporters/vale/link.yml"):
        with pytest.raises(OSError, match=path):
            tree.read(path)


def test_the_base_is_laid_out_without_links(root: Path, tmp_path: Path) -> None:
    write(root, {"mkdocs.yml": "x", "content/bg/a.md": "y", "generator/evil.py": "z"})
    (root / "content/bg/link.md").symlink_to("/etc/hostname")
    commit(root)
    Repository.at(root).lay_out_base("HEAD", tmp_path / "base")
    laid_out = sorted(path.relative_to(tmp_path / "base").as_posix() for path in (tmp_path / "base").rglob("*.*"))
    assert laid_out == ["content/bg/a.md", "mkdocs.yml"]


@pytest.mark.parametrize("name", ["nothing", "--help", "-h", "HEAD:supporters", "", "main..HEAD", "@{u}"])
def test_a_name_that_means_no_commit_is_an_error(root: Path, name: str) -> None:
    with pytest.raises(GitError, match="no branch or commit"):
        Repository.at(root).commit(name)


def test_where_there_is_no_repository_it_is_said(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(GitError, match="no Git repository"):
        Repository.at(tmp_path)
    with pytest.raises(GitError, match="top folder"):
        Repository.at(root / "supporters")
    git(root, "switch", "--quiet", "--orphan", "stray")
    commit(root, files={"x": "y"})
    with pytest.raises(GitError, match="no commit in common"):
        Repository.at(root).proposal("main", "HEAD")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError, match="Git is needed"):
        Repository.at(root)


def test_an_object_that_was_never_fetched_is_missed(root: Path) -> None:
    commit(root, files={"supporters/vale/supporter.yml": "name: Dale\n"})
    name = git(root, "rev-parse", "HEAD:supporters/vale/supporter.yml")
    shutil.rmtree(root / ".git/objects" / name[:2])
    with pytest.raises(GitError, match=name):
        changes(root)


def test_the_environment_cannot_lead_to_another_repository(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert Repository.at(root).branch() == "proposal"


def test_changes_that_are_not_committed_are_noticed(root: Path) -> None:
    assert not Repository.at(root).has_uncommitted_changes()
    write(root, {"supporters/vale/supporter.yml": "name: Dale\n"})
    assert Repository.at(root).has_uncommitted_changes()
