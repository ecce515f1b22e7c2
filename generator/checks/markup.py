"""Texts are plain: no HTML, no Markdown, no template code. The site escapes them, so that it would show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.context import Context
from generator.documents import Document
from generator.problems import Message, Problem, say
from generator.registry import Registry

_MARKUP = (
    (re.compile(r"<\s*(?:[/!]\s*)?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});|<!--"), say("HTML")),
    (re.compile(r"\{\{|\{%|\$\{"), say("template code")),
    (re.compile(r"\]\(|!\[|^#{1,6}\s|\*\*\S|__[^\s_]+__|^```", re.MULTILINE), say("Markdown")),
)
_SIGNS = ("<", "{", "`", "](", "![", "**", "__", "\n#")
_ENTITY = re.compile(r"&[#a-zA-Z]")


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    for document in registry.readable.values():
        if not _may_have_markup(document):
            continue
        for path, text in document.texts:
            if found := _markup(text):
                what, part = found
                yield Problem(
                    document.place_within(path, part),
                    "markup-in-text",
                    say("The text contains %(what)s; it would be shown as it stands.", what=what),
                    say("Write plain sentences; an empty line begins a new paragraph. Links go under “links”."),
                )


def _may_have_markup(document: Document) -> bool:
    """A quick look at all texts together."""
    together = "\n".join(["", *(text for _, text in document.texts)])
    return any(map(together.__contains__, _SIGNS)) or _ENTITY.search(together) is not None


def _markup(text: str) -> tuple[Message, str] | None:
    """What markup a text contains, and the part of it."""
    found = ((name, pattern.search(text)) for pattern, name in _MARKUP)
    return next(((name, match[0]) for name, match in found if match), None)


PATTERNS = tuple(pattern for pattern, _ in _MARKUP)
"""What the form searches with."""
