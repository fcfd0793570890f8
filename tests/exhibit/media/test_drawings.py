from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.media.drawings import LARGEST, drawing_fault, is_drawing

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"\0" * 30).decode()
NESTED = base64.b64encode(b'<svg><image href="http://x/"/></svg>').decode()


def drawing(inside: str, before: str = "") -> bytes:
    """A drawing with `inside` in it."""
    return f"{before}<svg {SVG} viewBox='0 0 9 9'>\n{inside}</svg>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="5" height="5" style="fill: url(#paint)"/>',
        '<use xlink:href="#a"/><use href="#b"/>',
        '<a href="https://museum.example/"><text>museum.example</text></a>',
        '<color-profile xlink:href="file:///System/Library/ColorSync/Profiles/sRGB.icc"/>',
        "<style>rect { fill: #fff; /* url(http://x/) */ }</style>",
        f'<image href="data:image/png;base64,{PNG}"/>',
        '<metadata><rdf xmlns="r" resource="http://creativecommons.org/by"/></metadata>',
        "<text>href=http://museum.example/ url(x) @import</text>",
    ],
)
def test_what_a_drawing_needs_is_allowed(inside: str) -> None:
    """References inside the drawing, embedded pictures, links that nobody can follow, and words."""
    assert drawing_fault(drawing(inside)) is None


def test_a_doctype_alone_is_no_fault() -> None:
    """Older drawing programs write one; it is never looked up."""
    before = (
        '<?xml version="1.0" encoding="iso-8859-1"?>\n'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    )
    assert drawing_fault(drawing("<g/>", before)) is None


@pytest.mark.parametrize(
    ("inside", "word"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<g onload="x()"/>', "script"),
        ('<x:script xmlns:x="http://www.w3.org/2000/svg"/>', "script"),
        ("<foreignObject><p/></foreignObject>", "web page"),
        ('<image href="http://127.0.0.1/x.png"/>', "another file or address"),
        ('<image xlink:href="tower.png"/>', "another file or address"),
        ('<image xlink:href="file:///etc/passwd"/>', "another file or address"),
        ('<use href="other.svg#a"/>', "another file or address"),
        ('<use href="&#104;ttp://x/#a"/>', "another file or address"),
        ('<filter><feImage href="//x/y"/></filter>', "another file or address"),
        ('<rect fill="url(http://x/#a)"/>', "another file or address"),
        ("<rect style=\"fill: u\\72l( 'http://x/')\"/>", "another file or address"),
        ("<style>rect { fill: ur/**/l(http://x/) }</style>", "another file or address"),
        ("<style><![CDATA[@import 'x.css';]]></style>", "another file"),
        ("<style>@\\69mport 'x.css';</style>", "another file"),
        ("<?xml-stylesheet href='x.css'?>", "another file"),
        (f'<image href="data:image/svg+xml;base64,{NESTED}"/>', "other than a picture"),
        (f'<image href="data:image/png;base64,{NESTED}"/>', "other than a picture"),
        ('<image href="data:image/svg+xml,&lt;svg/&gt;"/>', "other than a picture"),
        ("<style>@font-face { src: url(data:font/woff;base64,AA) }</style>", "other than"),
        ("<g>", "damaged"),
        ("\0", "damaged"),
    ],
)
def test_what_reaches_out_or_runs_is_refused(inside: str, word: str) -> None:
    """The fault says what it is, where it stands and what to do, however it is disguised."""
    fault = drawing_fault(drawing(inside))
    assert fault is not None
    assert word in fault.message
    assert fault.line == 2
    assert fault.hint


def test_entities_are_refused_where_they_are_declared() -> None:
    """Whether they grow without end, name a file or only shorten an address."""
    for value in ('"&b;&b;"', 'SYSTEM "file:///etc/passwd"', '"http://www.w3.org/2000/svg"'):
        fault = drawing_fault(drawing("<text>&a;</text>", f"<!DOCTYPE svg [<!ENTITY a {value}>]>"))
        assert fault is not None
        assert "entity “a”" in fault.message


def test_another_encoding_is_refused() -> None:
    """Whatever the file claims, it is read as UTF-8, here and where it is drawn."""
    before = '<?xml version="1.0" encoding="windows-1257"?>'
    fault = drawing_fault(drawing("<text>ž</text>", before).decode().encode("cp1257"))
    assert fault is not None
    assert (fault.line, "UTF-8" in fault.message) == (2, True)


def test_size_and_depth_are_no_trouble() -> None:
    """A drawing of 10 MB is the largest; a million levels are only counted by its reader."""
    fault = drawing_fault(b" " * (LARGEST + 1))
    assert fault is not None
    assert "10 MB" in fault.message
    assert drawing_fault(drawing("<g>" * 500_000 + "</g>" * 500_000)) is None


@pytest.mark.parametrize(
    "head",
    [b"<html><svg>", b"words <svg>", b"<svgx>", b"<!-- <svg> -->", b"", b"\xff\xfe<\0s\0v\0g\0"],
)
def test_other_texts_are_no_drawings(head: bytes) -> None:
    """Only a file whose first element is svg is one."""
    assert not is_drawing(head)


def test_endless_comments_are_told_apart_at_once() -> None:
    """Neither the number of comments nor one without an end takes more than one look at each."""
    assert not is_drawing(b"<!---->" * 500 + b"<!--" * 100)
    assert not is_drawing(b"<??>" * 1000 + b"<?" * 10)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda t: drawing(t, t))))
def test_any_bytes_are_scanned_without_an_exception(data: bytes) -> None:
    """Every fault has a line, a message and a hint."""
    is_drawing(data)
    fault = drawing_fault(data)
    assert fault is None or (fault.line >= 1 and fault.message and fault.hint)
