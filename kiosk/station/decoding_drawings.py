"""Drawing SVG files as pictures; runs in the decoding child only.

The running kiosk never sees such a file, only the pictures made here.
"""

from __future__ import annotations

import math
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kiosk.exhibit.media.drawings import LARGEST, drawing_fault, undeclared
from kiosk.exhibit.model import MediumKind
from kiosk.station.decoding import PREVIEW_SIDES, Answer, Failure, MediaFacts
from kiosk.station.decoding_images import write_previews

SIDE = max(PREVIEW_SIDES.values())
"""Pixels of the longer side: a drawing has no size of its own, so it is as sharp as a screen."""

LONGEST_RATIO = 100
"""How many times as long as wide a drawing may be."""


def decode_drawing(path: Path, previews: dict[str, Path]) -> Answer:
    """The size at which a drawing was drawn, and its previews."""
    with path.open("rb") as reading:
        data = reading.read(LARGEST + 1)
    if (fault := drawing_fault(data)) is not None:
        return Answer(failure=Failure(reason="refused", fault=fault))
    renderer = QSvgRenderer(QByteArray(undeclared(data)))
    size = _size_of(renderer)
    if size is None:
        return Answer(failure=Failure(reason="damaged"))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    written = write_previews(image, previews)
    if written is None:
        return Answer(failure=Failure(reason="unwritten"))
    facts = MediaFacts(
        kind=MediumKind.IMAGE,
        width=size.width(),
        height=size.height(),
        previews=written,
        drawn=True,
    )
    return Answer(facts=facts)


def _size_of(renderer: QSvgRenderer) -> QSize | None:
    """Pixels with the proportions of the view box; None if there is nothing to draw."""
    box = renderer.viewBoxF()
    width, height = box.width(), box.height()
    if not renderer.isValid() or not (_is_length(width) and _is_length(height)):
        return None
    if max(width, height) > LONGEST_RATIO * min(width, height):
        return None
    scale = SIDE / max(width, height)
    return QSize(max(round(width * scale), 1), max(round(height * scale), 1))


def _is_length(value: float) -> bool:
    return math.isfinite(value) and value > 0
