"""What is wrong with a workflow of the forge: rules over the parsed YAML, so that no way of writing it slips through.

A workflow is *privileged* if it runs with more than a stranger's pull request may have: on an event of
the base repository, with a token that may write. Whatever a stranger wrote is data to it, never code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

MOST_LINES = 40

_ON_BEHALF_OF_STRANGERS = frozenset(
    "pull_request_target workflow_run issues issue_comment discussion discussion_comment "
    "pull_request_review pull_request_review_comment fork watch gollum".split()
)
_PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
_VERSION_BESIDE = re.compile(r"uses:\s*\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
_HEAD = re.compile(r"\bhead|merge_commit_sha|refs/pull|/merge\b")
_FETCHES_CODE = re.compile(
    r"\bgit\s+(?:\S+\s+)*?(?:clone|fetch|pull|checkout|switch)\b|\bgh\s+(?:pr|repo)\b|\b(?:curl|wget)\b"
)
_WRITTEN_BY_ANYBODY = re.compile(
    r"(?:\.|\[\s*['\"])(?:title|body|message|description)\b|\btojson\(\s*github\b", re.IGNORECASE
)
_SECRET = re.compile(r"\bsecrets\b")


def faults(text: str) -> list[str]:
    """Every rule that a workflow breaks, as sentences; each only once."""
    workflow = yaml.load(text, Loader=yaml.BaseLoader)  # strings only: `on` is a word, not a truth
    found = [*_any_workflow(text, workflow), *(_privileged(workflow) if is_privileged(workflow) else ())]
    return list(dict.fromkeys(found))


def is_privileged(workflow: Any) -> bool:
    """Whether the workflow runs with more rights than a stranger's pull request has."""
    return bool(_ON_BEHALF_OF_STRANGERS & set(_events(workflow))) or any(
        permissions == "write-all" or "write" in dict(permissions or {}).values()
        for permissions in (workflow.get("permissions"), *(job.get("permissions") for _, job in _jobs(workflow)))
        if not isinstance(permissions, str) or permissions == "write-all"
    )


def _any_workflow(text: str, workflow: Any) -> Iterator[str]:
    if text.count("\n") > MOST_LINES:
        yield f"it has more than {MOST_LINES} lines"
    if workflow.get("permissions") != {}:
        yield "it does not begin with no permissions at all"
    for name, job in _jobs(workflow):
        if not isinstance(job.get("permissions"), dict):
            yield f"job {name} does not list its permissions"
    for uses in _uses(workflow):
        if not _PINNED.fullmatch(uses):
            yield f"{uses} is not pinned by its hash"
    for line in text.splitlines():
        if re.search(r"\buses:", line) and not _VERSION_BESIDE.search(line):
            yield f"no version stands beside {line.partition('uses:')[2].partition('#')[0].strip()}"
    for step in _steps(workflow):
        if "${{" in step.get("run", ""):
            yield "a command contains an expression; give it to the command in `env`"
        if _action(step) == "actions/checkout" and step.get("with", {}).get("persist-credentials") != "false":
            yield "checkout leaves the token in the working copy"


def _privileged(workflow: Any) -> Iterator[str]:
    for step in _steps(workflow):
        given = step.get("with", {})
        if _action(step) == "actions/checkout" and given.keys() - {"persist-credentials"}:
            yield "checkout takes something else than the base"
        if _FETCHES_CODE.search(step.get("run", "")):
            yield "a command fetches code"
        if "cache" in _action(step) or any("cache" in key for key in given):
            yield "a cache, which others may have written, is read or written"
    for text in _texts(workflow):
        if "${{" in text and _HEAD.search(text):
            yield "it refers to the head of the change"
        if "${{" in text and _WRITTEN_BY_ANYBODY.search(text):
            yield "it takes over what somebody has written; let the program read that over the API"
        if "${{" in text and _SECRET.search(text):
            yield "a secret is used"
    for name, job in _jobs(workflow):
        if "secrets" in job:
            yield "a secret is used"
        if "self-hosted" in str(job.get("runs-on")):
            yield f"job {name} runs on a machine of our own"


def _events(workflow: Any) -> list[str]:
    on = workflow["on"]
    return [on] if isinstance(on, str) else list(on)


def _jobs(workflow: Any) -> list[tuple[str, Any]]:
    return list(workflow["jobs"].items())


def _steps(workflow: Any) -> list[Any]:
    return [step for _, job in _jobs(workflow) for step in job.get("steps", ())]


def _uses(workflow: Any) -> list[str]:
    called = [job["uses"] for _, job in _jobs(workflow) if "uses" in job]
    return called + [step["uses"] for step in _steps(workflow) if "uses" in step]


def _action(step: Any) -> str:
    return str(step.get("uses", "")).partition("@")[0].lower()


def _texts(value: Any) -> Iterator[str]:
    """Every text of the workflow, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
