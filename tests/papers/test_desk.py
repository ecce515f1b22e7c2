"""The desk as a page: everything that stands on it, in words of the reader's language, and nothing that breaks out."""

from __future__ import annotations

from datetime import date

import html5lib

from generator.desk import desk_of
from generator.inspection import Inspection, inspect
from generator.papers.desk import desk
from generator.project import Settings
from tests.memory import LANGUAGES, PROJECT, SUPPORTER, edition_of, registry_of
from tests.pages.test_profile import HOSTILE

TODAY = date(2026, 11, 24)


def page(registry, language="en"):
    found = Inspection(PROJECT, registry, [])
    shown = desk_of(found, {"en": LANGUAGES["en"]}, Settings(), TODAY, {})
    return desk(edition_of(registry, language), shown)


def demonstration(language):
    return page(inspect(PROJECT, TODAY).registry, language)


def test_everything_of_the_demonstration_stands_on_it():
    tree = html5lib.parse(demonstration("bg").html, namespaceHTMLElements=False)
    assert len(list(tree.iter("tr"))) > 20


def test_a_name_says_its_language_and_no_record_becomes_markup():
    html = page(registry_of({"supporters/vale/supporter.yml": {**SUPPORTER, "name": {"ar": HOSTILE}}})).html
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    assert [element.get("dir") for element in tree.iter("bdi")] == ["rtl"]
    assert not [element for element in tree.iter() if element.tag in ("script", "img")]


def test_an_empty_desk_says_so():
    paper = page(registry_of({}))
    assert "Nothing waits for the Office." in paper.html
    assert paper.name == "desk-2026-11-24-en"
