"""The road of the film: people hand in hand through the evening."""

from __future__ import annotations

import random
from collections.abc import Callable
from math import sin, tau

from baltic_way_ink import (
    HEIGHT,
    MOSS,
    NIGHT,
    PAPER,
    WIDTH,
    brush_on,
    hatch,
    ink,
    picture,
    polygon,
    wave_flag,
)
from baltic_way_people import Figure, crowd
from baltic_way_sky import evening_sky
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

Point = tuple[float, float]
# Metres right, up and away to pixels.
Seen = Callable[[float, float, float], Point]

HORIZON = 452.0
FOCAL = 1750.0
EYE_M = 2.05
PEOPLE_APART_M = 1.18


def chain_at(x: float) -> Point:
    """Metres to the right and away of the road's edge; far off it swings back to the middle."""
    away = 6.6 + 0.062 * max(0.0, 9.0 - x) ** 2
    return x, away


def _stations(count: int) -> list[Point]:
    """Where the people stand, evenly along the bend, from near on the right to far away."""
    stations: list[Point] = []
    x, step = 13.0, 0.02
    walked = PEOPLE_APART_M
    before = chain_at(x)
    while len(stations) < count:
        now = chain_at(x)
        walked += ((now[0] - before[0]) ** 2 + (now[1] - before[1]) ** 2) ** 0.5
        if walked >= PEOPLE_APART_M:
            stations.append(now)
            walked = 0.0
        before = now
        x -= step
    return stations


