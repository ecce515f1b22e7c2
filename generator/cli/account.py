"""An account of the forge on the command line."""

from __future__ import annotations

from typing import Any

import click

from generator.accounts import Author


class Account(click.ParamType[Author]):
    """An account of the forge, as `ID:LOGIN`."""

    name = "ID:LOGIN"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Author:
        try:
            return value if isinstance(value, Author) else Author.of(value)
        except ValueError:
            self.fail(f"“{value}” is no account such as 123456:example-login", param, ctx)
