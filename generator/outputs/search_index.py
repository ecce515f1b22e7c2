"""What search finds: one index a language, in the form that the theme's search worker reads.

Written pages are split at their headings; each profile is one entry. A field `folded` holds the words
without diacritics, so that “knjiznice” finds “knjižnice”, and names in Latin letters, so that “abcho”
finds “АБЧО”. Stemmers cut words, so that what a reader has typed of one would no longer be its beginning:
in `folded` a sign at the end keeps each word whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

from generator.edition import Edition
from generator.folding import fold
from generator.foreign import plain
from generator.registry import Organisation
from generator.transliteration import in_latin

_WORD = re.compile(r"\w+")

STEMMERS = frozenset("ar da de el en es fi fr hu hy it nl pt ro ru sv".split())
"""The languages whose endings the worker's library knows; in all others words are found by their beginning."""

WHOLE = "="
"""The sign behind a word that no stemmer shall cut; it separates no words."""


def config(code: str) -> dict[str, object]:
    """How the index of a language is made: with its own stemmer, if there is one, and without stop words."""
    return {
        "lang": [code if code in STEMMERS else "en"],
        "separator": r"[\s\-–—.,:;!?„“”‘’«»\"'()\[\]/]+",
        "pipeline": ["stemmer"] if code in STEMMERS else [],
        "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "folded": {"boost": 1.0}},
    }


Written = tuple[str, str, str]
"""A written page: its address within the language, its title, its HTML."""


def _sections(language: str, page: Written) -> Iterator[dict[str, str]]:
    """The entries of a written page, cut at its headings."""
    url, title, html = page
    cutter = _Cutter(title)
    cutter.feed(html)
    for anchor, heading, text in cutter.sections:
        yield _row(language, f"{url}#{anchor}" if anchor else url, heading, " ".join(text.split()))


class _Cutter(HTMLParser):
    """Cuts a page at headings that have an id."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.sections: list[tuple[str, str, str]] = [("", title, "")]
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        anchor = dict(attrs).get("id")
        if tag in ("h2", "h3") and anchor:
            self.sections.append((anchor, "", ""))
            self._in_heading = True
        elif tag in ("p", "li", "td", "dd"):
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h2", "h3"):
            self._in_heading = False

    def handle_data(self, data: str) -> None:
        anchor, heading, text = self.sections[-1]
        self.sections[-1] = (anchor, heading + data, text) if self._in_heading else (anchor, heading, text + data)


def _row(language: str, location: str, title: str, text: str, names: Iterable[str] = ()) -> dict[str, str]:
    title, text = plain(title), plain(text)
    words = {word.lower() for word in _WORD.findall(f"{title} {text}")}
    latin = {word for name in names for word in _WORD.findall(in_latin(name))}
    folded = {fold(word) for word in words} | latin
    whole = {f"{word}{WHOLE}" for word in folded} if language in STEMMERS else folded - words
    return {"location": location, "title": title, "text": text, "folded": " ".join(sorted(whole))}


def _profile(edition: Edition, organisation: Organisation) -> dict[str, str]:
    supporter = organisation.supporter
    names = [*supporter.name.values(), *supporter.acronym.values()]
    former = [name for each in supporter.former_names for name in each.name.values()]
    description = edition.choose(supporter.description).value
    text = [edition.country(supporter.country), *names, *former, " ".join(description.split())]
    return _row(
        edition.language.code,
        f"supporters/{organisation.slug}/",
        edition.choose(supporter.name).value,
        " · ".join(text),
        names,
    )


def write(edition: Edition, written: Sequence[Written], site: Path) -> None:
    sections = [row for page in written for row in _sections(edition.language.code, page)]
    rows = [*sections, *(_profile(edition, each) for each in edition.with_profile)]
    file = site / edition.root / "search" / "search_index.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    index = {"config": config(edition.language.code), "docs": rows, "options": {"suggest": False}}
    file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