class Road:
    """The landscape, drawn once, and the people, drawn anew for every picture."""

    def __init__(self) -> None:
        self._sky = evening_sky(HORIZON)
        self._figures = [Figure(person) for person in crowd(132)]
        self._stations = _stations(len(self._figures))
        rng = random.Random(1989)
        self._tufts = [
            (rng.uniform(-7, 7), rng.uniform(4.3, 5.9), rng.uniform(0.35, 0.85), rng.random())
            for _ in range(520)
        ]
        self._trees = [(-25.0, 66.0), (-40.0, 112.0), (24.0, 72.0), (15.5, 38.0), (46.0, 96.0)]
        self._crowns = [
            _tree_picture(random.Random(seed), FOCAL / away)
            for seed, (_, away) in enumerate(self._trees)
        ]
        self._hills = [_ridge(random.Random(40 + i), i) for i in range(3)]

    def draw(self, painter: QPainter, time: float, travelled: float) -> None:
        """One picture; the camera stands `travelled` metres to the left of where it began."""
        camera = -travelled

        def seen(x: float, height: float, away: float) -> Point:
            scale = FOCAL / away
            return WIDTH / 2 + (x - camera) * scale, HORIZON + (EYE_M - height) * scale

        painter.drawImage(0, 0, self._sky)
        for i, (ridge, colour) in enumerate(
            zip(self._hills, ("#6a6350", "#4b4a3d", "#33342b"), strict=True)
        ):
            shift = travelled * (2.0 + 3.5 * i)
            shape = QPainterPath()
            shape.addPolygon(polygon([(x + shift, y) for x, y in ridge]))
            painter.fillPath(shape, QColor(colour))
        self._farm(painter, seen)
        self._fields(painter, seen)
        self._road(painter, seen)
        for place, crown in zip(self._trees, self._crowns, strict=True):
            self._tree(painter, seen, place, crown, time)
        self._people(painter, seen, time)
        self._grass(painter, seen, time)

    def _farm(self, painter: QPainter, seen: Seen) -> None:
        for x, away, wide, high in ((-58.0, 210.0, 16.0, 4.2), (-36.0, 225.0, 9.0, 3.6)):
            left, base = seen(x, 0, away)
            right, _ = seen(x + wide, 0, away)
            _, eaves = seen(x, high * 0.55 + 1.8, away)
            _, top = seen(x, high + 3.4, away)
            painter.setBrush(QColor("#2b2a24"))
            inset = (right - left) * 0.10
            painter.drawPolygon(
                polygon([(left, base), (left, eaves), (right, eaves), (right, base)])
            )
            roof = [(left - 3, eaves), (left + inset, top), (right - inset, top)]
            painter.drawPolygon(polygon([*roof, (right + 3, eaves)]))
        painter.setBrush(QColor("#3a392f"))
        x, base = seen(64.0, 0, 420.0)
        painter.drawRect(QRectF(x - 9, base - 74, 18, 74))
        spire = [(x - 12, base - 72), (x, base - 152), (x + 12, base - 72)]
        painter.drawPolygon(polygon(spire))
        painter.drawRect(QRectF(x + 6, base - 44, 62, 44))
        roof = [(x + 6, base - 42), (x + 18, base - 66), (x + 60, base - 66), (x + 72, base - 42)]
        painter.drawPolygon(polygon(roof))

    def _fields(self, painter: QPainter, seen: Seen) -> None:
        ground = QPainterPath()
        ground.addRect(QRectF(0, HORIZON + 6, WIDTH, HEIGHT - HORIZON))
        painter.fillPath(ground, QColor("#47442b"))
        # Stubble rows run away from the eye; strips of other crops lie across.
        for near, far, colour in ((90.0, 400.0, "#6b5f38"), (52.0, 74.0, "#7d6a38")):
            _, top = seen(0, 0, far)
            _, low = seen(0, 0, near)
            painter.fillRect(QRectF(0, top, WIDTH, low - top), QColor(colour))
        painter.setPen(QPen(ink(NIGHT, 0.20), 1.6))
        for i in range(-130, 131):
            painter.drawLine(QPointF(*seen(i * 1.3, 0, 10.0)), QPointF(*seen(i * 1.3 - 4, 0, 70.0)))
        painter.setPen(Qt.PenStyle.NoPen)

    def _road(self, painter: QPainter, seen: Seen) -> None:
        xs = [15.0 - 0.35 * i for i in range(210)]
        for back, front, colour in (
            (5.4, -0.6, "#4c4634"),
            (4.7, 0.2, "#6f6754"),
        ):
            far = [self._beside(seen, x, back) for x in xs]
            near = [self._beside(seen, x, front) for x in xs]
            painter.setBrush(QColor(colour))
            painter.drawPolygon(polygon(far + near[::-1]))
        line = QPainterPath()
        line.addPolygon(polygon([self._beside(seen, x, 2.3) for x in xs]))
        for i in range(0, len(xs) - 4, 8):
            dash = [self._beside(seen, xs[i + k], 2.3 + 0.06) for k in range(4)]
            dash += [self._beside(seen, xs[i + k], 2.3 - 0.06) for k in (3, 2, 1, 0)]
            painter.setBrush(ink(PAPER, 0.55))
            painter.drawPolygon(polygon(dash))

    def _beside(self, seen: Seen, x: float, metres: float) -> Point:
        """The ground so many metres behind the people (in front of them when negative)."""
        here, ahead = chain_at(x), chain_at(x - 0.1)
        dx, dy = ahead[0] - here[0], ahead[1] - here[1]
        length = (dx * dx + dy * dy) ** 0.5
        return seen(here[0] - dy / length * -metres, 0, max(2.0, here[1] - dx / length * metres))

    def _tree(self, painter: QPainter, seen: Seen, place: Point, tree: QImage, time: float) -> None:
        x, base = seen(place[0], 0, place[1])
        painter.save()
        painter.translate(x, base)
        painter.shear(-0.007 * sin(tau * 0.16 * time + place[0]), 0)
        painter.drawImage(QPointF(-tree.width() / 2, -tree.height()), tree)
        painter.restore()

    def _people(self, painter: QPainter, seen: Seen, time: float) -> None:
        far = [chain_at(self._stations[-2][0] - 0.6 * i) for i in range(90)]
        outline = [seen(x, 0, away) for x, away in far]
        outline += [seen(x, 1.62, away) for x, away in reversed(far)]
        painter.setBrush(QColor("#26221c"))
        painter.drawPolygon(polygon(outline))
        feet: list[Point] = []
        sways: list[float] = []
        for i, (x, away) in enumerate(self._stations):
            feet.append(seen(x, 0, away))
            sways.append(0.036 * sin(tau * (0.155 * time) - 0.33 * i))
        for i in range(len(self._stations) - 2, 0, -1):
            x, away = self._stations[i]
            foot_x, foot_y = feet[i]
            if not -260 < foot_x < WIDTH + 260:
                continue
            figure = self._figures[i]
            scale = FOCAL / away * figure.person.height
            hands: list[Point] = []
            # The next person away stands on the left of this one, the one before on the right.
            for other in (i + 1, i - 1):
                height = 0.74 + 0.014 * sin(tau * 0.155 * time - 0.33 * (i + other) / 2)
                a, b = (
                    seen(*_hand(self._stations[i], height)),
                    seen(*_hand(self._stations[other], height)),
                )
                side = (sways[i] + sways[other]) / 2 * height / figure.person.height
                hands.append(
                    (
                        ((a[0] + b[0]) / 2 - foot_x) / scale + side,
                        (foot_y - (a[1] + b[1]) / 2) / scale,
                    )
                )
            if i in (5, 12, 19, 31, 47):
                self._bearer(painter, seen, i, time)
            painter.save()
            painter.translate(foot_x, foot_y)
            painter.scale(scale, -scale)
            distance = min(1.0, away / 90)
            self._shadow(painter)
            figure.draw(
                painter, *hands, lean=sways[i], light=0.66 - 0.34 * distance, near=away < 24
            )
            painter.restore()

    def _shadow(self, painter: QPainter) -> None:
        """The long shadow, toward the eye, of a person with the sun behind."""
        painter.setBrush(ink(NIGHT, 0.30))
        width = 0.16
        shadow = [(-width * 0.6, 0.0), (width * 0.6, 0.0), (width * 2.4, -0.34), (0.05, -0.36)]
        painter.drawPolygon(polygon(shadow))

    def _bearer(self, painter: QPainter, seen: Seen, i: int, time: float) -> None:
        """A flag on a pole behind the chain."""
        x, away = self._stations[i]
        behind = away + 0.7
        scale = FOCAL / behind
        low, top = seen(x + 0.42, 0.9, behind), seen(x + 0.55, 3.25, behind)
        pen = QPen(QColor("#1d1915"), max(1.0, 0.035 * scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(*low), QPointF(*top))
        painter.setPen(Qt.PenStyle.NoPen)
        wave_flag(painter, top[0], top[1] + 2, 0.62 * scale, time + 0.7 * i, 0.16)

    def _grass(self, painter: QPainter, seen: Seen, time: float) -> None:
        painter.setBrush(QColor("#191710"))
        for x, away, tall, turn in self._tufts:
            base_x, base_y = seen(x, -0.25, away)
            if not -60 < base_x < WIDTH + 60:
                continue
            scale = FOCAL / away
            blow = 0.05 * sin(tau * (0.21 * time + turn)) + 0.10 * (turn - 0.5)
            for blade in (-1, 0, 1):
                tip_x = base_x + (blade * 0.10 + blow) * scale
                tip_y = base_y - tall * (1 - 0.18 * abs(blade)) * scale * 0.62
                foot = base_x + blade * 0.025 * scale
                painter.drawPolygon(
                    polygon(
                        [
                            (foot - 0.022 * scale, base_y + 40),
                            (tip_x, tip_y),
                            (foot + 0.022 * scale, base_y + 40),
                        ]
                    )
                )


def _hand(station: Point, height: float) -> tuple[float, float, float]:
    return station[0], height, station[1]


def _crown(rng: random.Random) -> list[QPainterPath]:
    """The dark mass of a tree and the lighter leaves on it, in metres, upward negative."""
    shapes: list[QPainterPath] = []
    for spread, count in ((1.0, 95), (0.86, 48)):
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for _ in range(count):
            x, y = rng.gauss(0, 1.25) * spread, -6.3 + rng.triangular(-2.6, 3.4, 0.2) * spread
            size = rng.uniform(0.34, 0.86) * spread
            path.addEllipse(QPointF(x, y), size, size * 0.86)
        shapes.append(path)
    return shapes


def _tree_picture(rng: random.Random, scale: float) -> QImage:
    """A tree of `scale` pixels to the metre, its foot in the middle of the lower edge."""
    image = picture(int(12 * scale), int(12 * scale))
    painter = brush_on(image)
    painter.translate(6 * scale, 12 * scale)
    painter.scale(scale, scale)
    painter.setBrush(QColor("#1d1b14"))
    painter.drawPolygon(polygon([(-0.32, 0.1), (-0.16, -4.5), (0.16, -4.5), (0.34, 0.1)]))
    crown = _crown(rng)
    for shape, colour in zip(crown, ("#22231a", "#2d2f20"), strict=True):
        painter.fillPath(shape, QColor(colour))
    hatch(painter, crown[1], ink(MOSS, 0.55), 0.17, 0.035, -0.6)
    painter.end()
    return image


def _ridge(rng: random.Random, layer: int) -> list[Point]:
    """A wooded skyline far wider than the picture."""
    points: list[Point] = [(-500, HORIZON + 60)]
    y = HORIZON - 26 + 12 * layer
    for i in range(300):
        x = -500 + i * 10
        swell = (22 - 7 * layer) * sin(x / (310 - 60 * layer) + 2.1 * layer)
        points.append((x, y - swell - rng.uniform(0, 7 + 3 * layer)))
    return [*points, (2500, HORIZON + 60)]
