"""What every page made from records consists of, and the one way to render a template."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from generator.content import PageFacts
from generator.edition import Edition
from generator.problems import Message
from generator.templates import templates


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its title, its label in menus, its description, its body."""

    title: str
    short: str
    description: str
    body: Markup

    @property
    def facts(self) -> PageFacts:
        """What the theme needs around the body."""
        return PageFacts(self.title, self.short, self.description)


@dataclass(frozen=True, slots=True)
class Made:
    """A page made from records: its label in menus, and how it is made in a language."""

    short: Message
    page: Callable[[Edition], Page]


def render(name: str, edition: Edition, /, **values: object) -> Markup:
    """A template of this folder for an edition (`e`, with `_` and `n` for its messages)."""
    return Markup(templates("pages").get_template(name).render(e=edition, _=edition.t, n=edition.n, **values))


_NOT_IN_A_SCRIPT = re.compile("[<\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\uffff\U000e0000-\U000e007f]")
"""What would end the element, and what nobody sees, which other programs may take for something else."""


def embedded(data: object) -> Markup:
    """Data as JSON that can stand in a `script` element, whatever is in it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(_NOT_IN_A_SCRIPT.sub(lambda found: _escape(found[0]), text))


def _escape(character: str) -> str:
    return r"\u003c" if character == "<" else json.dumps(character)[1:-1]
