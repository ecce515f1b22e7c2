"""Printing: PDFs from a real browser, tagged, on A4; and what is said where there is none."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator import printing
from generator.problems import Message
from tests.papers.written import NAMES, applicant, paper_of


def read(pdf: bytes | Message) -> PdfReader:
    assert isinstance(pdf, bytes), pdf
    return PdfReader(BytesIO(pdf))


def shows(text: str, name: str) -> bool:
    """Whether a PDF shows a name. Of Arabic it has the shapes of letters, in the order of the eye: compare sets of them."""
    words, shown = _arabic(name), _arabic(unicodedata.normalize("NFKC", text))
    return words <= shown if words else name in text


def _arabic(text: str) -> set[str]:
    return {"".join(sorted(word)) for word in re.findall(r"[\u0620-\u064a]+", text)}


@pytest.mark.parametrize("language", ["bg", "el", "ar"])
def test_a_statement_becomes_a_tagged_pdf_on_a4(browsers: list[str], tmp_path: Path, language: str) -> None:
    html = paper_of(applicant({"name": NAMES}), language).html
    pdf = read(printing.pdf_of(html, browsers, tmp_path))
    root = pdf.trailer["/Root"]
    sheets = [[round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] for page in pdf.pages]
    assert sheets in ([[210, 297]], [[210, 297]] * 2)  # two where only wide fonts are installed
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, language)
    assert "/StructTreeRoot" in root
    assert pdf.metadata
    assert NAMES[language] in str(pdf.metadata.title)
    text = pdf.pages[0].extract_text()
    assert [name for name in NAMES.values() if not shows(text, name)] == []
    assert f"1 / {len(sheets)}" in text
    assert list(tmp_path.iterdir()) == []


def test_what_is_signed_stands_on_one_sheet_with_the_signature(browsers: list[str], tmp_path: Path) -> None:
    codes = ("en", "de", "fr", "it", "es", "pt", "nl", "pl")
    names = dict.fromkeys(codes, "A rather long name of a union of towns in the vale " * 3)
    html = paper_of(applicant({"name": names}), "en").html
    first, second = (page.extract_text() for page in read(printing.pdf_of(html, browsers, tmp_path)).pages)
    assert "office@vale.example" in first
    assert "Our commitments" not in first
    for words in ("Our commitments", "1. We promote", "6. We report", "Place and date", "Please sign"):
        assert words in " ".join(second.split())


def program(folder: Path, name: str, script: str) -> str:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_the_next_browser_is_asked_if_one_fails(browsers: list[str], tmp_path: Path) -> None:
    broken = program(tmp_path, "chromium", "echo No usable sandbox! >&2; exit 1")
    assert read(printing.pdf_of("<p>Vale", [broken, *browsers], tmp_path)).pages[0].extract_text() == "Vale"


def test_why_nothing_was_printed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "SECONDS", 1)
    broken = program(tmp_path, "chromium", "echo one >&2; echo No usable sandbox! >&2")
    slow = program(tmp_path, "google-chrome", "exec sleep 60")
    gone = str(tmp_path / "microsoft-edge")
    reasons = {
        (): "There is no Chromium or Chrome on this machine.",
        (broken,): "chromium has printed nothing (No usable sandbox!).",
        (slow,): "google-chrome did not answer within 1 seconds.",
        (gone,): "microsoft-edge cannot be started (No such file or directory).",
    }
    for found, reason in reasons.items():
        refusal = printing.pdf_of("<p>Vale", found, tmp_path)
        assert isinstance(refusal, Message)
        assert refusal.text % refusal.values == reason


def test_browsers_are_found_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert printing.browsers() == []
    chrome, chromium = (program(tmp_path, name, "") for name in ("google-chrome", "chromium"))
    assert printing.browsers() == [chromium, chrome]
