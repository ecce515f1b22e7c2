"""What holds whatever is proposed, found out by trying very many proposals."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.review import MARKER, Author, Change, How, Mode, Proposal, Review, Verdict, review
from generator.review.kinds import slug_of
from generator.review.policies.published_periods import WORD
from tests.memory import ACTIVE, SUPPORTER
from tests.review.proposing import DALE, FILES, HILL, NEW, OF_HILL, OFFICE, STRANGER, base_of, written
from tests.strategies import changed
from tests.strategies import written as as_yaml
from tests.test_drafts import REPORT
from tests.test_markdown_escaping import PIECES, RECOGNISED

Draw = Callable[[st.SearchStrategy[Any]], Any]
BASE = base_of()
FORGE = "https://forge.example/registry"

hostile = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=1, max_size=6).map("".join)

# ---- nobody reaches what is not theirs

PATHS = [
    *FILES,
    "supporters/vale/logo.png",
    "supporters/vale/reports/2023.yml",
    "supporters/hill/reports/2025.yml",
    "supporters/hill/logo.svg",
    "supporters/reka/supporter.yml",
    "supporters/reka/standing.yml",
    "supporters/reka/logo.svg",
    "supporters/hill/tombstone.yml",
    "supporters/reka/tombstone.yml",
    "supporters/lake/supporter.yml",
    "supporters/Vale/supporter.yml",
    "supporters/vale./supporter.yml",
    "supporters/vale",
    "supporters/readme.txt",
    "schemas/supporter.schema.json",
    "mkdocs.yml",
    ".github/workflows/review.yml",
    "generator/review/__init__.py",
    "content/bg/messages.po",
    "README.md",
]
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'
CONTENTS = [
    *(written(record) for record in (SUPPORTER, HILL, DALE, NEW, ACTIVE, REPORT)),
    written({**HILL, "members": {"total": 12}}),
    written({**SUPPORTER, "website": "https://evil.example"}),
    written({**ACTIVE, "maintainers": [{"id": 99, "login": "somebody"}, {"id": 8, "login": "hill-union"}]}),
    b'plugins:\n  - covenant:\n      office_accounts: ["99:somebody", "8:hill-union"]\n',
    DRAWING,
    b"",
    b"a: &a [*a]",
    b"\xff",
]


FITTING = {
    **{path: written(content) for path, content in FILES.items()},
    "supporters/hill/supporter.yml": written({**HILL, "members": {"total": 12}}),
    "supporters/hill/reports/2025.yml": written({**REPORT, "period": {"from": "2025-01", "to": "2025-12"}}),
    "supporters/hill/logo.svg": DRAWING,
    "supporters/reka/supporter.yml": written(NEW),
    "supporters/reka/logo.svg": DRAWING,
    "supporters/hill/tombstone.yml": b'erased_on: "2026-11-20"',
    "supporters/reka/tombstone.yml": b'erased_on: "2026-11-20"',
    "supporters/lake/supporter.yml": written({**NEW, "name": {"en": "Lake Towns"}, "website": "https://lake.example"}),
}
"""What each path would hold if all were well."""

OF_ONE = [[path for path in PATHS if path.startswith(f"supporters/{slug}/")] for slug in ("hill", "reka", "lake")]
"""The paths of one organisation: proposals that keep to them may be ready."""


@st.composite
def changes(draw: Draw) -> tuple[Change, ...]:
    """Some changes, each of its own path; half of them keep to one folder."""
    paths = draw(st.sampled_from([*OF_ONE, PATHS, PATHS, PATHS]))
    return tuple(_change(draw, path) for path in draw(st.lists(st.sampled_from(paths), max_size=4, unique=True)))


def _change(draw: Draw, path: str) -> Change:
    how = draw(st.sampled_from([How.ADDED] * 4 + list(How)))
    if how is How.DELETED:
        return Change(path, how)
    raw = draw(st.just(FITTING.get(path, b"x")) | st.sampled_from(CONTENTS))
    mode = draw(st.sampled_from([Mode.FILE] * 9 + list(Mode)))
    previous = draw(st.sampled_from(PATHS)) if how is How.RENAMED else ""
    return Change(path, how, mode, len(raw), draw(st.sampled_from([raw] * 9 + [None])), previous)


authors = st.sampled_from([STRANGER, OF_HILL, None, Author(2, "office")])
texts = st.sampled_from(["", f"{WORD.text}: members were counted twice."])


def is_theirs(path: str, author: Author | None) -> bool:
    """Whether a path lies in a new folder or in one that the author maintains, and is not the Office's."""
    slug = slug_of(path)
    if slug is None or path.endswith(("/standing.yml", "/tombstone.yml")):
        return False
    is_new = not any(known.startswith(f"supporters/{slug}/") for known in FILES)
    return is_new or (slug == "hill" and author == OF_HILL)


