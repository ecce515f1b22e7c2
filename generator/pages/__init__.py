"""The pages that are made from records, one module and the template beside it each.

A page that exists once in each language has its line in `ONCE`; the profile, or the
page of an erased record, exists once for each organisation and is stamped into a shell. A new page is its module, its template and its line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from generator.edition import Edition
from generator.pages import directory, home, profile, reports, site_map, tombstone
from generator.pages.page import Page
from generator.problems import Message


class OncePerLanguage(Protocol):
    """A module that makes one page in each language."""

    SOURCE: str
    """The path of the page within its language, as if it were written: `reports/index.md`."""

    SHORT: Message
    """Its label in menus."""

    def page(self, edition: Edition, /) -> Page: ...


_MODULES: tuple[OncePerLanguage, ...] = (directory, reports, site_map)

ONCE: Mapping[str, OncePerLanguage] = {module.SOURCE: module for module in _MODULES}
"""The modules by the path of their page within its language."""

__all__ = ["ONCE", "OncePerLanguage", "Page", "home", "profile", "tombstone"]
