"""The forge's forms are those that schema and messages make, in every language, and the forge can show them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import forms, languages
from generator.project import Project
from tests.building import ROOT, copy_project, covenant
from tests.filled_in import QUESTIONS
from tests.memory import ALL_LANGUAGES, LANGUAGES, PROJECT, SCHEMAS

FILES = forms.files(SCHEMAS, ALL_LANGUAGES)
BOOLEANS = {"y", "yes", "n", "no", "true", "false", "on", "off"}


def elements(name: str) -> list[dict[str, Any]]:
    return [each for each in yaml.safe_load(FILES[name])["body"] if each["type"] != "markdown"]


def test_the_forms_in_the_repository_are_up_to_date() -> None:
    assert forms.update(PROJECT, write=False) == [], "run: covenant forms"


@pytest.mark.parametrize("language", ALL_LANGUAGES)
def test_every_required_key_of_a_supporter_is_asked(language: str) -> None:
    asked = {each["id"].partition("-")[0]: each for each in elements(f"express-interest.{language}.yml")}
    assert asked.keys() == {*SCHEMAS.resolved["supporter"]["required"], "written_in"}
    assert all(each["validations"]["required"] for key, each in asked.items() if key != "coverage")


@pytest.mark.parametrize("language", ALL_LANGUAGES)
def test_a_form_is_in_its_language_alone(language: str) -> None:
    shown = [each["attributes"]["label"] for each in elements(f"express-interest.{language}.yml")]
    assert shown == [question.label.render(ALL_LANGUAGES[language].catalogue) for question in QUESTIONS]
    english = [question.label.render(ALL_LANGUAGES["en"].catalogue) for question in QUESTIONS]
    assert language == "en" or len(set(shown) & set(english)) < 3  # “Name” is German, too


@pytest.mark.parametrize("name", FILES)
def test_the_forge_accepts_a_form(name: str) -> None:
    """What the forge asks beyond its schema: labels and choices differ, and are neither truth values nor “None”."""
    shown = elements(name)
    labels = [each["attributes"]["label"] for each in shown]
    assert len(labels) == len(set(labels))
    assert not any("password" in label.lower() for label in labels)
    for each in shown:
        choices = each["attributes"].get("options", [])
        assert len(choices) == len(set(choices))
        assert all(isinstance(choice, str) and choice.strip() and choice.lower() != "none" for choice in choices)
    bare = [line.strip().removeprefix("- ") for line in FILES[name].splitlines()]
    assert BOOLEANS.isdisjoint(line.lower() for line in bare)


def test_forms_are_told_apart_by_name() -> None:
    names = [yaml.safe_load(text)["name"] for text in FILES.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", ALL_LANGUAGES)
def test_the_texts_are_first_expected_in_the_language_of_the_form(language: str) -> None:
    asked = next(each for each in elements(f"express-interest.{language}.yml") if each["id"] == "written_in")
    chosen = asked["attributes"]["options"][asked["attributes"]["default"]]
    assert chosen == f"{ALL_LANGUAGES[language].name} ({language})"


def test_greece_is_shown_as_it_calls_itself_in_europe() -> None:
    country = next(each for each in elements("express-interest.en.yml") if each["id"] == "country")
    assert "Greece (EL)" in country["attributes"]["options"]


def test_a_language_without_messages_asks_in_english(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content" / "en", content / "en")
    (content / "fr").mkdir()
    (content / "fr" / "language.yml").write_text("fallback: [en]\n", encoding="utf-8")
    made = forms.files(SCHEMAS, languages.load(content))
    french = yaml.safe_load(made["express-interest.fr.yml"])
    assert french["name"] == "Express interest (français)"
    assert french["body"][1]["attributes"]["label"] == "Name"


def test_forms_are_renewed_and_those_of_a_lost_language_go(tmp_path: Path) -> None:
    project = Project(copy_project(tmp_path))
    project.forms.mkdir(parents=True)
    lost, chooser = project.forms / "express-interest.xx.yml", project.forms / "config.yml"
    for path in (lost, chooser):
        path.write_text("name: x\n", encoding="utf-8")
    assert covenant(tmp_path, "forms", "--check").returncode == 1
    assert not (project.forms / "express-interest.bg.yml").exists()
    assert covenant(tmp_path, "forms").returncode == 0
    assert {path.name for path in project.forms.iterdir()} == {*forms.files(SCHEMAS, LANGUAGES), "config.yml"}
    assert covenant(tmp_path, "forms", "--check").returncode == 0
