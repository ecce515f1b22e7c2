"""Attributes, which would hold for the folder of examples itself."""

from __future__ import annotations

from pathlib import Path

from tests.review.repositories import commit


def make(root: Path) -> None:
    commit(root, files={"supporters/severen-bryag/.gitattributes": "* filter=evil diff=evil export-subst\n"})
