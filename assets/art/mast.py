"""The television tower to scale."""

from __future__ import annotations

import math
import random
from functools import partial

import numpy as np
from effects import rolling, stars
from engraving import Sheet
from lettering import Letters, number
from palette import (
    ASH,
    BRASS,
    FLAG_RED,
    LAMP,
    MADDER,
    NIGHT,
    OCHRE,
    PAPER,
    SLATE,
    deep,
    mix,
    pale,
)
from PySide6.QtGui import QImage
from strokes import blob, box, disc, limb, polygon, polyline


def tower(lang: str, scale: float) -> QImage:
    """The television tower to scale, in a winter night with people at its foot."""
    lt = lang == "lt"
    s = Sheet(deep(SLATE, 0.6), scale, 74)
    foot, top, cx = 1990, 270, 1640
    metre = (foot - top) / 326.5
    s.ink(
        s.lines(np.clip((s.y - 200) / 2600, 0.04, 0.7) * np.ones_like(s.x), 32, -1, 1.3),
        mix(SLATE, NIGHT, 0.2),
    )
    near = s.glow(cx, foot, 900, 1.5)
    s.ink(s.rings(np.clip(near * 0.9, 0, 0.7) * (s.y < foot), cx, foot, 30, 1.5), deep(OCHRE, 0.18))
    s.ink(s.shape(stars(120, 1400, 9)), pale(SLATE, 0.6))
    trees = [
        polygon((x - 34, foot + 12), (x, foot - 50 - (x * 29 % 57)), (x + 34, foot + 12))
        for x in range(-20, 3640, 36)
        if abs(x - cx) > 480
    ]
    s.ink(s.shape(*trees), deep(SLATE, 0.78))
    snow = s.fill(rolling(foot + 8, 5, 3), deep(SLATE, 0.38))
    s.ink(
        s.lines(snow * np.clip(1.1 - s.distance(cx, foot, 2) / 1300, 0.1, 0.7), 22, 0, 0.7),
        mix(SLATE, PAPER, 0.35),
    )

    def up(metres: float) -> float:
        return foot - metres * metre

    shaft = polygon(
        (cx - 7.5 * metre, up(0)),
        (cx - 4.4 * metre, up(40)),
        (cx - 3.3 * metre, up(190)),
        (cx + 3.3 * metre, up(190)),
        (cx + 4.4 * metre, up(40)),
        (cx + 7.5 * metre, up(0)),
    )
    deck = polygon(
        (cx - 7 * metre, up(155)),
        (cx - 19 * metre, up(163)),
        (cx - 19 * metre, up(170)),
        (cx - 10 * metre, up(176)),
        (cx - 6 * metre, up(182)),
        (cx + 6 * metre, up(182)),
        (cx + 10 * metre, up(176)),
        (cx + 19 * metre, up(170)),
        (cx + 19 * metre, up(163)),
        (cx + 7 * metre, up(155)),
    )
    mast = polygon(
        (cx - 3 * metre, up(190)),
        (cx - 2.6 * metre, up(258)),
        (cx - 1.6 * metre, up(260)),
        (cx - 0.9 * metre, up(326.5)),
        (cx + 0.9 * metre, up(326.5)),
        (cx + 1.6 * metre, up(260)),
        (cx + 2.6 * metre, up(258)),
        (cx + 3 * metre, up(190)),
    )
    concrete = s.shape(shaft, deck)
    s.ink(concrete, mix(PAPER, SLATE, 0.42))
    s.ink(concrete * np.clip((s.x - cx) / 90, 0, 0.6), deep(SLATE, 0.35))
    s.ink(s.lines(s.shape(deck) * 0.4, 11, 0, 0.1), deep(SLATE, 0.3))
    steel = s.shape(mast)
    s.ink(steel, mix(MADDER, FLAG_RED, 0.2))
    bands = [box(cx - 40, up(190 + 22 * i), 80, 11 * metre) for i in range(1, 7, 1)]
    s.ink(s.shape(*bands) * steel, mix(PAPER, SLATE, 0.15))
    windows = s.shape(box(cx - 18 * metre, up(168.6), 36 * metre, 3.1 * metre))
    s.ink(windows, LAMP)
    s.ink(
        s.rings(
            np.clip(s.glow(cx, up(167), 190, 2) * 0.6, 0, 0.5) * (1 - concrete), cx, up(167), 18, 2
        ),
        BRASS,
    )
    for metres in (205, 262, 325):
        s.ink(s.rings(np.clip(s.glow(cx, up(metres), 56), 0, 0.8), cx, up(metres), 13), FLAG_RED)
        s.fill(disc(cx, up(metres), 9), mix(FLAG_RED, LAMP, 0.4))
    # Gediminas' Tower at the same scale, about 20 m.
    gx = cx + 560
    s.fill(
        polygon(
            (gx - 46, foot + 4),
            (gx - 40, foot - 46),
            (gx - 36, foot - 108),
            (gx + 36, foot - 108),
            (gx + 40, foot - 46),
            (gx + 46, foot + 4),
        ),
        mix(MADDER, OCHRE, 0.4),
    )
    s.fill(box(gx - 42, foot - 116, 84, 14), mix(MADDER, OCHRE, 0.55))
    s.ink(
        s.shape(
            *[box(gx - 24 + 20 * i, foot - 94 + 30 * j, 8, 16) for i in range(3) for j in range(2)]
        ),
        NIGHT,
    )
    # People around the foot: fires and small lights.
    dice = random.Random(13)
    crowd, lights = [], []
    for _ in range(330):
        angle, reach = dice.uniform(0, math.tau), dice.uniform(0.32, 1) ** 0.8
        x, y = cx + math.cos(angle) * reach * 640, foot + 62 + math.sin(angle) * reach * 96
        crowd.append(limb([(x, y), (x, y - 10)], [4.5, 3.2]))
        if dice.random() < 0.55:
            lights.append(disc(x + 6, y - 9, 5.5))
    s.ink(s.shape(*crowd), NIGHT)
    s.ink(s.shape(*lights), LAMP)
    for x, y in (
        (cx - 380, foot + 92),
        (cx + 300, foot + 110),
        (cx - 90, foot + 140),
        (cx + 520, foot + 60),
    ):
        s.ink(
            s.rings(np.clip(s.glow(x, y, 74, 1.7), 0, 0.8), x, y, 14, 1.7), mix(OCHRE, MADDER, 0.2)
        )
        s.fill(
            blob([(x - 15, y), (x - 5, y - 32), (x + 2, y - 17), (x + 9, y - 38), (x + 16, y)]),
            LAMP,
        )
    person = (gx + 230, foot + 4)
    s.fill(limb([person, (person[0], person[1] - 6.5)], [2.6, 1.9]), PAPER)
    image = s.pull(wobble=1.4)
    t = Letters(image, scale)
    rule = cx - 420
    t.stroke(polyline((rule, up(0)), (rule, up(326.5))), BRASS, 5)
    for metres in (0, 326.5):
        t.stroke(
            polyline((rule - 34, up(metres)), (cx - 60 if metres else rule + 34, up(metres))),
            BRASS,
            5,
        )
    t.write(
        rule - 60,
        up(163) - 10,
        number(326.5, lang, 1),
        230,
        LAMP,
        align="right",
        serif=True,
        bold=True,
        halo=None,
    )
    t.write(
        rule - 60,
        up(163) + 96,
        "metro" if lt else "metres",
        88,
        align="right",
        serif=True,
        halo=None,
    )
    t.stroke(polyline((cx + 116, up(167)), (cx + 330, up(192))), PAPER, 4)
    t.write(
        cx + 350, up(192) + 6, "Televizijos bokštas" if lt else "TV tower", 80, bold=True, halo=None
    )
    t.write(cx + 350, up(192) + 96, "Vilnius", 72, mix(PAPER, ASH, 0.2), halo=None)
    t.write(
        gx - 60,
        foot - 250,
        "Gedimino bokštas" if lt else "Gediminas' Tower".replace("'", "\u2019"),
        70,
        bold=True,
        halo=None,
    )
    t.stroke(polyline((gx, foot - 226), (gx, foot - 134)), PAPER, 4)
    t.stroke(polyline((person[0], person[1] - 22), (person[0] + 90, foot - 96)), PAPER, 4)
    t.write(person[0] + 104, foot - 84, "žmogus" if lt else "a person", 70, halo=None)
    t.done()
    return image


PICTURES = {
    f"events/{place}.{lang}.webp": partial(draw, lang)
    for place, draw in (("1991-01-13-tv-tower/tv-tower", tower),)
    for lang in ("lt", "en")
}
