"""Adding a language is adding a folder: Arabic and Georgian, only begun, are complete sites with English where text is missing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.building import ROOT, build, copy_project

NEW = ROOT / "tests" / "new_languages"
ARABIC, GEORGIAN = "ar", "ka"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_project(tmp_path_factory.mktemp("languages"))
    shutil.copytree(NEW, project / "content", dirs_exist_ok=True)
    return build(project)


def page(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", [ARABIC, GEORGIAN])
def test_a_language_that_has_begun_has_every_page(site: Path, code: str) -> None:
    ours, english = (
        {file.relative_to(site / each).as_posix() for file in (site / each).rglob("*") if file.is_file()}
        for each in (code, "en")
    )
    assert ours == english


def test_no_mark_is_left_in_any_file(site: Path) -> None:
    marked = [
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if file.suffix in {".html", ".json", ".xml", ".ics", ".js"}
        if re.search("[\ufff9-\ufffb]", file.read_text(encoding="utf-8"))
    ]
    assert marked == []


def test_the_page_has_the_language_and_the_direction_of_its_readers(site: Path) -> None:
    assert '<html lang="ar" dir="rtl">' in page(site, "ar/supporters")
    assert '<html lang="ka" dir="ltr">' in page(site, "ka/supporters")


def test_a_message_without_a_translation_is_tagged_where_elements_may_stand(site: Path) -> None:
    html = page(site, "ka/supporters")
    assert '<span lang="en" dir="ltr" data-foreign>Directory of supporters</span></h1>' in html
    assert "<title>Directory of supporters – შეთანხმების მხარდამჭერები</title>" in html
    assert '<nav class="menu" aria-label="Main menu">' in html
    assert '<option value="thematic_agency" lang="en" dir="ltr">Local or regional thematic agency</option>' in html
    assert "ძებნა" in html


@pytest.mark.parametrize("path", ["en/supporters", "bg/supporters", "bg/supporters/efivc", "en", "bg/apply"])
def test_a_translated_page_has_no_tag(site: Path, path: str) -> None:
    assert "data-foreign" not in page(site, path)


def test_a_missing_page_is_lent_by_the_language_it_falls_back_to(site: Path) -> None:
    html = page(site, "ka/apply")
    assert '<h1><span lang="bg" dir="ltr" data-foreign>Как се кандидатства</span></h1>' in html
    assert '<div lang="bg" dir="ltr">' in html
    assert "This page is not translated yet." in html
    assert '<link rel="canonical" href="https://supporters.example.org/bg/apply/">' in html
    assert "hreflang" not in html.partition("</head>")[0]
    assert "/edit/main/content/bg/apply.md" in html
    assert "Как се кандидатства" not in page(site, "ar/apply")


def test_search_engines_are_told_of_real_translations_alone(site: Path) -> None:
    assert "/ka/benefits/" not in page(site, "en/benefits").partition("</head>")[0]
    assert "/ka/benefits/" not in (site / "ka/sitemap.xml").read_text(encoding="utf-8")
    assert "/ka/supporters/" in (site / "ka/sitemap.xml").read_text(encoding="utf-8")


def test_a_page_behind_its_english_text_says_so_and_leads_there(site: Path) -> None:
    html = page(site, "ar/benefits")
    assert "تغيّر النص الإنجليزي لهذه الصفحة بعد ترجمتها." in html
    assert '<a href="../../en/benefits/" hreflang="en">' in html
    assert 'class="notice"' not in page(site, "bg/benefits")


def test_arabic_has_its_six_plural_forms(site: Path) -> None:
    html = page(site, "ar/supporters").partition("data-filter-count")[2].partition("data-none")[0]
    counts = dict(re.findall(r'data-count-(\d+)="([^"]*)"', html))
    assert (counts["1"], counts["2"]) == ("جهة داعمة واحدة (#)", "جهتان داعمتان (#)")
    assert (counts["3"], counts["11"], counts["100"]) == ("# جهات داعمة", "# جهة داعمة", "# جهة داعمة (100)")


def test_the_choice_of_language_offers_them_after_those_of_the_union(site: Path) -> None:
    offered = re.findall(r'<li><a href="(\w+)/"', (site / "index.html").read_text(encoding="utf-8"))
    assert offered == ["bg", "en", "ar", "ka"]
