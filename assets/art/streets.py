"""The street clock at ten to twelve, and the pump that has run dry."""

from __future__ import annotations

import math

import numpy as np
from effects import rolling, stars, vignette
from engraving import Sheet
from palette import (
    ASH,
    BRASS,
    FLAG_RED,
    LAMP,
    MADDER,
    MOSS,
    NIGHT,
    OCHRE,
    PAPER,
    SLATE,
    deep,
    mix,
    pale,
)
from PySide6.QtGui import QImage, QPainterPath
from strokes import (
    blob,
    box,
    curve,
    disc,
    limb,
    polygon,
    polyline,
)


def clock(scale: float) -> QImage:
    """Ten to twelve at night; one window of the government building is lit."""
    s = Sheet(deep(SLATE, 0.56), scale, 31)
    cx, cy, radius = 1330, 940, 430
    sky = np.clip(1.05 - s.distance(cx, cy) / 2300, 0.1, 1)
    s.ink(s.rings(np.clip(sky * 0.9 - 0.14, 0, 0.8), cx, cy, 36), mix(SLATE, NIGHT, 0.22))
    s.ink(s.shape(stars(90, 1100, 8)), pale(SLATE, 0.5))

    # The facade, seen from below, running away to the left.
    def wall_y(x: float, share: float) -> float:
        top = 1120 - (x - 1500) * 0.43
        foot = 2250 + (x - 1500) * 0.11
        return top + (foot - top) * share

    facade = polygon((1560, wall_y(1560, 0)), (3700, wall_y(3700, 0)), (3700, 2600), (1560, 2600))
    wall = s.fill(facade, deep(SLATE, 0.8))
    s.ink(
        s.lines(wall * np.clip(0.62 - s.distance(cx + 200, cy + 250) / 2600, 0, 0.5), 30, 90, 0.3),
        deep(SLATE, 0.45),
    )
    for share, thick in ((0.0, 60), (0.055, 22), (0.52, 34)):
        ledge = polygon(
            (1530, wall_y(1530, share)),
            (3700, wall_y(3700, share)),
            (3700, wall_y(3700, share) + thick * 2.2),
            (1530, wall_y(1530, share) + thick),
        )
        s.fill(ledge, deep(SLATE, 0.5))
    lit_window = None
    for row, (high, low) in enumerate(((0.13, 0.42), (0.6, 0.87))):
        for i, (left, right) in enumerate(
            ((1650, 1800), (1910, 2090), (2230, 2450), (2620, 2900), (3100, 3450))
        ):
            pane = polygon(
                (left, wall_y(left, high)),
                (right, wall_y(right, high)),
                (right, wall_y(right, low)),
                (left, wall_y(left, low)),
            )
            s.ink(s.stroke(pane, width=26), deep(SLATE, 0.62))
            if (row, i) == (0, 2):
                lit_window = (left, right, high, low, pane)
            else:
                glass = s.fill(pane, deep(SLATE, 0.9))
                s.ink(s.lines(glass * 0.16, 26, 62, 0.2), deep(SLATE, 0.45))
            bars = [
                polyline(
                    ((left + right) / 2, wall_y((left + right) / 2, high)),
                    ((left + right) / 2, wall_y((left + right) / 2, low)),
                )
            ]
            bars += [
                polyline(
                    (left, wall_y(left, high + (low - high) * t)),
                    (right, wall_y(right, high + (low - high) * t)),
                )
                for t in (0.35, 0.68)
            ]
            s.ink(s.stroke(*bars, width=12), deep(SLATE, 0.66))
    left, right, high, low, pane = lit_window
    wx, wy = (left + right) / 2, (wall_y(left, high) + wall_y(right, low)) / 2
    spill = np.clip(1 - s.distance(wx, wy) / 640, 0, 1)
    s.ink(s.rings(spill * 0.7 * (1 - s.shape(pane)), wx, wy, 26), deep(OCHRE, 0.12))
    light = s.fill(pane, mix(LAMP, BRASS, 0.2))
    s.ink(s.rays(light * 0.55, wx, wy + 80, 90), pale(LAMP, 0.6))
    bars = [polyline((wx, wall_y(wx, high)), (wx, wall_y(wx, low)))]
    bars += [
        polyline(
            (left, wall_y(left, high + (low - high) * t)),
            (right, wall_y(right, high + (low - high) * t)),
        )
        for t in (0.35, 0.68)
    ]
    s.ink(s.stroke(*bars, width=15), deep(MADDER, 0.7))
    figure = limb(
        [(wx + 50, wall_y(wx, low) + 90), (wx + 52, wy + 120), (wx + 52, wy + 40)], [92, 84, 34]
    )
    s.ink(s.shape(figure, disc(wx + 56, wy - 10, 42, 54)) * light, deep(MADDER, 0.7))
    # The street clock on its post.
    s.fill(limb([(cx, 2500), (cx, 2000), (cx, 1380)], [62, 46, 34]), NIGHT)
    s.fill(
        blob([(cx - 150, 1440), (cx - 60, 1370), (cx + 60, 1370), (cx + 150, 1440), (cx, 1500)]),
        NIGHT,
    )
    s.fill(box(cx - 110, 1960, 220, 60, 20), NIGHT)
    s.fill(disc(cx, cy, radius + 78), NIGHT)
    s.ink(s.stroke(disc(cx, cy, radius + 44), width=12), BRASS)
    face = s.fill(disc(cx, cy, radius), mix(PAPER, LAMP, 0.55))
    s.ink(s.rings(face * np.clip(s.distance(cx, cy) / radius - 0.45, 0, 0.7), cx, cy, 24), BRASS)
    ticks = []
    for minute in range(60):
        turn = math.radians(minute * 6)
        inner = 0.8 if minute % 5 == 0 else 0.9
        ticks.append(
            (
                minute,
                polyline(
                    *[
                        (cx + math.sin(turn) * radius * t, cy - math.cos(turn) * radius * t)
                        for t in (inner, 0.955)
                    ]
                ),
            )
        )
    s.ink(s.stroke(*[p for m, p in ticks if m % 5 == 0], width=26, round_=False), NIGHT)
    s.ink(s.stroke(*[p for m, p in ticks if m % 5], width=8, round_=False), deep(OCHRE, 0.5))
    for degrees, length, wide in ((355, 0.55, 25), (300, 0.83, 16)):
        turn = math.radians(degrees)
        dx, dy = math.sin(turn) * radius, -math.cos(turn) * radius
        s.fill(
            limb(
                [
                    (cx - dx * 0.16, cy - dy * 0.16),
                    (cx + dx * length * 0.5, cy + dy * length * 0.5),
                    (cx + dx * length, cy + dy * length),
                ],
                [wide * 0.8, wide, 5],
            ),
            NIGHT,
        )
    s.fill(disc(cx, cy, 36), NIGHT)
    s.fill(disc(cx, cy, 13), MADDER)
    vignette(s, NIGHT, 0.7)
    return s.pull()


