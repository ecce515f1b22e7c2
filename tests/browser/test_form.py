"""The form in a real browser: what is filled in comes out, what is wrong is said, nothing is lost, three roads lead out."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from generator.documents import parse
from tests.browser.keyboard import tab_to
from tests.building import ROOT, TODAY, build, copy_project

NEW = ROOT / "tests" / "new_languages"
PAGES = ["interest", "profile", "report"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, with a language that is written from right to left."""
    project = copy_project(tmp_path_factory.mktemp("form"))
    shutil.copytree(NEW / "ar", project / "content" / "ar")
    return build(project)


def demonstration(pattern: str) -> dict[str, Any]:
    """The records of the demonstration, by path, as Python reads them."""
    found = {}
    for path in sorted((ROOT / "supporters").glob(pattern)):
        document, problems = parse(path.name, path.read_bytes())
        assert document is not None, problems
        found[path.relative_to(ROOT).as_posix()] = document.data
    return found


def given_back(page, record: Any) -> Any:
    """What comes out of the form after a record has been put in."""
    return json.loads(
        page.evaluate("wanted => { fill(JSON.parse(wanted)); return JSON.stringify(record()); }", json.dumps(record))
    )


EIGHT = {
    "name": {"en": "Union of Vale Towns"},
    "type": "association_of_local_authorities",
    "not_for_profit": True,
    "funding": "mostly_public",
    "mandate": "standing",
    "country": "GR",
    "coverage": {"level": "national"},
    "website": "https://www.vale-towns.example",
    "contact": "office@vale-towns.example",
    "languages": ["el"],
    "description": {"en": "A union of towns in the vale."},
}


def answer_to(page, key: str):
    return page.locator(f'[data-key="{key}"] > input')


def choose(page, key: str, value: str) -> None:
    page.check(f'[data-key="{key}"] input[value="{value}"]')


def answer_the_eight(page) -> None:
    """As a person does: every control by its label or its place."""
    page.fill("#s-name input", EIGHT["name"]["en"])
    for key in ("type", "funding", "mandate"):
        choose(page, key, EIGHT[key])
    choose(page, "not_for_profit", "true")
    page.get_by_label("Country of the seat").select_option("GR")
    choose(page, "level", "national")
    answer_to(page, "website").fill(EIGHT["website"])
    answer_to(page, "contact").fill(EIGHT["contact"])
    page.locator("#s-languages select").select_option("el")
    page.fill("#s-description textarea", EIGHT["description"]["en"])


def check(page) -> None:
    page.get_by_role("button", name="Check what I wrote").click()


def read(text: str) -> Any:
    """A file as the check reads it."""
    document, problems = parse("supporter.yml", text.encode())
    assert document is not None, problems
    return document.data


def file_shown(page) -> str:
    return page.locator("[data-file]").input_value()


# ---- records in, records out


@pytest.mark.parametrize(("kind", "pattern"), [("profile", "*/supporter.yml"), ("report", "*/reports/*.yml")])
def test_every_record_of_the_demonstration_comes_out_as_it_went_in(open_page, kind, pattern):
    page = open_page(f"bg/form/{kind}/")
    records = demonstration(pattern)
    assert len(records) > 30
    assert {path: given_back(page, record) for path, record in records.items()} == records
    assert page.faults == []


def test_an_empty_form_is_an_empty_record(open_page):
    assert open_page("en/form/profile/").evaluate("JSON.stringify(record())") == "{}"
    assert open_page("en/form/report/").evaluate("record().submitted_on") >= TODAY


HOSTILE = [
    None,
    7,
    [],
    "x" * 300_000,
    {"name": "no texts", "languages": {"a": 1}, "links": [None, 3, []], "country": {}, "description": [{}]},
    {"name": {"<script>window.harm = 1</script>": "<img src=x onerror='window.harm = 1'>"}, "country": "<b>"},
    {"links": [{}] * 50_000, "languages": ["x"] * 50_000, "expertise": [f"x{number}" for number in range(50_000)]},
    {"name": {f"x{number}": "y" for number in range(50_000)}},
    {"name": {"__proto__": "text"}, "__proto__": {"harm": 1}, "constructor": {"prototype": {"harm": 1}}},
]


