"""Two desks under a lamp: the legation, the typewriter."""

from __future__ import annotations

import numpy as np
from effects import vignette
from engraving import Sheet
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
from PySide6.QtGui import QImage
from strokes import (
    blob,
    box,
    disc,
    limb,
    polygon,
    polyline,
)


def legation(scale: float) -> QImage:
    """A desk with lamp and sealed letter; behind it a door that stays open."""
    s = Sheet(deep(SLATE, 0.6), scale, 22)
    s.ink(
        s.lines(np.clip(0.55 - s.distance(1250, 1000) / 3600, 0.06, 0.5), 30, 90, 0.3),
        deep(SLATE, 0.38),
    )
    # The open door and the light it lets in.
    frame = polygon((2020, 330), (2620, 330), (2620, 1600), (2020, 1600))
    s.fill(polygon((1960, 270), (2680, 270), (2680, 1600), (1960, 1600)), deep(OCHRE, 0.62))
    opening = s.fill(frame, mix(BRASS, LAMP, 0.45))
    s.ink(
        s.rays(opening * np.clip(1.2 - s.distance(2320, 1100) / 900, 0.1, 0.9), 2320, 1180, 150),
        pale(LAMP, 0.55),
    )
    leaf = polygon((2620, 330), (3010, 180), (3010, 1820), (2620, 1600))
    door = s.fill(leaf, deep(MADDER, 0.5))
    s.ink(s.lines(door * np.clip(1.0 - (s.x - 2620) / 420, 0.08, 0.7), 22, 90, 0.5), MADDER)
    for y0, y1, y2, y3 in ((400, 315, 960, 930), (1030, 1050, 1690, 1560)):
        s.ink(
            s.stroke(polygon((2690, y0), (2935, y1), (2935, y2), (2690, y3)), width=12),
            mix(MADDER, OCHRE, 0.5),
        )
    s.fill(disc(2664, 1010, 24), LAMP)
    beam = s.shape(polygon((2020, 1600), (2620, 1600), (2240, 2400), (760, 2400)))
    s.fill(
        polygon(
            (0, 1600),
            (2620, 1600),
            (3010, 1820),
            (2660, 1600),
            (3600, 1600),
            (3600, 2400),
            (0, 2400),
        ),
        deep(SLATE, 0.74),
    )
    s.ink(s.shape(leaf), deep(MADDER, 0.5))
    s.ink(s.lines(door * np.clip(1.0 - (s.x - 2620) / 420, 0.08, 0.7), 22, 90, 0.5), MADDER)
    s.ink(beam * 0.8, deep(OCHRE, 0.25))
    s.ink(s.lines(beam * 0.5, 26, 0, 0.4), BRASS)
    # Lamp light on the wall.
    lamp_x, lamp_y = 1080, 940
    cone = np.clip(1.1 - s.distance(lamp_x, lamp_y + 130, 1.1) / 1000, 0, 1)
    above = (s.y < 1600) * (s.x < 1960)
    s.ink(
        s.rings(np.clip(cone * 1.1 - 0.1, 0, 0.8) * above, lamp_x, lamp_y + 60, 30, 1.1),
        mix(OCHRE, SLATE, 0.15),
    )
    # Desk.
    desk = s.fill(
        polygon((330, 1690), (2330, 1640), (3130, 2400), (-200, 2400), (-200, 1990)),
        deep(MADDER, 0.3),
    )
    pool = desk * np.clip(1.25 - s.distance(1180, 1850, 2.1) / 1150, 0, 1)
    s.ink(s.lines(desk * 0.34, 26, -3, 1.2, 44), mix(MADDER, OCHRE, 0.25))
    s.ink(s.rings(np.clip(pool, 0, 0.85), 1120, 1760, 26, 2.2), mix(OCHRE, BRASS, 0.5))
    # The lamp: foot, stem, shade.
    s.fill(disc(lamp_x, 1772, 200, 52), deep(BRASS, 0.72))
    foot = s.fill(disc(lamp_x, 1752, 190, 48), BRASS)
    s.ink(s.lines(foot * 0.4, 14, 0, 0.2), LAMP)
    stem = s.fill(limb([(lamp_x, 1750), (lamp_x + 4, 1500), (lamp_x, 1120)], [40, 19, 20]), BRASS)
    s.ink(np.clip(stem - s.shift(stem, -14, 0), 0, 1), deep(BRASS, 0.6))
    shade = blob(
        [
            (lamp_x - 440, 1080),
            (lamp_x - 400, 930),
            (lamp_x - 270, 800),
            (lamp_x, 752),
            (lamp_x + 270, 800),
            (lamp_x + 400, 930),
            (lamp_x + 440, 1080),
            (lamp_x, 1098),
        ],
        0.8,
    )
    glass = s.fill(shade, mix(MOSS, SLATE, 0.2))
    s.ink(
        s.rings(glass * np.clip((s.y - 740) / 420, 0.12, 0.85), lamp_x, 1260, 20, 1.5),
        pale(MOSS, 0.5),
    )
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
    wax = blob(
        [
            (1780, 1950),
            (1815, 1912),
            (1876, 1908),
            (1930, 1936),
            (1936, 1978),
            (1890, 2010),
            (1826, 2008),
            (1788, 1988),
        ]
    )
    s.fill(wax, mix(MADDER, deep(MADDER), 0.1))
    s.ink(s.stroke(disc(1858, 1958, 46, 32), width=8), pale(MADDER, 0.3))
    # A pen.
    s.fill(limb([(640, 2060), (900, 2010), (1190, 1946)], [13, 20, 12]), NIGHT)
    s.fill(polygon((1190, 1932), (1272, 1930), (1196, 1958)), LAMP)
    vignette(s, NIGHT, 0.6)
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
    s.fill(
        blob(
            [
                (1510, 352),
                (1580, 210),
                (1740, 130),
                (1830, 118),
                (1920, 130),
                (2080, 210),
                (2150, 352),
                (1830, 372),
            ],
            0.8,
        ),
        mix(MOSS, NIGHT, 0.3),
    )
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
    type_lines = [
        polyline((400 + i * 36, 1884 + i * 30), (820 + i * 36, 1838 + i * 30)) for i in range(5)
    ]
    s.ink(s.stroke(*type_lines, width=9, dash=(2.5, 1.2), round_=False), deep(SLATE, 0.5))
    # Sheets in the roller, one behind another.
    for i, colour in enumerate(
        (deep(SLATE, 0.45), mix(PAPER, OCHRE, 0.35), deep(SLATE, 0.3), PAPER)
    ):
        lean = (3 - i) * 34
        leaf = polygon(
            (1420 + lean, 1240),
            (1400 + lean * 1.6, 560 - lean * 0.7),
            (2210 + lean * 1.6, 560 - lean * 0.7),
            (2230 + lean, 1240),
        )
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
    body = s.fill(
        blob(
            [
                (1120, 1350),
                (1010, 1560),
                (900, 1900),
                (860, 2120),
                (1100, 2180),
                (1830, 2200),
                (2560, 2180),
                (2800, 2120),
                (2760, 1900),
                (2650, 1560),
                (2540, 1350),
                (1830, 1330),
            ],
            0.45,
        ),
        deep(MOSS, 0.62),
    )
    s.ink(
        s.rays(body * np.clip(1.0 - (s.y - 1330) / 560, 0.05, 0.75), 1830, -600, 560),
        mix(MOSS, SLATE, 0.35),
    )
    s.ink(np.clip(body - s.shift(body, 0, 16), 0, 1), pale(MOSS, 0.5))
    # Type basket.
    basket = s.fill(
        blob(
            [(1380, 1560), (1500, 1400), (1830, 1356), (2160, 1400), (2280, 1560), (1830, 1620)],
            0.8,
        ),
        NIGHT,
    )
    s.ink(s.rays(basket * 0.4, 1830, 1230, 210), pale(ASH, 0.3))
    # Keys.
    s.fill(blob([(1060, 1660), (2600, 1660), (2720, 2090), (1830, 2130), (940, 2090)], 0.3), NIGHT)
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
    "events/1940-07-23-welles/legation.webp": legation,
    "events/1972-03-19-chronicle/typewriter.webp": typewriter,
}
