"""What the tests of the reader share: what they write and what they look for."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.problems import Severity
from kiosk.exhibit.reader import Reading

Files = dict[str, Any]
Write = Callable[[Mapping[str, Any]], Path]

E = "events/a/event.yaml"


def exhibit_of(reading: Reading) -> Exhibit:
    """The exhibit, which must be there."""
    assert reading.exhibit is not None, reading.problems
    return reading.exhibit


def errors(reading: Reading) -> list[str]:
    """The codes of the errors."""
    return [p.code for p in reading.problems if p.severity is Severity.ERROR]


def warnings(reading: Reading) -> list[str]:
    """The codes of the warnings."""
    return [p.code for p in reading.problems if p.severity is Severity.WARNING]


def typeface(mark: bytes = b"\0\x01\0\0") -> bytes:
    """A file that begins like a TrueType typeface and has one table, whole."""
    table = b"glyphs"
    directory = struct.pack(">HHHH4sIII", 1, 16, 0, 0, b"glyf", 0, 28, len(table))
    return mark + directory + table
