"""Templates of HTML: every value in them is escaped, and a name that means nothing is an error."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Context


class _PlainContext(Context):
    """Calls functions directly: no template here wants its context passed, and asking costs half of a profile."""

    def call(self, function: Callable[..., object], *args: object, **values: object) -> object:
        values.pop("_loop_vars", None)
        values.pop("_block_vars", None)
        return function(*args, **values)


class _Environment(Environment):
    context_class = _PlainContext


@cache
def templates(folder: str) -> Environment:
    """The templates beside the modules of a folder of the generator, for example `pages`."""
    return _Environment(
        loader=PackageLoader("generator", folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
