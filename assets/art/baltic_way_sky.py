"""The evening sky of the film, and Gediminas' Tower where the chain begins."""

from __future__ import annotations

import random
from math import sin

from baltic_way_ink import (
    BRASS,
    HEIGHT,
    MADDER,
    MOSS,
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
    through,
    wave_flag,
)
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

Point = tuple[float, float]

# Bands of an evening sky from above to the horizon, printed one over the other.
SKY = ("#2f3a44", "#44505a", "#5f6567", "#84765f", "#a8854f", "#c79a58", "#dcb877")


def evening_sky(horizon: float) -> QImage:
    """A printed sky of flat bands with hatched edges and a low sun."""
    sky = picture(colour=SKY[0])
    painter = brush_on(sky)
    rng = random.Random(7)
    for i, colour in enumerate(SKY[1:], start=1):
        top = horizon * (i / len(SKY)) ** 0.86
        edge: list[Point] = []
        for k in range(49):
            x = k * WIDTH / 48
            edge.append((x, top + 16 * sin(x / 260 + i * 1.7) + rng.uniform(-3, 3)))
        band = QPainterPath()
        band.addPolygon(polygon([*edge, (WIDTH, HEIGHT), (0, HEIGHT)]))
        fringe = QPainterPath()
        fringe.addPolygon(polygon([(x, y - 26) for x, y in edge] + edge[::-1]))
        hatch(painter, fringe, ink(colour, 0.75), 7, 2.4, 0.9)
        painter.fillPath(band, QColor(colour))
    sun = QPointF(WIDTH * 0.30, horizon - 62)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    halo = glow(520, "#e0a050", 0.34)
    painter.drawImage(QRectF(sun.x() - 520, sun.y() - 520, 1040, 1040), halo)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(QColor("#f3dfae"))
    painter.drawEllipse(sun, 46, 46)
    for x, y, wide in ((260, 150, 300), (900, 92, 420), (1420, 205, 360), (1180, 318, 260)):
        cloud = through(
            [
                (x, y),
                (x + wide * 0.25, y - 20),
                (x + wide * 0.55, y - 12),
                (x + wide * 0.8, y - 24),
                (x + wide, y + 2),
                (x + wide * 0.6, y + 14),
                (x + wide * 0.2, y + 10),
            ]
        )
        painter.fillPath(cloud, mix(MADDER, PAPER, 0.25, 0.30))
        hatch(painter, cloud, ink(PAPER, 0.22), 7, 1.6, 0.9)
    painter.end()
    return sky


def tower(painter: QPainter, time: float, sky: QImage, night: float, spark: float) -> None:
    """Gediminas' Tower on its hill against the evening; `spark` lights the point below it."""
    painter.drawImage(0, 0, sky)
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), ink("#12151a", 0.12 + 0.55 * night))
    town = [(0.0, 930.0)]
    rng = random.Random(54)
    while town[-1][0] < WIDTH:
        x, roof = town[-1][0], 930 - rng.uniform(0, 46)
        wide = rng.uniform(34, 92)
        town += [(x, roof), (x + wide / 2, roof - rng.uniform(10, 34)), (x + wide, roof)]
    painter.setBrush(mix(SLATE, NIGHT, 0.62))
    painter.drawPolygon(polygon([(0, HEIGHT), *town, (WIDTH, HEIGHT)]))
    hill = through(
        [
            (330, 1180),
            (430, 1010),
            (560, 880),
            (700, 742),
            (800, 690),
            (960, 668),
            (1120, 690),
            (1230, 760),
            (1370, 900),
            (1500, 1000),
            (1640, 1180),
        ]
    )
    painter.fillPath(hill, QColor("#1b1a14"))
    hatch(painter, hill, ink(MOSS, 0.34), 11, 2.2, -0.8)
    # Three storeys, octagonal: every storey a little narrower, the lit face toward the sun.
    for level, (half, low, high) in enumerate(((112, 702, 560), (102, 560, 452), (92, 452, 372))):
        body = [(960 - half, low), (960 - half, high), (960 + half, high), (960 + half, low)]
        painter.setBrush(QColor("#2a201a"))
        painter.drawPolygon(polygon(body))
        lit = [(960 - half, low), (960 - half, high), (960 - half * 0.42, high)]
        shape = QPainterPath()
        shape.addPolygon(polygon([*lit, (960 - half * 0.42, low)]))
        painter.fillPath(shape, mix(MADDER, OCHRE, 0.35, 0.62))
        hatch(painter, shape, ink(NIGHT, 0.35), 6, 1.4, 0.0)
        front = QPainterPath()
        front.addRect(QRectF(960 - half * 0.42, high, half * 0.84, low - high))
        painter.fillPath(front, mix(MADDER, NIGHT, 0.58))
        if level < 2:
            for dx in (-0.70, 0.0, 0.70):
                wide = 15 if dx else 19
                window = QPainterPath()
                middle = (low + high) / 2
                window.addRoundedRect(
                    QRectF(960 + dx * half - wide / 2, middle - 26, wide, 48), 8, 8
                )
                painter.fillPath(window, QColor("#0f0c0a"))
        painter.setBrush(mix(OCHRE, NIGHT, 0.6))
        painter.drawRect(QRectF(960 - half - 4, high - 4, 2 * half + 8, 8))
    painter.setBrush(QColor("#2a201a"))
    for i in range(7):
        painter.drawRect(QRectF(960 - 92 + i * 28, 350, 16, 24))
    painter.setPen(QPen(QColor("#1d1915"), 5))
    painter.drawLine(QPointF(960, 372), QPointF(960, 168))
    painter.setPen(Qt.PenStyle.NoPen)
    wave_flag(painter, 962, 170, 66, time, 0.12 + 0.25 * night)
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), ink("#0d0e12", 0.45 * night))
    if spark > 0:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        for radius, colour, strength in ((150, BRASS, 0.55), (34, "#fff1cf", 1.0)):
            light = glow(radius, colour, strength)
            painter.setOpacity(spark)
            painter.drawImage(QPointF(960 - radius, 668 - radius), light)
        painter.setOpacity(1.0)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
