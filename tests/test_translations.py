"""What a language lacks, and which of its pages translate an older English text."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import languages
from generator.translations import BehindPage, coverage, fingerprint

PAGE = "---\ntitle: Benefits\n---\n\nA stage for good practices.\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """English and Bulgarian with one page each, in step."""
    for code in ("en", "bg"):
        (tmp_path / code).mkdir()
        (tmp_path / code / "language.yml").write_text(f"locale: {code}\n", encoding="utf-8")
    (tmp_path / "en" / "benefits.md").write_text(PAGE, encoding="utf-8")
    translate(tmp_path, fingerprint(tmp_path / "en" / "benefits.md"))
    (tmp_path / "bg" / "messages.po").write_text('msgid "Menu"\nmsgstr "Меню"\n', encoding="utf-8")
    return tmp_path


def translate(content: Path, source: str) -> None:
    (content / "bg" / "benefits.md").write_text(
        f"---\ntitle: Ползи\nsource: {source}\n---\n\nСцена.\n", encoding="utf-8"
    )


def test_a_language_in_step_lacks_nothing(content: Path) -> None:
    (found,) = coverage(languages.load(content))
    assert found.texts == 0


def test_a_page_is_behind_once_the_english_text_has_changed(content: Path) -> None:
    page = content / "en" / "benefits.md"
    page.write_text(PAGE.replace("A stage", "No stage"), encoding="utf-8")
    (found,) = coverage(languages.load(content))
    assert found.pages_behind == (BehindPage("benefits.md", fingerprint(page)),)
    translate(content, fingerprint(page))
    (found,) = coverage(languages.load(content))
    assert found.texts == 0


def test_spaces_at_the_end_of_lines_change_nothing(content: Path) -> None:
    page = content / "en" / "benefits.md"
    page.write_text(PAGE.replace("\n", "  \n") + "\n\n", encoding="utf-8", newline="\r\n")
    assert fingerprint(page) == fingerprint(content / "en" / "benefits.md")
    (found,) = coverage(languages.load(content))
    assert found.texts == 0


@pytest.mark.parametrize("source", ["01234567", "1234e567", "12345678", "null"])
def test_a_fingerprint_that_looks_like_a_number_is_a_text(content: Path, source: str) -> None:
    translate(content, source)
    assert languages.load(content)["bg"].pages["benefits.md"].source == source


def test_a_page_without_a_source_is_behind(content: Path) -> None:
    (content / "bg" / "benefits.md").write_text("---\ntitle: Ползи\n---\n", encoding="utf-8")
    (found,) = coverage(languages.load(content))
    assert [page.path for page in found.pages_behind] == ["benefits.md"]


def test_missing_pages_and_messages_are_counted(content: Path) -> None:
    (content / "bg" / "benefits.md").unlink()
    with (content / "bg" / "messages.po").open("a", encoding="utf-8") as catalogue:
        catalogue.write(
            '\nmsgid "Close"\nmsgstr ""\n\nmsgid "day"\nmsgid_plural "days"\nmsgstr[0] "ден"\nmsgstr[1] ""\n'
        )
    (found,) = coverage(languages.load(content))
    assert (found.messages_missing, found.pages_missing, found.pages_behind) == (2, ("benefits.md",), ())
    assert found.texts == 3
