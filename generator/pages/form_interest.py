"""The form that starts an application: eight questions, and all the rest for those who want to say more at once."""

from __future__ import annotations

from generator.edition import Edition
from generator.pages import form
from generator.pages.form import Form, Question, Section, questions
from generator.pages.page import Page
from generator.problems import say

SOURCE = "form/interest.md"
SHORT = say("Express interest")

FORM = Form(
    "interest",
    "supporter",
    SHORT,
    say("Eight questions that start the application of an organisation that wants to support the Covenant."),
    say(
        "Eight questions, and your application can start. Nothing leaves your browser until you decide where to send it."
    ),
    (
        Section(
            "start",
            say("Eight questions to start with"),
            (
                *questions("name", "type"),
                Question(("not_for_profit", "funding", "mandate"), say("How the organisation works")),
                Question(("country", "coverage"), say("Seat and area")),
                *questions("website", "contact", "languages", "description"),
            ),
            numbered=True,
        ),
        Section(
            "more",
            say("More about us"),
            questions("acronym", "former_names", "seat", "expertise", "services", "members", "links"),
            say("All of this can be added later."),
            folded=True,
        ),
    ),
    for_known=False,
)


def page(edition: Edition) -> Page:
    """The form in one language."""
    return form.page(edition, FORM)
