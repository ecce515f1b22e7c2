"""The files of MkDocs' theme that the site uses: one style sheet, the search worker, and the stemmers of its languages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from generator.outputs.search_index import STEMMERS

_THEMES_OWN = re.compile(r"assets/(javascripts|stylesheets|images)/")
_NAMED = {
    "material_css": re.compile(r"assets/stylesheets/main\.\w+\.min\.css"),
    "search_worker": re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js"),
}
_STEMMER = re.compile(r"assets/javascripts/lunr/min/lunr\.([\w.]+)\.min\.js")


def named(paths: Iterable[str]) -> dict[str, str]:
    """The files that pages name, by what they are called there."""
    return {name: path for path in paths for name, form in _NAMED.items() if form.fullmatch(path)}


def is_used(path: str, languages: Collection[str]) -> bool:
    """Whether a site in these languages uses a file; of the theme's own it does without most."""
    if stemmer := _STEMMER.fullmatch(path):
        return stemmer[1] == "stemmer.support" or stemmer[1] in STEMMERS & set(languages)
    return not _THEMES_OWN.match(path) or any(form.fullmatch(path) for form in _NAMED.values())
