"""Where an organisation is recognised in other texts, and where it is not."""

from __future__ import annotations

import pytest

from generator.erasure.mentions import Mention, Trace, mentions
from tests.memory import one_supporter

VALE = {
    "name": {"en": "Union of Vale Towns (UVT)", "bg": "Съюз на градовете от Долината"},
    "acronym": {"en": "UVT", "bg": "СГ"},
    "former_names": [{"name": {"en": "Vale Association"}}],
    "website": "https://www.vale.example/en/",
    "contact": "office@post.example",
}
ORGANISATION = one_supporter(VALE).organisations["vale"]


def found(text: str, slug: str = "vale-towns") -> list[tuple[int, tuple[Trace, ...]]]:
    return [(each.line, each.traces) for each in mentions(slug, ORGANISATION, [("a.yml", text)])]


@pytest.mark.parametrize(
    ("text", "traces"),
    [
        ("successor: vale-towns", [Trace.FOLDER]),
        ("see supporters/vale-towns/", [Trace.FOLDER]),
        ("with the Union of Vale Towns (UVT), and", [Trace.NAME, Trace.ACRONYM]),
        ("със съюз на градовете от долината", [Trace.NAME]),
        ("the UNION OF VALE\n   TOWNS (uvt)!", [Trace.NAME]),
        ("once the Vale Association", [Trace.NAME]),
        ("the UVT's members", [Trace.ACRONYM]),
        ("https://vale.example/members", [Trace.WEBSITE]),
        ("WWW.Vale.Example", [Trace.WEBSITE]),
        ("write to office@post.example", [Trace.MAILBOX]),
    ],
)
def test_it_is_recognised(text: str, traces: list[Trace]) -> None:
    assert found(text) == [(1, tuple(traces))]


@pytest.mark.parametrize(
    "text",
    [
        "old-vale-towns, vale-towns-north, vale-townsfolk",
        "the Union of Vale Town",
        "uvt, UVTs, XUVT",
        "СГ",
        "grovale.example",
        "post.example, the-office@post.examples",
    ],
)
def test_other_words_are_not_mistaken_for_it(text: str) -> None:
    assert found(text) == []


def test_lines_are_counted_and_each_stands_once() -> None:
    assert found("\n\nUVT and vale.example, UVT\n\nVale\nAssociation UVT\n") == [
        (3, (Trace.ACRONYM, Trace.WEBSITE)),
        (5, (Trace.NAME,)),
        (6, (Trace.ACRONYM,)),
    ]


def test_on_a_shared_host_its_page_counts_and_not_the_host() -> None:
    on_network = one_supporter({"website": "https://www.facebook.com/vale.towns"}).organisations["vale"]
    texts = [("a", "https://facebook.com/hill"), ("b", "https://facebook.com/vale.towns/photos")]
    assert list(mentions("union", on_network, texts)) == [Mention("b", 1, (Trace.WEBSITE,))]


def test_a_record_that_cannot_be_read_is_known_by_its_folder_alone() -> None:
    assert list(mentions("hill", None, [("a", "hill"), ("b", "a hillock")])) == [Mention("a", 1, (Trace.FOLDER,))]


def test_names_are_letters_and_never_patterns() -> None:
    hostile = one_supporter({"name": {"en": "(.*)+$"}, "acronym": {"en": "[a-z]"}}).organisations["vale"]
    assert list(mentions("hill", hostile, [("a", "anything at all " * 1000)])) == []
