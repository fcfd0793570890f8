"""Small stills from all along a film, side by side in one picture: the preview of the scrubber.

Runs in the decoding child only.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.station.decoding import STILLS_ACROSS

MOST = 40
APART_MS = 1000
"""How many stills a film has at most, and how far they are apart at least."""

WIDE = 240
"""Pixels of the longer side of each."""

QUALITY = 78

PATIENCE = 7.0
"""Seconds; then each still that has not come is like the nearest that has."""


def count_of(duration_ms: int) -> int:
    """How many stills a film of that duration has; none where there is nothing to choose from."""
    return min(MOST, duration_ms // APART_MS) if duration_ms >= 2 * APART_MS else 0


def by_halves(count: int) -> Iterator[int]:
    """0 … count − 1, each once, the whole film coarsely first and then ever finer."""
    seen = set()
    step = 1 << max(0, count - 1).bit_length()
    while step >= 1:
        for number in range(0, count, step):
            if number not in seen:
                seen.add(number)
                yield number
        step //= 2


def write_stills(
    still_at: Callable[[float, float], QImage | None], size: QSize, duration_ms: int, stem: Path
) -> tuple[str, int] | None:
    """Writes one picture with all stills and gives its name and how many they are.

    `still_at` seeks a share of the film for some seconds. None if there is nothing to show. Raises
    OSError.
    """
    count = count_of(duration_ms)
    tile = size.scaled(WIDE, WIDE, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    found: dict[int, QImage] = {}
    limit = time.monotonic() + PATIENCE
    for number in by_halves(count):
        left = limit - time.monotonic()
        if left <= 0:
            break
        if (still := still_at((number + 0.5) / count, left)) is not None:
            found[number] = _reduced(still, tile)
    if not found:
        return None
    rows = math.ceil(count / STILLS_ACROSS)
    sheet = QImage(tile.width() * STILLS_ACROSS, tile.height() * rows, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.black)
    painter = QPainter(sheet)
    for number in range(count):
        nearest = min(found, key=lambda other: abs(other - number))
        row, column = divmod(number, STILLS_ACROSS)
        place = QPoint(column * tile.width(), row * tile.height())
        painter.drawImage(place, found[nearest])
    painter.end()
    target = stem.with_name(f"{stem.name}.jpg")
    if not sheet.save(str(target), quality=QUALITY):
        raise OSError(f"{target} could not be written")
    return target.name, count


def _reduced(still: QImage, tile: QSize) -> QImage:
    """Halved quickly until it is near the size that is wanted, then smoothly."""
    while still.width() > 4 * tile.width():
        still = still.scaled(still.size() / 2)
    return still.scaled(
        tile, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
