"""What the three pages of the form share: sections of fields, the roads out, and what the scripts are told.

A page is made of steps. Where it asks few questions each of them is a step, else each section is one.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.edition import Edition
from generator.form.contract import contract
from generator.form.fields import fields
from generator.pages.page import Page, embedded, render
from generator.problems import Message
from generator.skeleton import Skeleton

LONGEST_ADDRESS = 7500
"""Bytes; the forge opens longer addresses only in part of the browsers."""


@dataclass(frozen=True, slots=True)
class Question:
    """Fields that are asked together; without a title it is one field, which has its own."""

    keys: tuple[str, ...]
    title: Message | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a form.

    `numbered` counts its questions as steps, `folded` is opened by those who want it, `without_action` stays for
    a report that there is nothing to report.
    """

    id: str
    title: Message
    questions: Sequence[Question]
    lead: Message | None = None
    numbered: bool = False
    folded: bool = False
    without_action: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """One page of the form: its kind of record, its words, its sections; `for_known` asks which organisation it is for."""

    name: str
    kind: str
    title: Message
    description: Message
    lead: Message
    sections: Sequence[Section]
    for_known: bool


def questions(*keys: str) -> tuple[Question, ...]:
    """Each key as a question of its own."""
    return tuple(Question((key,)) for key in keys)


def page(edition: Edition, form: Form) -> Page:
    """A page of the form in one language."""
    title = edition.t(form.title.text)
    body = render(
        "form.html",
        edition,
        form=form,
        fields=fields(edition, form.kind),
        contract=embedded(contract(form.kind, edition, edition.site.examples)),
        skeleton=_download(_skeleton(edition, form.kind).text()),
        file=f"{form.kind}.yml",
        new=_new(edition),
        longest=LONGEST_ADDRESS,
        organisations=_organisations(edition),
    )
    return Page(title, title, edition.t(form.description.text), body)


def _skeleton(edition: Edition, kind: str) -> Skeleton:
    folder = "../../schemas" if kind == "supporter" else "../../../schemas"
    schema = edition.site.schemas.resolved[kind]
    return Skeleton(schema, edition.language, f"{folder}/{kind}.schema.json")


def _download(text: str) -> str:
    """An address that holds a text file itself, so that it can be downloaded from a page that was saved to disk."""
    return f"data:text/yaml;charset=utf-8;base64,{b64encode(text.encode()).decode()}"


def _new(edition: Edition) -> str:
    """Where the forge begins a new file: its editor under another word."""
    site = edition.site
    branch = site.edit_url.removeprefix(f"{site.repository_url}/edit/").strip("/")
    return f"{site.repository_url}/new/{quote(branch)}"


def _organisations(edition: Edition) -> list[tuple[str, str]]:
    """Folder and name of every organisation that has a page."""
    return [(each.slug, edition.choose(each.supporter.name).value) for each in edition.with_profile]
