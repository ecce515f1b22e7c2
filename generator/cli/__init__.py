"""The `covenant` command: parse arguments, call, report, exit code. No logic lives here.

A new command is a function in the module of those who call it, and its line here.
"""

from __future__ import annotations

import io
import sys
from typing import Any

import click

from generator.cli.decide import decide
from generator.cli.desk import desk
from generator.cli.erasure import erase
from generator.cli.intake import intake
from generator.cli.papers import statement
from generator.cli.receive import receive
from generator.cli.records import check, new
from generator.cli.remind import remind
from generator.cli.review import review
from generator.cli.site import build, forms, messages, serve
from generator.cli.translations import translations
from generator.project import SetUpError

COMMANDS = (
    check,
    new,
    desk,
    decide,
    statement,
    erase,
    remind,
    review,
    intake,
    receive,
    forms,
    build,
    serve,
    translations,
    messages,
)


class _Commands(click.Group):
    """The commands; what is no record and cannot be used (settings, schemas, languages) ends them with exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except SetUpError as error:
            raise click.UsageError(str(error)) from error


@click.group(cls=_Commands)
@click.version_option(package_name="covenant-supporters")
def main() -> None:
    """The Covenant Supporters registry: check records, write new ones, build the site."""
    for stream in (sys.stdout, sys.stderr):  # a terminal that lacks a letter shows a question mark
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


for command in COMMANDS:
    main.add_command(command)
