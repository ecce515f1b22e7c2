"""What search finds: one index a language, in the form that the theme's search worker reads.

Written pages are split at their headings; each profile is one entry. A field `folded` holds the words
without diacritics, so that “knjiznice” finds “knjižnice”.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from generator.edition import Edition
from generator.folding import fold
from generator.foreign import plain
from generator.registry import Organisation

_WORD = re.compile(r"\w+")

CONFIG = {
    "lang": ["en"],
    "separator": r"[\s\-–—.,:;!?„“”‘’«»\"'()\[\]/]+",
    "pipeline": [],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "folded": {"boost": 1.0}},
}
"""No stemmer and no stop words: words are found by their beginning, in every script alike."""


@dataclass(slots=True)
class Entries:
    """What search finds in the written pages of one language."""

    rows: list[dict[str, str]] = field(default_factory=list)

    def add_page(self, url: str, title: str, html: str) -> None:
        """Add a page, cut at its headings; `url` within the language."""
        cutter = _Cutter(title)
        cutter.feed(html)
        for anchor, heading, text in cutter.sections:
            location = f"{url}#{anchor}" if anchor else url
            self.rows.append(_row(location, heading, " ".join(text.split())))


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


def _row(location: str, title: str, text: str) -> dict[str, str]:
    title = plain(title)
    words = {word.lower() for word in _WORD.findall(f"{title} {text}")}
    folded = sorted({fold(word) for word in words} - words)
    return {"location": location, "title": title, "text": text, "folded": " ".join(folded)}


def _profile(edition: Edition, organisation: Organisation) -> dict[str, str]:
    supporter = organisation.supporter
    names = [*supporter.name.values(), *supporter.acronym.values()]
    former = [name for each in supporter.former_names for name in each.name.values()]
    description = edition.choose(supporter.description).value
    text = [edition.country(supporter.country), *names, *former, " ".join(description.split())]
    return _row(f"supporters/{organisation.slug}/", edition.choose(supporter.name).value, " · ".join(text))


def write(edition: Edition, entries: Entries, site: Path) -> None:
    rows = [*entries.rows, *(_profile(edition, each) for each in edition.with_profile)]
    file = site / edition.root / "search" / "search_index.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    index = {"config": CONFIG, "docs": rows, "options": {"suggest": False}}
    file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