def bicycle(x: float, y: float, size: float) -> tuple[list[QPainterPath], list[QPainterPath]]:
    """Thick and thin lines of a bicycle; rear hub at (x, y), wheels `size` in radius."""
    front = x + size * 2.9
    crank = (x + size * 1.25, y + size * 0.1)
    seat, head = (x + size * 0.92, y - size * 1.35), (x + size * 2.42, y - size * 1.3)
    thick = [
        polyline((x, y), crank, head, seat, (x, y)),
        polyline(crank, (seat[0] - size * 0.07, seat[1] - size * 0.28)),
        curve(
            [
                (head[0] - size * 0.08, head[1] - size * 0.4),
                head,
                (front - size * 0.16, y - size * 0.34),
                (front, y),
            ]
        ),
        curve(
            [
                (head[0] - size * 0.4, head[1] - size * 0.42),
                (head[0] - size * 0.06, head[1] - size * 0.5),
                (head[0] + size * 0.1, head[1] - size * 0.42),
            ]
        ),
        polyline(
            (seat[0] - size * 0.34, seat[1] - size * 0.29),
            (seat[0] + size * 0.24, seat[1] - size * 0.29),
        ),
        disc(x, y, size),
        disc(front, y, size),
    ]
    thin = [
        disc(*crank, size * 0.2),
        polyline(crank, (crank[0] + size * 0.2, crank[1] + size * 0.3)),
    ]
    for cx in (x, front):
        for i in range(14):
            a = math.tau * i / 14
            thin.append(polyline((cx, y), (cx + math.cos(a) * size, y + math.sin(a) * size)))
    return thick, thin


