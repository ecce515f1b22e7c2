"""What changes outside the records, in words: texts of the site by language, and the parts of the program."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Message, printable_path, say
from generator.review.case import Case
from generator.review.kinds import Kind, kind_of_path, slug_of
from generator.review.risks import Found, Risk
from generator.review.words import Words

_PARTS = {
    "schemas/": say("Schemas, which say what records may contain"),
    ".github/": say("Workflows, which run on the forge with its rights"),
    "mkdocs.yml": say("Settings, such as who is the Office"),
    "generator/": say("The program"),
    "tests/": say("Tests"),
    "content": say("Guide for translators"),
    "": say("Other files"),
}
"""The parts of the program by the beginning of their paths; the first that fits counts."""


def differences(case: Case, words: Words) -> Iterator[Found]:
    """The files of each part."""
    parts: dict[str, list[str]] = {}
    for path in (path for path in case.proposal.paths if slug_of(path) is None):
        parts.setdefault(_beginning(path), []).append(printable_path(path))
    for beginning, paths in parts.items():
        risk = Risk.MEDIUM if beginning.startswith("content") else Risk.HIGH
        yield risk, say("%(part)s: %(paths)s", part=_name(words, beginning), paths=words.some(paths))


def _beginning(path: str) -> str:
    """The beginning of a path that says which part it belongs to."""
    if kind_of_path(path, ()) is Kind.CONTENT:
        return "/".join(path.split("/")[:-1][:2])
    return next(beginning for beginning in _PARTS if path.startswith(beginning))


def _name(words: Words, beginning: str) -> Message:
    _, _, language = beginning.partition("content/")
    if language:
        return say("Texts of the site in %(language)s", language=words.language.language(language))
    return _PARTS[beginning]