@pytest.mark.parametrize("record", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_record_does_nothing(open_page, record):
    page = open_page("en/form/profile/")
    given_back(page, record)
    assert page.evaluate("[window.harm, ({}).harm, document.images.length]") == [None, None, 1]
    assert page.faults == []


def test_a_deep_draft_does_nothing(open_page):
    page = open_page("en/form/profile/")
    deep = '{"name":' * 20_000 + "1" + "}" * 20_000
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", ["covenant.draft.profile.-", deep])
    page.reload()
    expect(page.locator("[data-form]")).to_be_visible()
    assert page.faults == []


def test_what_a_field_cannot_hold_is_shown_as_it_is(open_page):
    page = open_page("en/form/profile/")
    wrong = {"country": "EL", "seat": {"latitude": "north"}, "expertise": ["energy", "cheese"], "type": "club"}
    assert given_back(page, wrong) == wrong


# ---- applying


def test_eight_answers_make_a_record_that_can_be_sent(open_page):
    page = open_page("en/form/interest/")
    expect(page.locator("[data-progress]")).to_have_text("Answered: 0 of 8")
    answer_the_eight(page)
    expect(page.locator("[data-progress]")).to_have_text("Answered: 8 of 8")
    check(page)
    expect(page.locator("[data-ready]")).to_be_focused()
    assert json.loads(page.evaluate("JSON.stringify(record())")) == EIGHT
    assert page.locator("[data-path]").inner_text() == "supporters/vale-towns/supporter.yml"
    assert page.faults == []


def test_the_folder_is_the_applicants_choice_and_one_that_is_taken_is_named(open_page):
    page = open_page("en/form/interest/")
    answer_the_eight(page)
    check(page)
    page.locator("[data-slug]").fill("Vale Towns & Ílhavo")
    page.locator("[data-slug]").blur()
    assert page.locator("[data-path]").inner_text() == "supporters/vale-towns-ilhavo/supporter.yml"
    expect(page.get_by_text("is in the registry already")).to_be_hidden()
    page.locator("[data-slug]").fill("efivc")
    page.locator("[data-slug]").blur()
    expect(page.get_by_text("is in the registry already")).to_be_visible()


def test_the_forge_is_opened_with_the_file_while_that_fits(open_page):
    page = open_page("en/form/interest/")
    answer_the_eight(page)
    check(page)
    link = page.locator("[data-forge-short] a").get_attribute("href")
    query = parse_qs(urlsplit(link).query)
    assert link.startswith("https://git.example.org/covenant/supporters/new/main?")
    assert query["filename"] == ["supporters/vale-towns/supporter.yml"]
    assert read(query["value"][0]) == read(file_shown(page)) == EIGHT


def test_a_file_that_is_too_long_for_a_link_is_copied_in_two_steps(open_page):
    page = open_page("en/form/interest/", permissions=["clipboard-read", "clipboard-write"])
    answer_the_eight(page)
    page.fill("#s-description textarea", "Описание " * 400)
    check(page)
    expect(page.locator("[data-forge-short]")).to_be_hidden()
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator("[data-said]")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == file_shown(page)
    assert "value=" not in page.locator("[data-forge-long] a").get_attribute("href")


def test_the_file_is_downloaded_and_the_letter_is_short(open_page):
    page = open_page("en/form/interest/")
    answer_the_eight(page)
    check(page)
    with page.expect_download() as found:
        page.locator(".road [data-download]").first.click()
    assert found.value.suggested_filename == "vale-towns-supporter.yml"
    assert Path(found.value.path()).read_text(encoding="utf-8") == file_shown(page)
    letter = page.locator("[data-mail]").get_attribute("href")
    assert letter.startswith("mailto:supporters@eumayors.eu?subject=Record%20of%20an%20organisation")
    assert "supporters%2Fvale-towns%2Fsupporter.yml" in letter
    assert len(letter) < 500


def test_the_roads_follow_what_is_written_and_close_when_it_becomes_wrong(open_page):
    page = open_page("en/form/interest/")
    answer_the_eight(page)
    check(page)
    answer_to(page, "website").fill("https://www.hill.example")
    expect(page.locator("[data-file]")).to_have_value(re.compile("https://www.hill.example"))
    answer_to(page, "website").fill("www.hill.example")
    expect(page.locator("[data-ready]")).to_be_hidden()


def test_an_application_needs_no_mouse(open_page):
    page = open_page("en/form/interest/")
    tab_to(page, "#s-name input")
    page.keyboard.type("Union of Vale Towns")
    for key in ("type", "not_for_profit", "funding", "mandate"):
        tab_to(page, f'[data-key="{key}"] input')
        page.keyboard.press("Space")
    tab_to(page, '[data-key="country"] select')
    page.keyboard.type("Greece")
    tab_to(page, '[data-key="level"] input')
    page.keyboard.press("Space")
    tab_to(page, '[data-key="website"] input')
    page.keyboard.type("https://www.vale.example")
    page.keyboard.press("Tab")
    page.keyboard.type("office@vale.example")
    tab_to(page, "#s-languages select")
    page.keyboard.type("English")
    tab_to(page, "#s-description textarea")
    page.keyboard.type("A union of towns.")
    tab_to(page, "[type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-ready]")).to_be_focused()


