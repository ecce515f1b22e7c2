"""A synthetic project of any size: the demonstration's records many times over, its catalogues in many languages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from generator import languages
from generator.project import Project


def project(root: Path, source: Project, supporters: int, language_count: int) -> Project:
    """Write a project with so many supporters, each with standing and report, and languages below `root`."""
    shutil.copytree(source.schemas, root / "schemas")
    shutil.copytree(source.content, root / "content")
    shutil.copytree(source.root / "generator" / "theme", root / "generator" / "theme")
    (root / "mkdocs.yml").write_text(source.configuration.read_text(encoding="utf-8"), encoding="utf-8")
    _clone_languages(root / "content", language_count)
    _clone_supporters(root / "supporters", source.supporters, supporters)
    return Project(root)


def _clone_languages(content: Path, count: int) -> None:
    have = set(languages.load(content))
    missing = [code for code in languages.EU_ORDER if code not in have][: max(0, count - len(have))]
    for code in missing:
        shutil.copytree(content / "bg", content / code)
        facts = (content / code / "language.yml").read_text(encoding="utf-8")
        (content / code / "language.yml").write_text(facts.replace("locale: bg", f"locale: {code}"), encoding="utf-8")
        for page in (content / code).rglob("*.md"):
            page.write_text(page.read_text(encoding="utf-8").replace('"bg/', f'"{code}/'), encoding="utf-8")


def _clone_supporters(target: Path, source: Path, count: int) -> None:
    for number, folder in enumerate(islice(cycle(_models(source)), count), start=1):
        copy = target / f"{folder.name}-{number}"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("logo.*"))
        record = copy / "supporter.yml"
        record.write_text(_renamed(record.read_text(encoding="utf-8"), number), encoding="utf-8")


def _models(source: Path) -> list[Path]:
    """The demonstration's supporters that are active now and have reported."""
    return [folder for folder in sorted(source.iterdir()) if (folder / "reports").is_dir() and _is_active(folder)]


def _is_active(folder: Path) -> bool:
    statuses = re.findall(r"status: \"?(\w+)", (folder / "standing.yml").read_text(encoding="utf-8"))
    return bool(statuses) and statuses[-1] == "active"


def _renamed(record: str, number: int) -> str:
    """The record with another name, acronym and website, so that no two organisations look alike."""
    return "\n".join(_lines(record.split("\n"), number))


def _lines(lines: list[str], number: int) -> Iterator[str]:
    block = ""
    for line in lines:
        if line and not line[0].isspace():
            block = line.partition(":")[0]
        if block in ("name", "acronym") and line.startswith("  "):
            quote = line[-1] if line[-1] in "\"'" else ""
            yield f"{line.removesuffix(quote)} {number}{quote}"
        elif block == "website":
            yield re.sub(r"https://(www\.)?", f"https://www{number}.", line)
        else:
            yield line
