"""Texts are plain: no HTML, no Markdown, no template code. The site escapes them, so that it would show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.run import Run, texts
from generator.problems import Problem, say
from generator.registry import Registry

_HTML = re.compile(r"<\s*[/!]?\s*[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});|<!--")
_MARKDOWN = re.compile(r"\]\(|!\[|^#{1,6}\s|\*\*\S|__\S+__|^```", re.MULTILINE)
_TEMPLATE = re.compile(r"\{\{|\{%|\$\{")


def check(registry: Registry, run: Run) -> Iterator[Problem]:
    for document in registry.documents.values():
        for path, text in texts(document):
            if _HTML.search(text):
                what = say("HTML")
            elif _TEMPLATE.search(text):
                what = say("template code")
            elif _MARKDOWN.search(text):
                what = say("Markdown")
            else:
                continue
            yield Problem(
                document.place(path),
                "markup",
                say("The text contains %(what)s; it would be shown as it stands.", what=what),
                say("Write plain sentences; an empty line begins a new paragraph. Links go under “links”."),
            )
