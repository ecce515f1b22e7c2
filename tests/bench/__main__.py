"""`make bench`: how fast a large registry is checked, built cold, built again after one edit, and a change to it reviewed.

The yardstick is copying the finished tree with `cp -r` in the same run: machines differ, ratios less.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.project import Project, find
from tests.bench.synthetic import project

TODAY = "2026-11-23"


@dataclass(frozen=True, slots=True)
class Run:
    """What one command took: seconds of wall clock and of processor, and the peak of its largest process in MB."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a command to its end. Raises CalledProcessError if it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    errors = process.stderr.read() if process.stderr else ""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    if status:
        raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), command, stderr=errors)
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measure(large: Project) -> None:
    covenant = [str(Path(sys.executable).with_name("covenant"))]
    records = sum(1 for _ in large.supporters.rglob("*.yml"))
    files = sorted(large.supporters.glob("*/supporter.yml"))
    check = run([*covenant, "check", "--today", TODAY], large.root)
    one = run([*covenant, "check", "--today", TODAY, str(files[0])], large.root)
    cold = run([*covenant, "build", "--today", TODAY], large.root)
    copy = min((_copy(large) for _ in range(3)), key=lambda each: each.wall)
    files[0].write_text(
        files[0].read_text(encoding="utf-8").replace("country:", "# edited\ncountry:"), encoding="utf-8"
    )
    warm = run([*covenant, "build", "--today", TODAY], large.root)
    review = _review(large, covenant)
    built = [path.stat().st_size for path in large.site.rglob("*") if path.is_file()]
    pages = sum(1 for _ in large.site.rglob("*.html"))
    print(f"site: {pages} pages, {len(built)} files, {sum(built) / 1e6:.0f} MB")
    print(f"check: {records} records, {records / check.wall:.0f} records/s with start-up; one record {one.wall:.2f} s")
    print(f"{'':16}{'wall s':>8}{'CPU s':>8}{'peak MB':>9}{'wall / copy':>13}")
    runs = (
        ("check", check),
        ("copy (cp -r)", copy),
        ("build cold", cold),
        ("after one edit", warm),
        ("review", review),
    )
    for name, each in runs:
        print(f"{name:16}{each.wall:8.2f}{each.cpu:8.2f}{each.peak:9.0f}{each.wall / copy.wall:13.2f}")


def _review(large: Project, covenant: Sequence[str]) -> Run:
    """A review of one changed record, in a repository made of the project."""
    identity = ["-c", "user.name=Bench", "-c", "user.email=bench@mail.example"]
    record = next(iter(sorted(large.supporters.glob("*/supporter.yml"))))
    for command in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "mkdocs.yml", "content", "schemas", "supporters"],
        [*identity, "commit", "--quiet", "--message", "Base"],
        ["switch", "--quiet", "--create", "proposal"],
    ):
        subprocess.run(["git", *command], cwd=large.root, check=True)
    record.write_text(record.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    subprocess.run(["git", *identity, "commit", "--quiet", "--all", "--message", "Change"], cwd=large.root, check=True)
    maintainer = re.search(r"id: (\d+)", (record.parent / "standing.yml").read_text(encoding="utf-8"))
    return run(
        [*covenant, "review", "--today", TODAY, "--author", f"{maintainer[1] if maintainer else 1}:bench"], large.root
    )


def _copy(large: Project) -> Run:
    target = large.root / "copy"
    shutil.rmtree(target, ignore_errors=True)
    took = run(["cp", "-r", str(large.site), str(target)], large.root)
    shutil.rmtree(target)
    return took


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--supporters", type=int, default=500)
    parser.add_argument("--languages", type=int, default=24)
    chosen = parser.parse_args()
    here = find(Path.cwd())
    assert here is not None, "run in the project"
    with tempfile.TemporaryDirectory() as folder:
        measure(project(Path(folder), here, chosen.supporters, chosen.languages))


main()
