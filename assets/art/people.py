"""Pictures of people: the cover, the hall, the road, and the lights of those who are absent."""

from __future__ import annotations

import math
import random

import numpy as np
from effects import edge_light, rolling, vignette
from engraving import Sheet
from figures import BOY, CHILD, CROWD, Standing, chain, creases, head_and_shoulders, raised_hand
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
from PySide6.QtGui import QImage
from strokes import blob, box, disc, gouges, limb, placed, polygon, polyline, scatter


def cover(scale: float) -> QImage:
    """People hand in hand on a ridge before a dawn in three colours."""
    s = Sheet(deep(SLATE, 0.66), scale, 11)
    horizon = 1470
    # Sky: deep slate, opening towards the light.
    lift = np.clip(1 - (horizon - s.y) / 1350, 0, 1) * np.ones_like(s.x)
    near = s.glow(1800, 1330, 2000, 1.9)
    s.ink(s.lines(np.clip(lift * 0.9 + 0.03, 0, 1), 30, -1.2, 1.6), deep(SLATE, 0.28))
    s.ink(s.lines(np.clip(near * 1.5 - 0.35, 0, 0.85), 30, -1.2, 1.6), pale(SLATE, 0.16))
    # Dawn: three bands, cut as long level strokes that taper away from the light.
    for middle, half, reach, colour, seed in (
        (960, 105, 1750, mix(FLAG_YELLOW, LAMP, 0.3), 21),
        (1165, 105, 2150, mix(FLAG_GREEN, MOSS, 0.18), 22),
        (1385, 120, 2600, mix(FLAG_RED, MADDER, 0.25), 23),
    ):
        taper = np.sqrt(np.clip(1 - ((s.x - 1800) / reach) ** 2, 0, 1))
        edge = 46 * s.noise((620, 70), seed)
        band = np.clip((half * taper - np.abs(s.y - middle + edge * 0.7)) / 34 + 0.2, 0, 1)
        tone = band * (0.45 + 0.75 * taper)
        s.ink(
            np.clip(band * 1.5 - 0.5, 0, 1) * np.clip(taper * 1.6 - 0.55, 0, 1), deep(colour, 0.35)
        )
        s.ink(s.lines(tone, 25, -0.5, 0.8, seed), colour)
        s.ink(
            s.lines(np.clip(band * near * 1.1 - 0.42, 0, 0.6), 25, -0.5, 0.8, seed),
            pale(colour, 0.55),
        )
    # Far hills.
    far = s.fill(rolling(1440, 50, 5), deep(MOSS, 0.66))
    s.ink(s.lines(far * np.clip(1 - (s.y - 1400) / 330, 0, 1) * 0.4, 19, 3, 0.8), deep(MOSS, 0.2))
    far_chain = [
        Standing(CROWD[(i * 7) % 10], x, 1446 + 16 * np.sin(x / 340), 44)
        for i, x in enumerate(range(30, 3600, 21))
    ]
    s.ink(s.shape(*chain(far_chain)), deep(MADDER, 0.72))
    # The ridge and the people on it.
    ground = s.fill(rolling(1735, 30, 9), NIGHT)
    light = np.clip(1 - (s.y - 1700) / 430, 0, 1) * ground
    fan = np.clip(1.1 - np.abs(s.x - 1800) / 1900, 0.1, 1)
    s.ink(s.rays(light**1.5 * fan * 0.5, 1800, 900, 420), deep(OCHRE, 0.42))
    people = row()
    bodies = s.shape(*chain(people))
    s.ink(bodies, NIGHT)
    folds = s.shape(*[creases(one, i) for i, one in enumerate(people)])
    s.ink(folds * bodies, deep(MADDER, 0.62))
    edge_light(s, bodies, 9, mix(FLAG_RED, LAMP, 0.55), 1800)
    grass = gouges(scatter(1500, 0, 1700, 3600, 1800, 31), 95, 5, 90, 32, 16)
    s.ink(s.shape(grass), NIGHT)
    blades = gouges(scatter(420, 0, 1730, 3600, 1860, 33), 70, 3.5, 90, 34, 18)
    s.ink(s.shape(blades) * fan, deep(OCHRE, 0.25))
    return s.pull()


def row() -> list[Standing]:
    """Eleven neighbours across the sheet."""
    order = [
        CROWD[5],
        CROWD[6],
        CROWD[7],
        CROWD[1],
        CHILD,
        CROWD[0],
        CROWD[4],
        BOY,
        CROWD[3],
        CROWD[9],
        CROWD[8],
        CROWD[2],
        CROWD[1],
    ]
    x = -20.0
    people = []
    for i, person in enumerate(order):
        size = 900 + 22 * ((i * 5) % 3)
        people.append(Standing(person, x, 1770 + 12 * ((i * 3) % 4), size))
        after = order[i + 1] if i + 1 < len(order) else person
        x += 150 + 160 * (person.height + after.height) / 2
    return people


