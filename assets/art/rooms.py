"""Indoor still lifes: each lit by one lamp."""

from __future__ import annotations

import math

import numpy as np
from effects import vignette
from engraving import Sheet
from palette import (
    ASH, BRASS, LAMP, MADDER, MOSS, NIGHT, OCHRE, PAPER, SLATE, deep, mix, pale,
)  # fmt: skip
from PySide6.QtGui import QImage, QPainterPath
from strokes import (
    blob, box, curve, disc, gouges, joined, joined_loose, limb, placed, polygon, polyline, scatter,
)  # fmt: skip


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
    shadow = polygon((x0 + 30, foot), (x1, foot + 10), (x1 + dx, foot + dy + 30), (3900, 1990),
                     (3900, 2210), (2500, 2120))  # fmt: skip
    shade = s.shape(shadow)
    s.ink(shade, deep(OCHRE, 0.84))
    s.ink(s.lines(shade * 0.3, 26, 12, 0.4), deep(OCHRE, 0.6))
    front = s.fill(polygon((x0, top), (x1, top), (x1, foot), (x0, foot)), mix(MADDER, OCHRE, 0.45))
    side = s.fill(polygon((x1, top), (x1 + dx, top + dy), (x1 + dx, foot + dy), (x1, foot)),
                  deep(MADDER, 0.66))  # fmt: skip
    lid = s.fill(polygon((x0 - 26, top), (x0 + dx - 26, top + dy), (x1 + dx + 26, top + dy),
                         (x1 + 26, top)), mix(BRASS, OCHRE, 0.35))  # fmt: skip
    s.fill(polygon((x0 - 26, top), (x1 + 26, top), (x1 + 26, top + 62), (x0 - 26, top + 62)),
           mix(MADDER, OCHRE, 0.75))  # fmt: skip
    s.fill(polygon((x1 + 26, top), (x1 + dx + 26, top + dy), (x1 + dx + 26, top + dy + 62),
                   (x1 + 26, top + 62)), deep(MADDER, 0.5))  # fmt: skip
    s.ink(s.lines(front * np.clip(1.0 - (s.x - x0) / 900, 0.1, 0.8), 22, 88, 0.9, 31),
          mix(OCHRE, BRASS, 0.6))  # fmt: skip
    s.ink(s.lines(side * 0.3, 22, 88, 0.9, 32), mix(MADDER, OCHRE, 0.2))
    s.ink(s.lines(lid * np.clip(1.1 - s.distance(1300, 800) / 1000, 0.15, 0.8), 16, -1, 0.4),
          pale(BRASS, 0.45))  # fmt: skip
    # A padlock and clasp.
    s.fill(box(1648, top - 6, 96, 150, 8), deep(ASH, 0.35))
    s.ink(s.stroke(curve([(1668, 1180), (1668, 1120), (1696, 1096), (1724, 1120), (1724, 1180)]),
                   width=20), pale(ASH, 0.3))  # fmt: skip
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
        s.ink(s.stroke(polyline((left, y), (left + 430 * length, y + 40 * length)), width=13),
              deep(SLATE, 0.3), 0.85)  # fmt: skip
    s.ink(s.rim(front, -1, 0, 12), LAMP, 0.5)
    vignette(s, NIGHT, 0.75)
    return s.pull()


