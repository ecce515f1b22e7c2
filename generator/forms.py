"""The forge's issue forms, two in every language of the site: to express interest, and to report a problem.

They are files in the repository because the forge wants them so, and made from schema and messages like
everything else that is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator import languages
from generator.languages import Language
from generator.problems import Message, say
from generator.project import Project
from generator.questions import WRITTEN_IN, Question, questions
from generator.schemas import Schemas

Element = Mapping[str, Any]
"""One element of a form, as the forge's schema has it."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a form is called, and the label that the forge gives to the issues it makes."""

    file: str
    label: str
    name: Message
    purpose: Message
    title: Message
    introduction: Message


INTEREST = Form(
    "express-interest",
    "expression-of-interest",
    say("Express interest"),
    say("Your organisation wants to become a supporter. No Git, and no file to write."),
    say("Expression of interest: "),
    say(
        "**What you send here is public at once, and stays so.** Leave out names of contact persons, telephone "
        "numbers, personal mailboxes and signed papers. A program makes a record of your answers and proposes it, "
        "with your account named as its author. People of the Office read it and ask here if something is unclear."
    ),
)
PROBLEM = Form(
    "report-problem",
    "record-problem",
    say("Report a problem with a record"),
    say("Something that the site says about an organisation is wrong or out of date."),
    say("Problem: "),
    say(
        "**If personal data are on the site, do not use this form and do not repeat them.** Write to the operator of "
        "the site instead; the page on data protection has the address."
    ),
)


def files(schemas: Schemas, site: Mapping[str, Language]) -> dict[str, str]:
    """The name and the text of every form in the languages of the site."""
    asked = questions(schemas.resolved["supporter"])
    written = {}
    for code, language in site.items():
        interest = [_question(question, language, site) for question in asked]
        written[f"{INTEREST.file}.{code}.yml"] = _text(INTEREST, language, interest)
        written[f"{PROBLEM.file}.{code}.yml"] = _text(PROBLEM, language, _about_a_problem(language))
    return written


def _text(form: Form, language: Language, elements: Iterable[Element]) -> str:
    def words(message: Message) -> str:
        return message.render(language.catalogue)

    content = {
        "name": f"{words(form.name)} ({language.name})",
        "description": words(form.purpose),
        "title": words(form.title),
        "labels": [form.label],
        "body": [{"type": "markdown", "attributes": {"value": words(form.introduction)}}, *elements],
    }
    return yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)


class _Dumper(yaml.SafeDumper):
    """Writes the same list twice rather than refer to it."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _question(question: Question, language: Language, site: Mapping[str, Language]) -> Element:
    choices = question.choices(language, site)
    attributes: dict[str, Any] = _words(question.label, question.help, language)
    if choices:
        attributes |= {"multiple": question.several, "options": list(choices)}
    if question.path == WRITTEN_IN:
        attributes["default"] = list(choices.values()).index(language.code)
    if question.example:
        attributes["placeholder"] = question.example
    kind = "dropdown" if choices else "textarea" if question.in_paragraphs else "input"
    return _element(kind, "-".join(question.path), attributes, required=question.required)


def _about_a_problem(language: Language) -> list[Element]:
    which = _words(say("Organisation"), say("Its name, or the address of its page on the site."), language)
    what = _words(say("What is wrong"), say("What is written there now, and what would be right."), language)
    where = _words(
        say("Where one can see it"), say("A public page that shows what is right, if there is one."), language
    )
    return [
        _element("input", "organisation", which, required=True),
        _element("textarea", "wrong", what, required=True),
        _element("input", "source", where, required=False),
    ]


def _words(label: Message, help_text: Message, language: Language) -> dict[str, Any]:
    return {"label": label.render(language.catalogue), "description": help_text.render(language.catalogue)}


def _element(kind: str, key: str, attributes: Mapping[str, Any], *, required: bool) -> Element:
    return {"type": kind, "id": key, "attributes": attributes, "validations": {"required": required}}


def update(project: Project, *, write: bool) -> list[Path]:
    """Bring every form in step with schema and messages; the files that were not. Without `write` nothing is changed."""
    wanted = files(Schemas(project.schemas), languages.load(project.content))
    there = {path.name: path.read_text(encoding="utf-8") for path in project.forms.glob("*-*.*.yml")}
    behind = sorted(name for name in wanted.keys() | there if wanted.get(name) != there.get(name))
    for name in behind if write else ():
        project.forms.mkdir(parents=True, exist_ok=True)
        if name in wanted:
            (project.forms / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            (project.forms / name).unlink()
    return [project.forms / name for name in behind]
