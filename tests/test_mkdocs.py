"""MkDocs as its users know it: build, --strict, serve with live reload; and what a broken record does to each."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.building import COVENANT, build, copy_project, covenant

MKDOCS = str(Path(sys.executable).with_name("mkdocs"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([MKDOCS, *arguments], cwd=project, capture_output=True, text=True, check=False)


def _break(project: Path) -> None:
    record = project / "supporters" / "efivc" / "supporter.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("country: ", "county: "), encoding="utf-8")


def test_a_strict_build_of_the_demonstration_has_no_warning(project):
    result = mkdocs(project, "build", "--strict")
    assert result.returncode == 0, result.stderr
    assert (project / "site" / "bg" / "supporters" / "efivc" / "index.html").is_file()


def test_a_broken_record_stops_covenant_build_and_is_explained(project):
    _break(project)
    result = covenant(project, "build", "--language", "en")
    assert result.returncode == 1
    assert "supporters/efivc/supporter.yml:" in result.stdout
    assert "Did you mean “country”?" in result.stdout
    assert not (project / "site").exists()


def test_a_broken_record_fails_a_strict_build_and_is_left_out_of_another(project):
    _break(project)
    assert mkdocs(project, "build", "--strict").returncode == 1
    result = mkdocs(project, "build")
    assert result.returncode == 0
    assert "supporters/efivc/supporter.yml:" in result.stderr
    assert not (project / "site" / "en" / "supporters" / "efivc").exists()


@pytest.mark.parametrize(
    ("line", "wrong", "told"),
    [
        ("demonstration: true", "demonstrations: true", "there is no setting “demonstrations”"),
        ("run_by_the_office: false", "run_by_the_office: perhaps", "run_by_the_office"),
        ('news: ""', "news: javascript:alert(1)", "must begin with https://"),
        ("edit_uri: edit/main/", "edit_uri: ''", "“edit_uri”"),
        ("  - benefits.md", "  - Benefits: benefits.md", "plain list of paths"),
    ],
)
def test_a_wrong_setting_is_named(project, line, wrong, told):
    configuration = project / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    assert line in text
    configuration.write_text(text.replace(line, wrong), encoding="utf-8")
    result = mkdocs(project, "build")
    assert result.returncode == 1
    assert told in result.stderr + result.stdout


def test_an_unknown_placeholder_in_a_page_is_named(project):
    page = project / "content" / "en" / "apply.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n{{ ofice_email }}\n", encoding="utf-8")
    result = mkdocs(project, "build")
    assert result.returncode == 1
    assert "en/apply.md: there is no placeholder 'ofice_email'" in result.stderr


def test_a_registry_without_any_supporter_builds(project):
    for record in sorted((project / "supporters").rglob("*"), reverse=True):
        record.rmdir() if record.is_dir() else record.unlink()
    result = covenant(project, "build")
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 supporters" in (project / "site/en/supporters/index.html").read_text(encoding="utf-8")


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_builds_of_one_day_are_equal(tmp_path):
    first, second = (_files(build(copy_project(tmp_path / name))) for name in ("first", "second"))
    assert {"calendar.ics", "calendar/efivc.ics", "en/status/index.html", "bg/reports/2025/index.html"} < first.keys()
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


@contextmanager
def _served(project: Path, port: int, *options: str) -> Iterator[Callable[[str], str]]:
    process = subprocess.Popen(
        [COVENANT, "serve", "--address", f"127.0.0.1:{port}", *options],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def read(path: str) -> str:
        try:
            with urlopen(f"http://127.0.0.1:{port}/{path}") as response:
                return response.read().decode("utf-8")
        except (HTTPError, ConnectionError, OSError):
            return ""

    try:
        yield read
    finally:
        process.terminate()
        process.wait()


def _eventually(fact: Callable[[], bool]) -> bool:
    for _ in range(300):
        if fact():
            return True
        time.sleep(0.1)
    return False


def test_serving_shows_an_edit_of_a_record_a_page_a_schema_and_a_year_with_reports(project, unused_port):
    with _served(project, unused_port) as read:
        assert _eventually(lambda: "EFIVC" in read("en/supporters/efivc/"))
        _edit(project / "supporters/efivc/supporter.yml", "https://www.efivc.example", "https://edited.example")
        assert _eventually(lambda: "https://edited.example" in read("en/supporters/efivc/"))
        _edit(project / "content/en/benefits.md", "There are many reasons", "There are edited reasons")
        assert _eventually(lambda: "There are edited reasons" in read("en/benefits/"))
        _edit(project / "schemas/common.schema.json", '"Energy"', '"Edited energy"')
        assert _eventually(lambda: "Edited energy" in read("en/supporters/efivc/"))
        reports = project / "supporters/efivc/reports"
        _edit(reports / "2024-2025.yml", "2024-01", "2016-01")
        _edit(reports / "2024-2025.yml", "2025-12", "2017-12")
        (reports / "2024-2025.yml").rename(reports / "2016-2017.yml")
        assert _eventually(lambda: "#report-2016-2017" in read("en/reports/2017/"))


def test_a_preview_has_one_language_with_what_is_missing_or_behind_outlined(project, unused_port):
    _edit(project / "content/bg/messages.po", 'msgstr "Търсене"', 'msgstr ""')
    _edit(project / "content/en/apply.md", "Who acts", "Who moves")
    with _served(project, unused_port, "--preview", "bg") as read:
        assert _eventually(lambda: 'dir="ltr" data-foreign>Search</span>' in read("bg/apply/"))
        page = read("bg/apply/")
        assert '<html lang="bg" dir="ltr" data-preview>' in page
        assert [heading in page for heading in ('<h2 data-behind id="steps"', '<h2 id="help"')] == [True, True]
        assert "data-preview" not in read("en/apply/")


def test_a_language_that_is_not_there_cannot_be_previewed(project):
    refused = covenant(project, "serve", "--preview", "xx")
    assert (refused.returncode, "content/xx/index.md" in refused.stderr) == (2, True)


def _edit(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
