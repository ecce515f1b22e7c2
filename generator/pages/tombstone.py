"""The page at the address of an erased record: that it was erased, on which day, and who carries on."""

from __future__ import annotations

from generator.edition import Edition
from generator.pages.page import Page, render
from generator.pages.profile import carried_on_by
from generator.records import Tombstone

PRIVACY = "privacy.md"
"""The page that says how data is erased; a language may lack it."""


def page(edition: Edition, slug: str, tombstone: Tombstone) -> Page:
    """The page in one language."""
    title = edition.t("Erased record")
    body = render(
        "tombstone.html",
        edition,
        title=title,
        tombstone=tombstone,
        successor=carried_on_by(edition, slug),
        privacy=PRIVACY,
    )
    description = edition.t("The record of an organisation that stood at this address has been erased.")
    return Page(title, title, description, body)
