"""What every page made from records consists of, and the one way to render a template."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Context
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


class _PlainContext(Context):
    """Calls functions directly: no template here wants its context passed, and asking costs half of a profile."""

    def call(self, function: Callable[..., object], *args: object, **values: object) -> object:
        values.pop("_loop_vars", None)
        values.pop("_block_vars", None)
        return function(*args, **values)


class _Environment(Environment):
    context_class = _PlainContext


@cache
def _environment() -> Environment:
    return _Environment(
        loader=PackageLoader("generator", "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(name: str, edition: Edition, /, **values: object) -> Markup:
    """A template of this folder for an edition (`e`, with `_` and `n` for its messages)."""
    return Markup(_environment().get_template(name).render(e=edition, _=edition.t, n=edition.n, **values))
