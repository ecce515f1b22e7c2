"""What a reader finds on a page: the text below a heading, its chart, its links."""

from __future__ import annotations

from typing import Any

import html5lib


def text_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def below(body: str, heading: str) -> list[Any]:
    """The elements between the heading of this id and the next heading of its kind or above."""
    inside: list[Any] | None = None
    for element in html5lib.parseFragment(body, namespaceHTMLElements=False).iter():
        tag = element.tag if isinstance(element.tag, str) else ""
        if element.get("id") == heading:
            inside, level = [], tag
        elif inside is not None and tag in ("h1", "h2", "h3") and tag <= level:
            return inside
        elif inside is not None:
            inside.append(element)
    assert inside is not None, f"there is no heading {heading}"
    return inside


def chart(body: str, heading: str) -> list[list[str]]:
    """The sentence of the first chart below a heading, the titles of its columns, and its rows."""
    table = next(element for element in below(body, heading) if element.tag == "table")
    rows = [[text_of(cell) for cell in row] for row in table.iter("tr")]
    return [[text_of(table.find("caption"))], *rows]


def links(body: str) -> list[str]:
    tree = html5lib.parseFragment(body, namespaceHTMLElements=False)
    return [element.get("href") for element in tree.iter("a")]
