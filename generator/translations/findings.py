"""What is to be done in a language, as problems with their places: nothing here keeps an applicant waiting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.content import sections
from generator.languages import SOURCE, Language
from generator.problems import Message, Place, Problem, Severity, say, say_number
from generator.translations import Coverage
from generator.translations.guards import drift
from generator.translations.pairs import pairs


def findings(coverage: Coverage, languages: Mapping[str, Language]) -> list[Problem]:
    """Everything to be done in a language: warnings for what is missing or behind, errors for what has drifted."""
    return [*_missing(coverage), *_behind(coverage), *drift(pairs(coverage.language, languages[SOURCE]))]


def _missing(coverage: Coverage) -> Iterator[Problem]:
    folder = f"content/{coverage.language.code}"
    for path in coverage.pages_missing:
        yield _warning(
            Place(f"{folder}/{path}"),
            "page-missing",
            say("This page is not translated."),
            say("Until it is, its readers see the English one. It is in content/en/."),
        )
    catalogue, place = coverage.catalogue, Place(f"{folder}/messages.po")
    if missing := catalogue.missing:
        message = say_number(
            "%(number)d message has no translation.", "%(number)d messages have no translation.", missing
        )
        yield _warning(place, "messages-missing", message, say("Fill in what is empty."))
    if fuzzy := catalogue.fuzzy:
        message = say_number(
            "%(number)d message is marked as doubtful.", "%(number)d messages are marked as doubtful.", fuzzy
        )
        yield _warning(place, "messages-fuzzy", message, say("Check each, and delete its mark “fuzzy”."))


def _behind(coverage: Coverage) -> Iterator[Problem]:
    language = coverage.language
    for page in coverage.pages_behind:
        path = f"content/{language.code}/{page.path}"
        lines = sections((language.folder / page.path).read_text(encoding="utf-8")) if language.folder else {}
        hint = say("Make the same change here, then run: covenant translations --in-step %(path)s", path=Message(path))
        for name, fingerprint in page.sections.items():
            line, _ = lines.get(name, (1, ""))
            yield _warning(Place(path, line), "section-behind", _said_of(name, fingerprint), hint)


def _said_of(section: str, fingerprint: str) -> Message:
    """What is said of a section that is not in step."""
    if not fingerprint:
        return say("The English page has no section “%(section)s” any more.", section=section)
    return say(
        "The English text of the section “%(section)s” has changed, or was never compared (now: %(fingerprint)s).",
        section=section,
        fingerprint=Message(fingerprint),
    )


def _warning(place: Place, code: str, message: Message, hint: Message) -> Problem:
    return Problem(place, code, message, hint, Severity.WARNING)