def legation(scale: float) -> QImage:
    """A desk with lamp and sealed letter; behind it a door that stays open."""
    s = Sheet(deep(SLATE, 0.6), scale, 22)
    s.ink(s.lines(np.clip(0.55 - s.distance(1250, 1000) / 3600, 0.06, 0.5), 30, 90, 0.3),
          deep(SLATE, 0.38))  # fmt: skip
    # The open door and the light it lets in.
    frame = polygon((2020, 330), (2620, 330), (2620, 1600), (2020, 1600))
    s.fill(polygon((1960, 270), (2680, 270), (2680, 1600), (1960, 1600)), deep(OCHRE, 0.62))
    opening = s.fill(frame, mix(BRASS, LAMP, 0.45))
    s.ink(s.rays(opening * np.clip(1.2 - s.distance(2320, 1100) / 900, 0.1, 0.9), 2320, 1180, 150),
          pale(LAMP, 0.55))  # fmt: skip
    leaf = polygon((2620, 330), (3010, 180), (3010, 1820), (2620, 1600))
    door = s.fill(leaf, deep(MADDER, 0.5))
    s.ink(s.lines(door * np.clip(1.0 - (s.x - 2620) / 420, 0.08, 0.7), 22, 90, 0.5), MADDER)
    for y0, y1, y2, y3 in ((400, 315, 960, 930), (1030, 1050, 1690, 1560)):
        s.ink(s.stroke(polygon((2690, y0), (2935, y1), (2935, y2), (2690, y3)), width=12),
              mix(MADDER, OCHRE, 0.5))  # fmt: skip
    s.fill(disc(2664, 1010, 24), LAMP)
    beam = s.shape(polygon((2020, 1600), (2620, 1600), (2240, 2400), (760, 2400)))
    s.fill(polygon((0, 1600), (2620, 1600), (3010, 1820), (2660, 1600), (3600, 1600), (3600, 2400),
                   (0, 2400)), deep(SLATE, 0.74))  # fmt: skip
    s.ink(s.shape(leaf), deep(MADDER, 0.5))
    s.ink(s.lines(door * np.clip(1.0 - (s.x - 2620) / 420, 0.08, 0.7), 22, 90, 0.5), MADDER)
    s.ink(beam * 0.8, deep(OCHRE, 0.25))
    s.ink(s.lines(beam * 0.5, 26, 0, 0.4), BRASS)
    # Lamp light on the wall.
    lamp_x, lamp_y = 1080, 940
    cone = np.clip(1.1 - s.distance(lamp_x, lamp_y + 130, 1.1) / 1000, 0, 1)
    above = (s.y < 1600) * (s.x < 1960)
    s.ink(s.rings(np.clip(cone * 1.1 - 0.1, 0, 0.8) * above, lamp_x, lamp_y + 60, 30, 1.1),
          mix(OCHRE, SLATE, 0.15))  # fmt: skip
    # Desk.
    desk = s.fill(polygon((330, 1690), (2330, 1640), (3130, 2400), (-200, 2400), (-200, 1990)),
                  deep(MADDER, 0.3))  # fmt: skip
    pool = desk * np.clip(1.25 - s.distance(1180, 1850, 2.1) / 1150, 0, 1)
    s.ink(s.lines(desk * 0.34, 26, -3, 1.2, 44), mix(MADDER, OCHRE, 0.25))
    s.ink(s.rings(np.clip(pool, 0, 0.85), 1120, 1760, 26, 2.2), mix(OCHRE, BRASS, 0.5))
    # The lamp: foot, stem, shade.
    s.fill(disc(lamp_x, 1772, 200, 52), deep(BRASS, 0.72))
    foot = s.fill(disc(lamp_x, 1752, 190, 48), BRASS)
    s.ink(s.lines(foot * 0.4, 14, 0, 0.2), LAMP)
    stem = s.fill(limb([(lamp_x, 1750), (lamp_x + 4, 1500), (lamp_x, 1120)], [40, 19, 20]), BRASS)
    s.ink(s.shift(stem, 9, 0) * stem * 0.0, NIGHT)
    s.ink(np.clip(stem - s.shift(stem, -14, 0), 0, 1), deep(BRASS, 0.6))
    shade = blob([(lamp_x - 440, 1080), (lamp_x - 400, 930), (lamp_x - 270, 800), (lamp_x, 752),
                  (lamp_x + 270, 800), (lamp_x + 400, 930), (lamp_x + 440, 1080),
                  (lamp_x, 1098)], 0.8)  # fmt: skip
    glass = s.fill(shade, mix(MOSS, SLATE, 0.2))
    s.ink(s.rings(glass * np.clip((s.y - 740) / 420, 0.12, 0.85), lamp_x, 1260, 20, 1.5),
          pale(MOSS, 0.5))  # fmt: skip
    s.fill(disc(lamp_x, 1084, 436, 40), LAMP)
    s.fill(disc(lamp_x, 1076, 400, 22), pale(LAMP, 0.6))
    s.fill(disc(lamp_x, 744, 30), BRASS)
    # The letter, sealed.
    letter = polygon((1370, 1800), (2080, 1772), (2290, 2050), (1500, 2098))
    s.ink(s.shape(letter, offset=(26, 34)), deep(MADDER, 0.8))
    sheet = s.fill(letter, PAPER)
    s.ink(
        s.lines(sheet * np.clip((s.x - 1650) / 1200, 0, 0.5), 17, 55, 0.2), mix(PAPER, OCHRE, 0.6)
    )
    flap = [(1370, 1800), (1856, 1968), (2080, 1772)]
    s.ink(s.stroke(polyline(*flap), width=9), deep(OCHRE, 0.3))
    s.ink(s.stroke(polyline((1500, 2098), (1770, 1938)), width=7), mix(OCHRE, PAPER, 0.3))
    s.ink(s.stroke(polyline((2290, 2050), (1940, 1898)), width=7), mix(OCHRE, PAPER, 0.3))
    wax = blob([(1780, 1950), (1815, 1912), (1876, 1908), (1930, 1936), (1936, 1978), (1890, 2010),
                (1826, 2008), (1788, 1988)])  # fmt: skip
    s.fill(wax, mix(MADDER, deep(MADDER), 0.1))
    s.ink(s.stroke(disc(1858, 1958, 46, 32), width=8), pale(MADDER, 0.3))
    # A pen.
    s.fill(limb([(640, 2060), (900, 2010), (1190, 1946)], [13, 20, 12]), NIGHT)
    s.fill(polygon((1190, 1932), (1272, 1930), (1196, 1958)), LAMP)
    vignette(s, NIGHT, 0.6)
    return s.pull()


