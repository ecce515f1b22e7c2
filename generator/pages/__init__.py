"""The pages that are made from records, one module and the template beside it each.

A page that exists once in each language has its line in `ONCE`; pages of which the records decide how many
there are have their own `made(registry)`. The profile, or the page of an erased record, exists once for each
organisation and is stamped into a shell. A new page is its module, its template and its line here.
"""

from __future__ import annotations

from typing import Protocol

from generator.edition import Edition
from generator.pages import (
    directory,
    form_interest,
    form_profile,
    form_report,
    home,
    profile,
    report_year,
    reports,
    site_map,
    status,
    tombstone,
    written,
)
from generator.pages.page import Made, Page
from generator.problems import Message
from generator.registry import Registry


class OncePerLanguage(Protocol):
    """A module that makes one page in each language."""

    SOURCE: str
    """The path of the page within its language, as if it were written: `reports/index.md`."""

    SHORT: Message
    """Its label in menus."""

    def page(self, edition: Edition, /) -> Page: ...


ONCE: tuple[OncePerLanguage, ...] = (
    directory,
    reports,
    status,
    site_map,
    form_interest,
    form_profile,
    form_report,
)


def made(registry: Registry) -> dict[str, Made]:
    """The pages made from a registry in each language, by their path within it."""
    once = {module.SOURCE: Made(module.SHORT, module.page) for module in ONCE}
    return once | report_year.made(registry)


__all__ = ["ONCE", "Made", "OncePerLanguage", "Page", "home", "made", "profile", "tombstone", "written"]
