"""A hill at dawn with its tower, and rails at night."""

from __future__ import annotations

import math
import random
from itertools import pairwise

import numpy as np
from effects import edge_light, rolling, stars, vignette
from engraving import Sheet
from palette import (
    ASH,
    BRASS,
    FLAG_GREEN,
    FLAG_RED,
    FLAG_YELLOW,
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
    Point,
    blob,
    box,
    curve,
    disc,
    joined_loose,
    limb,
    polygon,
    polyline,
)


def tower(scale: float) -> QImage:
    """Gediminas' Tower at dawn with the tricolour, one to two."""
    s = Sheet(mix(deep(SLATE, 0.25), MADDER, 0.1), scale, 41, lower=150)
    sx, sy = 1150, 1650
    sky = np.clip(1.15 - s.distance(sx, sy) / 2300, 0, 1)
    s.ink(s.rings(np.clip(1 - sky * 1.1, 0, 0.7), sx, sy, 40), deep(SLATE, 0.45))
    s.ink(s.rings(np.clip(sky * 1.2 - 0.12, 0, 0.9), sx, sy, 40), mix(OCHRE, MADDER, 0.3))
    s.ink(s.rings(np.clip(sky * 1.5 - 0.62, 0, 0.9), sx, sy, 40), mix(BRASS, LAMP, 0.3))
    s.ink(s.rings(np.clip(sky * 2.1 - 1.35, 0, 0.9), sx, sy, 40), pale(LAMP, 0.4))
    # Roofs of the town far below.
    town = s.fill(rolling(1960, 22, 3), deep(MADDER, 0.42))
    s.ink(s.lines(town * 0.35, 22, 1, 0.5), mix(MADDER, OCHRE, 0.5))
    # The hill.
    hill = curve(
        [
            (-200, 2240),
            (350, 2080),
            (820, 1850),
            (1240, 1560),
            (1480, 1420),
            (1720, 1386),
            (2080, 1390),
            (2330, 1440),
            (2620, 1610),
            (3000, 1850),
            (3400, 2010),
            (3900, 2110),
        ]
    )
    hill.lineTo(3900, 2600)
    hill.lineTo(-200, 2600)
    hill.closeSubpath()
    slope = s.fill(hill, deep(MOSS, 0.68))
    lit = slope * np.clip(1.15 - s.distance(1250, 1520) / 1250, 0, 1)
    s.ink(s.cuts(np.clip(lit, 0, 0.75), (s.x * 0.75 + s.y) / 30, 30, 1.2), mix(MOSS, OCHRE, 0.35))
    dice = random.Random(8)
    trees = []
    for x in [*range(-60, 3700, 84), *range(-20, 3700, 66)]:
        y = np.interp(
            x, [0, 820, 1300, 1500, 2300, 2700, 3400], [2200, 1900, 1610, 1520, 1530, 1730, 2090]
        )
        r = dice.uniform(56, 150)
        y += dice.uniform(60, 130) if len(trees) < 45 else dice.uniform(200, 560)
        trees.append(
            (
                y,
                blob(
                    [
                        (
                            x + math.cos(a) * r * dice.uniform(0.8, 1.15),
                            y + math.sin(a) * r * 0.85 * dice.uniform(0.8, 1.2),
                        )
                        for a in [i * math.tau / 9 for i in range(9)]
                    ]
                ),
            )
        )
    for i, (y, tree) in enumerate(sorted(trees, key=lambda pair: pair[0])):
        mass = s.fill(tree, mix(deep(MOSS, 0.66), deep(OCHRE, 0.6), (i * 37 % 10) / 14))
        if y < 2500:
            s.ink(np.clip(mass - s.shift(mass, 16, 12), 0, 1), mix(OCHRE, MOSS, 0.3))

    # The tower: stone foot, two brick storeys, crenellated crown; light from the left.
    def block(x0: float, x1: float, top: float, foot: float, bend: float) -> QPainterPath:
        return polygon(
            (x0, top + bend),
            (x0 + 120, top),
            (x1 - 120, top),
            (x1, top + bend),
            (x1, foot),
            (x0, foot),
        )

    base = s.fill(
        polygon((1490, 1450), (1520, 1130), (2140, 1130), (2180, 1450)), mix(ASH, OCHRE, 0.2)
    )
    rubble = [
        blob([(x - 34, y), (x, y - 20), (x + 34, y - 2), (x, y + 20)])
        for x, y in [
            (1530 + (i % 9) * 74 + (i // 9 % 2) * 30, 1170 + (i // 9) * 54) for i in range(54)
        ]
    ]
    s.ink(s.shape(*rubble) * base, deep(ASH, 0.3))
    body = s.fill(block(1540, 2120, 640, 1135, 14), mix(MADDER, OCHRE, 0.22))
    courses = s.lines(body * 0.3, 30, 0, 0.12)
    s.ink(courses, deep(MADDER, 0.45))
    crown = s.fill(
        joined_loose(
            [
                box(1512, 560, 636, 96),
                *[box(1512 + i * 116, 500, 56, 70) for i in range(6)],
            ]
        ),
        mix(MADDER, OCHRE, 0.38),
    )
    s.ink(s.lines(crown * 0.3, 24, 0, 0.1), deep(MADDER, 0.3))
    s.fill(box(1530, 876, 600, 26), mix(MADDER, OCHRE, 0.55))
    whole = np.clip(base + body + crown, 0, 1)
    s.ink(s.lines(whole * np.clip((s.x - 1660) / 420, 0, 0.85), 22, 90, 0.4), deep(MADDER, 0.78))
    s.ink(whole * (s.x > 1985), deep(MADDER, 0.78), 0.72)
    s.ink(np.clip(whole - s.shift(whole, 15, 0), 0, 1), mix(LAMP, BRASS, 0.1))
    windows = []
    for y in (720, 960):
        for x, w in ((1600, 66), (1790, 80), (2022, 56)):
            windows.append(box(x, y + w / 2, w, 118))
            windows.append(disc(x + w / 2, y + w / 2, w / 2))
    windows += [box(1700, 1240, 40, 90), box(1920, 1240, 40, 90)]
    s.ink(s.shape(*windows), NIGHT)
    # Mast and flag; the wind blows towards the light of the sheet's right.
    mast_x, height = 1822, 340
    s.ink(s.stroke(polyline((mast_x, 560), (mast_x, 66)), width=17), NIGHT)
    s.fill(disc(mast_x, 62, 18), BRASS)
    for i, colour in enumerate((FLAG_YELLOW, FLAG_GREEN, FLAG_RED)):
        top, bottom = 84 + i * height / 3, 84 + (i + 1) * height / 3
        upper: list[Point] = []
        lower: list[Point] = []
        for step in range(25):
            t = step / 24
            sway = math.sin(t * 6.6 - 0.5) * 34 * t**0.7 + 26 * t
            upper.append((mast_x + 8 + t * height * 1.94, top + sway))
            lower.append((mast_x + 8 + t * height * 1.94, bottom + sway))
        band = s.fill(polygon(*upper, *reversed(lower)), mix(colour, PAPER, 0.04))
        fold = np.clip(0.62 * np.sin((s.x - mast_x) / 102 - 2.0), 0, 0.6)
        s.ink(s.lines(band * fold, 15, 70, 0.3), deep(colour, 0.5))
    vignette(s, NIGHT, 0.6)
    return s.pull()


def rails(scale: float) -> QImage:
    """Rails to the east at night; a tail light vanishes."""
    s = Sheet(deep(SLATE, 0.64), scale, 42)
    vx, vy = 1960, 1130
    sky = np.clip(1.05 - s.distance(vx, vy, 1.5) / 2300, 0, 1)
    s.ink(
        s.lines(np.clip(sky * 0.8 - 0.05, 0, 0.75), 32, 0, 1.3) * (s.y < vy + 20),
        mix(SLATE, NIGHT, 0.12),
    )
    s.ink(s.shape(stars(130, 1000, 5)), pale(SLATE, 0.6))
    land = s.fill(rolling(vy, 8, 4), deep(MOSS, 0.78))
    wood = [
        polygon((x - 30, vy + 10), (x, vy - 40 - (i * 37 % 70)), (x + 30, vy + 10))
        for i, x in enumerate(range(-20, 3660, 34))
        if abs(x - vx) > 190
    ]
    s.ink(s.shape(*wood), deep(MOSS, 0.86))
    s.ink(
        s.rays(land * np.clip(1 - s.distance(vx, vy) / 1700, 0.04, 0.5) * 0.75, vx, vy - 4, 330),
        deep(MOSS, 0.35),
    )
    # Ballast, sleepers in perspective, two tracks' worth of rails.
    bed = polygon((vx - 10, vy), (vx + 10, vy), (3060, 2400), (540, 2400))
    stones = s.fill(bed, deep(ASH, 0.56))
    s.ink(s.lines(stones * 0.35, 18, 0, 1.4), deep(ASH, 0.25))
    sleepers = []
    for i in range(26):
        near = 0.86**i
        y = vy + 1400 * near
        left, right = vx + (660 - vx) * (y - vy) / 1270, vx + (2940 - vx) * (y - vy) / 1270
        sleepers.append(
            polygon((left, y), (right, y), (right - 3, y + 78 * near), (left + 3, y + 78 * near))
        )
    ties = s.shape(*sleepers)
    s.ink(ties, deep(MADDER, 0.72))
    s.ink(
        s.lines(ties * 0.4, 14, 0, 0.5) * np.clip(1 - (s.y - vy) / 1800, 0.2, 1), deep(OCHRE, 0.35)
    )
    for foot in (1010, 2590):

        def at(y: float, off: float, foot: float = foot) -> Point:
            t = (y - vy) / 1270
            return vx + (foot - vx + off) * t, y

        s.fill(polygon(at(vy, 0), at(2460, -60), at(2460, 62)), NIGHT)
        head = s.fill(polygon(at(vy, 0), at(2460, -34), at(2460, 30)), mix(SLATE, PAPER, 0.35))
        glint = head * np.clip(1.2 - (s.y - vy) / 900, 0, 1)
        s.ink(glint, mix(MADDER, LAMP, 0.35), 0.9)
        s.fill(polygon(at(vy, 0), at(2460, -34), at(2460, -18)), pale(SLATE, 0.7))
    # Telegraph poles, wires.
    poles = []
    tops = []
    for i in range(7):
        near = 0.58**i
        x, foot, tall = vx + 1500 * near, vy + 640 * near, 1560 * near
        poles.append(limb([(x, foot), (x, foot - tall)], [17 * near + 1.5, 12 * near + 1]))
        for drop in (0.06, 0.13):
            poles.append(box(x - 140 * near, foot - tall * (1 - drop), 280 * near, 16 * near + 1))
        tops.append((x, foot - tall * 0.93, near))
    for side in (-0.9, 0.9):
        for (x0, y0, n0), (x1, y1, n1) in pairwise(tops):
            wire = QPainterPath()
            wire.moveTo(x0 + side * 130 * n0, y0)
            wire.quadTo((x0 + x1) / 2, (y0 + y1) / 2 + 130 * n0, x1 + side * 130 * n1, y1)
            s.ink(s.stroke(wire, width=2 + 4 * n0), NIGHT)
    mass = s.shape(*poles)
    s.ink(mass, NIGHT)
    edge_light(s, mass, 5, mix(MADDER, LAMP, 0.3), vx)
    # The tail light.
    halo = np.clip(1 - s.distance(vx, vy - 36) / 430, 0, 1)
    s.ink(s.rings(np.clip(halo * 0.95, 0, 0.8), vx, vy - 36, 24), mix(FLAG_RED, MADDER, 0.3))
    s.fill(
        blob(
            [
                (vx - 84, vy + 2),
                (vx - 84, vy - 150),
                (vx - 60, vy - 184),
                (vx, vy - 196),
                (vx + 60, vy - 184),
                (vx + 84, vy - 150),
                (vx + 84, vy + 2),
            ],
            0.5,
        ),
        NIGHT,
    )
    s.ink(
        s.stroke(
            polyline(
                (vx - 30, vy - 6), (vx - 30, vy - 150), (vx + 30, vy - 150), (vx + 30, vy - 6)
            ),
            width=6,
        ),
        deep(MADDER, 0.4),
    )
    s.fill(disc(vx, vy - 36, 36), FLAG_RED)
    s.fill(disc(vx, vy - 36, 18), pale(LAMP, 0.2))
    vignette(s, NIGHT, 0.7)
    return s.pull()


PICTURES = {
    "events/1988-10-07-tricolour/tower.webp": tower,
    "events/1993-08-31-last-troops/rails.webp": rails,
}