@given(changes(), authors, texts)
@settings(max_examples=300, deadline=None)
def test_who_is_neither_maintainer_nor_office_gets_nothing_ready_that_is_not_theirs(
    proposed: tuple[Change, ...], author: Author | None, text: str
) -> None:
    proposal = Proposal(proposed, author, text)
    found = review(BASE, proposal)
    if found.verdict is Verdict.READY:
        assert proposed
        assert all(is_theirs(path, author) for path in proposal.paths)
        assert len({slug_of(path) for path in proposal.paths}) == 1
    assert len(found.status.title) <= 140
    assert len(found.annotations) <= 10


@given(changes())
@settings(max_examples=100, deadline=None)
def test_the_office_is_never_told_that_something_is_not_its_own(proposed: tuple[Change, ...]) -> None:
    codes = {reason.problem.code for reason in review(BASE, Proposal(proposed, OFFICE)).reasons}
    assert codes.isdisjoint({"not-a-maintainer", "no-maintainer", "office-decision", "office-file", "several-folders"})


# ---- nothing in a comment does anything

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ATTRIBUTES = {
    **dict.fromkeys("h2 h3 p ul li strong pre details summary".split(), frozenset()),
    "a": {"href"},
    "ol": {"start"},
    "code": {"class"},
}
"""The elements that a comment is made of, and their attributes."""


def text_outside_code(element: Any) -> str:
    """What a forge would look through for mentions and references."""
    inner = "" if element.tag in ("code", "pre") or callable(element.tag) else element.text or ""
    return inner + "".join(text_outside_code(child) + (child.tail or "") for child in element)


def does_nothing(found: Review) -> None:
    """Hold a comment to what is promised of it."""
    comment = found.comment
    assert comment.startswith(f"{MARKER}\n\n## ")
    assert len(comment) < 65_536
    rendered = html5lib.parseFragment(RENDERER.render(comment), namespaceHTMLElements=False)
    remarks = [node for node in rendered.iter() if callable(node.tag)]
    elements = [node for node in rendered.iter() if node is not rendered and not callable(node.tag)]
    assert len(remarks) == 1  # our own marker
    assert sum(node.tag == "details" for node in elements) == 1
    for node in elements:
        assert set(node.attrib) <= ATTRIBUTES[node.tag]
        assert re.fullmatch(rf"{FORGE}/(blob|edit)/[^ )<>\"]+", node.attrib.get("href", f"{FORGE}/blob/x"))
        assert node.attrib.get("class", "language-suggestion") == "language-suggestion"
    for recognised in RECOGNISED.values():
        assert not re.search(recognised, text_outside_code(rendered))


planted = hostile | hostile.map(lambda text: {"en": text}) | hostile.map(lambda text: [text])


@given(changed("supporter", planted), hostile)
@settings(max_examples=80, deadline=None)
def test_no_value_of_a_record_appears_unescaped(data: Any, branch: str) -> None:
    raw = as_yaml(data).encode("utf-8", "surrogatepass")
    proposal = Proposal(
        (Change("supporters/reka/supporter.yml", size=len(raw), read=raw),),
        Author(99, branch[:30]),
        branch,
        FORGE,
        branch,
        "0123456789abcdef",
    )
    does_nothing(review(BASE, proposal))


@given(st.dictionaries(st.sampled_from(["name", "acronym", "description"]), hostile), hostile)
@settings(max_examples=80, deadline=None)
def test_no_name_that_conforms_appears_unescaped(texts_: dict[str, str], link: str) -> None:
    record = {
        **NEW,
        **{key: {"en": text} for key, text in texts_.items()},
        "links": [{"title": {"en": link}, "url": "https://x.example"}],
    }
    for path, author in (("supporters/reka/supporter.yml", STRANGER), ("supporters/hill/supporter.yml", OF_HILL)):
        raw = written(record)
        proposal = Proposal((Change(path, How.MODIFIED, size=len(raw), read=raw),), author, "", FORGE, "b", "c")
        does_nothing(review(BASE, proposal))


@given(st.lists(hostile.map(lambda text: text.strip("/") or "x"), min_size=1, max_size=3))
@settings(max_examples=80, deadline=None)
def test_no_path_appears_unescaped(names: list[str]) -> None:
    paths = dict.fromkeys(
        (*names, *(f"supporters/{name}/{name}" for name in names), *(f"supporters/reka/{n}" for n in names))
    )
    proposal = Proposal(tuple(Change(path, size=1, read=b"x") for path in paths), STRANGER, "", FORGE, "b", "c")
    does_nothing(review(BASE, proposal))


@given(changes(), authors, texts)
@settings(max_examples=50, deadline=None)
def test_the_same_is_always_said_of_the_same(proposed: tuple[Change, ...], author: Author | None, text: str) -> None:
    proposal = Proposal(proposed, author, text)
    assert review(base_of(), proposal) == review(base_of(), proposal)
