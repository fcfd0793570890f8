"""The map of the film: three coasts at night and a line of lights from Vilnius to Tallinn."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import cos, pi, sin, tau

import land
from baltic_way_ink import (
    BRASS,
    HEIGHT,
    NIGHT,
    OCHRE,
    PAPER,
    SLATE,
    WIDTH,
    brush_on,
    glow,
    hatch,
    ink,
    mix,
    picture,
    polygon,
    smooth,
)
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen

Point = tuple[float, float]

# (lon, lat) in the order in which the chain passed them; the first is Gediminas' Tower.
TOWNS = (
    (25.28, 54.69),
    (24.95, 55.04),
    (24.75, 55.25),
    (24.36, 55.73),
    (24.40, 56.06),
    (24.19, 56.41),
    (24.21, 56.60),
    (24.11, 56.95),
    (24.54, 57.09),
    (24.86, 57.15),
    (25.27, 57.31),
    (25.43, 57.54),
    (25.33, 57.90),
    (25.56, 58.10),
    (25.59, 58.36),
    (25.43, 58.81),
    (24.79, 59.01),
    (24.75, 59.44),
)
CAPITALS = (0, 7, 17)
OURS = ("Estonia", "Latvia", "Lithuania")
# The map is drawn once at this size and then scaled down by the camera.
ENLARGED = 2.0
LIGHT_EVERY_KM = 5.2


class NightMap:
    """The drawn map, the chain of lights on it and the camera that looks at both."""

    def __init__(self) -> None:
        whole = (0.0, -30.0, WIDTH * ENLARGED, HEIGHT * ENLARGED + 60)
        window = (20.6, 54.05, 28.6, 59.9)
        self._places = land.conic(window, whole)
        self._sheet = self._draw_sheet()
        self._halved = self._sheet.scaled(
            WIDTH,
            HEIGHT,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self._reached = [0.0]
        for a, b in pairwise(TOWNS):
            self._reached.append(self._reached[-1] + land.distance_km(a, b))
        self._length = self._reached[-1]
        count = int(self._length / LIGHT_EVERY_KM)
        self._lights = [self._at(i / count) for i in range(count + 1)]
        self._core = glow(14, "#fff1cf", 1.0)
        self._halo = glow(64, "#d08a3c", 0.13)
        self._town = glow(46, "#ffdf9c", 0.6)

    def share_at(self, town: int) -> float:
        """How much of the chain, 0 to 1, lies before a town."""
        return self._reached[town] / self._length

    def _at(self, share: float) -> tuple[float, float]:
        """Sheet pixels of the point `share` of the way along the chain."""
        distance = min(max(share, 0.0), 1.0) * self._length
        for i in range(len(TOWNS) - 1):
            if distance <= self._reached[i + 1] or i == len(TOWNS) - 2:
                part = (distance - self._reached[i]) / (self._reached[i + 1] - self._reached[i])
                break
        (lon_a, lat_a), (lon_b, lat_b) = TOWNS[i], TOWNS[i + 1]
        return self._places.xy(lon_a + (lon_b - lon_a) * part, lat_a + (lat_b - lat_a) * part)

    def _shape(self, rings: list[land.Line]) -> QPainterPath:
        path = QPainterPath()
        for ring in rings:
            path.addPolygon(polygon(self._places.line(ring)))
            path.closeSubpath()
        return path

    def _draw_sheet(self) -> QImage:
        sheet = picture(int(WIDTH * ENLARGED), int(HEIGHT * ENLARGED), "#12151a")
        painter = brush_on(sheet)
        size = QRectF(sheet.rect())
        sea = QPainterPath()
        sea.addRect(size)
        hatch(painter, sea, ink(SLATE, 0.20), 16, 2.2, 0.0)
        land_shape = self._shape(land.land("baltic"))
        # Waterlines: ever wider and fainter strokes along the coast, as on an engraved chart.
        for width, alpha in ((92, 0.10), (60, 0.12), (32, 0.15)):
            pen = QPen(mix("#12151a", SLATE, 0.55, alpha), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            for line in land.coast("baltic"):
                painter.strokePath(self._open(line), pen)
        painter.fillPath(land_shape, QColor("#1c1814"))
        hatch(painter, land_shape, ink(OCHRE, 0.13), 18, 2.4, 0.7)
        shapes = land.countries("baltic")
        for name, colour in zip(OURS, ("#3a3b38", "#37332c", "#433027"), strict=True):
            shape = self._shape(shapes[name])
            painter.fillPath(shape, QColor(colour))
            hatch(painter, shape, ink(PAPER, 0.10), 13, 2.4, -0.7)
        for line in land.borders("baltic"):
            painter.strokePath(self._open(line), QPen(ink(PAPER, 0.16), 2.6))
        for name in OURS:
            painter.strokePath(self._shape(shapes[name]), QPen(ink(BRASS, 0.30), 3.0))
        for line in land.coast("baltic"):
            painter.strokePath(self._open(line), QPen(ink(PAPER, 0.62), 3.4))
        painter.end()
        return sheet

    def _open(self, line: land.Line) -> QPainterPath:
        path = QPainterPath()
        path.addPolygon(polygon(self._places.line(line)))
        return path

    def draw(
        self,
        painter: QPainter,
        time: float,
        *,
        share: float,
        zoom: float,
        dusk: float,
        together: float,
    ) -> None:
        """One picture of the map.

        `share` of the chain is alight; `zoom` 1 shows everything and 2 looks closely at its tip;
        `dusk` goes from 0, the last evening light in the west, to 1, night; `together` from 0 to
        1 lets the whole line glow as one.
        """
        factor = zoom / ENLARGED
        tip_x, tip_y = self._at(share)
        closeness = min(1.0, (zoom - 1.0) / 0.9)
        centre_x = WIDTH * ENLARGED / 2 * (1 - closeness) + tip_x * closeness
        centre_y = HEIGHT * ENLARGED / 2 * (1 - closeness) + tip_y * closeness
        half_w, half_h = WIDTH / 2 / factor, HEIGHT / 2 / factor
        centre_x = min(max(centre_x, half_w), WIDTH * ENLARGED - half_w)
        centre_y = min(max(centre_y, half_h), HEIGHT * ENLARGED - half_h)
        left, top = centre_x - half_w, centre_y - half_h
        frame = QRectF(0, 0, WIDTH, HEIGHT)
        painter.setOpacity(1.0)
        painter.drawImage(frame, self._sheet, QRectF(left, top, 2 * half_w, 2 * half_h))
        if zoom < 1.5:
            painter.setOpacity(1 - smooth(1.1, 1.5, zoom))
            half = 1 / ENLARGED
            source = QRectF(left * half, top * half, 2 * half_w * half, 2 * half_h * half)
            painter.drawImage(frame, self._halved, source)
            painter.setOpacity(1.0)
        self._evening(painter, frame, dusk)

        def seen(point: tuple[float, float]) -> tuple[float, float]:
            return (point[0] - left) * factor, (point[1] - top) * factor

        self._town_rings(painter, seen, share)
        self._chain(painter, seen, time, share, zoom, together)

    def _evening(self, painter: QPainter, frame: QRectF, dusk: float) -> None:
        sky = QLinearGradient(0, 0, WIDTH, HEIGHT * 0.25)
        sky.setColorAt(0.0, ink("#b5643a", 0.34 * (1 - dusk)))
        sky.setColorAt(0.45, ink("#8a3b2e", 0.16 * (1 - dusk)))
        sky.setColorAt(1.0, ink(SLATE, 0.14 * (1 - dusk)))
        painter.fillRect(frame, sky)
        painter.fillRect(frame, ink("#0a0c12", 0.20 * dusk))

    def _town_rings(self, painter: QPainter, seen: Callable[[Point], Point], share: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for i in range(len(TOWNS)):
            lit = smooth(self.share_at(i) - 0.004, self.share_at(i) + 0.03, share * 1.04)
            x, y = seen(self._at(self.share_at(i)))
            capital = i in CAPITALS
            radius = (15 if capital else 8) * (1.0 + 0.25 * sin(pi * lit))
            colour = mix(PAPER, "#ffe2a0", lit, 0.30 + 0.55 * lit)
            painter.setPen(QPen(colour, 2.4 if capital else 1.7))
            painter.drawEllipse(QPointF(x, y), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)

    def _chain(
        self,
        painter: QPainter,
        seen: Callable[[Point], Point],
        time: float,
        share: float,
        zoom: float,
        together: float,
    ) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        last = len(self._lights) - 1
        for i, light in enumerate(self._lights):
            born = smooth(i / last - 0.002, i / last + 0.016, share * 1.03)
            if born == 0:
                break
            x, y = seen(light)
            # Each light breathes on its own, slower than once in four seconds, until all are one.
            own = 0.80 + 0.20 * sin(tau * (0.19 * time + 0.381966 * i))
            level = born * (own + (1 - own) * together)
            fresh = 1.0 - smooth(0.0, 0.05, share - i / last)
            self._sprite(painter, self._halo, x, y, level * (0.62 + 0.38 * together), 0.62 * zoom)
            self._sprite(
                painter, self._core, x, y, level, (0.44 + 0.12 * together + 0.3 * fresh) * zoom
            )
        for i in range(len(TOWNS)):
            lit = smooth(self.share_at(i) - 0.002, self.share_at(i) + 0.02, share * 1.03)
            if lit > 0:
                x, y = seen(self._at(self.share_at(i)))
                size = 1.1 if i in CAPITALS else 0.5
                self._sprite(painter, self._town, x, y, lit * (0.75 + 0.25 * together), size * zoom)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setOpacity(1.0)

    def _sprite(
        self, painter: QPainter, sprite: QImage, x: float, y: float, level: float, size: float
    ) -> None:
        radius = sprite.width() / 2 * size
        painter.setOpacity(min(1.0, level))
        painter.drawImage(QRectF(x - radius, y - radius, 2 * radius, 2 * radius), sprite)


def dial(painter: QPainter, x: float, y: float, minutes: float, shown: float) -> None:
    """A clock face without figures, `minutes` after seven; the minutes gone by are filled."""
    radius = 118.0
    painter.setOpacity(shown)
    painter.setBrush(ink(NIGHT, 0.55))
    painter.setPen(QPen(ink(PAPER, 0.75), 2.4))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink(BRASS, 0.34))
    box = QRectF(x - radius + 9, y - radius + 9, 2 * radius - 18, 2 * radius - 18)
    painter.drawPie(box, 90 * 16, -round(minutes * 6 * 16))
    for tick in range(60):
        angle = tau * tick / 60
        inner = radius - (24 if tick % 15 == 0 else 17 if tick % 5 == 0 else 10)
        strong = tick % 5 == 0
        painter.setPen(QPen(ink(PAPER, 0.85 if strong else 0.35), 3.0 if strong else 1.4))
        painter.drawLine(
            QPointF(x + sin(angle) * inner, y - cos(angle) * inner),
            QPointF(x + sin(angle) * (radius - 6), y - cos(angle) * (radius - 6)),
        )
    hour, minute = tau * (7 + minutes / 60) / 12, tau * minutes / 60
    for angle, length, width in ((hour, 58.0, 7.0), (minute, 92.0, 4.4)):
        pen = QPen(QColor(PAPER), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(
            QPointF(x - sin(angle) * 12, y + cos(angle) * 12),
            QPointF(x + sin(angle) * length, y - cos(angle) * length),
        )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(BRASS))
    painter.drawEllipse(QPointF(x, y), 7, 7)
    painter.setOpacity(1.0)