def hall(scale: float) -> QImage:
    """A full hall seen from behind; hands go up against the light of the stage."""
    s = Sheet(deep(MADDER, 0.6), scale, 12)
    lx, ly = 1800, 760
    light = np.clip(1.12 - s.distance(lx, ly, 1.15) / 2100, 0, 1)
    s.ink(s.rays(np.clip(light * 1.1 - 0.12, 0, 0.9), lx, ly, 210), mix(MADDER, OCHRE, 0.25))
    s.ink(s.rays(np.clip(light * 1.6 - 0.72, 0, 0.9), lx, ly, 210), mix(BRASS, OCHRE, 0.2))
    s.ink(s.rays(np.clip(light * 2.4 - 1.6, 0, 0.95), lx, ly, 210), mix(LAMP, BRASS, 0.1))
    # The presidium: a long table and nine small figures.
    s.ink(
        s.shape(
            *[placed(head_and_shoulders("short", i), 1240 + i * 140, 1010, 118) for i in range(9)]
        ),
        mix(OCHRE, MADDER, 0.55),
    )
    s.fill(box(1120, 1080, 1360, 180), deep(MADDER, 0.2))
    dice = random.Random(77)
    hair = ("short", "bob", "short", "short", "bun", "short", "long", "short")
    rows = (
        (1270, 140, mix(MADDER, OCHRE, 0.45)),
        (1390, 190, MADDER),
        (1540, 260, deep(MADDER, 0.3)),
        (1750, 350, deep(MADDER, 0.58)),
        (2040, 470, deep(MADDER, 0.88)),
    )
    for row, (level, size, colour) in enumerate(rows):
        forms = []
        step = size * 1.16
        count = int(3600 / step) + 2
        for i in range(count):
            x = (i - 0.5 + 0.5 * (row % 2)) * step + dice.uniform(-0.08, 0.08) * size
            y = level + dice.uniform(-0.09, 0.09) * size
            forms.append(
                placed(head_and_shoulders(dice.choice(hair), i), x, y, size, dice.uniform(-4, 4))
            )
            if dice.random() < (0.6, 0.62, 0.6, 0.62, 0.75)[row]:
                side = dice.choice((-1, 1))
                reach = size * dice.uniform(1.55, 1.95)
                forms.append(
                    placed(
                        raised_hand(dice.choice(("open", "closed"))),
                        x + side * size * 0.56,
                        y + size * 0.5,
                        reach,
                        side * dice.uniform(-4, 11),
                        side > 0,
                    )
                )
        mass = s.shape(*forms)
        s.ink(mass, colour)
        edge_light(s, mass, 4 + size / 62, mix(BRASS, LAMP, 0.3), lx)
        if row > 1:
            folds = mass * np.clip(0.3 - s.distance(lx, ly) / 6000, 0, 0.3)
            s.ink(
                s.cuts(folds * (s.y > level + size * 0.3), s.x / 24 + s.noise(200, row), 24, 0.8),
                deep(MADDER, 0.45),
            )
    vignette(s, NIGHT, 0.8)
    return s.pull()