# ---- what is wrong


def test_nothing_is_said_while_an_answer_is_written_for_the_first_time(open_page):
    page = open_page("en/form/interest/")
    website = answer_to(page, "website")
    website.press_sequentially("www.vale.example")
    page.wait_for_timeout(600)
    assert page.locator("[data-problems] .problem").count() == 0
    website.blur()
    expect(page.locator("[data-problems] .problem")).to_have_count(1)
    assert website.get_attribute("aria-invalid") == "true"
    assert page.locator(f"#{'f-website-problems'}").inner_text() in page.evaluate(
        "i => i.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).innerText).join(' ')",
        website.element_handle(),
    )
    website.fill("https://www.vale.example")
    expect(page.locator("[data-problems] .problem")).to_have_count(0)
    assert website.get_attribute("aria-invalid") is None


def test_an_empty_form_is_led_from_its_summary_to_each_question(open_page):
    page = open_page("en/form/interest/")
    check(page)
    summary = page.locator("[data-summary]")
    expect(summary).to_be_focused()
    assert summary.get_by_role("link").count() == len(EIGHT)
    for link in summary.get_by_role("link").all():
        target = link.get_attribute("href").removeprefix("#")
        link.click()
        assert page.evaluate("document.activeElement.id") == target
    answer_the_eight(page)
    expect(summary).to_be_hidden()


def test_a_problem_stands_at_its_own_text_and_its_own_item(open_page):
    page = open_page("en/form/interest/")
    wrong = {
        "name": {"en": "Vale", "bg": "<b>"},
        "links": [{"title": {"en": "A"}, "url": "https://a.example"}, {"title": {"en": "B"}, "url": "b"}],
    }
    given_back(page, {**EIGHT, **wrong})
    check(page)
    marked = page.locator("[aria-invalid]")
    assert [each.input_value() for each in marked.all()] == ["<b>", "b"]
    folded = page.locator("[data-summary] a").last
    folded.click()
    assert page.locator("[data-more]").get_attribute("open") is not None
    assert page.evaluate("document.activeElement.value") == "b"


def test_a_warning_does_not_close_the_roads(open_page):
    page = open_page("en/form/interest/")
    given_back(page, {**EIGHT, "languages": ["ee"]})
    check(page)
    expect(page.locator("[data-warnings]")).to_be_visible()
    assert page.locator("[aria-invalid]").count() == 0


def test_a_field_says_how_many_characters_are_left(open_page):
    page = open_page("en/form/interest/")
    page.fill("#s-description textarea", "ten chars.")
    expect(page.locator("#s-description [data-left]")).to_have_text("Characters left: 3990")
    expect(page.locator("#s-name [data-left]")).to_be_hidden()
    page.fill("#s-name input", "x" * 150)
    expect(page.locator("#s-name [data-left]")).to_have_text("Characters left: 10")


# ---- texts, lists, parts that depend


def test_a_text_in_another_language_is_added_and_taken_away(open_page):
    page = open_page("bg/form/interest/")
    name = page.locator("#s-name")
    assert name.locator("[data-language]").input_value() == "bg"
    name.locator("[data-add]").click()
    assert name.locator("[data-language]").last.input_value() == "en"
    assert page.evaluate("document.activeElement.lang") == "en"
    assert name.locator('[data-language] >> nth=0 >> option[value="en"]').is_disabled()
    name.locator("[data-remove]").last.click()
    expect(name.locator("[data-remove]")).to_be_hidden()
    assert page.evaluate("document.activeElement.closest('#s-name') !== null")