def fuel(scale: float) -> QImage:
    """A petrol pump that has run dry, and bicycles."""
    s = Sheet(mix(deep(OCHRE, 0.3), MADDER, 0.15), scale, 44)
    sx, sy = 2920, 1180
    sky = np.clip(1.15 - s.distance(sx, sy) / 3000, 0, 1)
    s.ink(s.rings(np.clip(sky * 0.95, 0, 0.85) * (s.y < 1400), sx, sy, 40), mix(OCHRE, BRASS, 0.3))
    s.ink(
        s.rings(np.clip(sky * 1.5 - 0.55, 0, 0.9) * (s.y < 1400), sx, sy, 40),
        mix(BRASS, LAMP, 0.35),
    )
    s.fill(disc(sx, sy, 190), pale(LAMP, 0.25))
    far = s.fill(rolling(1300, 18, 5), mix(MOSS, OCHRE, 0.3))
    s.ink(s.lines(far * 0.4, 22, 1, 0.8), deep(MOSS, 0.25))
    yard = s.fill(polygon((0, 1400), (3600, 1370), (3600, 2400), (0, 2400)), mix(ASH, OCHRE, 0.3))
    s.ink(
        s.lines(
            yard * np.clip(1.15 - s.distance(3300, 1400, 1.2) / 3000, 0.15, 0.75), 30, -0.6, 0.7
        ),
        mix(BRASS, PAPER, 0.1),
    )
    # Shadows reach towards us.
    shadow = s.shape(
        polygon((1130, 2010), (1640, 2010), (900, 2500), (-400, 2500)),
        limb([(1900, 2010), (1500, 2200), (1000, 2500)], [26, 40, 60]),
        limb([(2760, 2010), (2300, 2260), (2000, 2500)], [26, 40, 60]),
    )
    s.ink(shadow, deep(OCHRE, 0.72), 0.92)
    s.ink(s.lines(shadow * 0.3, 30, -0.6, 0.7), deep(OCHRE, 0.4))
    # The pump.
    s.fill(box(1060, 1960, 640, 70, 8), deep(ASH, 0.55))
    body = s.fill(box(1120, 760, 520, 1210, 26), mix(MADDER, FLAG_RED, 0.12))
    s.ink(
        s.lines(body * np.clip(0.85 - (s.x - 1120) / 420, 0, 0.8), 22, 90, 0.3), deep(MADDER, 0.6)
    )
    s.ink(np.clip(body - s.shift(body, -22, 0), 0, 1), mix(LAMP, MADDER, 0.15))
    head = s.fill(box(1070, 480, 620, 300, 40), deep(MADDER, 0.5))
    s.ink(np.clip(head - s.shift(head, -20, 8), 0, 1), mix(LAMP, MADDER, 0.2))
    glass = s.fill(box(1130, 540, 500, 180, 14), mix(PAPER, OCHRE, 0.2))
    s.ink(s.lines(glass * 0.25, 20, 60, 0.2), mix(PAPER, OCHRE, 0.55))
    for x in (1180, 1330, 1480):  # Three noughts: the counter stands still.
        s.fill(box(x, 566, 104, 128, 10), NIGHT)
        s.ink(s.stroke(disc(x + 52, 630, 24, 40), width=15), mix(PAPER, LAMP, 0.4))
    s.fill(box(1200, 880, 360, 250, 14), deep(MADDER, 0.55))
    s.ink(s.stroke(disc(1380, 1010, 88), width=16), mix(PAPER, BRASS, 0.3))
    s.ink(s.stroke(polyline((1380, 1010), (1322, 1064)), width=14), LAMP)
    s.fill(box(1200, 1700, 360, 200, 8), deep(MADDER, 0.35))
    s.ink(
        s.stroke(
            *[polyline((1220, 1730 + i * 46), (1540, 1730 + i * 46)) for i in range(4)], width=12
        ),
        deep(MADDER, 0.65),
    )
    hose = QPainterPath()
    hose.moveTo(1660, 900)
    hose.cubicTo(1850, 900, 1870, 1300, 1830, 1640)
    hose.cubicTo(1800, 1960, 1950, 2150, 2120, 2120)
    s.ink(s.stroke(hose, width=44), NIGHT)
    s.ink(s.stroke(hose, width=8), mix(BRASS, ASH, 0.4), 0.7)
    nozzle = limb([(2090, 2126), (2230, 2100), (2330, 2120)], [40, 34, 18])
    s.fill(nozzle, deep(ASH, 0.5))
    s.fill(limb([(2330, 2120), (2400, 2160)], [15, 12]), pale(ASH, 0.2))
    # Two bicycles.
    thick, thin = bicycle(2190, 1780, 222)
    s.ink(s.stroke(*thin, width=6), mix(NIGHT, OCHRE, 0.25))
    s.ink(s.stroke(*thick, width=26), NIGHT)
    s.ink(s.stroke(*thick[:3], width=8), mix(MADDER, LAMP, 0.5))
    thick, thin = bicycle(330, 1700, 150)
    s.ink(s.stroke(*thin, width=4), mix(NIGHT, OCHRE, 0.3))
    s.ink(s.stroke(*thick, width=18), mix(NIGHT, MADDER, 0.2))
    vignette(s, deep(MADDER, 0.8), 0.6)
    return s.pull()


PICTURES = {
    "events/1940-06-14-ultimatum/clock.webp": clock,
    "events/1990-04-18-blockade/fuel.webp": fuel,
}
