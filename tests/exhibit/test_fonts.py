"""The exhibit's own typefaces: what is one, what is damaged, and which is meant."""

from __future__ import annotations

import pytest

from kiosk.exhibit.reader import read_exhibit
from tests.exhibit.readings import Files, Write, errors, exhibit_of, typeface

COLLECTION = b"ttcf" + bytes(8) + b"\0\0\0\x10" + typeface().replace(b"\0\0\0\x1c", b"\0\0\0\x2c")


@pytest.mark.parametrize(
    "data",
    [typeface(), typeface(b"OTTO"), typeface(b"true"), COLLECTION],
    ids=["truetype", "opentype", "macintosh", "collection"],
)
def test_whole_typefaces_are_used(content: Write, good: Files, data: bytes) -> None:
    """TrueType, OpenType, the old Macintosh kind, and several in one file."""
    reading = read_exhibit(content({**good, "fonts/Own.ttf": data}))
    assert errors(reading) == []
    assert exhibit_of(reading).fonts == ("fonts/Own.ttf",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html>", "The file is not a typeface."),
        (b"", "The file is not a typeface."),
        (typeface()[:-1], "The typeface's file is damaged or incomplete."),
        (typeface()[:20], "The typeface's file is damaged or incomplete."),
        (typeface()[:5], "The typeface's file is damaged or incomplete."),
        (b"\0\x01\0\0" + bytes(8), "The typeface's file is damaged or incomplete."),
        (COLLECTION[:14], "The typeface's file is damaged or incomplete."),
    ],
    ids=["web page", "empty", "cut", "cut early", "cut at once", "no tables", "cut collection"],
)
def test_damaged_typefaces_are_named(
    content: Write, good: Files, data: bytes, message: str
) -> None:
    """Half a typeface costs itself and nothing else."""
    reading = read_exhibit(content({**good, "fonts/Own.ttf": data}))
    assert [(p.path, p.message) for p in reading.problems] == [("fonts/Own.ttf", message)]
    assert exhibit_of(reading).fonts == ()