def road(scale: float) -> QImage:
    """The chain along a road at dusk, out to the horizon."""
    s = Sheet(mix(deep(SLATE, 0.4), MADDER, 0.12), scale, 13)
    vx, vy = 2480, 1090
    sky = np.clip(1.1 - s.distance(vx, vy, 1.5) / 2500, 0, 1) * (s.y < vy + 20)
    s.ink(s.lines(np.clip(sky * 0.9 - 0.05, 0, 0.8), 32, -1, 1.5), mix(SLATE, MADDER, 0.3))
    s.ink(s.lines(np.clip(sky * 1.5 - 0.45, 0, 0.9), 32, -1, 1.5), mix(MADDER, OCHRE, 0.45))
    s.ink(s.lines(np.clip(sky * 2.0 - 1.05, 0, 0.95), 32, -1, 1.5), mix(BRASS, LAMP, 0.4))
    s.fill(disc(vx + 60, vy - 40, 150), pale(LAMP, 0.3))
    far = s.fill(rolling(vy - 6, 22, 4), deep(MOSS, 0.6))
    woods = [
        polygon((x - 44, vy + 20), (x, vy - 30 - dice), (x + 44, vy + 20))
        for x, dice in [(x, (x * 37) % 71) for x in range(-30, 3660, 47)]
        if abs(x - vx) > 250
    ]
    s.ink(s.shape(*woods), deep(MOSS, 0.74))
    field = far * np.clip(1.2 - s.distance(vx, vy) / 2600, 0.1, 0.7)
    s.ink(s.rays(field * (s.y > vy + 10), vx, vy - 30, 260), mix(MOSS, OCHRE, 0.35))
    way = s.fill(polygon((vx + 4, vy), (vx + 30, vy), (4200, 2400), (1500, 2400)), deep(ASH, 0.25))
    s.ink(
        s.rays(way * np.clip(1.1 - (s.y - vy) / 1100, 0.12, 0.85), vx + 16, vy - 8, 420),
        mix(BRASS, MADDER, 0.35),
    )
    dashes = [
        polygon(
            (vx + 14 + 330 * t, vy + 1250 * t),
            (vx + 20 + 354 * t, vy + 1250 * t),
            (vx + 22 + 380 * t * 1.12, vy + 1250 * t * 1.12),
            (vx + 14 + 352 * t * 1.12, vy + 1250 * t * 1.12),
        )
        for t in [0.8**i for i in range(14)]
    ]
    s.ink(s.shape(*dashes), mix(PAPER, OCHRE, 0.3))
    order = [CROWD[i] for i in (0, 1, 5, 4)] + [CHILD] + [CROWD[i] for i in (8, 7, 3, 2, 6)] + [BOY]
    people = []
    shrink, size = 0.868, 1020.0
    for i in range(30):
        person = order[i % len(order)]
        people.append(Standing(person, vx - 2.62 * size + 10, vy + 1.2 * size, size))
        size *= shrink
    parts = chain(people)
    bodies = s.shape(*parts)
    shadow = s.shape(
        *[
            placed(blob([(-0.12, 0), (0.12, 0), (-0.2, 0.5), (-0.44, 0.5)]), one.x, one.y, one.tall)
            for one in people
        ]
    )
    s.ink(s.lines(shadow * 0.7, 22, 0, 0.6), NIGHT)
    # Flags held up, 1:2.
    for index, lean in ((3, -4), (9, 5), (14, 0)):
        one = people[index]
        fx, fy, tall = one.x - one.tall * 0.16, one.y - one.tall * 0.62, one.tall
        s.ink(
            s.stroke(polyline((fx, fy), (fx + lean, fy - tall * 0.98)), width=max(4, tall / 62)),
            NIGHT,
        )
        for band, colour in enumerate((FLAG_YELLOW, FLAG_GREEN, FLAG_RED)):
            h = tall * 0.27 / 3
            top = fy - tall * 0.97 + band * h
            upper = [
                (fx + lean + tall * 0.54 * t, top + math.sin(t * 6) * tall * 0.025)
                for t in [k / 16 for k in range(17)]
            ]
            s.fill(
                polygon(*upper, *[(x, y + h + 1) for x, y in reversed(upper)]),
                mix(colour, PAPER, 0.03),
            )
    s.ink(bodies, NIGHT)
    folds = s.shape(*[creases(one, i) for i, one in enumerate(people[:8])])
    s.ink(folds * bodies, deep(MADDER, 0.6))
    edge_light(s, bodies * (s.x < vx - 300), 9, mix(LAMP, MADDER, 0.3), vx)
    grass = gouges(scatter(700, -100, 2120, 1400, 2420, 5), 120, 6, 90, 6, 18)
    s.ink(s.shape(grass) * (s.y > vy + 1.13 * (vx - s.x) / 2.62), NIGHT)
    blades = gouges(scatter(400, -100, 2100, 1480, 2420, 7), 90, 4, 90, 8, 20)
    s.ink(s.shape(blades), mix(MOSS, OCHRE, 0.3))
    vignette(s, NIGHT, 0.7)
    return s.pull()


def absence(scale: float) -> QImage:
    """208 small lights, one for each thousand people; 195 are out."""
    s = Sheet(NIGHT, scale, 14)
    columns, rows, step = 16, 13, 142
    left, top = 1800 - (columns - 1) * step / 2, 1200 - (rows - 1) * step / 2
    places = [
        (left + (i % columns) * step, top + i // columns * step) for i in range(columns * rows)
    ]
    lit = set(random.Random(1941).sample(range(len(places)), 13))
    out = [disc(x, y, 25) for i, (x, y) in enumerate(places) if i not in lit]
    cold = s.shape(*out)
    s.ink(cold, deep(ASH, 0.5))
    s.ink(s.lines(cold * 0.42, 11, 0, 0.1), deep(ASH, 0.2))
    s.ink(s.stroke(*out, width=5), ASH)
    s.ink(
        s.shape(
            *[
                limb([(x, y - 8), (x + 5, y - 22)], [3.4, 2.4])
                for i, (x, y) in enumerate(places)
                if i not in lit
            ]
        ),
        NIGHT,
    )
    for i in sorted(lit):
        x, y = places[i]
        halo = np.clip(1 - s.distance(x, y) / 128, 0, 1)
        s.ink(s.rings(np.clip(halo * 0.9, 0, 0.7), x, y, 15), deep(OCHRE, 0.12))
        s.fill(disc(x, y, 30), mix(BRASS, LAMP, 0.55))
        s.fill(disc(x, y, 17), pale(LAMP, 0.6))
    return s.pull(wobble=1.6)


PICTURES = {
    "media/cover.webp": cover,
    "events/1941-06-24-holocaust/absence.webp": absence,
    "events/1988-06-03-sajudis/hall.webp": hall,
    "events/1989-08-23-baltic-way/baltic-way-poster.webp": road,
}
