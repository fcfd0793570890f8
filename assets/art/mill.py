"""The mill of the exhibit that curators begin with: by the river, in flames, built anew."""

from __future__ import annotations

import math
import random

import numpy as np
from effects import edge_light, rolling, stars, vignette
from engraving import Sheet, Tone
from palette import (
    ASH,
    BRASS,
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
from strokes import blob, box, curve, disc, limb, polygon, polyline

FOLDER = "assets/template"
SCALE = 0.72

_SHORE = 1640
_WALL = polygon((1180, 900), (2120, 900), (2120, _SHORE), (1180, _SHORE))
_GABLE = polygon((1110, 930), (1650, 440), (2190, 930))
_LEAN_TO = polygon((2120, 1180), (2480, 1290), (2480, _SHORE), (2120, _SHORE))


def _wheel(x: float, y: float, radius: float) -> list[QPainterPath]:
    """Rims, spokes and paddles, to be stroked."""
    spokes = []
    for number in range(12):
        angle = math.tau * number / 12 + 0.13
        inner, outer = radius * 0.12, radius * 1.12
        spokes.append(
            polyline(
                (x + inner * math.cos(angle), y + inner * math.sin(angle)),
                (x + outer * math.cos(angle), y + outer * math.sin(angle)),
            )
        )
    return [disc(x, y, radius), disc(x, y, radius * 0.82), *spokes]


def _river(s: Sheet, colour: tuple[float, float, float]) -> Tone:
    bank = curve([(-200, 1700), (700, 1660), (1500, 1690), (2600, 1650), (3800, 1700)])
    bank.lineTo(3800, 2600)
    bank.lineTo(-200, 2600)
    bank.closeSubpath()
    water = s.fill(bank, colour)
    depth = np.clip(0.62 - (s.y - 1650) / 1500, 0.08, 0.6)
    s.ink(s.lines(water * depth, 30, 0, 1.3), mix(SLATE, NIGHT, 0.25))
    return water


def mill(scale: float) -> QImage:
    """A timber mill by the river at dusk."""
    s = Sheet(deep(SLATE, 0.5), scale, 61)
    low = np.clip(1.15 - np.abs(s.y - 1500) / 1300, 0, 1) * np.clip(
        1.25 - np.abs(s.x - 2700) / 2600, 0.15, 1
    )
    s.ink(s.lines(low * 0.8, 32, 0, 1.0), mix(SLATE, MADDER, 0.35))
    s.ink(s.lines(np.clip(low * 1.5 - 0.75, 0, 0.85), 32, 0, 1.0), mix(MADDER, BRASS, 0.6))
    s.ink(s.lines(np.clip(low * 2.4 - 1.7, 0, 0.85), 32, 0, 1.0), LAMP)
    s.ink(s.shape(stars(70, 620, 5)), pale(SLATE, 0.55))
    s.fill(rolling(1420, 70, 8, -120), deep(MOSS, 0.72))
    ground = s.fill(rolling(1570, 26, 9), deep(MOSS, 0.6))
    s.ink(s.lines(ground * 0.28, 26, 2, 1.2), deep(MOSS, 0.25))
    dice = random.Random(4)
    for x in (240, 420, 640, 2900, 3130, 3330, 3500):
        height = dice.uniform(420, 720)
        crown = blob(
            [
                (x, 1600 - height),
                (x + 105, 1600 - height * 0.55),
                (x + 70, 1540),
                (x - 70, 1540),
                (x - 105, 1600 - height * 0.55),
            ]
        )
        tree = s.fill(crown, deep(MOSS, 0.78))
        s.ink(s.rim(tree, 26, -14, 40) * 0.9, mix(MADDER, BRASS, 0.45), 0.5)
        s.fill(box(x - 12, 1500, 24, 130), NIGHT)
    water = _river(s, deep(SLATE, 0.66))
    mirror = water * np.clip(1 - np.abs(s.x - 2700) / 900, 0, 1)
    mirror *= np.clip(1.1 - (s.y - 1650) / 760, 0, 1)
    s.ink(s.lines(mirror * 0.7, 30, 0, 1.3), mix(MADDER, BRASS, 0.65))
    # The house: boards below, shingles above, a store to its right.
    walls = s.fill(_WALL, deep(OCHRE, 0.6))
    s.ink(s.lines(walls * 0.55, 46, 90, 0.15), deep(OCHRE, 0.8))
    s.ink(s.rim(walls, 90, 0, 120) * 0.7, mix(OCHRE, BRASS, 0.5), 0.5)
    store = s.fill(_LEAN_TO, deep(OCHRE, 0.7))
    s.ink(s.lines(store * 0.5, 40, 90, 0.15), deep(OCHRE, 0.84))
    s.fill(polygon((2080, 1130), (2530, 1270), (2530, 1330), (2080, 1200)), NIGHT)
    gable = s.fill(_GABLE, deep(ASH, 0.66))
    s.ink(s.lines(gable * 0.5, 34, 0, 0.25), deep(ASH, 0.3))
    s.ink(s.stroke(polyline((1110, 930), (1650, 440), (2190, 930)), width=42), NIGHT)
    s.ink(s.stroke(polyline((1662, 444), (2196, 930)), width=12), mix(LAMP, MADDER, 0.25))
    for x, y, lit in ((1330, 1020, False), (1800, 1020, True), (1565, 640, False)):
        pane = s.fill(box(x, y, 170, 200), LAMP if lit else deep(SLATE, 0.7))
        if lit:
            halo = s.glow(x + 85, y + 100, 520)
            s.ink(s.rings(np.clip(halo - 0.25, 0, 0.6), x + 85, y + 100, 26), mix(OCHRE, LAMP, 0.5))
            s.ink(pane, LAMP)
        cross = polyline((x + 85, y), (x + 85, y + 200)), polyline((x, y + 100), (x + 170, y + 100))
        s.ink(s.stroke(box(x, y, 170, 200), *cross, width=16), NIGHT)
    s.fill(box(1560, 1330, 190, 310), NIGHT)
    # The wheel, the flume that feeds it and the foam under it.
    s.fill(polygon((300, 1150), (1190, 1210), (1190, 1250), (300, 1195)), deep(OCHRE, 0.74))
    for x in (360, 620):
        s.fill(box(x, 1170, 34, 500), deep(OCHRE, 0.8))
    turning = s.stroke(*_wheel(930, 1500, 350), width=26)
    s.ink(s.shift(turning, 14, 18), NIGHT)
    s.ink(turning, mix(OCHRE, ASH, 0.35))
    s.ink(s.rim(turning, 12, -8, 14), LAMP, 0.6)
    s.fill(disc(930, 1500, 52), NIGHT)
    s.fill(disc(930, 1500, 26), BRASS)
    foam = water * np.clip(1 - s.distance(900, 1800, 2.4) / 560, 0, 1)
    s.ink(s.lines(foam * 0.8, 22, 0, 1.6), pale(SLATE, 0.6))
    lamp = water * np.clip(1 - np.abs(s.x - 1885) / 150, 0, 1)
    s.ink(s.lines(lamp * np.clip(0.9 - (s.y - 1680) / 700, 0, 0.8), 30, 0, 1.3), LAMP)
    reeds = [
        limb([(x, 2430), (x + dice.uniform(-60, 60), 2430 - dice.uniform(160, 420))], [9, 2])
        for x in [dice.uniform(0, 900) for _ in range(34)] + [2900 + 21 * n for n in range(34)]
    ]
    s.ink(s.shape(*reeds), NIGHT)
    vignette(s, NIGHT, 0.6)
    return s.pull()


def fire(scale: float) -> QImage:
    """The mill in flames, mirrored in the river."""
    s = Sheet(deep(MADDER, 0.82), scale, 62)
    cx, cy = 1650, 900
    heat = np.clip(1 - s.distance(cx, cy, 0.9) / 2100, 0, 1)
    s.ink(s.rays(np.clip(heat * 0.9, 0, 0.7), cx, cy + 500, 260), mix(MADDER, NIGHT, 0.25))
    s.ink(s.rays(np.clip(heat * 1.6 - 0.7, 0, 0.85), cx, cy + 500, 260), mix(MADDER, OCHRE, 0.45))
    smoke = np.clip(0.6 * s.noise((520, 260), 11) + 0.7 - s.y / 1500, 0, 1)
    smoke *= np.clip(1.2 - np.abs(s.x - 2100 + (900 - s.y) * -0.5) / 1500, 0, 1)
    s.ink(s.lines(smoke * 0.9, 30, -24, 1.6), deep(ASH, 0.72))
    s.fill(rolling(1560, 40, 12), deep(MOSS, 0.85))
    water = _river(s, deep(MADDER, 0.86))
    dice = random.Random(7)

    def flames(reach: float, count: int, colour: tuple[float, float, float], low: float) -> None:
        tongues = []
        for number in range(count):
            x = 1270 + 780 * (number + dice.random()) / count
            centre = 1 - abs(x - 1650) / 620
            top = low - reach * (0.4 + 0.7 * centre) * dice.uniform(0.75, 1.2)
            sway = dice.uniform(-60, 150)
            middle = low * 0.45 + top * 0.55
            tongues.append(
                limb(
                    [(x, low), (x - sway * 0.4, middle), (x + sway, top)],
                    [50, dice.uniform(55, 90), 2],
                )
            )
        s.ink(s.shape(*tongues), colour)

    flames(1150, 13, mix(MADDER, OCHRE, 0.25), 1250)
    flames(900, 13, mix(MADDER, BRASS, 0.7), 1240)
    walls = s.fill(_WALL, NIGHT)
    s.fill(_LEAN_TO, NIGHT)
    flames(620, 14, LAMP, 1190)
    flames(330, 12, pale(LAMP, 0.7), 1160)
    s.fill(box(1180, 1130, 940, 510), NIGHT)
    frame = [
        polyline((1110, 930), (1650, 440), (2190, 930)),
        *(
            polyline((x, 930), (x, 930 - (490 - abs(x - 1650) * 0.9)))
            for x in range(1290, 2050, 120)
        ),
        polyline((1330, 730), (1970, 730)),
    ]
    s.ink(s.stroke(*frame, width=34), NIGHT)
    s.ink(s.lines(walls * (s.y > 1130) * 0.35, 46, 90, 0.15), deep(MADDER, 0.35))
    s.ink(
        s.stroke(
            polyline((1200, 1640), (1200, 940)), polyline((2100, 1640), (2100, 940)), width=34
        ),
        NIGHT,
    )
    for x in (1290, 1830):
        s.fill(box(x, 1250, 180, 220), LAMP)
        s.ink(s.stroke(polyline((x + 90, 1250), (x + 90, 1470)), width=18), NIGHT)
    s.fill(
        polygon((1560, 1640), (1560, 1350), (1750, 1350), (1750, 1640)), mix(MADDER, BRASS, 0.75)
    )
    wheel = s.stroke(*_wheel(930, 1500, 350), width=28)
    s.ink(wheel, NIGHT)
    edge_light(s, wheel, 9, mix(MADDER, BRASS, 0.7), 1650)
    glare = water * np.clip(1 - np.abs(s.x - 1650) / 1000, 0, 1)
    glare *= np.clip(1.1 - (s.y - 1660) / 800, 0, 1)
    s.ink(s.lines(glare * 0.85, 30, 0, 1.4), mix(MADDER, BRASS, 0.55))
    s.ink(s.lines(np.clip(glare * 1.5 - 0.8, 0, 0.8), 30, 0, 1.4), LAMP)
    sparks = [
        disc(dice.gauss(1750, 620), dice.uniform(60, 1000), dice.uniform(4, 10)) for _ in range(130)
    ]
    s.ink(s.shape(*sparks), LAMP)
    vignette(s, NIGHT, 0.6)
    return s.pull()


def bricks(scale: float) -> QImage:
    """A brick wall rising behind scaffolding, and a cart of bricks."""
    s = Sheet(deep(SLATE, 0.34), scale, 63)
    morning = np.clip(1.2 - s.distance(2900, 1300, 1.3) / 2500, 0, 1)
    s.ink(s.lines(morning * 0.75, 32, 0, 1.0), mix(SLATE, PAPER, 0.28))
    s.ink(s.lines(np.clip(morning * 1.8 - 0.9, 0, 0.85), 32, 0, 1.0), mix(BRASS, PAPER, 0.35))
    s.fill(rolling(1640, 40, 21), deep(MOSS, 0.5))
    ground = s.fill(rolling(1830, 24, 22), deep(OCHRE, 0.66))
    s.ink(s.lines(ground * 0.4, 28, 3, 1.3), deep(OCHRE, 0.4))
    steps = [(700, 1850), (700, 760)]
    for x, y in ((1180, 760), (1180, 900), (1700, 900), (1700, 640), (2260, 640), (2260, 1010)):
        steps.append((x, y))
    wall_shape = polygon(*steps, (2780, 1010), (2780, 1850))
    wall = s.fill(wall_shape, deep(MADDER, 0.12))
    dice = random.Random(9)
    course, length = 52, 128
    pale_bricks, dark_bricks, joints = [], [], []
    for row in range(25):
        y = 1850 - row * course
        joints.append(polyline((600, y), (2900, y)))
        for column in range(-1, 19):
            x = 640 + column * length + (row % 2) * length / 2
            joints.append(polyline((x, y), (x, y - course)))
            brick = box(x, y - course, length, course)
            chance = dice.random()
            if chance < 0.18:
                pale_bricks.append(brick)
            elif chance < 0.38:
                dark_bricks.append(brick)
    s.ink(s.shape(*pale_bricks) * wall, mix(MADDER, OCHRE, 0.55))
    s.ink(s.shape(*dark_bricks) * wall, deep(MADDER, 0.4))
    s.ink(s.stroke(*joints, width=8) * wall, mix(ASH, MADDER, 0.45))
    s.ink(s.lines(wall * np.clip((1700 - s.x) / 1900, 0, 0.5), 26, 62, 0.4), deep(MADDER, 0.7))
    for x in (940, 1880, 2420):
        arch = box(x, 1180, 210, 320)
        arch.addEllipse(x, 1090, 210, 190)
        arch.setFillRule(arch.fillRule().WindingFill)
        s.fill(arch, NIGHT)
    poles = [polyline((x, 1880), (x + 6, 520)) for x in (560, 1010, 1500, 1990, 2480, 2890)]
    decks = [polyline((500, y), (2960, y - 8)) for y in (1420, 1030)]
    braces = [polyline((560, 1420), (1010, 1030)), polyline((2480, 1030), (2890, 1420))]
    timber = s.stroke(*poles, *decks, *braces, width=28)
    s.ink(s.shift(timber, 16, 14) * wall, deep(MADDER, 0.7))
    s.ink(timber, deep(OCHRE, 0.62))
    s.ink(s.rim(timber, 12, -6, 12), mix(BRASS, PAPER, 0.3), 0.8)
    s.ink(
        s.stroke(
            *[polyline((2700, y), (2800, y)) for y in range(1050, 1880, 74)],
            polyline((2690, 1000), (2690, 1880)),
            polyline((2810, 1000), (2810, 1880)),
            width=18,
        ),
        deep(OCHRE, 0.7),
    )
    # The cart, its load and its wheel.
    load = s.fill(polygon((380, 1800), (440, 1640), (1120, 1640), (1180, 1800)), deep(MADDER, 0.2))
    rows = [polyline((360, y), (1200, y)) for y in range(1640, 1801, 40)]
    s.ink(
        s.stroke(*rows, *[polyline((x, 1620), (x, 1800)) for x in range(400, 1200, 84)], width=8)
        * load,
        deep(MADDER, 0.65),
    )
    s.fill(polygon((300, 1800), (1260, 1800), (1200, 1900), (360, 1900)), deep(OCHRE, 0.72))
    s.ink(s.stroke(polyline((1220, 1850), (1980, 1930)), width=30), deep(OCHRE, 0.74))
    for x in (520, 1040):
        turning = s.stroke(*_wheel(x, 1990, 150)[:1], *_wheel(x, 1990, 130)[2:], width=24)
        s.ink(turning, NIGHT)
        s.ink(s.rim(turning, 10, -6, 12), mix(BRASS, PAPER, 0.3), 0.7)
    vignette(s, NIGHT, 0.6)
    return s.pull()


PICTURES = {
    "media/mill.webp": mill,
    "events/1904-05-12-fire/fire.webp": fire,
    "events/1905-rebuilding/bricks.webp": bricks,
}
