"""What a translated page is a translation of: the fingerprints of the English sections, in its front matter.

When the English text of a section changes, its fingerprint does too, and the section is behind until
somebody has looked at it again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from generator.content import FRONT_MATTER, sections

_SOURCE = re.compile(r"^source:.*\n(?:[ \t]+.*\n)*", re.MULTILINE)


def fingerprints(page: Path) -> dict[str, str]:
    """Eight letters for each section of a page; they change with its text, and not with line ends or blank edges."""
    return {name: _fingerprint(text) for name, (_, text) in sections(page.read_text(encoding="utf-8")).items()}


def _fingerprint(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return sha256(lines.strip().encode()).hexdigest()[:8]


def behind(told: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """The sections that are not in step: their fingerprints now, empty for one that English no longer has.

    They are in the order of the page.
    """
    changed = {name: fingerprint for name, fingerprint in now.items() if told.get(name) != fingerprint}
    return changed | {name: "" for name in told if name not in now}


def in_step(page: str, now: Mapping[str, str]) -> str:
    """A translated page that says it translates the English text as it is now. Raises ValueError without front matter."""
    match = FRONT_MATTER.match(page)
    if match is None:
        raise ValueError(page)
    kept = _SOURCE.sub("", match[1])
    told = "".join(f'  {name}: "{fingerprint}"\n' for name, fingerprint in now.items())
    return f"---\n{kept}source:\n{told}---\n{page[match.end() :]}"
