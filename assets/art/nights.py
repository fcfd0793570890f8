"""Hiding places in winter: the dugout and the bunker under the granary."""

from __future__ import annotations

import random

import numpy as np
from effects import edge_light, rolling, stars, vignette
from engraving import Sheet
from palette import (
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
from PySide6.QtGui import QImage
from strokes import (
    blob,
    box,
    disc,
    gouges,
    joined_loose,
    limb,
    polygon,
    polyline,
    scatter,
)


def forest(scale: float) -> QImage:
    """A winter forest at night and the lit hatch of a dugout."""
    s = Sheet(mix(deep(SLATE, 0.45), MOSS, 0.08), scale, 32)
    hx, hy = 1800, 1690
    moon = np.clip(1.1 - s.distance(2500, 200, 1.2) / 2300, 0, 1)
    s.ink(s.lines(np.clip(moon * 0.9 - 0.1, 0, 0.8), 30, 0, 1.2), mix(SLATE, PAPER, 0.12))
    dice = random.Random(5)
    # Trees in three depths.
    for depth, (count, colour, foot, wide) in enumerate(
        (
            (34, mix(SLATE, NIGHT, 0.28), 1330, 20),
            (19, deep(SLATE, 0.62), 1450, 40),
        )
    ):
        trunks = []
        for i in range(count):
            x = (i + dice.uniform(0.1, 0.9)) * 3600 / count
            half = wide * dice.uniform(0.6, 1.2)
            lean = dice.uniform(-50, 50)
            trunks.append(
                limb(
                    [(x, foot + 60), (x + lean * 0.3, 800), (x + lean, -60)],
                    [half * 1.25, half, half * 0.7],
                )
            )
            for _ in range(5 - depth):
                y = dice.uniform(80, foot - 300)
                side = dice.choice((-1, 1))
                trunks.append(
                    limb(
                        [(x + lean * 0.4, y), (x + side * 90, y + 34), (x + side * 210, y + 96)],
                        [half * 0.34, half * 0.22, 3],
                    )
                )
        mass = s.shape(*trunks)
        s.ink(mass, colour)
        s.ink(
            s.lines(np.clip(mass - s.shift(mass, -12, 0), 0, 1) * 0.7, 14, 8, 0.4), pale(SLATE, 0.3)
        )
    # Snow.
    snow = s.fill(rolling(1370, 36, 6), mix(SLATE, PAPER, 0.42))
    s.ink(
        s.cuts(
            snow * np.clip(0.75 - s.distance(1900, 1600, 1.6) / 2600, 0.1, 0.7),
            (s.y + 60 * s.noise((900, 300), 4)) / 27,
            27,
            0.8,
        ),
        mix(SLATE, PAPER, 0.72),
    )
    shade = snow * np.clip((s.distance(1800, 1500, 1.5) - 700) / 1300, 0, 0.8)
    s.ink(s.cuts(shade, (s.y + 60 * s.noise((900, 300), 4)) / 27 + 0.5, 27, 0.8), deep(SLATE, 0.35))
    # Light from under the hatch.
    pool = snow * np.clip(1 - s.distance(hx, hy + 30, 1.9) / 820, 0, 1)
    s.ink(pool > 0.38, mix(BRASS, PAPER, 0.2), 0.5)
    s.ink(s.rings(np.clip(pool * 1.25, 0, 0.92), hx, hy, 25, 1.9), mix(LAMP, BRASS, 0.35))
    mound = blob(
        [
            (1200, 1770),
            (1320, 1640),
            (1520, 1570),
            (1800, 1545),
            (2090, 1575),
            (2270, 1645),
            (2400, 1775),
            (1820, 1810),
        ],
        0.9,
    )
    bank = s.fill(mound, mix(SLATE, PAPER, 0.5))
    s.ink(
        s.rings(bank * np.clip((s.y - 1500) / 420, 0.1, 0.6), hx, 1940, 24, 1.5), deep(SLATE, 0.15)
    )
    hole = polygon((1420, 1778), (1500, 1640), (2130, 1500), (2180, 1778))
    s.fill(hole, deep(MADDER, 0.74))
    gap = s.fill(
        polygon((1470, 1766), (1530, 1666), (2090, 1540), (2130, 1766)), mix(LAMP, BRASS, 0.12)
    )
    s.ink(
        s.rays(gap * np.clip(1.15 - s.distance(1850, 1790, 1.2) / 460, 0, 0.9), 1850, 1880, 130),
        pale(LAMP, 0.65),
    )
    ladder = [
        polyline((1770, 1560), (1770, 1780)),
        polyline((1930, 1540), (1930, 1780)),
        polyline((1770, 1680), (1930, 1680)),
        polyline((1770, 1748), (1930, 1748)),
    ]
    s.ink(s.stroke(*ladder, width=22), deep(MADDER, 0.7))
    s.fill(polygon((1380, 1700), (1370, 1654), (2200, 1440), (2216, 1492)), deep(MADDER, 0.7))
    s.ink(s.stroke(polyline((1384, 1704), (2212, 1496)), width=12), LAMP)
    s.fill(
        blob(
            [
                (1350, 1660),
                (1390, 1570),
                (1560, 1500),
                (1780, 1440),
                (2000, 1372),
                (2180, 1360),
                (2250, 1420),
                (2214, 1464),
                (1900, 1530),
                (1600, 1612),
                (1420, 1668),
            ],
            0.8,
        ),
        mix(SLATE, PAPER, 0.86),
    )
    s.fill(
        blob(
            [(1180, 1800), (1330, 1762), (1800, 1776), (2260, 1760), (2430, 1800), (1800, 1830)],
            0.9,
        ),
        mix(LAMP, PAPER, 0.4),
    )
    # Tracks that lead to it.
    steps = []
    for i in range(11):
        x, y = 1790 - i * 34 - (i % 2) * 40, 1880 + i * 58
        steps.append(blob([(x - 26, y), (x, y - 17 - i), (x + 30, y), (x, y + 17 + i)]))
    s.ink(s.shape(*steps), deep(SLATE, 0.25))
    # Near trunks: black, edged by the lamp.
    near = []
    for x, half, lean in (
        (430, 118, 60),
        (960, 70, -40),
        (2600, 84, 46),
        (3110, 140, -50),
        (3490, 70, 30),
    ):
        near.append(
            limb(
                [(x - lean * 0.4, 2460), (x, 1700), (x + lean * 0.4, 800), (x + lean, -80)],
                [half * 1.5, half, half * 0.86, half * 0.7],
            )
        )
        for y, side, reach in ((420, 1, 420), (690, -1, 380), (980, 1, 240), (200, -1, 460)):
            near.append(
                limb(
                    [
                        (x + lean * 0.3, y),
                        (x + side * reach * 0.5, y + 60),
                        (x + side * reach, y + 190),
                    ],
                    [half * 0.26, half * 0.17, 4],
                )
            )
    trunks = s.shape(*near)
    s.ink(trunks, NIGHT)
    bark = np.clip(1 - s.distance(hx, hy) / 1700, 0, 1) * trunks
    s.ink(
        s.cuts(np.clip(bark * 0.75, 0, 0.45), s.x / 22 + 1.3 * s.noise((60, 380), 8), 22, 0.6),
        deep(OCHRE, 0.35),
    )
    edge_light(s, trunks, 13, mix(BRASS, LAMP, 0.2), hx)
    s.ink(
        s.shape(
            joined_loose(
                [
                    disc(x, y, 5 + (i % 4) * 1.6)
                    for i, (x, y) in enumerate(scatter(260, 0, 0, 3600, 2400, 17))
                ]
            )
        ),
        mix(PAPER, SLATE, 0.2),
    )
    return s.pull()


def granary(scale: float) -> QImage:
    """A granary cut open: grain above, and under the floor a bunker with lamp and table."""
    s = Sheet(deep(SLATE, 0.5), scale, 33)
    ground = 1240
    lx, ly = 1800, 1560
    s.ink(s.lines(np.clip(0.12 + (s.y - 100) / 2600, 0, 0.6), 32, -2, 1.4), mix(SLATE, NIGHT, 0.2))
    s.ink(s.shape(stars(70, 900, 4)), pale(SLATE, 0.6))
    # Far wood line.
    dice = random.Random(2)
    firs = [
        polygon((x - 60, ground), (x, ground - dice.uniform(160, 340)), (x + 60, ground))
        for x in range(-40, 3700, 62)
    ]
    s.ink(s.shape(*firs), deep(SLATE, 0.74))
    # Earth in layers.
    earth = s.fill(
        polygon((0, ground), (3600, ground), (3600, 2400), (0, 2400)), deep(MADDER, 0.62)
    )
    level = s.y + 40 * s.noise((800, 200), 3)
    for top, colour, tone in (
        (ground, mix(MADDER, OCHRE, 0.3), 0.34),
        (1500, mix(MADDER, OCHRE, 0.1), 0.26),
        (1850, deep(MADDER, 0.2), 0.22),
    ):
        s.ink(
            s.cuts(earth * tone * (level > top) * (level < top + 420), level / 30, 30, 1.0), colour
        )
    stones = [
        blob([(x - r, y), (x, y - r * 0.7), (x + r, y), (x, y + r * 0.6)])
        for (x, y), r in zip(
            scatter(70, 0, 1330, 3600, 2380, 9), [12 + (i * 7) % 34 for i in range(70)], strict=True
        )
    ]
    s.ink(s.shape(*stones), mix(deep(MADDER, 0.45), SLATE, 0.3))
    # Granary: log walls, thatched roof, cut open.
    s.fill(polygon((1010, 560), (2590, 560), (2590, ground), (1010, ground)), deep(OCHRE, 0.66))
    inside = s.fill(
        polygon((1090, 560), (2510, 560), (2510, ground - 30), (1090, ground - 30)),
        deep(OCHRE, 0.78),
    )
    s.ink(s.lines(inside * 0.25, 40, 90, 0.3), deep(OCHRE, 0.5))
    for side in (1010, 2510):
        for i in range(8):
            y = 560 + i * 84
            s.fill(disc(side + 40, y + 42, 44, 40), deep(OCHRE, 0.7))
            log = s.fill(disc(side + 40, y + 42, 38, 35), mix(OCHRE, BRASS, 0.3))
            s.ink(s.rings(log * 0.4, side + 40, y + 42, 13), deep(OCHRE, 0.5))
    roof = polygon((800, 640), (1480, 250), (2120, 250), (2800, 640), (2740, 700), (860, 700))
    thatch = s.fill(roof, deep(OCHRE, 0.32))
    s.ink(s.rays(thatch * 0.5, 1800, -900, 460), mix(OCHRE, BRASS, 0.55))
    s.ink(s.shape(gouges(scatter(260, 880, 660, 2720, 716, 3), 90, 6, 80, 4, 16)), deep(OCHRE, 0.3))
    snow = blob(
        [
            (780, 640),
            (1000, 512),
            (1300, 340),
            (1470, 230),
            (1800, 210),
            (2130, 230),
            (2320, 346),
            (2600, 512),
            (2824, 636),
            (2640, 590),
            (2300, 410),
            (2060, 318),
            (1800, 334),
            (1540, 318),
            (1300, 420),
            (980, 586),
        ],
        0.7,
    )
    cap = s.fill(snow, mix(PAPER, SLATE, 0.28))
    s.ink(s.lines(cap * 0.3, 18, 20, 0.3), mix(SLATE, PAPER, 0.45))
    # Grain bins and sacks.
    for x, w, h in ((1450, 350, 300), (2120, 360, 360)):
        heap = s.fill(
            blob(
                [
                    (x - 6, ground - h + 20),
                    (x + w * 0.3, ground - h - 76),
                    (x + w * 0.62, ground - h - 92),
                    (x + w + 6, ground - h + 20),
                ],
                0.8,
            ),
            BRASS,
        )
        s.ink(s.lines(heap * 0.4, 15, 30, 0.5), deep(OCHRE, 0.2))
        bin_ = s.fill(box(x, ground - h, w, h - 30), mix(OCHRE, MADDER, 0.35))
        s.ink(s.lines(bin_ * 0.36, 60, 0, 0.1), deep(OCHRE, 0.6))
    for x, y in ((1885, ground - 30), (2020, ground - 30)):
        sack = s.fill(
            blob(
                [
                    (x - 92, y),
                    (x - 100, y - 120),
                    (x - 70, y - 196),
                    (x - 20, y - 222),
                    (x - 44, y - 270),
                    (x + 44, y - 270),
                    (x + 20, y - 222),
                    (x + 70, y - 196),
                    (x + 96, y - 110),
                    (x + 90, y),
                ],
                0.8,
            ),
            mix(BRASS, OCHRE, 0.4),
        )
        s.ink(s.lines(sack * np.clip((s.x - x + 60) / 200, 0, 0.7), 16, 80, 0.3), deep(OCHRE, 0.4))
    # Snow on the ground.
    s.fill(
        blob(
            [
                (-60, ground - 10),
                (500, ground - 44),
                (1010, ground - 26),
                (1012, ground + 20),
                (500, ground + 22),
                (-60, ground + 30),
            ],
            0.8,
        ),
        mix(PAPER, SLATE, 0.28),
    )
    s.fill(
        blob(
            [
                (2590, ground - 26),
                (3100, ground - 46),
                (3660, ground - 16),
                (3660, ground + 30),
                (3100, ground + 20),
                (2588, ground + 20),
            ],
            0.8,
        ),
        mix(PAPER, SLATE, 0.28),
    )
    # Bunker.
    outer = box(1100, 1420, 1400, 720, 30)
    s.fill(outer, NIGHT)
    logs = [box(1116 + i * 62, 1430, 56, 60, 24) for i in range(22)]
    beam = s.shape(*logs)
    s.ink(beam, deep(OCHRE, 0.35))
    room = box(1150, 1490, 1300, 620)
    wall = s.fill(room, deep(OCHRE, 0.44))
    s.ink(s.lines(wall * 0.24, 62, 0, 0.15), deep(OCHRE, 0.75))
    light = wall * np.clip(1.25 - s.distance(lx, ly + 150, 1.25) / 720, 0, 1)
    s.ink(s.rings(np.clip(light * 1.05, 0, 0.9), lx, ly + 120, 24, 1.25), mix(BRASS, LAMP, 0.3))
    s.ink(s.rings(np.clip(light * 1.3 - 0.75, 0, 0.7), lx, ly + 120, 24, 1.25), pale(LAMP, 0.5))
    shaft = polygon((1220, ground - 30), (1400, ground - 30), (1400, 1492), (1220, 1492))
    s.fill(shaft, deep(OCHRE, 0.82))
    ladder = [
        polyline((1262, ground - 20), (1262, 2090)),
        polyline((1362, ground - 20), (1362, 2090)),
    ]
    ladder += [polyline((1262, y), (1362, y)) for y in range(ground + 40, 2080, 74)]
    s.ink(s.stroke(*ladder, width=17), deep(MADDER, 0.66))
    s.fill(
        polygon(
            (1190, ground - 30), (1226, ground - 30), (1140, ground - 236), (1104, ground - 230)
        ),
        mix(OCHRE, MADDER, 0.3),
    )
    # Table with paper, bench, lamp on its cord.
    s.ink(s.stroke(polyline((lx, 1490), (lx, 1610)), width=9), NIGHT)
    s.fill(
        blob(
            [(lx - 120, 1700), (lx - 70, 1626), (lx, 1604), (lx + 70, 1626), (lx + 120, 1700)], 0.7
        ),
        deep(MADDER, 0.6),
    )
    s.fill(disc(lx, 1702, 46, 40), pale(LAMP, 0.75))
    s.fill(box(1500, 1880, 640, 36, 6), deep(MADDER, 0.68))
    s.fill(box(1540, 1910, 34, 186), deep(MADDER, 0.72))
    s.fill(box(2066, 1910, 34, 186), deep(MADDER, 0.72))
    for x, w, tilt in ((1640, 170, -6), (1850, 190, 4)):
        s.fill(polygon((x, 1878), (x + 22, 1850 + tilt), (x + w + 20, 1850), (x + w, 1878)), PAPER)
    s.fill(box(1540, 2010, 150, 20, 4), deep(MADDER, 0.6))
    s.fill(box(2190, 1960, 210, 130, 8), deep(MADDER, 0.6))
    s.fill(box(1150, 2090, 1300, 24), deep(MADDER, 0.72))
    vignette(s, NIGHT, 0.7)
    return s.pull()


PICTURES = {
    "events/1944-partisan-war/forest.webp": forest,
    "events/1949-02-16-declaration/granary.webp": granary,
}
