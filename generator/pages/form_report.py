"""The form for a report; those who have nothing to report are done after three answers."""

from __future__ import annotations

from generator.edition import Edition
from generator.pages import form
from generator.pages.form import Form, Section, questions
from generator.pages.page import Page
from generator.problems import say

SOURCE = "form/report.md"
SHORT = say("Hand in a report")

FORM = Form(
    "report",
    "report",
    SHORT,
    say("Report on what your organisation did for the Covenant in one year or two, without writing a file by hand."),
    say(
        "One report covers one year or two. If there is nothing to report this time, say so first: that takes a minute. "
        "Nothing leaves your browser until you decide where to send it."
    ),
    (
        Section("nothing", say("Is there nothing to report this time?"), questions("no_action")),
        Section("period", say("Which time the report is about"), questions("period", "submitted_on")),
        Section("members", say("Your members"), questions("members")),
        Section(
            "done",
            say("What you did"),
            questions(
                "activities",
                "events",
                "promoting",
                "taking_part",
                "capacity_given",
                "knowledge_sharing",
                "good_practices",
            ),
            without_action=False,
        ),
        Section(
            "needs",
            say("What is needed"),
            questions("awareness_needs", "capacity_needs", "challenges", "expectations"),
        ),
    ),
    for_known=True,
)


def page(edition: Edition) -> Page:
    """The form in one language."""
    return form.page(edition, FORM)
