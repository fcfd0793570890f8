"""Content folders for tests, written from dicts; media are real but tiny."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Files = Mapping[str, Any]


def _chunk(kind: bytes, body: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + checksum


def png_of(width: int, height: int) -> bytes:
    """A grey picture as PNG."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x80" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )


PNG = png_of(4, 3)
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\x82\x84webm" + b"\0" * 40
OGG = b"OggS\0\x02" + b"\0" * 20 + b"\x01\x1e\x01vorbis" + b"\0" * 30
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n"

EXHIBIT = """\
title: {lt: Kelias, en: The way}
languages: [lt, en]
eras:
  - {id: first, start: 1940-06, end: 1941-06, title: {lt: Pirmoji, en: First}}
  - {id: later, start: 1944, end: 1990, title: {lt: Antroji, en: Second}}
themes: [{id: resistance, title: {lt: Pasipriešinimas, en: Resistance}}]
lanes: [{id: lithuania, title: {lt: Lietuva, en: Lithuania}}]
"""
EVENT = """\
date: 1940-06-15
title: {lt: Pradžia, en: Beginning}
"""

GOOD: Files = {"exhibit.yaml": EXHIBIT, "events/a/event.yaml": EVENT}
"""A small exhibit with nothing wrong in it."""


@pytest.fixture
def good() -> dict[str, Any]:
    """The files of a small exhibit with nothing wrong in it, to be changed by the test."""
    return dict(GOOD)


@pytest.fixture
def content(tmp_path: Path) -> Callable[[Files], Path]:
    """Write files from a dict of path to text or bytes; gives the content folder."""

    def write(files: Files) -> Path:
        folder = tmp_path / "content"
        folder.mkdir(exist_ok=True)
        for path, body in files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(body.encode() if isinstance(body, str) else body)
        return folder

    return write


@pytest.fixture
def png() -> bytes:
    """A picture of 4 by 3 pixels."""
    return PNG


@pytest.fixture
def webm() -> bytes:
    """The beginning of a film."""
    return WEBM


@pytest.fixture
def ogg() -> bytes:
    """The beginning of a sound."""
    return OGG


@pytest.fixture
def vtt() -> str:
    """A caption file with one caption."""
    return VTT
