"""A ballot box and a wireless set, each in one light."""

from __future__ import annotations

import numpy as np
from effects import vignette
from engraving import Sheet
from palette import (
    ASH,
    BRASS,
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
from PySide6.QtGui import QImage, QPainterPath
from strokes import (
    box,
    curve,
    disc,
    polygon,
    polyline,
)


def ballot(scale: float) -> QImage:
    """A ballot box with a single slip and a long shadow."""
    s = Sheet(deep(MADDER, 0.42), scale, 21)
    floor = 1290
    # Wall, lit from the upper left.
    wall = np.clip(1.15 - s.distance(420, 300) / 3000, 0, 1)
    s.ink(s.rays(np.clip(wall - 0.12, 0, 0.85), 300, -200, 620), mix(MADDER, OCHRE, 0.3))
    ground = s.fill(polygon((0, floor), (3600, floor), (3600, 2400), (0, 2400)), deep(OCHRE, 0.34))
    lit = ground * np.clip(1.3 - s.distance(900, 1500) / 2300, 0, 1)
    s.ink(s.lines(np.clip(lit, 0, 0.8), 30, 0.5, 0.5), mix(OCHRE, BRASS, 0.75))
    s.ink(s.lines(np.clip(lit - 0.35, 0, 0.6), 30, 0.5, 0.5), pale(BRASS, 0.4))
    # The box: front, side in shade, top.
    x0, x1, top, foot = 1330, 2060, 1010, 1790
    dx, dy = 340, -190
    shadow = polygon(
        (x0 + 30, foot),
        (x1, foot + 10),
        (x1 + dx, foot + dy + 30),
        (3900, 1990),
        (3900, 2210),
        (2500, 2120),
    )
    shade = s.shape(shadow)
    s.ink(shade, deep(OCHRE, 0.84))
    s.ink(s.lines(shade * 0.3, 26, 12, 0.4), deep(OCHRE, 0.6))
    front = s.fill(polygon((x0, top), (x1, top), (x1, foot), (x0, foot)), mix(MADDER, OCHRE, 0.45))
    side = s.fill(
        polygon((x1, top), (x1 + dx, top + dy), (x1 + dx, foot + dy), (x1, foot)),
        deep(MADDER, 0.66),
    )
    lid = s.fill(
        polygon((x0 - 26, top), (x0 + dx - 26, top + dy), (x1 + dx + 26, top + dy), (x1 + 26, top)),
        mix(BRASS, OCHRE, 0.35),
    )
    s.fill(
        polygon((x0 - 26, top), (x1 + 26, top), (x1 + 26, top + 62), (x0 - 26, top + 62)),
        mix(MADDER, OCHRE, 0.75),
    )
    s.fill(
        polygon(
            (x1 + 26, top),
            (x1 + dx + 26, top + dy),
            (x1 + dx + 26, top + dy + 62),
            (x1 + 26, top + 62),
        ),
        deep(MADDER, 0.5),
    )
    s.ink(
        s.lines(front * np.clip(1.0 - (s.x - x0) / 900, 0.1, 0.8), 22, 88, 0.9, 31),
        mix(OCHRE, BRASS, 0.6),
    )
    s.ink(s.lines(side * 0.3, 22, 88, 0.9, 32), mix(MADDER, OCHRE, 0.2))
    s.ink(
        s.lines(lid * np.clip(1.1 - s.distance(1300, 800) / 1000, 0.15, 0.8), 16, -1, 0.4),
        pale(BRASS, 0.45),
    )
    # A padlock and clasp.
    s.fill(box(1648, top - 6, 96, 150, 8), deep(ASH, 0.35))
    s.ink(
        s.stroke(
            curve([(1668, 1180), (1668, 1120), (1696, 1096), (1724, 1120), (1724, 1180)]), width=20
        ),
        pale(ASH, 0.3),
    )
    s.fill(box(1632, 1164, 128, 116, 16), BRASS)
    s.fill(disc(1696, 1212, 15), NIGHT)
    s.fill(polygon((1690, 1212), (1702, 1212), (1708, 1252), (1684, 1252)), NIGHT)
    # Slot and the slip that stands in it.
    s.fill(polygon((1500, 930), (2180, 930), (2200, 906), (1520, 906)), NIGHT)
    slip = polygon((1590, 924), (1706, 470), (2196, 560), (2098, 924))
    paper = s.fill(slip, pale(PAPER, 0))
    s.ink(
        s.lines(paper * np.clip((s.x - 1760) / 560, 0, 0.55), 17, -76, 0.2), mix(PAPER, OCHRE, 0.5)
    )
    fold = polygon((1706, 470), (2196, 560), (2172, 648))
    s.fill(fold, mix(PAPER, OCHRE, 0.32))
    for i, length in enumerate((0.86, 0.86, 0.6)):
        y = 660 + i * 62
        left = 1690 - i * 14
        s.ink(
            s.stroke(polyline((left, y), (left + 430 * length, y + 40 * length)), width=13),
            deep(SLATE, 0.3),
            0.85,
        )
    s.ink(s.rim(front, -1, 0, 12), LAMP, 0.5)
    vignette(s, NIGHT, 0.75)
    return s.pull()


def radio(scale: float) -> QImage:
    """A wireless set of the 1940s, its dial the only light in the room."""
    s = Sheet(deep(MADDER, 0.76), scale, 23)
    dial_x = 1800
    air = np.clip(1.12 - s.distance(1800, 1250) / 2050, 0, 1)
    s.ink(s.rings(np.clip(air * 0.95 - 0.12, 0, 0.75), 1800, 1250, 36), deep(MADDER, 0.3))
    s.fill(polygon((0, 2010), (3600, 2010), (3600, 2400), (0, 2400)), deep(MADDER, 0.72))
    table = (s.y > 2010) * np.clip(1.15 - s.distance(1800, 2010, 2.4) / 1700, 0, 1)
    s.ink(s.lines(table * 0.8, 24, 0, 0.6), deep(OCHRE, 0.15))
    # Cabinet with an arched top.
    cabinet = QPainterPath()
    cabinet.moveTo(980, 2030)
    cabinet.lineTo(980, 1050)
    cabinet.cubicTo(980, 520, 1280, 380, 1800, 380)
    cabinet.cubicTo(2320, 380, 2620, 520, 2620, 1050)
    cabinet.lineTo(2620, 2030)
    cabinet.closeSubpath()
    wood = s.fill(cabinet, mix(MADDER, OCHRE, 0.32))
    grain = np.clip(0.36 + 0.35 * s.noise((900, 46), 7) - (s.y - 380) / 6000, 0, 1)
    s.ink(
        s.cuts(wood * grain, s.y / 20 + 1.4 * s.noise((700, 240), 12), 20, 1.1), deep(MADDER, 0.45)
    )
    s.ink(np.clip(wood - s.shift(wood, 26, 20), 0, 1), pale(OCHRE, 0.25))
    s.ink(np.clip(wood - s.shift(wood, -30, 0), 0, 1), deep(MADDER, 0.7))
    s.fill(box(930, 2000, 1740, 56, 14), deep(MADDER, 0.5))
    # Speaker cloth behind three ribs.
    mouth = QPainterPath()
    mouth.moveTo(1200, 1330)
    mouth.lineTo(1200, 1080)
    mouth.cubicTo(1200, 680, 1400, 570, 1800, 570)
    mouth.cubicTo(2200, 570, 2400, 680, 2400, 1080)
    mouth.lineTo(2400, 1330)
    mouth.closeSubpath()
    s.ink(s.stroke(mouth, width=44), deep(MADDER, 0.62))
    cloth = s.fill(mouth, deep(OCHRE, 0.5))
    s.ink(s.lines(cloth * 0.42, 22, 45, 0.1), mix(OCHRE, BRASS, 0.4))
    s.ink(s.lines(cloth * 0.42, 22, -45, 0.1), mix(OCHRE, BRASS, 0.2))
    cone = cloth * np.clip(1 - np.abs(s.distance(1800, 1010) - 250) / 90, 0, 1)
    s.ink(s.rings(cone * 0.55, 1800, 1010, 22), deep(OCHRE, 0.72))
    ribs = [box(x - 24, 560, 48, 780) for x in (1500, 1700, 1900, 2100)]
    rib = s.shape(*ribs) * cloth
    s.ink(rib, mix(MADDER, OCHRE, 0.25))
    s.ink(np.clip(rib - s.shift(rib, 12, 0), 0, 1), pale(OCHRE, 0.2))
    # The dial, lit.
    s.ink(s.stroke(box(1180, 1430, 1240, 330, 60), width=40), deep(MADDER, 0.66))
    glass = s.fill(box(1180, 1430, 1240, 330, 60), mix(LAMP, BRASS, 0.25))
    hot = glass * np.clip(1.15 - s.distance(dial_x, 1600, 1.9) / 760, 0, 1)
    s.ink(s.rings(np.clip(hot, 0, 0.9), dial_x, 1600, 24, 1.6), pale(LAMP, 0.7))
    marks = []
    for row, y in enumerate((1500, 1590, 1680)):
        for i in range(25):
            x = 1250 + i * 46
            tall = 30 if i % 4 == row else 15
            marks.append(box(x, y - tall, 7, tall))
        marks.append(box(1245, y + 4, 1112, 6))
    s.ink(s.shape(*marks), deep(MADDER, 0.55))
    s.ink(s.shape(box(1962, 1450, 12, 292)), mix(MADDER, LAMP, 0.05))
    for x in (1330, 1800, 2270):
        s.fill(disc(x, 1890, 82), deep(MADDER, 0.8))
        knob = s.fill(disc(x - 5, 1882, 72), deep(OCHRE, 0.55))
        s.ink(s.rings(knob * 0.45, x, 1882, 18), BRASS)
        s.fill(box(x - 8, 1818, 12, 44), LAMP)
    # Light spilt on the table.
    spill = (s.y > 2056) * np.clip(1 - s.distance(1800, 2056, 3.2) / 900, 0, 1)
    s.ink(s.lines(np.clip(spill, 0, 0.7), 20, 0, 0.5), BRASS)
    vignette(s, NIGHT, 0.7)
    return s.pull()


PICTURES = {
    "events/1940-07-14-annexation/ballot.webp": ballot,
    "events/1941-06-22-uprising/radio.webp": radio,
}
