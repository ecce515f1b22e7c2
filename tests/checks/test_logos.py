"""Drawings that a logo may be and may not be, beyond those in examples/."""

from __future__ import annotations

import pytest

from generator.checks.logos import _explain

SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


def code_of(drawing: str | bytes) -> str | None:
    raw = drawing if isinstance(drawing, bytes) else drawing.encode()
    found = _explain("supporters/vale/logo.svg", raw, len(raw))
    return found[0] if found else None


@pytest.mark.parametrize(
    "inner",
    [
        '<rect fill="url(#a)" style="fill:url( #a );stroke:none"/>',
        '<rect style=""/>',
        '<path class="a" d="M0 0" style="fill:#123456;fill-opacity:.5;enable-background:new"/>',
        "<g><!-- a comment --><title>Vale</title><desc>Towns</desc></g>",
        "<g>" * 2000 + "</g>" * 2000,
    ],
)
def test_a_plain_drawing_is_allowed(inner: str) -> None:
    assert code_of(SVG.format(inner)) is None


@pytest.mark.parametrize(
    "inner",
    [
        "<style>@import url(https://evil.example)</style>",
        "<foreignObject><p>x</p></foreignObject>",
        "<text>Vale</text>",
        '<use href="#a"/>',
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<set attributeName="onclick" to="alert(1)"/>',
        '<rect onload="x"/>',
        '<rect xmlns:e="http://evil.example" e:fill="x"/>',
        '<e:rect xmlns:e="http://evil.example"/>',
        '<rect style="background:red"/>',
        '<rect style="fill:url(https://evil.example)"/>',
        "<rect style=\"fill:u\\72l('https://evil.example')\"/>",
        "<rect style=\"fill:red;@import 'x'\"/>",
        '<rect fill="URL( HTTPS://EVIL.EXAMPLE )"/>',
        '<rect fill="data:image/png;base64,AAAA"/>',
        '<rect xml:base="https://evil.example"/>',
    ],
)
def test_everything_else_is_not(inner: str) -> None:
    assert code_of(SVG.format(inner)) == "logo-unsafe"


@pytest.mark.parametrize(
    "drawing",
    [
        b"",
        b"<svg",
        b"<svg/>",
        SVG.format("").encode("utf-16"),
        b'<?xml version="1.0" encoding="iso-2022-jp"?>' + SVG.format("").encode(),
        b"<?xml version='1.0' encoding = 'UTF-7'?>" + SVG.format("").encode(),
        SVG.format("\x00").encode(),
        SVG.format("é").encode("latin-1"),
    ],
)
def test_what_is_no_drawing_is_refused(drawing: bytes) -> None:
    assert code_of(drawing) == "logo-not-svg"


@pytest.mark.parametrize("declaration", ["<!DOCTYPE svg>", "<!doctype svg>", '<?xml-stylesheet href="a.css"?>'])
def test_declarations_are_refused(declaration: str) -> None:
    assert code_of(declaration + SVG.format("")) == "logo-unsafe"


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8", "us-ascii"])
def test_the_encoding_may_be_declared(encoding: str) -> None:
    assert code_of(f'<?xml version="1.0" encoding="{encoding}"?>' + SVG.format("")) is None


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\4\0\0\0\4\0", None),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\4\1\0\0\0\1", "logo-too-large"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\xff\0\0\0", "logo-too-large"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\4", "logo-not-png"),
        (b"\x89PNG\r\n\x1a\n", "logo-not-png"),
        (b"", "logo-not-png"),
    ],
)
def test_a_picture_has_a_size(raw: bytes, code: str | None) -> None:
    found = _explain("supporters/vale/logo.png", raw, len(raw))
    assert (found[0] if found else None) == code