def test_the_language_of_the_name_is_proposed_for_the_other_texts(open_page):
    page = open_page("en/form/interest/")
    page.locator("#s-name [data-language]").select_option("el")
    assert page.locator("#s-description [data-language]").input_value() == "el"
    assert page.locator("#s-description textarea").get_attribute("lang") == "el"


def test_an_item_is_added_and_taken_away_without_losing_the_focus(open_page):
    page = open_page("en/form/report/")
    activities = page.locator('[data-key="activities"]')
    activities.get_by_role("button", name="Add: Activity").click()
    assert activities.locator("legend", has_text="Activity 2").is_visible()
    assert (
        page.evaluate("document.activeElement.closest('[data-item]').querySelector('legend').innerText") == "Activity 2"
    )
    activities.get_by_role("button", name="Remove Activity 1").click()
    expect(activities.locator(":scope > [data-rows] > [data-item]")).to_have_count(1)
    assert page.evaluate("document.activeElement.closest('[data-item] ') !== null")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(ids) == len(set(ids))
    assert not [each for each in ids if "#" in each]


def test_a_report_on_nothing_takes_four_answers(open_page):
    page = open_page("en/form/report/")
    page.locator("[data-slug]").fill("efivc")
    choose(page, "no_action", "true")
    expect(page.locator('[data-key="activities"]')).to_be_hidden()
    page.get_by_label("From", exact=True).fill("2024-01")
    page.get_by_label("To", exact=True).fill("2025-12")
    check(page)
    assert page.locator("[data-path]").inner_text() == "supporters/efivc/reports/2024-2025.yml"
    written = json.loads(page.evaluate("JSON.stringify(record())"))
    assert written.keys() == {"period", "submitted_on", "no_action"}


def test_what_was_written_comes_back_when_there_is_something_to_report_after_all(open_page):
    page = open_page("en/form/report/")
    title = page.locator('[data-key="activities"] [data-key="title"] input')
    title.fill("Information day")
    choose(page, "no_action", "true")
    assert page.evaluate("'activities' in record()") is False
    page.wait_for_timeout(600)
    page.reload()
    assert page.evaluate("'activities' in record()") is False
    choose(page, "no_action", "false")
    assert page.evaluate("record().activities[0].title.en") == "Information day"


def test_a_report_needs_its_organisation(open_page):
    page = open_page("en/form/report/")
    choose(page, "no_action", "true")
    page.get_by_label("From", exact=True).fill("2025-01")
    page.get_by_label("To", exact=True).fill("2025-12")
    check(page)
    assert page.locator("[data-summary] a").all_inner_texts() == ["Your organisation: This is not answered yet."]


# ---- the draft


def test_the_draft_survives_reload_and_another_language_until_it_is_forgotten(open_page):
    page = open_page("en/form/interest/")
    answer_the_eight(page)
    expect(page.locator("[data-draft-note]")).to_contain_text("Your draft is kept in this browser")
    page.reload()
    assert json.loads(page.evaluate("JSON.stringify(record())")) == EIGHT
    page.goto(page.url.replace("/en/", "/bg/"))
    assert json.loads(page.evaluate("JSON.stringify(record())")) == EIGHT
    page.go_back()
    assert json.loads(page.evaluate("JSON.stringify(record())")) == EIGHT
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Forget my draft").click()
    expect(page.locator("[data-draft]")).to_be_hidden()
    page.reload()
    assert page.evaluate("JSON.stringify(record())") == "{}"
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes('draft'))") == []


def test_each_organisation_has_a_draft_of_its_own(open_page):
    page = open_page("en/form/profile/")
    slug = page.locator("[data-slug]")
    website = answer_to(page, "website")
    for name in ("efivc", "brumelle"):
        slug.fill(name)
        slug.blur()
        website.fill(f"https://{name}.example")
        page.wait_for_timeout(600)
    slug.fill("efivc")
    slug.blur()
    expect(website).to_have_value("https://efivc.example")
    page.goto(f"{page.url.partition('#')[0]}#brumelle")
    page.reload()
    expect(website).to_have_value("https://brumelle.example")


