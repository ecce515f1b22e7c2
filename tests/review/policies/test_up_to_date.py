"""What others changed meanwhile is not overwritten unseen."""

from __future__ import annotations

from generator.review import How
from tests.memory import SUPPORTER
from tests.review.proposing import OF_VALE, codes, file, reviewed

VALE = "supporters/vale/supporter.yml"


def test_what_others_changed_meanwhile_is_brought_together_first() -> None:
    found = codes(reviewed({VALE: file({**SUPPORTER, "country": "CY"}, how=How.MODIFIED, outdated=True)}, OF_VALE))
    assert found == [("needs_changes", "outdated", VALE)]
