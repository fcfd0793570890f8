"""The border post before dawn, and an island far away."""

from __future__ import annotations

import random

import numpy as np
from effects import rolling, stars, vignette
from engraving import Sheet
from palette import (
    ASH,
    BRASS,
    FLAG_GREEN,
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
from PySide6.QtGui import QImage
from strokes import (
    blob,
    box,
    curve,
    disc,
    placed,
    polygon,
    polyline,
)


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
        x, y = 1270 + i * 178, 2055 + abs(i - 3) * 7
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
    ridge = polygon(
        (250, sea_y),
        (520, 1330),
        (700, 1360),
        (960, 1130),
        (1120, 1210),
        (1400, 880),
        (1560, 1010),
        (1660, 960),
        (1900, 1230),
        (2030, 1180),
        (2290, 1390),
        (2440, 1400),
        (2640, sea_y),
    )
    rock = s.fill(ridge, deep(SLATE, 0.3))
    snow = [
        polygon(
            (1400, 880),
            (1560, 1010),
            (1660, 960),
            (1790, 1106),
            (1680, 1120),
            (1620, 1220),
            (1540, 1110),
            (1470, 1240),
            (1410, 1090),
            (1320, 1160),
            (1290, 1018),
        ),
        polygon((960, 1130), (1120, 1210), (1080, 1300), (1010, 1250), (940, 1310), (860, 1215)),
        polygon((2030, 1180), (2150, 1276), (2090, 1310), (2010, 1280), (1940, 1300), (1938, 1216)),
        polygon((520, 1330), (600, 1345), (560, 1400), (440, 1376)),
    ]
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
    "events/1991-02-11-iceland/letter.webp": letter,
    "events/1991-07-31-medininkai/post.webp": post,
}
