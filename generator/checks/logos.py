"""A logo is a small PNG, or an SVG drawing without scripts, links, styles from elsewhere or texts of its own.

An SVG is allowed the elements, attributes and style properties of plain drawings only (an allow-list,
since a list of dangers is never complete); a PNG has at most 1,024 × 1,024 pixels. Both have at most
64 KB.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from generator.checks.context import Context
from generator.problems import Message, Place, Problem, say
from generator.registry import Registry

MAX_LOGO_BYTES = 64 * 1024
MAX_PIXELS = 1024

_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset(
    "svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath mask title desc".split()
)
_STYLES = frozenset(
    "fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-opacity stroke-dasharray "
    "stroke-dashoffset stroke-miterlimit opacity stop-color stop-opacity clip-path clip-rule mask color display visibility "
    "isolation mix-blend-mode paint-order enable-background overflow".split()
)
_ATTRIBUTES = _STYLES | frozenset(
    "viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform offset style id class version role "
    "gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits preserveAspectRatio baseProfile".split()
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ELSEWHERE = re.compile(r"url\((?!\s*['\"]?#)|(?:javascript|data|https?):|@import|expression\(|\\", re.IGNORECASE)

_OTHER_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8|us-ascii)", re.IGNORECASE)

Finding = tuple[str, Message, Message]


def check(registry: Registry, context: Context) -> Iterator[Problem]:
    sizes = {entry.path: entry.size for entry in registry.entries}
    for path, raw in registry.logos.items():
        if found := _explain(path, raw, sizes.get(path, len(raw))):
            yield Problem(Place(path), *found)


def _explain(path: str, raw: bytes, size: int) -> Finding | None:
    if size > MAX_LOGO_BYTES:
        message = say(
            "The logo has %(size)d KB; at most %(limit)d KB are shown.",
            size=-(-size // 1024),
            limit=MAX_LOGO_BYTES // 1024,
        )
        return "logo-too-large", message, say("Save a smaller one.")
    return _explain_svg(raw) if path.endswith(".svg") else _explain_png(raw)


def _explain_png(raw: bytes) -> Finding | None:
    if not raw.startswith(b"\x89PNG\r\n\x1a\n") or raw[12:16] != b"IHDR" or len(raw) < 24:
        return "logo-not-png", say("This is not a PNG picture."), say("Save the logo as PNG or as SVG.")
    width, height = struct.unpack(">II", raw[16:24])
    if max(width, height) <= MAX_PIXELS:
        return None
    message = say(
        "The logo has %(width)d × %(height)d pixels; at most %(limit)d × %(limit)d are shown.",
        width=width,
        height=height,
        limit=MAX_PIXELS,
    )
    return "logo-too-large", message, say("Save a smaller one.")


def _explain_svg(raw: bytes) -> Finding | None:
    for declaration in (b"<!DOCTYPE", b"<!ENTITY", b"<?XML-STYLESHEET"):
        if declaration in raw.upper():
            return _unsafe(declaration.decode())
    if _OTHER_ENCODING.match(raw):  # a browser would read other letters than we do
        return _not_svg()
    try:
        root = ET.fromstring(raw.decode("utf-8"))  # noqa: S314 - without a DOCTYPE there are no entities
    except (ET.ParseError, ValueError):
        return _not_svg()
    if root.tag != f"{_SVG}svg":
        return _not_svg()
    unsafe = next(filter(None, map(_unsafe_part, root.iter())), None)
    return _unsafe(unsafe) if unsafe else None


def _not_svg() -> Finding:
    return "logo-not-svg", say("This is not an SVG drawing."), say("Save the logo as “plain SVG”, or as PNG.")


def _unsafe_part(element: ET.Element) -> str | None:
    """The name of an element or attribute that a drawing may not have."""
    name = str(element.tag).removeprefix(_SVG)
    if name not in _ELEMENTS:
        return f"<{_local(name)}>"
    return next((f"{_local(key)}={value}" for key, value in element.attrib.items() if not _is_plain(key, value)), None)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _is_plain(attribute: str, value: str) -> bool:
    if attribute == "style":
        declarations = [declaration.partition(":")[0].strip() for declaration in value.split(";")]
        return _STYLES.issuperset(filter(None, declarations)) and not _ELSEWHERE.search(value)
    return attribute == _SPACE or (attribute in _ATTRIBUTES and not _ELSEWHERE.search(value))


def _unsafe(part: str) -> Finding:
    return (
        "logo-unsafe",
        say("The drawing contains “%(part)s”, which a logo may not have.", part=part),
        say(
            "Save it as “plain SVG” with text turned into paths, without scripts, links or embedded pictures; "
            "or save it as PNG."
        ),
    )
