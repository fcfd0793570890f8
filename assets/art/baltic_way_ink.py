"""Colours, paper and small drawing tools of the film of the Baltic Way."""

from __future__ import annotations

import random
from collections.abc import Sequence
from math import exp, sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF, QRadialGradient

WIDTH, HEIGHT, FPS = 1920, 1080, 25

NIGHT, PAPER, BRASS = "#14110f", "#ece2cf", "#c8a96a"
MADDER, SLATE, MOSS, OCHRE = "#8a3b2e", "#4f6272", "#5d6b45", "#a07a35"
FLAG = ("#FDB913", "#006A44", "#C1272D")


def smooth(begin: float, end: float, value: float) -> float:
    """0 before `begin`, 1 after `end`, without a corner in between."""
    share = min(1.0, max(0.0, (value - begin) / (end - begin)))
    return share * share * (3 - 2 * share)


def mix(a: str, b: str, share: float, alpha: float = 1.0) -> QColor:
    """The colour `share` of the way from `a` to `b`, 0 to 1."""
    one, two = QColor(a), QColor(b)
    return QColor.fromRgbF(
        one.redF() + (two.redF() - one.redF()) * share,
        one.greenF() + (two.greenF() - one.greenF()) * share,
        one.blueF() + (two.blueF() - one.blueF()) * share,
        alpha,
    )


def ink(colour: str, alpha: float) -> QColor:
    """A colour with its opacity, 0 to 1."""
    return mix(colour, colour, 0, alpha)


def polygon(points: Sequence[tuple[float, float]]) -> QPolygonF:
    """Pixels as a Qt polygon."""
    return QPolygonF([QPointF(x, y) for x, y in points])


def through(points: Sequence[tuple[float, float]]) -> QPainterPath:
    """A closed soft outline through the middles between neighbouring points."""
    path = QPainterPath()
    count = len(points)
    middles = [
        ((points[i][0] + points[i - 1][0]) / 2, (points[i][1] + points[i - 1][1]) / 2)
        for i in range(count)
    ]
    path.moveTo(*middles[0])
    for i in range(count):
        path.quadTo(*points[i], *middles[(i + 1) % count])
    path.closeSubpath()
    return path


def hatch(
    painter: QPainter, shape: QPainterPath, colour: QColor, gap: float, width: float, slant: float
) -> None:
    """Fill a shape with parallel lines, `gap` pixels apart, `slant` pixels along per pixel down."""
    box = shape.boundingRect()
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, width))
    reach = abs(slant) * box.height()
    # Lines start on a common raster, so that neighbouring shapes are hatched as one sheet.
    x = ((box.left() - reach) // gap) * gap - (box.top() * slant) % gap
    while x < box.right() + reach:
        painter.drawLine(
            QPointF(x, box.top()), QPointF(x + slant * box.height(), box.top() + box.height())
        )
        x += gap
    painter.restore()


def picture(width: int = WIDTH, height: int = HEIGHT, colour: str | None = None) -> QImage:
    """An empty picture, transparent without a colour."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0) if colour is None else QColor(colour))
    return image


def brush_on(image: QImage) -> QPainter:
    """A painter with smooth edges and no outline."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    return painter


def glow(radius: int, colour: str, strength: float) -> QImage:
    """A soft round light, to be added to what lies below."""
    image = picture(2 * radius, 2 * radius)
    painter = brush_on(image)
    gradient = QRadialGradient(radius, radius, radius)
    for i in range(13):
        at = i / 12
        fall = exp(-5.2 * at * at) * (1 - at) ** 0.6
        gradient.setColorAt(at, ink(colour, strength * fall))
    painter.fillRect(image.rect(), gradient)
    painter.end()
    return image


def paper_grain() -> QImage:
    """The tooth of the paper and faint fibres over the whole picture, always the same."""
    rng = random.Random(19890823)
    wide, high = WIDTH // 2, HEIGHT // 2
    tooth = bytearray(wide * high * 4)
    for at in range(0, len(tooth), 4):
        value = rng.gauss(0, 1)
        alpha = min(26, int(abs(value) * 7))
        shade = alpha if value > 1.1 else 0
        tooth[at : at + 4] = bytes((shade * 207 // 255, shade * 226 // 255, shade, alpha))
    premultiplied = QImage.Format.Format_ARGB32_Premultiplied
    small = QImage(bytes(tooth), wide, high, premultiplied).copy()
    mode = Qt.TransformationMode.SmoothTransformation
    aspect = Qt.AspectRatioMode.IgnoreAspectRatio
    grain = small.scaled(WIDTH, HEIGHT, aspect, mode)
    painter = brush_on(grain)
    for _ in range(260):
        x, y = rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT)
        path = QPainterPath(QPointF(x, y))
        bend = [rng.uniform(-16, 16) for _ in range(4)]
        path.quadTo(x + bend[0], y + bend[1], x + bend[0] + bend[2], y + bend[1] + bend[3])
        painter.strokePath(path, QPen(ink(PAPER, 0.045), 1.1))
    corners = QRadialGradient(WIDTH / 2, HEIGHT * 0.48, WIDTH * 0.62)
    corners.setColorAt(0.55, ink("#000000", 0))
    corners.setColorAt(1.0, ink("#000000", 0.26))
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), corners)
    painter.end()
    return grain


def wave_flag(
    painter: QPainter, x: float, y: float, height: float, time: float, shade: float = 0.0
) -> None:
    """The tricolour of 1989, twice as long as high, hoisted at (x, y) and blown to the right."""
    columns = 28
    length = 2 * height

    def edge(i: int, down: float) -> tuple[float, float]:
        along = i / columns
        swing = height * 0.13 * along**0.8 * sin(tau * (1.25 * along - 0.42 * time))
        sag = height * 0.16 * along * along
        return x + length * along * (0.965 + 0.012 * sin(1.3 * time)), y + down + swing + sag

    for band, colour in enumerate(FLAG):
        upper = [edge(i, height * band / 3) for i in range(columns + 1)]
        lower = [edge(i, height * (band + 1) / 3 + 0.6) for i in range(columns + 1)]
        painter.setBrush(mix(colour, NIGHT, shade))
        painter.drawPolygon(polygon(upper + lower[::-1]))
    for i in range(columns):
        slope = edge(i + 1, 0)[1] - edge(i, 0)[1]
        dark = min(0.3, max(0.0, slope / height * 6))
        painter.setBrush(ink(NIGHT, dark))
        fold = [edge(i, 0), edge(i + 1, 0), edge(i + 1, height), edge(i, height)]
        painter.drawPolygon(polygon(fold))