def radio(scale: float) -> QImage:
    """A wireless set of the 1940s, its dial the only light in the room."""
    s = Sheet(deep(MADDER, 0.76), scale, 23)
    dial_x, dial_y = 1800, 1660
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


def typewriter(scale: float) -> QImage:
    """A typewriter and its carbon copies under a lamp."""
    s = Sheet(deep(SLATE, 0.7), scale, 24)
    lamp = (1830, 230)
    # The cone of light.
    cone = polygon((1560, 330), (2100, 330), (3260, 2400), (400, 2400))
    lit = s.shape(cone) * np.clip(1.2 - s.distance(*lamp) / 2500, 0, 1)
    s.ink(s.shape(cone) * 0.55, deep(OCHRE, 0.4))
    s.ink(s.rays(np.clip(lit * 0.8, 0, 0.8), lamp[0], lamp[1] - 60, 300), deep(OCHRE, 0.06))
    s.ink(s.stroke(polyline((1830, -20), (1830, 190)), width=16), NIGHT)
    s.fill(blob([(1510, 352), (1580, 210), (1740, 130), (1830, 118), (1920, 130), (2080, 210),
                 (2150, 352), (1830, 372)], 0.8), mix(MOSS, NIGHT, 0.3))  # fmt: skip
    s.fill(disc(1830, 356, 300, 30), LAMP)
    # Table.
    table = s.fill(polygon((0, 1790), (3600, 1790), (3600, 2400), (0, 2400)), deep(MADDER, 0.5))
    glow = table * np.clip(1.2 - s.distance(1850, 1900, 2.6) / 1600, 0, 1)
    s.ink(s.lines(np.clip(glow, 0, 0.85), 25, 0, 0.7), mix(OCHRE, MADDER, 0.25))
    # Carbon copies, stacked: paper and blue-black carbon in turn.
    for i in range(7):
        x, y = 170 + i * 16, 2060 - i * 30
        carbon = i % 2 == 0
        leaf = polygon((x, y), (x + 640, y - 70), (x + 860, y + 90), (x + 190, y + 190))
        s.ink(s.shape(leaf, offset=(10, 18)), deep(MADDER, 0.82))
        sheet = s.fill(leaf, deep(SLATE, 0.55) if carbon else mix(PAPER, OCHRE, 0.18))
        s.ink(s.lines(sheet * 0.22, 18, -6, 0.2), SLATE if carbon else mix(PAPER, OCHRE, 0.5))
    type_lines = [polyline((400 + i * 36, 1884 + i * 30), (820 + i * 36, 1838 + i * 30))
                  for i in range(5)]  # fmt: skip
    s.ink(s.stroke(*type_lines, width=9, dash=(2.5, 1.2), round_=False), deep(SLATE, 0.5))
    # Sheets in the roller, one behind another.
    for i, colour in enumerate(
        (deep(SLATE, 0.45), mix(PAPER, OCHRE, 0.35), deep(SLATE, 0.3), PAPER)
    ):
        lean = (3 - i) * 34
        leaf = polygon((1420 + lean, 1240), (1400 + lean * 1.6, 560 - lean * 0.7),
                       (2210 + lean * 1.6, 560 - lean * 0.7), (2230 + lean, 1240))  # fmt: skip
        page = s.fill(leaf, colour)
    s.ink(
        s.lines(page * np.clip(0.5 - (s.x - 1400) / 1400, 0, 0.5), 18, 84, 0.2),
        mix(PAPER, OCHRE, 0.5),
    )
    text = []
    widths = (0.55, 1, 0.96, 1, 0.7, 0, 1, 0.94, 1, 0.38)
    for i, part in enumerate(widths):
        if part:
            text.append(polyline((1500, 650 + i * 54), (1500 + 620 * part, 650 + i * 54)))
    s.ink(
        s.stroke(*text, width=17, dash=(2.1, 0.8, 1.1, 0.7, 3, 0.9), round_=False),
        deep(SLATE, 0.62),
    )
    # Roller and carriage.
    s.fill(box(1130, 1200, 1400, 150, 40), deep(ASH, 0.68))
    roller = s.shape(box(1240, 1210, 1180, 110, 40))
    s.ink(s.lines(roller * np.clip(1.1 - (s.y - 1200) / 130, 0, 0.9), 13, 0, 0.1), pale(ASH, 0.35))
    for x, flip in ((1085, 1), (2575, -1)):
        s.fill(box(x - 45, 1180, 90, 180, 26), deep(ASH, 0.5))
        knob = s.fill(box(x - 40 - 40 * flip, 1206, 80, 128, 20), ASH)
        s.ink(s.lines(knob * 0.5, 13, 90, 0), pale(ASH, 0.4))
    s.ink(s.stroke(polyline((1100, 1180), (960, 1010), (900, 1020)), width=24), pale(ASH, 0.15))
    # Body.
    body = s.fill(blob([(1120, 1350), (1010, 1560), (900, 1900), (860, 2120), (1100, 2180),
                        (1830, 2200), (2560, 2180), (2800, 2120), (2760, 1900), (2650, 1560),
                        (2540, 1350), (1830, 1330)], 0.45), deep(MOSS, 0.62))  # fmt: skip
    s.ink(s.rays(body * np.clip(1.0 - (s.y - 1330) / 560, 0.05, 0.75), 1830, -600, 560),
          mix(MOSS, SLATE, 0.35))  # fmt: skip
    s.ink(np.clip(body - s.shift(body, 0, 16), 0, 1), pale(MOSS, 0.5))
    # Type basket.
    basket = s.fill(blob([(1380, 1560), (1500, 1400), (1830, 1356), (2160, 1400), (2280, 1560),
                          (1830, 1620)], 0.8), NIGHT)  # fmt: skip
    s.ink(s.rays(basket * 0.4, 1830, 1230, 210), pale(ASH, 0.3))
    # Keys.
    tray = s.fill(
        blob([(1060, 1660), (2600, 1660), (2720, 2090), (1830, 2130), (940, 2090)], 0.3), NIGHT
    )
    s.ink(tray * 0, NIGHT)
    for row in range(4):
        y = 1716 + row * 104
        count = 12 if row < 3 else 1
        step = 118 + row * 9
        if count == 1:
            bar = box(1440, y - 8, 780, 62, 30)
            s.fill(bar, mix(PAPER, ASH, 0.25))
            continue
        for i in range(count):
            x = 1830 + (i - (count - 1) / 2) * step + (row % 2) * 24
            s.fill(disc(x, y + 9, 45, 40), deep(ASH, 0.3))
            s.fill(disc(x, y, 42, 36), BRASS)
            s.fill(disc(x, y - 1, 34, 28), mix(PAPER, LAMP, 0.25))
    vignette(s, NIGHT, 0.7)
    return s.pull()


PICTURES = {
    "events/1940-07-14-annexation/ballot.webp": ballot,
    "events/1940-07-23-welles/legation.webp": legation,
    "events/1941-06-22-uprising/radio.webp": radio,
    "events/1972-03-19-chronicle/typewriter.webp": typewriter,
}
_ = (math, gouges, joined, joined_loose, placed, scatter)
