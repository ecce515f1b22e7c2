"""Labels, the status of the commit, and notes at the lines."""

from __future__ import annotations

import pytest

from generator.review import Author
from generator.review.signals import LONGEST_TITLE, MOST_ANNOTATIONS, Level, State
from tests.memory import SUPPORTER
from tests.review.proposing import DALE, NEW, OF_VALE, OFFICE, STRANGER, reviewed, written

REKA, VALE = "supporters/reka/supporter.yml", "supporters/vale/supporter.yml"


@pytest.mark.parametrize(
    ("files", "author", "state", "title"),
    [
        ({VALE: {**SUPPORTER, "country": "CY"}}, OF_VALE, State.SUCCESS, "Ready: the Office can merge it"),
        ({REKA: NEW}, STRANGER, State.SUCCESS, "Готово: Бюрото може да го приеме"),
        (
            {"supporters/dale/supporter.yml": {**DALE, "country": "IE", "members": {"total": 1}}},
            STRANGER,
            State.PENDING,
            "The Office looks at it; nothing to do for you",
        ),
        ({VALE: {**SUPPORTER, "country": "EL"}}, OF_VALE, State.FAILURE, "supporter.yml:9: Did you mean “GR”?"),
        (
            {VALE: {**SUPPORTER, "country": "EL", "mandate": "stand", "funding": "mixt"}},
            OF_VALE,
            State.FAILURE,
            "supporter.yml:7: Did you mean “mixed”? (and 2 more)",
        ),
        (
            {"supporters/vale/standing.yml": b"x"},
            OF_VALE,
            State.FAILURE,
            "standing.yml: Take the file out of this pull request. The Office writes it when it decides.",
        ),
    ],
)
def test_the_title_of_the_status_says_the_remedy(
    files: dict[str, object], author: Author, state: State, title: str
) -> None:
    found = reviewed(files, author)
    assert (found.status.state, found.status.title) == (state, title)


def test_a_long_remedy_is_cut_and_the_number_of_others_is_not() -> None:
    title = reviewed({VALE: SUPPORTER, "supporters/hill/supporter.yml": b"x"}, STRANGER).status.title
    assert len(title) == LONGEST_TITLE
    assert title.endswith("… (and 1 more)")


def test_labels_are_by_kind_and_verdict() -> None:
    assert reviewed({REKA: NEW}, STRANGER).labels == ("kind: application", "review: ready")
    assert reviewed({"mkdocs.yml": b"x"}, STRANGER).labels == ("kind: code", "review: needs office")


def test_of_many_points_the_worst_become_notes() -> None:
    files = {f"supporters/reka/reports/{year}.yml": b"x" for year in range(2000, 2012)}
    notes = reviewed({**files, REKA: NEW, "supporters/reka/standing.yml": b"x"}, STRANGER).annotations
    assert len(notes) == MOST_ANNOTATIONS
    assert (notes[0].title, notes[0].level) == ("office-decision", Level.ERROR)


def test_a_note_is_as_loud_as_its_verdict() -> None:
    marked = b"\xef\xbb\xbf" + written({**NEW, "country": "EL"})
    levels = {note.title: note.level for note in reviewed({REKA: marked}, STRANGER).annotations}
    assert levels == {"unknown-code": Level.ERROR, "byte-order-mark": Level.NOTICE}
    (only,) = reviewed({"mkdocs.yml": b"x"}, STRANGER).annotations
    assert only.level is Level.WARNING
    assert reviewed({"mkdocs.yml": b"x"}, OFFICE).annotations == ()
