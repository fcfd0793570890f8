"""QR codes as outlines that any renderer fills, without Python in its render thread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby

QUIET_ZONE = 4
"""Light modules that a code needs around it (ISO/IEC 18004)."""


@dataclass(frozen=True)
class QrCode:
    """`outline` is an SVG path of the dark modules, each 1×1, in a square of `modules`.

    The quiet zone is part of the square.
    """

    outline: str
    modules: int


@cache
def qr_code(address: str) -> QrCode:
    """The code of an address, with a seventh of it to spare for scratches and reflections."""
    # It loads what speaks HTTPS and reads XML, for which no start should wait.
    import segno

    matrix = segno.make_qr(address, error="m").matrix
    runs: list[str] = []
    for y, row in enumerate(matrix, start=QUIET_ZONE):
        x = QUIET_ZONE
        for dark, modules in groupby(row):
            length = len(list(modules))
            if dark:
                runs.append(f"M{x} {y}h{length}v1h-{length}z")
            x += length
    return QrCode("".join(runs), len(matrix) + 2 * QUIET_ZONE)
