"""Sections know the English text they translate."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.translations.fingerprints import behind, fingerprints, in_step

PAGE = "---\ntitle: Benefits\nshort: Why\n---\n\nSix.\n\n## First { #first }\n\nA stage.\n\n### Inside { #inside }\n\n## Second { #second }\n\nA seat.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "benefits.md"
    file.write_text(PAGE, encoding="utf-8")
    return file


def changed(page: Path, *change: str) -> list[str]:
    """The sections whose fingerprints a change of the page moves."""
    before = fingerprints(page)
    page.write_text(PAGE.replace(*change), encoding="utf-8")
    return list(behind(before, fingerprints(page)))


def test_a_page_has_a_fingerprint_for_each_section(page: Path) -> None:
    assert list(fingerprints(page)) == ["top", "first", "second"]


@pytest.mark.parametrize(
    ("change", "sections"),
    [
        (("title: Benefits", "title: Gains"), ["top"]),
        (("A stage", "No stage"), ["first"]),
        (("### Inside", "### Within"), ["first"]),
        (("## Second", "## Last"), ["second"]),
        (("{ #second }", "{ #last }"), ["last", "second"]),
        (("\n", "  \n"), []),
        (("A seat.\n", "A seat.\n\n\n"), []),
        (("\n", "\r\n"), []),
    ],
)
def test_a_change_moves_the_fingerprints_of_its_section_alone(
    page: Path, change: tuple[str, str], sections: list[str]
) -> None:
    assert changed(page, *change) == sections


def test_a_section_that_english_no_longer_has_is_behind_too() -> None:
    assert behind({"top": "a", "gone": "b"}, {"top": "a", "new": "c"}) == {"new": "c", "gone": ""}


def test_a_page_put_in_step_says_so_and_keeps_everything_else(page: Path) -> None:
    now = fingerprints(page)
    translated = "---\ntitle: Ползи\nsource: 1234abcd\nshort: Защо\n---\n\nТекст: ---\n"
    once = in_step(translated, now)
    assert once == (
        f'---\ntitle: Ползи\nshort: Защо\nsource:\n  top: "{now["top"]}"\n  first: "{now["first"]}"\n'
        f'  second: "{now["second"]}"\n---\n\nТекст: ---\n'
    )
    assert in_step(once, now) == once


def test_a_page_without_front_matter_cannot_say_it() -> None:
    with pytest.raises(ValueError, match="Текст"):
        in_step("Текст.\n", {})
