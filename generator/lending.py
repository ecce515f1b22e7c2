"""The written pages of a language: its own, and for those it lacks the ones of the languages it falls back to.

A lent page says so: what it tells of itself (title, label, description) carries the mark of its language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator import languages
from generator.content import PageFacts
from generator.foreign import marked
from generator.languages import Language


@dataclass(frozen=True, slots=True)
class Lending:
    """One language among those of the site."""

    language: Language
    site: Mapping[str, Language]

    @property
    def pages(self) -> dict[str, PageFacts]:
        """What every written page says of itself, by its path within the language."""
        return {
            source: facts if lender is self.language else _lent(facts, lender.code)
            for lender in reversed(self._lenders)
            for source, facts in lender.pages.items()
        }

    def written_in(self, source: str) -> Language:
        """The language in which a page is written."""
        return next(lender for lender in self._lenders if source in lender.pages)

    @property
    def _lenders(self) -> list[Language]:
        """The languages that pages are taken from: this one, then those it falls back to, the best first."""
        codes = dict.fromkeys((*self.language.fallback, languages.SOURCE))
        return [self.language, *(self.site[code] for code in codes if code in self.site and code != self.language.code)]


def _lent(facts: PageFacts, code: str) -> PageFacts:
    title, short, description, lead = (
        marked(text, code) if text else "" for text in (facts.title, facts.short, facts.description, facts.lead)
    )
    return PageFacts(title, short, description, lead)
