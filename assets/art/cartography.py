"""Land, sea and routes as engraved shapes; borders of 1939 drawn by hand, approximate."""

from __future__ import annotations

import numpy as np
from engraving import Sheet, Tone
from land import Line, Projection, borders, bounds, coast, countries, land
from palette import NIGHT, OCHRE, PAPER, SLATE, Ink, deep, mix
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath
from strokes import joined, joined_loose, limb, polygon, polyline

SEA, SOIL, FRONTIER = deep(SLATE, 0.62), deep(OCHRE, 0.74), deep(OCHRE, 0.3)
# Schematic, from general maps of the time; degrees east, degrees north.
NORTH_1939: Line = [
    (20.7, 56.09),
    (21.06, 56.08),
    (21.6, 56.3),
    (22.2, 56.4),
    (22.95, 56.38),
    (23.6, 56.34),
    (24.2, 56.26),
    (24.7, 56.4),
    (25.1, 56.18),
    (25.7, 56.12),
    (26.2, 55.95),
    (26.6, 55.68),
]
EAST_1939: Line = [
    (26.6, 55.68),
    (26.15, 55.55),
    (25.8, 55.3),
    (25.4, 55.12),
    (25.05, 54.95),
    (24.75, 54.8),
    (24.6, 54.62),
    (24.7, 54.45),
    (24.5, 54.28),
    (24.3, 54.1),
    (23.95, 54.0),
    (23.55, 54.03),
    (23.4, 54.2),
    (23.15, 54.3),
    (22.8, 54.36),
]
WEST_1939: Line = [
    (22.8, 54.36),
    (22.72, 54.65),
    (22.85, 54.8),
    (22.6, 55.05),
    (22.1, 55.2),
    (21.7, 55.4),
    (21.5, 55.7),
    (21.4, 55.86),
    (21.07, 55.89),
    (20.7, 55.89),
]
# Lithuania's eastern border after October 1939, with Vilnius.
VILNIUS_1939: Line = [
    (25.8, 55.3),
    (26.05, 55.22),
    (25.95, 55.0),
    (25.72, 54.8),
    (25.76, 54.55),
    (25.62, 54.32),
    (25.3, 54.22),
    (25.05, 54.14),
    (24.78, 54.16),
    (24.5, 54.02),
    (24.3, 54.1),
]
LITHUANIA_1939: Line = [*NORTH_1939, *EAST_1939[1:], *WEST_1939[1:]]
RETURNED_1939: Line = [
    *VILNIUS_1939,
    (24.5, 54.28),
    (24.7, 54.45),
    (24.6, 54.62),
    (24.75, 54.8),
    (25.05, 54.95),
    (25.4, 55.12),
]


class Chart:
    """A sheet with a map projection on it."""

    def __init__(self, sheet: Sheet, region: str, projection: Projection) -> None:
        self.sheet, self.region, self.projection = sheet, region, projection

    def rings(self, lines: list[Line]) -> QPainterPath:
        """Filled outlines, even-odd."""
        path = joined_loose(
            [polygon(*self.projection.line(ring)) for ring in lines if len(ring) > 2]
        )
        path.setFillRule(Qt.FillRule.OddEvenFill)
        return path

    def area(self, ring: Line) -> Tone:
        """A hand-drawn region, where there is land."""
        return self.sheet.shape(self.rings([ring])) * self.ground()

    def way(self, line: Line) -> QPainterPath:
        """An open line."""
        return polyline(*self.projection.line(line))

    def ground(self) -> Tone:
        """All land."""
        return self.sheet.shape(self.rings(land(self.region)))

    def nations(self, *names: str) -> Tone:
        """Some of today's countries."""
        shapes = countries(self.region)
        return self.sheet.shape(*[self.rings(shapes[name]) for name in names if name in shapes])

    def base(self, sea: Ink = SEA, soil: Ink = SOIL, pitch: float = 27) -> Tone:
        """Sea with waterlines along the coast, and land; gives the land's mask."""
        s = self.sheet
        s.rgb[:] = sea
        ground = self.ground()
        near = s.blur(ground, 150) * (1 - ground)
        s.ink(
            s.lines(np.clip(0.16 + near * 1.3, 0, 0.72), pitch, 0, 0.9),
            mix(sea, mix(SLATE, PAPER, 0.12), 0.75),
        )
        s.ink(ground, soil)
        s.ink(s.lines(ground * 0.2, pitch, 62, 0.4), mix(soil, OCHRE, 0.28))
        s.ink(
            s.stroke(*[self.way(line) for line in coast(self.region)], width=8),
            mix(SLATE, PAPER, 0.4),
        )
        return ground

    def frontiers(self, colour: Ink = FRONTIER, width: float = 5) -> None:
        """Today's borders, dashed."""
        paths = [self.way(line) for line in borders(self.region)]
        self.sheet.ink(self.sheet.stroke(*paths, width=width, dash=(5, 4), round_=False), colour)

    def fade(self, reach: float = 420) -> None:
        """Lets the map sink into the dark where its data end."""
        s = self.sheet
        west, south, east, north = bounds(self.region)
        steps = [i / 40 for i in range(41)]
        rim = [(west + (east - west) * t, south) for t in steps] + [
            (east, south + (north - south) * t) for t in steps
        ]
        rim += [(east - (east - west) * t, north) for t in steps] + [
            (west, north - (north - south) * t) for t in steps
        ]
        known = s.shape(self.rings([rim]))
        dark = np.clip((0.98 - s.blur(known, reach)) * 2.0, 0, 1)
        s.ink(np.clip(dark * 2 - 1, 0, 1), NIGHT)
        s.ink(s.lines(dark, 27, 0, 0.7), NIGHT)

    def band(self, top: float) -> None:
        """A dark field at the foot for title and legend."""
        s = self.sheet
        s.ink(s.shape(polygon((0, top), (3600, top), (3600, 2400), (0, 2400))), NIGHT, 0.94)

    def light(self, lon: float, lat: float, reach: float, colour: Ink, pitch: float = 18) -> None:
        """Rings of light around a place."""
        x, y = self.projection.xy(lon, lat)
        s = self.sheet
        s.ink(s.rings(np.clip(s.glow(x, y, reach) * 0.95, 0, 0.8), x, y, pitch), colour)


def arrow(points: list[tuple[float, float]], wide: float, head: float) -> QPainterPath:
    """A tapering arrow along page points, thin at its start."""
    *_, before, tip = points
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    length = (dx * dx + dy * dy) ** 0.5
    ux, uy = dx / length, dy / length
    neck = (tip[0] - ux * head, tip[1] - uy * head)
    widths = [wide * (0.3 + 0.7 * i / (len(points) - 1)) for i in range(len(points))]
    return joined(
        limb([*points[:-1], neck], widths),
        polygon(
            tip,
            (neck[0] - uy * head * 0.62, neck[1] + ux * head * 0.62),
            (neck[0] + uy * head * 0.62, neck[1] - ux * head * 0.62),
        ),
    )
