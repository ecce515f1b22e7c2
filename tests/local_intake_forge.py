"""The local forge with a real Git repository behind it: issues with accounts, branches, commits and pull requests."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.local_forge import BOT, REPOSITORY, Answer, LocalForge
from tests.repositories import git, run

CLERK = {"login": "vale-clerk", "id": 583231, "type": "User"}
LABEL = "expression-of-interest"
OWNER = REPOSITORY.partition("/")[0]


@dataclass
class IntakeForge(LocalForge):
    """What it holds besides: pull requests, and a bare repository at `repository` with the branch `main`."""

    user: Mapping[str, Any] = field(default_factory=lambda: BOT)
    repository: Path = Path()
    pulls: dict[int, dict[str, Any]] = field(default_factory=dict)
    between: Callable[[], None] | None = None
    """What happens once, before the request that comes after `quiet` others: what others do in the midst of a run."""
    quiet: int = 0
    lock: threading.RLock = field(default_factory=threading.RLock)

    def apply(self, body: str, user: Mapping[str, Any] = CLERK, **more: Any) -> int:
        """Somebody sends the form; the number of the issue."""
        self.add_issue("Expression of interest: ", body, [LABEL], user, **more)
        return max(self.issues)

    def add_issue(self, *arguments: Any, **more: Any) -> Answer:
        status, issue = super().add_issue(*arguments, **more)
        self.issues[issue["number"]].setdefault("labels", [])
        return status, issue

    def branches(self) -> dict[str, str]:
        """The branches beside `main`, each with its commit."""
        lines = git(self.repository, "for-each-ref", "--format=%(refname:short) %(objectname)", "refs/heads").split(
            "\n"
        )
        return {name: commit for name, commit in (line.split() for line in lines) if name != "main"}

    def file(self, branch: str, path: str) -> str:
        return git(self.repository, "show", f"{branch}:{path}")

    def paths(self, branch: str) -> list[str]:
        """What a branch changes."""
        return git(self.repository, "diff", "--name-only", f"main...{branch}").split()

    # The endpoints

    def answer(self, method: str, path: str, query: Mapping[str, str], data: Any) -> Answer:
        if self.between:
            self.quiet -= 1
            if self.quiet < 0:
                happens, self.between = self.between, None
                happens()
        with self.lock:
            return super().answer(method, path, query, data)

    def _endpoints(self) -> Iterator[tuple[str, str, Callable[..., Answer]]]:
        here = f"/repos/{REPOSITORY}"
        yield "GET", rf"{here}/issues/(\d+)", self._issue
        yield "GET", rf"{here}/git/ref/heads/(.+)", self._ref
        yield "POST", f"{here}/git/refs", self._new_ref
        yield "PATCH", rf"{here}/git/refs/heads/(.+)", self._move_ref
        yield "GET", rf"{here}/git/commits/(\w+)", lambda match, *_: (200, self._commit(match[1]))
        yield "POST", f"{here}/git/commits", self._new_commit
        yield "POST", f"{here}/git/trees", self._new_tree
        yield "GET", rf"{here}/compare/(\w+)\.\.\.(\w+)", self._compare
        yield "GET", f"{here}/pulls", self._list_pulls
        yield "POST", f"{here}/pulls", self._new_pull
        yield from super()._endpoints()

    def _issue(self, match: re.Match[str], *_: Any) -> Answer:
        number = int(match[1])
        return (200, self.issues[number]) if number in self.issues else (404, {"message": "Not Found"})

    def _ref(self, match: re.Match[str], *_: Any) -> Answer:
        commit = git(self.repository, "for-each-ref", "--format=%(objectname)", f"refs/heads/{match[1]}")
        return (200, {"object": {"sha": commit}}) if commit else (404, {"message": "Not Found"})

    def _new_ref(self, match: Any, query: Any, data: Any) -> Answer:
        if git(self.repository, "for-each-ref", data["ref"]):
            return 422, {"message": "Reference already exists"}
        git(self.repository, "update-ref", data["ref"], data["sha"], "")
        return 201, {"object": {"sha": data["sha"]}}

    def _move_ref(self, match: re.Match[str], query: Any, data: Any) -> Answer:
        ref = f"refs/heads/{match[1]}"
        before = git(self.repository, "rev-parse", ref)
        if git(self.repository, "merge-base", before, data["sha"]) != before and not data["force"]:
            return 422, {"message": "Update is not a fast forward"}
        git(self.repository, "update-ref", ref, data["sha"], before)
        return 200, {"object": {"sha": data["sha"]}}

    def _commit(self, name: str) -> dict[str, Any]:
        form = "--format=%H%x00%T%x00%cn%x00%ce"
        sha, tree, committer, email = git(self.repository, "log", "-1", form, name).split("\0")
        return {"sha": sha, "tree": {"sha": tree}, "committer": {"name": committer, "email": email}}

    def _new_commit(self, match: Any, query: Any, data: Any) -> Answer:
        parents = [word for parent in data["parents"] for word in ("-p", parent)]
        names = {
            f"GIT_{role.upper()}_{key.upper()}": data[role][key]
            for role in ("author", "committer")
            for key in ("name", "email")
        }
        command = ["git", "commit-tree", data["tree"], *parents]
        return 201, {"sha": run(self.repository, command, given=data["message"], **names).strip()}

    def _new_tree(self, match: Any, query: Any, data: Any) -> Answer:
        index = {"GIT_INDEX_FILE": str(self.repository / "index-of-a-new-tree")}
        run(self.repository, ["git", "read-tree", data["base_tree"]], **index)
        for entry in data["tree"]:
            blob = git(self.repository, "hash-object", "-w", "--stdin", given=entry["content"])
            put = ["git", "update-index", "--add", "--cacheinfo", f"{entry['mode']},{blob},{entry['path']}"]
            run(self.repository, put, **index)
        return 201, {"sha": run(self.repository, ["git", "write-tree"], **index).strip()}

    def _compare(self, match: re.Match[str], *_: Any) -> Answer:
        fork = git(self.repository, "merge-base", match[1], match[2])
        names = git(self.repository, "rev-list", "--reverse", f"{match[1]}..{match[2]}").split()
        commits = [{"sha": name, "commit": self._commit(name)} for name in names]
        merge_base = {"sha": fork, "commit": self._commit(fork)}
        return 200, {"merge_base_commit": merge_base, "total_commits": len(names), "commits": commits[:250]}

    def _list_pulls(self, match: Any, query: Mapping[str, str], data: Any) -> Answer:
        found = [
            pull
            for pull in self.pulls.values()
            if query["state"] in ("all", pull["state"])
            and query.get("head", pull["head"]["label"]) == pull["head"]["label"]
        ]
        return 200, sorted(found, key=lambda pull: -pull["number"])

    def _new_pull(self, match: Any, query: Any, data: Any) -> Answer:
        return self.add_pull(data["head"], data["title"], data["body"], data["base"])

    def add_pull(self, branch: str, title: str, body: str, base: str = "main", repository: str = REPOSITORY) -> Answer:
        """Open a pull request, unless one is open from this branch."""
        label = f"{repository.partition('/')[0]}:{branch}"
        head = {"ref": branch, "label": label, "repo": {"full_name": repository}}
        if any(pull["head"] == head and pull["state"] == "open" for pull in self.pulls.values()):
            return 422, {"message": f"A pull request already exists for {label}."}
        number = max([*self.issues, *self.pulls, 100]) + 1
        self.pulls[number] = {
            "number": number,
            "state": "open",
            "merged_at": None,
            "title": title,
            "body": body,
            "head": head,
            "base": {"ref": base},
            "user": dict(self.user),
        }
        return 201, self.pulls[number]
