"""What every page made from records consists of, and the one way to render a template."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from generator.content import PageFacts
from generator.edition import Edition


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


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("generator", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


def render(name: str, edition: Edition, /, **values: object) -> Markup:
    """A template of this folder for an edition (`e`, with `_` and `n` for its messages)."""
    return Markup(_template(name).render(e=edition, _=edition.t, n=edition.n, **values))  # noqa: S704: autoescaped
