"""What a language lacks, and which of its pages translate an older English text."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import languages
from generator.translations import BehindPage, Catalogue, Coverage, coverage
from generator.translations.fingerprints import fingerprints, in_step

PAGE = "---\ntitle: Benefits\n---\n\nA stage for good practices.\n\n## More { #more }\n\nA seat.\n"
TRANSLATED = "---\ntitle: Ползи\n---\n\nСцена.\n\n## Още { #more }\n\nМясто.\n"
HEADER = 'msgid ""\nmsgstr ""\n"Language: bg\\n"\n\n'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """English and Bulgarian with one page each, in step."""
    for code in ("en", "bg"):
        (tmp_path / code).mkdir()
        (tmp_path / code / "language.yml").write_text(f"locale: {code}\n", encoding="utf-8")
    (tmp_path / "en" / "benefits.md").write_text(PAGE, encoding="utf-8")
    put_in_step(tmp_path)
    (tmp_path / "bg" / "messages.po").write_text(f'{HEADER}msgid "Menu"\nmsgstr "Меню"\n', encoding="utf-8")
    return tmp_path


def put_in_step(content: Path) -> None:
    text = in_step(TRANSLATED, fingerprints(content / "en" / "benefits.md"))
    (content / "bg" / "benefits.md").write_text(text, encoding="utf-8")


def found(content: Path) -> Coverage:
    (bulgarian,) = coverage(languages.load(content))
    return bulgarian


def test_a_language_in_step_lacks_nothing(content: Path) -> None:
    assert (found(content).texts, found(content).catalogue, found(content).pages) == (0, Catalogue(1, 0, 0), 1)


def test_a_page_is_behind_once_a_section_of_the_english_text_has_changed(content: Path) -> None:
    page = content / "en" / "benefits.md"
    page.write_text(PAGE.replace("A seat", "No seat"), encoding="utf-8")
    assert found(content).pages_behind == (BehindPage("benefits.md", {"more": fingerprints(page)["more"]}),)
    put_in_step(content)
    assert found(content).texts == 0


@pytest.mark.parametrize("source", ["01234567", "1234e567", "null", "[]", '{more: "12345678"}'])
def test_a_page_that_does_not_say_what_it_translates_is_behind(content: Path, source: str) -> None:
    page = content / "bg" / "benefits.md"
    page.write_text(f"---\ntitle: Ползи\nsource: {source}\n---\n", encoding="utf-8")
    (behind,) = found(content).pages_behind
    assert list(behind.sections) == ["top", "more"]


def test_missing_pages_and_messages_are_counted(content: Path) -> None:
    (content / "bg" / "benefits.md").unlink()
    with (content / "bg" / "messages.po").open("a", encoding="utf-8") as catalogue:
        catalogue.write(
            '\nmsgid "Close"\nmsgstr ""\n'
            '\nmsgid "day"\nmsgid_plural "days"\nmsgstr[0] "ден"\nmsgstr[1] ""\n'
            '\n#, fuzzy, python-format\nmsgid "Open"\nmsgstr "Затвори"\n'
            '\nmsgid ""\n"A long "\n"text"\nmsgstr ""\n"Дълъг "\n"текст"\n'
            '\nmsgid ""\n"Another long "\n"text"\nmsgstr ""\n'
        )
    language = found(content)
    assert (language.catalogue, language.pages_missing, language.pages_behind) == (
        Catalogue(6, 3, 1),
        ("benefits.md",),
        (),
    )
    assert language.texts == 5


def test_a_language_without_messages_has_none(content: Path) -> None:
    (content / "bg" / "messages.po").unlink()
    assert found(content).catalogue == Catalogue()
