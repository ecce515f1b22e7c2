"""Each word of a new name is written in one alphabet.

A Latin `a` in a Cyrillic word cannot be seen. Mostly the keyboard was in the wrong mode, sometimes
somebody wants to pass for another; either way the name could not be found. Names that were accepted
before are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import say
from generator.review.case import Case
from generator.review.letters import in_one_alphabet
from generator.review.verdicts import Reason, Verdict, at_place


def judge(case: Case) -> Iterator[Reason]:
    for organisation in case.renamed:
        for key in ("name", "acronym"):
            for language, name in organisation.document.data.get(key, {}).items():
                if (mended := in_one_alphabet(name)) != name:
                    yield at_place(
                        Verdict.NEEDS_CHANGES,
                        organisation.place((key, language)),
                        "two-alphabets",
                        say("A word of this name has letters of two alphabets that look alike."),
                        say("Type it again in one alphabet: %(close)s", close=mended),
                    )
