"""What every paper consists of: a name for its file, and one page of HTML that stands alone."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from generator.edition import Edition
from generator.foreign import with_elements
from generator.templates import templates

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: the name of its file without an ending, and its HTML."""

    name: str
    html: str


def render(name: str, edition: Edition, /, **values: object) -> str:
    """The paper made from `<name>.html` and `<name>.css` of this folder, on the base that all papers share.

    The template knows the edition as `e`, with `_` and `n` for its messages. The HTML needs nothing else:
    no script, and a policy that allows its own style alone.
    """
    style = "".join((FOLDER / f"{part}.css").read_text(encoding="utf-8") for part in ("paper", name))
    template = templates("papers").get_template(f"{name}.html")
    html = template.render(e=edition, _=edition.t, n=edition.n, style=Markup(style), policy=_policy(style), **values)
    return with_elements(html)


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
