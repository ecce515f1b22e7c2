"""What every paper consists of: a name for its file, and one page of HTML that stands alone."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from markupsafe import Markup

from generator import languages
from generator.edition import Edition
from generator.project import Project
from generator.registry import Registry
from generator.schemas import Schemas
from generator.site import Site
from generator.templates import templates

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: the name of its file without an ending, and its HTML."""

    name: str
    html: str


def site_of(project: Project, registry: Registry, today: date) -> Site:
    """The site as papers know it: in its languages, without menu and addresses. Raises SetUpError."""
    known = languages.load(project.content)
    return Site(
        registry=registry,
        languages={code: language for code, language in known.items() if "index.md" in language.pages},
        schemas=Schemas(project.schemas),
        settings=project.settings(),
        today=today,
    )


def render(name: str, edition: Edition, /, **values: object) -> str:
    """The paper made from `<name>.html` and `<name>.css` of this folder, on the base that all papers share.

    The template knows the edition as `e`, with `_` and `n` for its messages. The HTML needs nothing else:
    no script, and a policy that allows its own style alone.
    """
    style = "".join((FOLDER / f"{part}.css").read_text(encoding="utf-8") for part in ("paper", name))
    template = templates("papers").get_template(f"{name}.html")
    return template.render(e=edition, _=edition.t, n=edition.n, style=Markup(style), policy=_policy(style), **values)


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
