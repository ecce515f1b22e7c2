"""The house rules: who may import MkDocs, and that every module of a folder of many is listed."""

from __future__ import annotations

import ast
import pkgutil
import re
from pathlib import Path

import pytest

import generator
from generator import checks, outputs, pages
from generator.review import policies

PACKAGE = Path(generator.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return names | {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}


def test_only_the_plugin_imports_mkdocs() -> None:
    importing = {path.name for path in MODULES if any(name.split(".")[0] == "mkdocs" for name in _imports(path))}
    assert importing == {"mkdocs_plugin.py"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def _modules(package) -> set[str]:
    return {module.name for module in pkgutil.iter_modules(package.__path__)}


def test_every_check_is_run() -> None:
    with_check = {name for name in _modules(checks) if hasattr(getattr(checks, name, None), "check")}
    defined = {
        path.stem for path in (PACKAGE / "checks").glob("*.py") if "\ndef check(" in path.read_text(encoding="utf-8")
    }
    assert with_check == defined
    assert {check.__module__.rpartition(".")[2] for check in checks.CHECKS} == defined


def test_every_policy_is_asked() -> None:
    assert {policy.__module__.rpartition(".")[2] for policy in policies.POLICIES} == _modules(policies)


def test_every_output_is_written() -> None:
    listed = {module.__name__.rpartition(".")[2] for module in (*outputs.PER_LANGUAGE, *outputs.SHARED)}
    assert listed == _modules(outputs)


def test_every_page_is_made() -> None:
    listed = {module.__name__.rpartition(".")[2] for module in pages.ONCE}
    assert listed | {"home", "profile", "report_year", "tombstone", "written", "page", "chart", "form"} == _modules(
        pages
    )


def test_nothing_inside_reads_the_clock() -> None:
    clock = re.compile(r"\b(today|now|utcnow|time)\((UTC)?\)")
    reading = {path.name for path in MODULES if clock.search(path.read_text(encoding="utf-8"))}
    assert reading == {"situation.py", "mkdocs_plugin.py"}
