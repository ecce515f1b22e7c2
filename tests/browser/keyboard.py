"""What the keyboard reaches."""

from __future__ import annotations


def tab_to(page, selector: str) -> None:
    """Press Tab until the focus is on the first element of a selector."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement?.matches(s)", selector.replace(":visible", "")):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")
