"""Profiles by the thousand: the theme renders one shell of a kind and language, and each record is stamped into it.

A shell is an ordinary page whose texts are slots. It is cut at them once; a profile is then its parts
joined with that record's texts. A slot that is missing, or unknown, fails loudly. What depends on the
kind of page alone (an erased record has no link for changes, and search engines pass it by) is the
theme's to decide, so there is a shell for each kind.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from markupsafe import Markup, escape

from generator.edition import Edition
from generator.foreign import plain, with_elements
from generator.pages import profile, tombstone
from generator.pages.page import Page

_SLOT = re.compile(r"slot-([a-z]+)-d41f")


def _slot(name: str) -> str:
    return f"slot-{name}-d41f"


@dataclass(frozen=True, slots=True)
class ShellPage:
    """The page of one kind that MkDocs is given to render: every text a slot; `address` is the slot of the folder."""

    address: str
    record: str = ""
    structured_data: str = ""
    indexed: bool = True

    @property
    def source(self) -> str:
        return f"{profile.FOLDER}{_slot(self.address)}.md"

    @property
    def page(self) -> Page:
        return Page(_slot("title"), _slot("title"), _slot("description"), Markup(_slot("body")))

    @property
    def slots(self) -> frozenset[str]:
        """The slots that the rendered page must have."""
        return frozenset({self.address, "title", "description", "body"} | ({"data"} if self.structured_data else set()))


PROFILE = ShellPage("slug", f"supporters/{_slot('slug')}/supporter.yml", _slot("data"))
TOMBSTONE = ShellPage("erased", indexed=False)

SHELLS: Mapping[str, ShellPage] = {shell.source: shell for shell in (PROFILE, TOMBSTONE)}
"""The shells by their path within a language."""


class SlotError(Exception):
    """The theme lost a slot of the shell, or shows one that does not exist."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered shell, cut: the fixed parts, and the names of the slots between them."""

    parts: tuple[str, ...]
    names: tuple[str, ...]

    @classmethod
    def cut(cls, html: str, slots: frozenset[str]) -> Shell:
        """Cut a rendered page at its slots. Raises SlotError."""
        pieces = _SLOT.split(html)
        shell = cls(tuple(pieces[::2]), tuple(pieces[1::2]))
        if set(shell.names) != slots:
            raise SlotError(f"slots in the page: {sorted(set(shell.names))}; wanted: {sorted(slots)}")
        return shell

    def fill(self, values: Mapping[str, str]) -> str:
        """The page with the texts of one record; the texts are safe for HTML already."""
        pieces = [self.parts[0]]
        for name, part in zip(self.names, self.parts[1:], strict=True):
            pieces += (values[name], part)
        return "".join(pieces)


Shells = Mapping[str, Shell]
"""The shells of one language, by their path within it."""


def profiles(edition: Edition, shell: Shell) -> Iterator[tuple[str, str]]:
    """The folder and the whole HTML of each profile."""
    for organisation in edition.with_profile:
        texts = _texts(profile.page(edition, organisation))
        data = profile.structured_data(edition, organisation)
        yield organisation.slug, shell.fill({**texts, PROFILE.address: organisation.slug, "data": data})


def tombstones(edition: Edition, shell: Shell) -> Iterator[tuple[str, str]]:
    """The folder and the whole HTML of the page of each erased record."""
    for slug, record in edition.site.registry.tombstones.items():
        yield slug, shell.fill({**_texts(tombstone.page(edition, slug, record)), TOMBSTONE.address: slug})


def _texts(page: Page) -> dict[str, str]:
    title, description = (plain(escape(text)) for text in (page.title, page.description))
    return {"title": title, "description": description, "body": with_elements(page.body)}


def stamp(edition: Edition, shells: Shells, site: Path) -> None:
    """Write all pages of organisations of one edition below the folder of the site."""
    pages = chain(profiles(edition, shells[PROFILE.source]), tombstones(edition, shells[TOMBSTONE.source]))
    for slug, html in pages:
        folder = f"{site}/{edition.root}{profile.FOLDER}{slug}"
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - by the thousand, plain strings are twice as fast
        with open(f"{folder}/index.html", "wb") as file:  # noqa: PTH123
            file.write(html.encode())
