"""The form for a profile that is there already: everything a record can say about an organisation."""

from __future__ import annotations

from generator.edition import Edition
from generator.pages import form
from generator.pages.form import Form, Section, questions
from generator.pages.page import Page
from generator.problems import say

SOURCE = "form/profile.md"
SHORT = say("Update my profile")

FORM = Form(
    "profile",
    "supporter",
    SHORT,
    say("Change what the registry says about your organisation, without writing a file by hand."),
    say(
        "Open the file of your record, change what is out of date, and send it. Nothing leaves your browser until you "
        "decide where to send it."
    ),
    (
        Section(
            "who",
            say("Who you are"),
            questions("name", "acronym", "former_names", "type", "not_for_profit", "funding", "mandate"),
        ),
        Section("where", say("Where you are"), questions("country", "seat", "coverage")),
        Section("contact", say("How you can be reached"), questions("website", "contact", "languages")),
        Section("offer", say("What you offer"), questions("expertise", "services", "members")),
        Section("words", say("In your own words"), questions("description", "links")),
    ),
    for_known=True,
)


def page(edition: Edition) -> Page:
    """The form in one language."""
    return form.page(edition, FORM)
