"""An application is one new folder."""

from __future__ import annotations

from tests.memory import ACTIVE
from tests.review.proposing import NEW, OFFICE, STRANGER, codes, reviewed

REKA = "supporters/reka/supporter.yml"


def test_an_application_is_one_new_folder() -> None:
    assert codes(reviewed({REKA: NEW}, STRANGER)) == []
    more = {**NEW, "name": {"en": "Lake Towns"}, "website": "https://lake.example"}
    assert ("needs_changes", "several-folders", "supporters/more/supporter.yml") not in codes(
        reviewed({"supporters/more/supporter.yml": more}, STRANGER)
    )
    assert ("needs_changes", "several-folders", REKA) in codes(
        reviewed({REKA: NEW, "supporters/more/supporter.yml": more}, STRANGER)
    )


def test_the_office_may_add_many_with_their_standing() -> None:
    more = {**NEW, "name": {"en": "Lake Towns"}, "website": "https://lake.example"}
    files = {REKA: NEW, "supporters/reka/standing.yml": ACTIVE, "supporters/more/supporter.yml": more}
    assert codes(reviewed(files, OFFICE)) == []
