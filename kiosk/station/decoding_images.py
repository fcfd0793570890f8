"""Decoding of pictures and writing of previews; runs in the decoding child only."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QSize, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColorSpace, QImage, QImageIOHandler, QImageReader, QImageWriter

from kiosk.exhibit.model import MediumKind
from kiosk.station.decoding import (
    MAX_MEGAPIXELS,
    PREVIEW_SIDES,
    Answer,
    Failure,
    MediaFacts,
    Reason,
)

ALLOCATION_LIMIT = 1700
"""Megabytes for one picture: 400 megapixels of four bytes, and a little."""

JPEG_QUALITY = 90

FORMATS = frozenset({"jpeg", "png", "webp"})

QUARTER_TURN = QImageIOHandler.Transformation.TransformationRotate90.value
"""The bit that every transformation which exchanges width and height has set."""


class _Murmurs:
    """What Qt says while it reads: the only sign of some kinds of damage."""

    def __init__(self) -> None:
        self._said: list[str] = []

    def __enter__(self) -> _Murmurs:
        qInstallMessageHandler(self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        qInstallMessageHandler(None)

    def _hear(self, _kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        self._said.append(message)

    def mention(self, words: str) -> bool:
        return any(words in message for message in self._said)


def decode_image(path: Path, previews: dict[str, Path]) -> Answer:
    """The size of a picture as it is shown, and its previews."""
    QImageReader.setAllocationLimit(ALLOCATION_LIMIT)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).decode("ascii", "replace") not in FORMATS:
        return _failed("damaged")
    size = reader.size()
    megapixels = size.width() * size.height() / 1e6
    if megapixels > MAX_MEGAPIXELS:
        return Answer(failure=Failure(reason="too-large", megapixels=round(megapixels)))
    if size.isValid():
        reader.setScaledSize(fitted(size, max(PREVIEW_SIDES.values())))
    turned = bool(reader.transformation().value & QUARTER_TURN)
    with _Murmurs() as murmurs:
        image = reader.read()
    if murmurs.mention("allocation limit"):
        return Answer(failure=Failure(reason="too-large", megapixels=round(megapixels)))
    if image.isNull():
        return _failed("damaged")
    if murmurs.mention("premature end"):
        return _failed("cut-short")
    if not size.isValid():
        size = image.size()
    elif turned:
        size = size.transposed()
    written = write_previews(image, previews)
    if written is None:
        return _failed("unwritten")
    facts = MediaFacts(
        kind=MediumKind.IMAGE, width=size.width(), height=size.height(), previews=written
    )
    return Answer(facts=facts)


def fitted(size: QSize, side: int) -> QSize:
    """`size` reduced in proportion until its longest side is `side`; never enlarged."""
    if max(size.width(), size.height()) <= side:
        return size
    reduced = size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
    return reduced.expandedTo(QSize(1, 1))


def write_previews(image: QImage, previews: dict[str, Path]) -> dict[str, str] | None:
    """Saves `image` for each wanted preview and gives the file names, or None if that failed."""
    shown = _as_srgb(image)
    written = {}
    for name, stem in previews.items():
        size = fitted(shown.size(), PREVIEW_SIDES[name])
        if size != shown.size():
            preview = shown.scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        else:
            preview = shown
        opaque = not shown.hasAlphaChannel()
        target = stem.with_name(stem.name + (".jpg" if opaque else ".png"))
        writer = QImageWriter(str(target))
        if opaque:
            writer.setQuality(JPEG_QUALITY)
        if not writer.write(preview):
            return None
        written[name] = target.name
    return written


def _as_srgb(image: QImage) -> QImage:
    """Screens are sRGB; scans and print files often are not. Opaque pictures lose their alpha."""
    opaque = not image.hasAlphaChannel() or _is_opaque(image)
    pixels = QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32
    space = image.colorSpace()
    srgb = QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    if space.isValid() and space != srgb:
        converted = image.convertedToColorSpace(srgb, pixels)
        if not converted.isNull():
            return converted
    return image.convertToFormat(pixels)


def _is_opaque(image: QImage) -> bool:
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    pixels, row, width = bytes(alpha.constBits()), alpha.bytesPerLine(), alpha.width()
    starts = range(0, row * alpha.height(), row)
    return all(pixels.count(255, start, start + width) == width for start in starts)


def _failed(reason: Reason) -> Answer:
    return Answer(failure=Failure(reason=reason))
