"""Outdoor dawns and evenings: the tower, the rails, the border post, the pump, the letter."""

from __future__ import annotations

import math
import random

import numpy as np
from effects import edge_light, rolling, stars, vignette
from engraving import Sheet
from palette import (
    ASH, BRASS, FLAG_GREEN, FLAG_RED, FLAG_YELLOW, LAMP, MADDER, MOSS, NIGHT, OCHRE, PAPER, SLATE,
    deep, mix, pale,
)  # fmt: skip
from PySide6.QtGui import QImage, QPainterPath
from strokes import (
    Point, blob, box, curve, disc, gouges, joined_loose, limb, placed, polygon, polyline, scatter,
)  # fmt: skip


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
    hill = curve([(-200, 2240), (350, 2080), (820, 1850), (1240, 1560), (1480, 1420), (1720, 1386), (2080, 1390),
                  (2330, 1440), (2620, 1610), (3000, 1850), (3400, 2010), (3900, 2110)])  # fmt: skip
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
        trees.append((y, blob([(x + math.cos(a) * r * dice.uniform(0.8, 1.15), y + math.sin(a) * r * 0.85 * dice.uniform(0.8, 1.2))
                               for a in [i * math.tau / 9 for i in range(9)]])))  # fmt: skip
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
    rubble = [blob([(x - 34, y), (x, y - 20), (x + 34, y - 2), (x, y + 20)]) for x, y in
              [(1530 + (i % 9) * 74 + (i // 9 % 2) * 30, 1170 + (i // 9) * 54) for i in range(54)]]  # fmt: skip
    s.ink(s.shape(*rubble) * base, deep(ASH, 0.3))
    body = s.fill(block(1540, 2120, 640, 1135, 14), mix(MADDER, OCHRE, 0.22))
    courses = s.lines(body * 0.3, 30, 0, 0.12)
    s.ink(courses, deep(MADDER, 0.45))
    crown = s.fill(joined_loose([box(1512, 560, 636, 96), *[box(1512 + i * 116, 500, 56 + (i == 5) * 0, 70) for i in range(6)]]),
                   mix(MADDER, OCHRE, 0.38))  # fmt: skip
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
    wood = [polygon((x - 30, vy + 10), (x, vy - 40 - (i * 37 % 70)), (x + 30, vy + 10)) for i, x in
            enumerate(range(-20, 3660, 34)) if abs(x - vx) > 190]  # fmt: skip
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
        s.ink(s.fill(polygon(at(vy, 0), at(2460, -34), at(2460, -18)), pale(SLATE, 0.7)) * 0, NIGHT)
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
        for (x0, y0, n0), (x1, y1, n1) in zip(tops, tops[1:], strict=False):
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
    s.fill(blob([(vx - 84, vy + 2), (vx - 84, vy - 150), (vx - 60, vy - 184), (vx, vy - 196), (vx + 60, vy - 184),
                 (vx + 84, vy - 150), (vx + 84, vy + 2)], 0.5), NIGHT)  # fmt: skip
    s.ink(s.stroke(polyline((vx - 30, vy - 6), (vx - 30, vy - 150), (vx + 30, vy - 150), (vx + 30, vy - 6)), width=6), deep(MADDER, 0.4))
    s.fill(disc(vx, vy - 36, 36), FLAG_RED)
    s.fill(disc(vx, vy - 36, 18), pale(LAMP, 0.2))
    vignette(s, NIGHT, 0.7)
    return s.pull()


def post(scale: float) -> QImage:
    """The border hut at Medininkai before dawn; seven small lights."""
    s = Sheet(deep(SLATE, 0.45), scale, 43)
    hx, hy = 2450, 1370
    sky = np.clip(1.1 - s.distance(hx, hy, 1.7) / 2400, 0, 1)
    s.ink(s.lines(np.clip(sky * 0.95, 0, 0.85) * (s.y < 1420), 32, 0, 1.0), mix(SLATE, MADDER, 0.2))
    s.ink(s.lines(np.clip(sky * 1.7 - 0.8, 0, 0.9), 32, 0, 1.0), mix(MADDER, BRASS, 0.55))
    s.ink(s.lines(np.clip(sky * 2.6 - 1.75, 0, 0.9), 32, 0, 1.0), mix(LAMP, BRASS, 0.2))
    s.ink(s.shape(stars(50, 700, 3)), pale(SLATE, 0.5))
    dice = random.Random(6)
    wood = [
        polygon((x - 56, 1440), (x, 1390 - dice.uniform(40, 190)), (x + 56, 1440))
        for x in range(-40, 3700, 54)
    ]
    s.ink(s.shape(*wood), deep(SLATE, 0.76))
    ground = s.fill(rolling(1410, 14, 4), deep(MOSS, 0.74))
    s.ink(
        s.lines(ground * np.clip(0.5 - (s.y - 1400) / 2600, 0.05, 0.4), 24, 1, 1.2), deep(MOSS, 0.3)
    )
    road = polygon((2360, 1412), (2480, 1412), (3300, 2400), (900, 2400))
    way = s.fill(road, deep(SLATE, 0.5))
    s.ink(
        s.rays(way * np.clip(0.75 - (s.y - 1410) / 1300, 0.05, 0.7), 2425, 1370, 300),
        mix(SLATE, MADDER, 0.35),
    )
    s.ink(
        s.lines(way * np.clip(0.6 - (s.y - 1410) / 500, 0, 0.6), 18, 0, 0.5),
        mix(MADDER, BRASS, 0.6),
    )
    # The hut, a wagon on blocks.
    s.fill(polygon((820, 1840), (1980, 1840), (2040, 1880), (760, 1890)), NIGHT)
    wall = s.fill(polygon((860, 1030), (1720, 1030), (1720, 1800), (860, 1800)), deep(MOSS, 0.42))
    end = s.fill(
        polygon((1720, 1030), (1950, 1090), (1950, 1770), (1720, 1800)), mix(MADDER, OCHRE, 0.45)
    )
    s.ink(s.lines(wall * 0.4, 44, 90, 0.1), deep(MOSS, 0.7))
    s.ink(s.lines(end * 0.5, 30, 90, 0.1), mix(BRASS, OCHRE, 0.2))
    s.fill(
        polygon(
            (800, 1040),
            (830, 950),
            (1730, 950),
            (1990, 1040),
            (1990, 1100),
            (1720, 1052),
            (800, 1052),
        ),
        deep(SLATE, 0.74),
    )
    s.ink(s.stroke(polyline((1730, 950), (1990, 1040)), width=16), mix(LAMP, MADDER, 0.3))
    for x in (980, 1420):
        s.ink(s.stroke(box(x, 1190, 200, 230), width=24), deep(MOSS, 0.7))
        pane = s.fill(box(x, 1190, 200, 230), deep(SLATE, 0.78))
        s.ink(s.lines(pane * 0.3, 24, 60, 0.2), SLATE)
        s.ink(
            s.stroke(
                polyline((x + 100, 1190), (x + 100, 1420)),
                polyline((x, 1290), (x + 200, 1290)),
                width=10,
            ),
            deep(MOSS, 0.7),
        )
    door = s.fill(box(1210, 1190, 170, 600), deep(MOSS, 0.7))
    s.ink(s.lines(door * 0.3, 30, 90, 0.1), deep(MOSS, 0.35))
    s.fill(box(1180, 1790, 230, 40), deep(ASH, 0.4))
    for x in (900, 1640, 1880):
        s.fill(box(x, 1796, 90, 74), NIGHT)
    # The barrier, lowered, striped.
    s.fill(box(2050, 1440, 86, 470, 8), NIGHT)
    s.fill(box(2030, 1520, 126, 90, 12), deep(ASH, 0.4))
    pole = s.fill(
        polygon((1930, 1588), (3300, 1420), (3306, 1462), (1930, 1648)), mix(PAPER, SLATE, 0.22)
    )
    stripes = [
        polygon((x, 1300), (x + 110, 1300), (x + 80, 1760), (x - 30, 1760))
        for x in range(1960, 3400, 220)
    ]
    s.ink(s.shape(*stripes) * pole, mix(MADDER, FLAG_RED, 0.35))
    s.ink(np.clip(pole - s.shift(pole, 0, 10), 0, 1), LAMP, 0.7)
    s.fill(box(3230, 1440, 34, 330), NIGHT)
    s.fill(box(1890, 1560, 74, 120, 10), NIGHT)
    # Seven lights on the ground.
    for i in range(7):
        x, y = 1270 + i * 178, 2055 + (i % 2) * 0 + abs(i - 3) * 7
        pool = np.clip(1 - s.distance(x, y + 14, 1.9) / 190, 0, 1)
        s.ink(s.rings(np.clip(pool, 0, 0.85), x, y + 10, 20, 1.9), mix(OCHRE, BRASS, 0.4))
        s.fill(box(x - 30, y - 50, 60, 70, 12), mix(MADDER, FLAG_RED, 0.25))
        s.fill(box(x - 30, y - 50, 60, 24, 10), mix(LAMP, MADDER, 0.25))
        s.fill(blob([(x, y - 138), (x + 19, y - 84), (x, y - 54), (x - 19, y - 84)], 0.9), LAMP)
        s.fill(
            blob([(x, y - 106), (x + 8, y - 78), (x, y - 60), (x - 8, y - 78)], 0.9),
            pale(LAMP, 0.85),
        )
    vignette(s, NIGHT, 0.7)
    return s.pull()


def bicycle(x: float, y: float, size: float) -> tuple[list[QPainterPath], list[QPainterPath]]:
    """Thick and thin lines of a bicycle; rear hub at (x, y), wheels `size` in radius."""
    front = x + size * 2.9
    crank = (x + size * 1.25, y + size * 0.1)
    seat, head = (x + size * 0.92, y - size * 1.35), (x + size * 2.42, y - size * 1.3)
    thick = [polyline((x, y), crank, head, seat, (x, y)), polyline(crank, (seat[0] - size * 0.07, seat[1] - size * 0.28)),
             curve([(head[0] - size * 0.08, head[1] - size * 0.4), head, (front - size * 0.16, y - size * 0.34), (front, y)]),
             curve([(head[0] - size * 0.4, head[1] - size * 0.42), (head[0] - size * 0.06, head[1] - size * 0.5),
                    (head[0] + size * 0.1, head[1] - size * 0.42)]),
             polyline((seat[0] - size * 0.34, seat[1] - size * 0.29), (seat[0] + size * 0.24, seat[1] - size * 0.29)),
             disc(x, y, size), disc(front, y, size)]  # fmt: skip
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
    sun = s.fill(disc(sx, sy, 190), pale(LAMP, 0.25))
    far = s.fill(rolling(1300, 18, 5), mix(MOSS, OCHRE, 0.3))
    s.ink(s.lines(far * 0.4, 22, 1, 0.8), deep(MOSS, 0.25))
    s.ink(sun * 0, NIGHT)
    yard = s.fill(polygon((0, 1400), (3600, 1370), (3600, 2400), (0, 2400)), mix(ASH, OCHRE, 0.3))
    s.ink(
        s.lines(
            yard * np.clip(1.15 - s.distance(3300, 1400, 1.2) / 3000, 0.15, 0.75), 30, -0.6, 0.7
        ),
        mix(BRASS, PAPER, 0.1),
    )
    # Shadows reach towards us.
    shadow = s.shape(polygon((1130, 2010), (1640, 2010), (900, 2500), (-400, 2500)),
                     limb([(1900, 2010), (1500, 2200), (1000, 2500)], [26, 40, 60]),
                     limb([(2760, 2010), (2300, 2260), (2000, 2500)], [26, 40, 60]))  # fmt: skip
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
    for x, y, size, colour in ((2190, 1780, 222, NIGHT), (1960, 1700, 0, NIGHT)):
        if not size:
            continue
        thick, thin = bicycle(x, y, size)
        s.ink(s.stroke(*thin, width=6), mix(NIGHT, OCHRE, 0.25))
        s.ink(s.stroke(*thick, width=26), colour)
        s.ink(s.stroke(*thick[:3], width=8), mix(MADDER, LAMP, 0.5))
    thick, thin = bicycle(330, 1700, 150)
    s.ink(s.stroke(*thin, width=4), mix(NIGHT, OCHRE, 0.3))
    s.ink(s.stroke(*thick, width=18), mix(NIGHT, MADDER, 0.2))
    vignette(s, deep(MADDER, 0.8), 0.6)
    return s.pull()


def letter(scale: float) -> QImage:
    """An island under northern light; a letter on its way."""
    s = Sheet(deep(SLATE, 0.62), scale, 45)
    s.ink(s.shape(stars(170, 1300, 7)), pale(SLATE, 0.7))
    # Northern light: hanging curtains.
    for i, (colour, tone) in enumerate(
        ((mix(FLAG_GREEN, MOSS, 0.3), 0.75), (pale(MOSS, 0.35), 0.6), (mix(BRASS, MOSS, 0.4), 0.5))
    ):
        fold = (
            520 + i * 90 + 210 * np.sin(s.x / (480 + 60 * i) + i * 1.1) + 90 * s.noise(500, 20 + i)
        )
        below = s.y - fold
        curtain = np.clip(1 - np.abs(below + 260) / (430 - i * 70), 0, 1) * np.clip(
            -below / 40 + 0.6, 0, 1
        )
        slant = s.x / 30 + 0.8 * np.sin(s.y / 400 + i) + 3.0 * np.sin(fold / 160)
        s.ink(s.cuts(np.clip(curtain * tone * 1.3, 0, 0.9), slant, 30, 0.5, 40 + i), colour)
    sea_y = 1480
    # The island: snow mountains.
    ridge = polygon((250, sea_y), (520, 1330), (700, 1360), (960, 1130), (1120, 1210), (1400, 880), (1560, 1010), (1660, 960),
                    (1900, 1230), (2030, 1180), (2290, 1390), (2440, 1400), (2640, sea_y))  # fmt: skip
    rock = s.fill(ridge, deep(SLATE, 0.3))
    snow = [polygon((1400, 880), (1560, 1010), (1660, 960), (1790, 1106), (1680, 1120), (1620, 1220), (1540, 1110), (1470, 1240), (1410, 1090),
                    (1320, 1160), (1290, 1018)), polygon((960, 1130), (1120, 1210), (1080, 1300), (1010, 1250), (940, 1310), (860, 1215)),
            polygon((2030, 1180), (2150, 1276), (2090, 1310), (2010, 1280), (1940, 1300), (1938, 1216)),
            polygon((520, 1330), (600, 1345), (560, 1400), (440, 1376))]  # fmt: skip
    white = s.shape(*snow)
    s.ink(white, mix(PAPER, SLATE, 0.12))
    s.ink(s.lines(white * np.clip((s.x - 1380) / 500, 0.05, 0.6), 18, 60, 0.3), SLATE)
    s.ink(s.lines(rock * 0.5 * (1 - white), 20, 60, 0.3), deep(SLATE, 0.66))
    # Sea with the light's reflection.
    sea = s.fill(polygon((0, sea_y), (3600, sea_y), (3600, 2400), (0, 2400)), deep(SLATE, 0.68))
    s.ink(
        s.lines(sea * np.clip(0.5 - (s.y - sea_y) / 2400, 0.1, 0.5), 28, 0, 1.1),
        mix(SLATE, NIGHT, 0.1),
    )
    mirror = (
        sea
        * np.clip(1 - np.abs(s.x - 1700 - 200 * np.sin(s.y / 90)) / 900, 0, 1)
        * np.clip(1.1 - (s.y - sea_y) / 800, 0, 1)
    )
    s.ink(s.lines(mirror * 0.62, 28, 0, 1.1), mix(FLAG_GREEN, pale(MOSS), 0.55))
    lights = [disc(700 + i * 74 + (i * 31 % 40), sea_y - 18 - (i * 13 % 22), 8) for i in range(16)]
    s.ink(s.shape(*lights), LAMP)
    # The way of the letter and the letter itself, flown like a bird.
    way = curve([(1180, 1470), (1450, 1640), (1800, 1720), (2120, 1640)])
    s.ink(s.stroke(way, width=11, dash=(4, 3.4)), LAMP)
    cx, cy = 2440, 1540
    corners = [(-370, -215), (370, -215), (370, 215), (-370, 215)]
    turn = -14
    letter_path = placed(polygon(*corners), cx, cy, 1, turn)
    halo = np.clip(1 - s.distance(cx, cy, 1.25) / 760, 0, 1)
    s.ink(s.rings(np.clip(halo * 0.7, 0, 0.5), cx, cy, 30, 1.25), deep(OCHRE, 0.1))
    s.ink(s.shape(letter_path, offset=(22, 30)), deep(SLATE, 0.85))
    page = s.fill(letter_path, PAPER)
    s.ink(s.lines(page * np.clip((s.y - cy) / 500, 0, 0.5), 18, 40, 0.2), mix(PAPER, OCHRE, 0.55))
    folds = [
        polyline((-370, -215), (0, 60), (370, -215)),
        polyline((-370, 215), (-90, -6)),
        polyline((370, 215), (90, -6)),
    ]
    s.ink(s.stroke(*[placed(fold, cx, cy, 1, turn) for fold in folds], width=10), deep(OCHRE, 0.25))
    s.fill(
        placed(
            blob([(-62, 40), (-20, -4), (40, 2), (66, 50), (30, 100), (-36, 98)]), cx, cy, 1, turn
        ),
        mix(MADDER, FLAG_RED, 0.15),
    )
    s.ink(s.stroke(placed(disc(2, 50, 36), cx, cy, 1, turn), width=9), pale(MADDER, 0.3))
    vignette(s, NIGHT, 0.6)
    return s.pull()


PICTURES = {
    "events/1988-10-07-tricolour/tower.webp": tower,
    "events/1990-04-18-blockade/fuel.webp": fuel,
    "events/1991-02-11-iceland/letter.webp": letter,
    "events/1991-07-31-medininkai/post.webp": post,
    "events/1993-08-31-last-troops/rails.webp": rails,
}
_ = (gouges, scatter)