def test_a_browser_that_keeps_nothing_is_no_hindrance(open_page):
    page = open_page("en/form/interest/")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })")
    page.reload()
    answer_the_eight(page)
    check(page)
    expect(page.locator("[data-ready]")).to_be_visible()
    assert page.faults == []


# ---- a file that is there


def test_a_file_is_shown_and_leads_to_the_place_where_it_is_changed(open_page, tmp_path):
    file = tmp_path / "supporter.yml"
    file.write_text(json.dumps(EIGHT), encoding="utf-8")
    page = open_page("en/form/profile/")
    page.locator("[data-slug]").fill("efivc")
    page.set_input_files("[data-open]", file)
    expect(answer_to(page, "website")).to_have_value(EIGHT["website"])
    check(page)
    link = page.locator("[data-forge-long] a").get_attribute("href")
    assert link == "https://git.example.org/covenant/supporters/edit/main/supporters/efivc/supporter.yml"


def test_a_file_that_cannot_be_read_changes_nothing(open_page, tmp_path):
    file = tmp_path / "supporter.yml"
    file.write_text("{", encoding="utf-8")
    page = open_page("en/form/profile/")
    answer_to(page, "website").fill("https://vale.example")
    page.set_input_files("[data-open]", file)
    expect(page.get_by_role("alert")).to_contain_text("This file cannot be read")
    expect(answer_to(page, "website")).to_have_value("https://vale.example")


# ---- for everybody


@pytest.mark.parametrize("kind", PAGES)
def test_without_javascript_the_other_roads_are_explained(open_page, kind):
    page = open_page(f"bg/form/{kind}/", java_script_enabled=False)
    expect(page.locator("[data-form]")).to_be_hidden()
    assert page.locator("[data-without-script]").is_visible()
    with page.expect_download() as found:
        page.locator("[download]").click()
    text = Path(found.value.path()).read_text(encoding="utf-8")
    document, problems = parse("file.yml", text.encode())
    assert document is not None, problems
    assert "# yaml-language-server:" in text
    assert ("Име" if kind != "report" else "Период") in text


@pytest.mark.parametrize(
    ("kind", "language", "scheme"), [("interest", "bg", "light"), ("profile", "ar", "dark"), ("report", "bg", "dark")]
)
def test_no_barrier_is_found_in_a_form_with_problems_nor_in_one_that_is_ready(open_page, kind, language, scheme):
    page = open_page(f"{language}/form/{kind}/", color_scheme=scheme, reduced_motion="reduce")
    page.click(".form [type=submit]")
    wrong = Axe().run(page)
    assert wrong.violations_count == 0, wrong.generate_report()
    no_action = {"period": {"from": "2024-01", "to": "2025-12"}, "submitted_on": "2026-02-15", "no_action": True}
    more = {"links": [{"title": {"en": "A"}, "url": "https://a.example"}], "former_names": [{"name": {"en": "B"}}]}
    given_back(page, no_action if kind == "report" else {**EIGHT, **more})
    page.locator("[data-slug]").evaluate("input => { input.value = 'vale'; }")
    page.click(".form [type=submit]")
    page.evaluate("for (const each of document.querySelectorAll('.content details')) each.open = true")
    assert page.locator("[data-ready]").is_visible()
    ready = Axe().run(page)
    assert ready.violations_count == 0, ready.generate_report()
    assert page.faults == []


@pytest.mark.parametrize("path", ["en/form/interest/", "bg/form/profile/", "bg/form/report/", "ar/form/report/"])
def test_at_320_pixels_nothing_scrolls_sideways(open_page, path):
    page = open_page(path, width=320)
    page.click(".form [type=submit]")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    given_back(page, demonstration("efivc/supporter.yml").popitem()[1])
    page.evaluate("showReady(true); for (const each of document.querySelectorAll('.content details')) each.open = true")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


def test_a_page_that_was_saved_to_disk_works(open_page, site, browser):
    page = browser.new_page()
    page.goto((site / "en" / "form" / "interest" / "index.html").as_uri())
    answer_the_eight(page)
    check(page)
    expect(page.locator("[data-ready]")).to_be_visible()
    page.close()
