"""Profiles by the thousand: the theme renders one shell a language, and each record is stamped into it.

A shell is an ordinary page whose texts are slots. It is cut at them once; a profile is then its parts
joined with that record's texts. A slot that is missing, or unknown, fails loudly.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup, escape

from generator.edition import Edition
from generator.pages import profile
from generator.pages.page import Page

SLOTS = ("slug", "title", "description", "body", "data")

_SLOT = re.compile(r"slot-([a-z]+)-d41f")


def _slot(name: str) -> str:
    return f"slot-{name}-d41f"


@dataclass(frozen=True, slots=True)
class ShellPage:
    """The page that MkDocs is given to render: every text a slot."""

    source: str
    record: str
    page: Page
    structured_data: str


SHELL = ShellPage(
    source=f"{profile.FOLDER}{_slot('slug')}.md",
    record=f"supporters/{_slot('slug')}/supporter.yml",
    page=Page(_slot("title"), _slot("title"), _slot("description"), Markup(_slot("body"))),
    structured_data=_slot("data"),
)


class SlotError(Exception):
    """The theme lost a slot of the shell, or shows one that does not exist."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered shell, cut: the fixed parts, and the names of the slots between them."""

    parts: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Shell:
        """Cut a rendered page at its slots. Raises SlotError."""
        pieces = _SLOT.split(html)
        shell = cls(tuple(pieces[::2]), tuple(pieces[1::2]))
        if set(shell.names) != set(SLOTS):
            raise SlotError(f"slots in the page: {sorted(set(shell.names))}; wanted: {sorted(SLOTS)}")
        return shell

    def fill(self, values: Mapping[str, str]) -> str:
        """The page with the texts of one record; the texts are safe for HTML already."""
        pieces = [self.parts[0]]
        for name, part in zip(self.names, self.parts[1:], strict=True):
            pieces += (values[name], part)
        return "".join(pieces)


def profiles(edition: Edition, shell: Shell) -> Iterator[tuple[str, str]]:
    """The address within the language and the whole HTML of each profile."""
    for organisation in edition.with_profile:
        page = profile.page(edition, organisation)
        values = {
            "slug": organisation.slug,
            "title": str(escape(page.title)),
            "description": str(escape(page.description)),
            "body": str(page.body),
            "data": profile.structured_data(edition, organisation),
        }
        yield f"{profile.FOLDER}{organisation.slug}/", shell.fill(values)


def stamp(edition: Edition, shell: Shell, site: Path) -> None:
    """Write all profiles of one edition below the folder of the site."""
    for url, html in profiles(edition, shell):
        folder = f"{site}/{edition.root}{url}"
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - by the thousand, plain strings are twice as fast
        with open(f"{folder}index.html", "wb") as file:  # noqa: PTH123
            file.write(html.encode())
