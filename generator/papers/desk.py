"""The Office's desk on paper or in a browser: for a meeting, or for those who use no terminal."""

from __future__ import annotations

from generator.desk import Desk
from generator.desk.sections import NOTHING_WAITS, sections, title
from generator.edition import Edition
from generator.papers.paper import Paper, render
from generator.problems import Message


def desk(edition: Edition, shown: Desk) -> Paper:
    """The whole desk in the language of an edition."""
    language = edition.language

    def words(message: Message) -> str:
        return message.render(language.catalogue)

    html = render(
        "desk",
        edition,
        words=words,
        title=words(title(shown, language)),
        sections=sections(shown, language),
        nothing=words(NOTHING_WAITS),
    )
    return Paper(f"desk-{shown.today.isoformat()}-{language.code}", html)
