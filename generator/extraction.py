"""Message catalogues kept in step: every text of code, templates and schemas, in every language's `messages.po`."""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po
from babel.plural import PluralRule, to_gettext

from generator import languages
from generator.form import contract
from generator.project import Project
from generator.schemas import KINDS, Schemas

PACKAGE = Path(__file__).parent

_PYTHON_WORDS = {"say": None, "t": None, "plain": None, "say_number": (1, 2), "n": (1, 2)}
_TEMPLATE_WORDS = {"_": None, "n": (1, 2)}
_ORIGIN = tuple(
    f'"{field}:'.encode()
    for field in (
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)
_HEADER = "# Messages of the site and of `covenant`. `covenant messages` adds new ones; translate what is empty.\n#"


def texts(project: Project) -> Catalog:
    """Every message id of the project, without translations."""
    catalogue = Catalog(header_comment=_HEADER, fuzzy=False, charset="utf-8")
    for message, file in sorted(_found(project), key=lambda pair: (pair[1], str(pair[0]))):
        catalogue.add(message, locations=[(file, 0)])
    for message, file in _in_scripts():
        if message not in catalogue:  # most of what the form says, the check says too
            catalogue.add(message, locations=[(file, 0)])
    return catalogue


def _found(project: Project) -> Iterator[tuple[str | tuple[str, ...], str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from _in_source("python", path, _PYTHON_WORDS)
    for path in sorted(PACKAGE.rglob("*.html")):
        yield from _in_source("jinja2.ext:babel_extract", path, _TEMPLATE_WORDS)
    sources = Schemas(project.schemas).sources
    for name in (f"{kind}.schema.json" for kind in (*KINDS, "common")):
        yield from ((text, f"schemas/{name}") for text in _in_schema(sources[name]))


def _in_scripts() -> Iterator[tuple[str | tuple[str, ...], str]]:
    for script in contract.scripts():
        name = f"generator/{script.relative_to(PACKAGE).as_posix()}"
        yield from ((text, name) for text in sorted(contract.said_by(script), key=str))


def _in_source(method: str, path: Path, words: Any) -> Iterator[tuple[str | tuple[str, ...], str]]:
    name = f"generator/{path.relative_to(PACKAGE).as_posix()}"
    with path.open("rb") as source:
        for _, message, _, _ in extract(method, source, keywords=words, options={"trimmed": "true"}):
            text = message if isinstance(message, str) else tuple(message)
            if text:
                yield text, name


def _in_schema(schema: Any) -> Iterator[str]:
    """Titles, descriptions and example texts; a property may itself be called `title`, so only texts count."""
    if isinstance(schema, list):
        schema = dict(enumerate(schema))
    if not isinstance(schema, dict):
        return
    yield from (schema[key] for key in ("title", "description") if isinstance(schema.get(key), str))
    for example in schema.get("examples", ()):
        if isinstance(example, dict):
            yield from example.values()
    for key, inner in schema.items():
        if key != "examples":
            yield from _in_schema(inner)


def update(project: Project, *, write: bool) -> list[Path]:
    """Bring every catalogue in step; the files that were not. Without `write` nothing is changed."""
    found = texts(project)
    behind = []
    for code, language in languages.load(project.content).items():
        if code == languages.SOURCE or language.folder is None:
            continue
        file = language.folder / "messages.po"
        before = file.read_bytes() if file.exists() else b""
        after = _updated(before, found, language.locale)
        if after != before:
            behind.append(file)
            if write:
                file.write_bytes(after)
    return behind


def _updated(before: bytes, found: Catalog, locale: Locale) -> bytes:
    empty = Catalog(locale=locale, charset="utf-8", fuzzy=False)
    catalogue = read_po(io.BytesIO(before), locale=locale) if before else empty
    catalogue.mime_headers = [("Plural-Forms", plural_forms(locale))]
    catalogue.update(found, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.header_comment = _HEADER
    catalogue.obsolete.clear()
    written = io.BytesIO()
    write_po(written, catalogue, width=100, include_lineno=False, sort_output=False)
    return _without_origin(written.getvalue())


def plural_forms(locale: Locale) -> str:
    """The header that says which number takes which form, as CLDR has it for numbers below a million.

    It is the one that gettext's own tools write, where that tells the same numbers apart as CLDR does.
    """
    rule = locale.plural_form
    numbers = range(1000)
    customary = get_plural(str(locale))
    form = gettext.c2py(customary.plural_expr)
    pairs = {(form(number), rule(number)) for number in numbers}
    if len(pairs) == len({one for one, _ in pairs}) == len({other for _, other in pairs}):
        return f"nplurals={customary.num_plurals}; plural={customary.plural_expr};"
    reached = {rule(number) for number in numbers}
    return to_gettext(PluralRule({tag: condition for tag, condition in rule.rules.items() if tag in reached}))


def _without_origin(po: bytes) -> bytes:
    """The file without the lines of its header that say who made it, when and with what: Git knows."""
    lines = po.splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_ORIGIN))
