"""How wide texts are in our typefaces, and where lines break.

Widths are in em, the size of the type. They are right to one hundredth: kerning counts as much for
every text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from importlib import resources
from typing import Final

_KERNED: Final = 0.992
"""What kerning leaves of a text's width, on average."""

_USUAL_WIDTH: Final = 0.55
"""Of letters that our typefaces lack, which come from the system's; East Asian ones are square."""

_BREAK: Final = re.compile(r"(?<=[-–—/])(?=[^\W\d])|\s+|\u00ad|\u200b")


class Face(Enum):
    """One of our typefaces: the package it comes in and its file there."""

    SERIF = ("font_source_serif_pro", "SourceSerifPro-Regular.ttf")
    SERIF_SEMIBOLD = ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf")
    SANS = ("font_source_sans_pro", "SourceSansPro-Regular.ttf")
    SANS_SEMIBOLD = ("font_source_sans_pro", "SourceSansPro-Semibold.ttf")


def width_of(text: str, face: Face) -> float:
    """The width of `text` on one line."""
    known = _widths(face)
    return sum(known.get(ord(letter)) or _other_width(letter) for letter in text)


def wrapped(text: str, face: Face, width: float) -> list[str]:
    """`text` in lines of at most `width`; a word that is longer breaks anywhere."""
    lines: list[str] = []
    line, taken = "", 0.0
    for piece in _pieces(text):
        word = piece.rstrip()
        if line and word and taken + _word_width(word, face) > width:
            lines.append(line.rstrip())
            line, taken = "", 0.0
        line += piece
        while word and taken + _word_width(word, face) > width:
            fitting = _fitting(line, face, width)
            lines.append(line[:fitting])
            line = piece = line[fitting:]
            word = piece.rstrip()
        taken += _word_width(piece, face)
    return [*lines, line.rstrip()] if line.strip() else lines


@lru_cache(maxsize=50_000)
def _word_width(word: str, face: Face) -> float:
    """`width_of` what comes again and again."""
    return width_of(word, face)


def elided(text: str, face: Face, width: float) -> str:
    """`text` as it is cut to fit into one line of `width`, with an ellipsis."""
    if width_of(text, face) <= width:
        return text
    return text[: _fitting(text, face, width - width_of("…", face))].rstrip() + "…"


def _pieces(text: str) -> Iterator[str]:
    """Words with the space or sign after which a line may break; East Asian letters one by one."""
    start = 0
    for found in _BREAK.finditer(text.strip()):
        yield from _letters(text.strip()[start : found.end()])
        start = found.end()
    yield from _letters(text.strip()[start:])


def _letters(piece: str) -> Iterator[str]:
    if any(unicodedata.east_asian_width(letter) in "WF" for letter in piece):
        yield from piece
    elif piece:
        yield piece


def _fitting(text: str, face: Face, width: float) -> int:
    """How many letters of `text` fit into `width`, one at least."""
    taken = 0.0
    for number, letter in enumerate(text):
        taken += width_of(letter, face)
        if taken > width:
            return max(1, number)
    return len(text)


def _other_width(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Mn", "Me"):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(letter) in "WF" else _USUAL_WIDTH


@lru_cache(maxsize=len(Face))
def _widths(face: Face) -> dict[int, float]:
    """The width of each letter by its code point."""
    from fontTools.ttLib import TTFont

    package, name = face.value
    with resources.as_file(resources.files(package) / "files" / name) as file, TTFont(file) as font:
        advances, size = font["hmtx"].metrics, font["head"].unitsPerEm
        return {
            code: advances[glyph][0] / size * _KERNED
            for code, glyph in (font.getBestCmap() or {}).items()
        }
