"""Pull requests on the forge of this machine: what lies in Git comes from a real repository, the rest is kept here."""

from __future__ import annotations

import base64
import copy
import re
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.local_forge import REPOSITORY, Answer, LocalForge
from tests.review.repositories import ENVIRONMENT

AUTHOR = {"id": 2001, "login": "severen-bryag", "type": "User"}
WORKFLOW = {"id": 41, "login": "workflow[bot]", "type": "Bot"}
_KEPT = ("issues", "comments", "labels", "statuses", "notes", "reviews")
SUGGESTED = re.compile(r"```suggestion\n(.*)\n```", re.DOTALL)


@dataclass
class LocalPullRequests(LocalForge):
    """A forge with pull requests; `repository` is bare, and has the head of each at `refs/pull/NUMBER/head`."""

    repository: Path = Path()
    user: Mapping[str, Any] = field(default_factory=lambda: WORKFLOW)
    pulls: dict[int, dict[str, Any]] = field(default_factory=dict)
    statuses: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    """Of each commit, the oldest first."""
    notes: dict[int, dict[str, Any]] = field(default_factory=dict)
    """Comments at lines, by number."""
    reviews: list[str] = field(default_factory=list)
    target: str = "main"
    """The branch that pull requests are meant for."""
    most_in_a_tree: int = 100_000
    before_each: Callable[[int], None] = lambda number: None
    """Called before each request with its number, counted from 1."""
    lock: Any = field(default_factory=threading.Lock)

    def open_pull(self, title: str = "", body: str = "", fork: str | None = "severen-bryag/supporters") -> int:
        """Open a pull request by `AUTHOR`; its number."""
        _, issue = self.add_issue(title, body, [], AUTHOR)
        repository = {"full_name": fork, "html_url": f"https://forge.example/{fork}"} if fork else None
        self.pulls[issue["number"]] = {"ref": "patch-1", "repo": repository}
        return int(issue["number"])

    def head(self, number: int) -> str:
        return self.git("rev-parse", f"refs/pull/{number}/head").decode().strip()

    def status(self, number: int) -> dict[str, str] | None:
        """The status of the newest commit."""
        return self.statuses.get(self.head(number), [None])[-1]

    def label_names(self, number: int) -> list[str]:
        return sorted(label["name"] for label in self.issues[number]["labels"])

    def saved(self) -> Mapping[str, Any]:
        """Everything that is kept here, for `restore`."""
        return copy.deepcopy({name: getattr(self, name) for name in _KEPT})

    def restore(self, saved: Mapping[str, Any]) -> None:
        """Make everything as it was."""
        for name, value in copy.deepcopy(saved).items():
            setattr(self, name, value)

    def git(self, *arguments: str) -> bytes:
        done = subprocess.run(
            ["git", *arguments], cwd=self.repository, env=ENVIRONMENT, capture_output=True, check=False
        )
        if done.returncode:
            raise LookupError(done.stderr.decode())
        return done.stdout

    def fault(self) -> Any:
        self.before_each(len(self.requests))
        return super().fault()

    def answer(self, method: str, path: str, query: Mapping[str, str], data: Any) -> Answer:
        with self.lock:
            try:
                return super().answer(method, path, query, data)
            except LookupError:
                return 404, {"message": "Not Found"}

    # The endpoints

    def _endpoints(self) -> Iterator[tuple[str, str, Callable[..., Answer]]]:
        here, sha = f"/repos/{REPOSITORY}", "([0-9a-f]{40})"
        yield "GET", rf"{here}/pulls/(\d+)", self._pull
        yield "GET", rf"{here}/pulls/(\d+)/files", self._files
        yield "GET", rf"{here}/compare/{sha}\.\.\.{sha}", self._compare
        yield "GET", rf"{here}/git/trees/{sha}", self._tree
        yield "GET", rf"{here}/git/blobs/{sha}", self._blob
        yield "POST", rf"{here}/statuses/{sha}", self._status
        yield "POST", rf"{here}/issues/(\d+)/labels", self._add_labels
        yield "DELETE", rf"{here}/issues/(\d+)/labels/(.+)", self._remove_label
        yield "GET", rf"{here}/pulls/(\d+)/comments", self._notes
        yield "DELETE", rf"{here}/pulls/comments/(\d+)", lambda match, *_: (204, self.notes.pop(int(match[1])))
        yield "POST", rf"{here}/pulls/(\d+)/reviews", self._review
        yield from super()._endpoints()

    def _pull(self, match: re.Match[str], *_: Any) -> Answer:
        number = int(match[1])
        facts = {**self.issues[number], "base": {"ref": self.target}}
        return 200, {**facts, "head": {"sha": self.head(number), **self.pulls[number]}}

    def _files(self, match: re.Match[str], *_: Any) -> Answer:
        head = self.head(int(match[1]))
        fork = self._fork("main", head)
        found = []
        parts = iter(self.git("diff", "--name-status", "-z", "-M", fork, head).decode().split("\0")[:-1])
        for status in parts:
            paths = [next(parts), *([next(parts)] if status[0] == "R" else [])]
            patch = self.git("diff", "-M", fork, head, "--", *paths).decode(errors="replace")
            file = {"filename": paths[-1], "patch": "@@" + patch.partition("\n@@")[2]}
            found.append({**file, **({"previous_filename": paths[0]} if len(paths) > 1 else {})})
        return 200, found[:3000]

    def _fork(self, base: str, head: str) -> str:
        return self.git("merge-base", base, head).decode().strip()

    def _compare(self, match: re.Match[str], *_: Any) -> Answer:
        base, head = match.groups()
        messages = self.git("log", "-z", "--reverse", "--format=%B", f"{base}..{head}").decode().split("\0")
        commits = [{"commit": {"message": message}} for message in messages[:250]]
        return 200, {"merge_base_commit": {"sha": self._fork(base, head)}, "commits": commits}

    def _tree(self, match: re.Match[str], query: Mapping[str, str], data: Any) -> Answer:
        options = ["-r", "-t"] if "recursive" in query else []
        lines = self.git("ls-tree", "-z", "-l", *options, match[1]).decode().split("\0")[:-1]
        entries = [_entry(line) for line in lines[: self.most_in_a_tree]]
        return 200, {"sha": match[1], "tree": entries, "truncated": len(lines) > self.most_in_a_tree}

    def _blob(self, match: re.Match[str], *_: Any) -> Answer:
        content = self.git("cat-file", "blob", match[1])
        return 200, {"encoding": "base64", "content": base64.encodebytes(content).decode(), "size": len(content)}

    def _status(self, match: re.Match[str], query: Any, data: Any) -> Answer:
        assert len(data["description"]) <= 140
        self.statuses.setdefault(match[1], []).append(data)
        return 201, data

    def _add_labels(self, match: re.Match[str], query: Any, data: Any) -> Answer:
        labels = self.issues[int(match[1])]["labels"]
        labels += [{"name": name} for name in data["labels"] if {"name": name} not in labels]
        return 200, labels

    def _remove_label(self, match: re.Match[str], *_: Any) -> Answer:
        labels = self.issues[int(match[1])]["labels"]
        if {"name": unquote(match[2])} not in labels:
            return 404, {"message": "Label does not exist"}
        labels.remove({"name": unquote(match[2])})
        return 200, labels

    def _review(self, match: re.Match[str], query: Any, data: Any) -> Answer:
        number = int(match[1])
        if not all(self._is_in_diff(match, note["path"], note["line"]) for note in data["comments"]):
            return 422, {"message": "Unprocessable Entity"}
        self.reviews.append(data["body"])
        for note in data["comments"]:
            id = 1 + max(self.notes, default=0)
            of = {"id": id, "number": number, "user": dict(self.user), "original_commit_id": data["commit_id"]}
            self.notes[id] = {**note, **of, "original_line": note["line"]}
        return 200, {}

    def _is_in_diff(self, match: re.Match[str], path: str, line: int) -> bool:
        patches = [file["patch"] for file in self._files(match)[1] if file["filename"] == path]
        hunks = [re.findall(r"^@@ \S+ \+(\d+)(?:,(\d+))? @@", patch, re.MULTILINE) for patch in patches]
        return any(int(start) <= line < int(start) + int(size or 1) for found in hunks for start, size in found)

    def _notes(self, match: re.Match[str], *_: Any) -> Answer:
        head = self.head(int(match[1]))
        found = [note for note in self.notes.values() if note["number"] == int(match[1])]
        return 200, [{**note, "line": self._line_now(note, head)} for note in found]

    def _line_now(self, note: Mapping[str, Any], head: str) -> int | None:
        """The line of a note; None if it reads otherwise by now."""
        texts = []
        for commit in (note["original_commit_id"], head):
            lines = self.git("cat-file", "blob", f"{commit}:{note['path']}").decode().split("\n")
            texts.append(lines[note["line"] - 1 : note["line"]])
        return note["line"] if texts[0] == texts[1] else None

    def lines_to_take_over(self, number: int) -> list[tuple[str, int, str]]:
        """Path, line and new text of every suggestion that can still be committed with one click."""
        _, notes = self._notes(re.fullmatch(r"(\d+)", str(number)))  # type: ignore[arg-type]
        found = [(note, SUGGESTED.search(note["body"])) for note in notes if note["line"]]
        return [(note["path"], note["line"], match[1]) for note, match in found if match]


def _entry(line: str) -> dict[str, Any]:
    facts, _, path = line.partition("\t")
    mode, kind, sha, size = facts.split()
    return {"path": path, "mode": mode, "type": kind, "sha": sha, **({"size": int(size)} if kind == "blob" else {})}
