"""Text in another language than its page: marked while the page is made, tagged with `lang` and `dir` once it is whole.

A message without a translation, or the title of a page that another language lends, ends up in headings,
links, attributes and titles alike. Where elements may stand it becomes a `span`; elsewhere the mark goes.
"""

from __future__ import annotations

import re

from generator.languages import direction

_BEGIN, _MIDDLE, _END = "\ufff9", "\ufffa", "\ufffb"
"""Unicode's own marks for annotations; a record with one of them is refused."""

_MARK = re.compile(f"{_BEGIN}([a-zA-Z-]*){_MIDDLE}|{_END}")
_OPTION = re.compile(f"(<option[^>]*)>{_BEGIN}([a-zA-Z-]*){_MIDDLE}([^<]*){_END}")
_TEXT_ALONE = ("<script", "<style", "<title", "<option")
"""Elements that hold text and no elements."""


def marked(text: str, code: str) -> str:
    """A text with a mark of its language."""
    return f"{_BEGIN}{code}{_MIDDLE}{text}{_END}"


def plain(text: str) -> str:
    """A text without marks."""
    return _MARK.sub("", text) if _BEGIN in text else text


def with_elements(html: str) -> str:
    """HTML with elements in place of the marks."""
    if _BEGIN not in html:
        return html
    html = _OPTION.sub(lambda match: f"{match[1]}{_attributes(match[2])}>{match[3]}", html)
    return _MARK.sub(_element, html)


def _element(mark: re.Match[str]) -> str:
    """What stands in place of a mark: nothing within a tag, or in an element that holds text alone."""
    html, at = mark.string, mark.start()
    tag = html.rfind("<", 0, at)
    if tag > html.rfind(">", 0, at) or html.startswith(_TEXT_ALONE, max(tag, 0)):
        return ""
    return f"<span{_attributes(mark[1])} data-foreign>" if mark[1] is not None else "</span>"


def _attributes(code: str) -> str:
    return f' lang="{code}" dir="{direction(code)}"'
