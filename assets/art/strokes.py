"""Paths: smooth outlines, tapering limbs, gouge marks."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

Point = tuple[float, float]


def polygon(*points: Point) -> QPainterPath:
    """A closed outline with straight sides."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*point) for point in points]))
    path.closeSubpath()
    return path


def polyline(*points: Point) -> QPainterPath:
    """An open line with straight parts."""
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    return path


def curve(points: Sequence[Point], closed: bool = False, tension: float = 1.0) -> QPainterPath:
    """A smooth line through the points (cardinal spline)."""
    count = len(points)
    path = QPainterPath(QPointF(*points[0]))

    def at(index: int) -> Point:
        return points[index % count] if closed else points[min(max(index, 0), count - 1)]

    for i in range(count if closed else count - 1):
        before, start, end, after = at(i - 1), at(i), at(i + 1), at(i + 2)
        pull = tension / 3
        path.cubicTo(
            start[0] + (end[0] - before[0]) * pull / 2,
            start[1] + (end[1] - before[1]) * pull / 2,
            end[0] - (after[0] - start[0]) * pull / 2,
            end[1] - (after[1] - start[1]) * pull / 2,
            *end,
        )
    if closed:
        path.closeSubpath()
    return path


def blob(points: Sequence[Point], tension: float = 1.0) -> QPainterPath:
    """A smooth closed outline through the points."""
    return curve(points, closed=True, tension=tension)


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> QPainterPath:
    """A rectangle, its corners rounded by `radius`."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path


def disc(x: float, y: float, radius: float, down: float | None = None) -> QPainterPath:
    """A circle, or an ellipse when its half-height `down` is given."""
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius if down is None else down)
    return path


def limb(points: Sequence[Point], widths: Sequence[float]) -> QPainterPath:
    """A tapering form along a smooth centre line; `widths` are half-widths at the points."""
    centre: list[tuple[float, float, float]] = []
    for i in range(len(points) - 1):
        p0, p1 = points[max(i - 1, 0)], points[i]
        p2, p3 = points[i + 1], points[min(i + 2, len(points) - 1)]
        for step in range(8 + (i == len(points) - 2)):
            t = step / 8
            x, y = (
                0.5
                * (
                    2 * b
                    + (c - a) * t
                    + (2 * a - 5 * b + 4 * c - d) * t * t
                    + (3 * b - a - 3 * c + d) * t**3
                )
                for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
            )
            ease = t * t * (3 - 2 * t)
            centre.append((x, y, widths[i] + (widths[i + 1] - widths[i]) * ease))
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y, half) in enumerate(centre):
        ax, ay, _ = centre[max(i - 1, 0)]
        bx, by, _ = centre[min(i + 1, len(centre) - 1)]
        length = math.hypot(bx - ax, by - ay) or 1
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    outline = [*left, *_round_end(left[-1], right[-1]), *reversed(right)]
    path = polygon(*outline, *_round_end(right[0], left[0]))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def _round_end(start: Point, end: Point) -> list[Point]:
    """The half circle from one side of a limb's end to the other."""
    cx, cy = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    rx, ry = start[0] - cx, start[1] - cy
    turns = [math.pi * i / 8 for i in range(1, 8)]
    return [
        (cx + rx * math.cos(t) - ry * math.sin(t), cy + rx * math.sin(t) + ry * math.cos(t))
        for t in (-turn for turn in turns)
    ]


def joined(*paths: QPainterPath) -> QPainterPath:
    """All paths as one silhouette."""
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    for path in paths:
        single = QPainterPath(path)
        single.setFillRule(Qt.FillRule.WindingFill)
        whole = whole.united(single.simplified())
    return whole


def joined_loose(paths: list[QPainterPath]) -> QPainterPath:
    """Paths that do not overlap, as one."""
    whole = QPainterPath()
    for path in paths:
        whole.addPath(path)
    return whole


def placed(
    path: QPainterPath, x: float, y: float, scale: float = 1, turn: float = 0, flip: bool = False
) -> QPainterPath:
    """The path moved to (x, y), scaled, turned by degrees, mirrored left to right if asked."""
    transform = QTransform()
    transform.translate(x, y)
    transform.rotate(turn)
    transform.scale(-scale if flip else scale, scale)
    return transform.map(path)


def ribbon(points: Sequence[Point], width: float) -> QPainterPath:
    """A band of even half-width along a smooth line."""
    return limb(points, [width] * len(points))


def gouges(
    places: Iterable[Point], length: float, width: float, angle: float, seed: int, spread: float = 8
) -> QPainterPath:
    """Short lens-shaped knife marks around `angle` degrees."""
    dice = random.Random(seed)
    path = QPainterPath()
    for x, y in places:
        turn = math.radians(angle + dice.uniform(-spread, spread))
        half = length * dice.uniform(0.5, 1.2) / 2
        thick = width * dice.uniform(0.6, 1.2)
        dx, dy = math.cos(turn) * half, math.sin(turn) * half
        path.moveTo(x - dx, y - dy)
        path.quadTo(x - dy / half * thick, y + dx / half * thick, x + dx, y + dy)
        path.quadTo(x + dy / half * thick, y - dx / half * thick, x - dx, y - dy)
    return path


def scatter(
    count: int, left: float, top: float, right: float, bottom: float, seed: int
) -> list[Point]:
    """Points strewn over a rectangle."""
    dice = random.Random(seed)
    return [(dice.uniform(left, right), dice.uniform(top, bottom)) for _ in range(count)]
