"""The names of folders; what is wrong with other names is in examples/invalid."""

from __future__ import annotations

import pytest

from generator import checks
from generator.checks.context import Context
from generator.checks.names import slug_of
from generator.tree import Entry, Kind
from tests.memory import SCHEMAS, SUPPORTER, TODAY, MemoryTree


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("vale", "vale"),
        ("Union of Vale Towns", "union-of-vale-towns"),
        ("Fédération „Élan“ (R&D)", "federation-elan-r-d"),
        ("Straße 12", "strasse-12"),
        ("--a--b--", "a-b"),
        ("x" * 70, "x" * 60),
        ("a" * 40 + "-" + "b" * 40, "a" * 40),
        ("сдружение", "organisation"),
        ("", "organisation"),
    ],
)
def test_a_name_for_a_folder(text: str, slug: str) -> None:
    assert slug_of(text) == slug
    assert slug_of(slug) == slug


def test_what_lies_in_a_folder_that_has_no_place_is_not_listed_again() -> None:
    class WithFolder(MemoryTree):
        def entries(self) -> list[Entry]:
            return sorted([*super().entries(), Entry("supporters/vale/photos", Kind.FOLDER)])

    tree = WithFolder({"supporters/vale/supporter.yml": SUPPORTER, "supporters/vale/photos/a.txt": b""})
    _, problems = checks.inspect(tree, SCHEMAS, Context(TODAY))
    assert [problem.place.path for problem in problems] == ["supporters/vale/photos"]


def test_where_a_tree_has_no_folders_the_files_are_listed() -> None:
    tree = MemoryTree({"supporters/vale/supporter.yml": SUPPORTER, "supporters/vale/photos/a.txt": b""})
    _, problems = checks.inspect(tree, SCHEMAS, Context(TODAY))
    assert [problem.place.path for problem in problems] == ["supporters/vale/photos/a.txt"]
