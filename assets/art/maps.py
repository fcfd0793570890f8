"""Maps of the Baltic: 1939, 1940, 1989."""

from __future__ import annotations

from functools import partial

import numpy as np
from cartography import (
    EAST_1939, LITHUANIA_1939, NORTH_1939, RETURNED_1939, VILNIUS_1939, WEST_1939, Chart, arrow,
)  # fmt: skip
from engraving import Sheet
from land import Line, conic
from lettering import Letters
from palette import (
    ASH, BRASS, FLAG_RED, LAMP, MADDER, MOSS, NIGHT, OCHRE, PAPER, SLATE, deep, mix, pale,
)  # fmt: skip
from PySide6.QtGui import QImage
from strokes import box, curve, disc

PAGE = (0.0, 0.0, 3600.0, 2400.0)
SAN: Line = [(22.75, 49.8), (22.75, 49.0)]
AUGUST: Line = [*NORTH_1939, *EAST_1939[1:], (22.6, 53.9), (22.0, 53.6), (21.85, 53.3), (21.6, 53.08), (21.1, 52.6),
                (21.0, 52.25), (21.5, 51.55), (21.85, 50.75), (22.3, 50.4), *SAN]  # fmt: skip
STRIP: Line = [(22.87, 54.78), (23.2, 54.72), (23.35, 54.56), (23.28, 54.38), (23.5, 54.23), (23.55, 54.03),
               (23.4, 54.2), (23.15, 54.3), (22.8, 54.36), (22.72, 54.65)]  # fmt: skip
SEPTEMBER: Line = [(20.3, 55.89), *reversed(WEST_1939[3:]), *STRIP[:6], (23.2, 53.9), (22.9, 53.85), (22.4, 53.55), (21.9, 53.3),
                   (21.6, 53.08), (22.1, 52.65), (22.6, 52.45), (23.65, 52.1), (23.6, 51.5), (24.1, 50.85),
                   (23.6, 50.4), *SAN]  # fmt: skip


def lines(lang: str, scale: float) -> QImage:
    """Two maps side by side: the line of August and the line of September 1939."""
    lt = lang == "lt"
    halves = []
    for half, (line, dusk) in enumerate(((AUGUST, 0), (SEPTEMBER, 1))):
        s = Sheet(NIGHT, scale, 51)
        left = half * 1800.0
        m = Chart(s, "baltic", conic((15.6, 50.75, 30.6, 60.0), (left, 0, 1800, 1890), fit="cover"))
        m.base(soil=deep(ASH, 0.62))
        west = m.area([(5, 55.9), *line, (5, 49)])
        near = m.nations("Germany", "Poland", "Lithuania") + m.area([(19, 54.2), (23, 54.2), (23, 55.5), (19, 55.5)])
        west = np.clip(west * near, 0, 1)
        east = np.clip(m.nations("Finland", "Estonia", "Latvia", "Lithuania", "Belarus", "Ukraine", "Poland", "Russia"), 0, 1)
        east = np.clip(east - west, 0, 1)
        s.ink(west, deep(SLATE, 0.3))
        s.ink(s.lines(west * 0.45, 26, -45, 0.3), pale(SLATE, 0.22))
        s.ink(east, deep(MADDER, 0.38))
        s.ink(s.lines(east * 0.42, 26, 45, 0.3), mix(MADDER, OCHRE, 0.25))
        country = m.area(LITHUANIA_1939)
        s.ink(country, (SLATE, MADDER)[half], 0.5)
        s.ink(s.lines(country * 0.62, 22, (-45, 45)[half], 0.3), (pale(SLATE, 0.62), mix(FLAG_RED, LAMP, 0.42))[half])
        if half:
            strip = m.area(STRIP)
            s.ink(strip, deep(SLATE, 0.2))
            s.ink(s.lines(strip * 0.6, 22, -45, 0.3), pale(SLATE, 0.5))
        s.ink(s.stroke(m.way([*LITHUANIA_1939, LITHUANIA_1939[0]]), width=12), PAPER)
        s.ink(s.stroke(m.way(line), width=46), NIGHT)
        s.ink(s.stroke(m.way(line), width=24), LAMP)
        halves.append((s, m))
    (first, m0), (second, m1) = halves
    cut = round(1800 * scale)
    first.rgb[:, cut:] = second.rgb[:, cut:]
    first.ink(first.shape(box(1788, -10, 24, 2420)), NIGHT)
    for x in (0, 1812):
        first.ink(first.shape(box(x, 1900, 1788, 500)), NIGHT, 0.93)
    image = first.pull()
    t = Letters(image, scale)
    names = (
        ((23.65, 55.35), "Lietuva" if lt else "Lithuania", 84, True), ((25.3, 57.05), "Latvija" if lt else "Latvia", 66, False),
        ((25.7, 58.7), "Estija" if lt else "Estonia", 66, False), ((19.4, 52.2), "Lenkija" if lt else "Poland", 66, False),
        ((28.6, 54.6), "Sovietų Sąjunga" if lt else "Soviet Union", 66, False),
        ((20.8, 54.32), "Vokietija" if lt else "Germany", 66, False),
    )  # fmt: skip
    for m, left in ((m0, 0), (m1, 1800)):
        for (lon, lat), name, size, bold in names:
            x, y = m.projection.xy(lon, lat)
            x = min(max(x, left + 290), left + 1500)
            t.write(x, y + size * 0.3, name, size, align="middle", bold=bold, halo=NIGHT)
    for x, title in ((900, "1939 m. rugpjūčio 23 d." if lt else "23 August 1939"),
                     (2700, "1939 m. rugsėjo 28 d." if lt else "28 September 1939")):  # fmt: skip
        t.write(x, 2040, title, 104, align="middle", serif=True, bold=True, halo=None)
    sides = ("Vokietijos įtakai" if lt else "to Germany", "Sovietų Sąjungos įtakai" if lt else "to the Soviet Union")
    for i, (name, colour) in enumerate(zip(sides, (pale(SLATE, 0.15), mix(MADDER, FLAG_RED, 0.2)), strict=True)):
        x = 560 + i * 1060
        t.fill(box(x, 2112, 60, 60), colour)
        t.write(x + 84, 2166, name, 66, halo=None)
    t.write(3180, 2166, "Schema" if lt else "Schematic", 66, mix(PAPER, ASH, 0.35), align="right", halo=None)
    t.done()
    return image


def _country(scale: float, seed: int) -> tuple[Sheet, Chart]:
    """Lithuania large, its interwar land lit."""
    s = Sheet(NIGHT, scale, seed)
    m = Chart(s, "baltic", conic((19.2, 53.3, 28.4, 56.8), (0, 0, 3600, 2400), fit="cover"))
    m.base(soil=deep(OCHRE, 0.76))
    own = m.area(LITHUANIA_1939)
    s.ink(own, deep(MOSS, 0.3))
    s.ink(s.lines(own * 0.5, 27, -28, 0.5), mix(MOSS, OCHRE, 0.3))
    return s, m


def bases(lang: str, scale: float) -> QImage:
    """The four bases of 1939 and the land that returned with Vilnius."""
    lt = lang == "lt"
    s, m = _country(scale, 52)
    back = m.area(RETURNED_1939)
    s.ink(back, mix(OCHRE, BRASS, 0.45))
    s.ink(s.lines(back * 0.6, 22, -28, 0.4), LAMP)
    s.ink(s.stroke(m.way(LITHUANIA_1939), width=11, dash=(6, 3)) * m.ground(), PAPER, 0.75)
    s.ink(s.stroke(m.way(VILNIUS_1939), width=15), PAPER)
    spots = (
        ("Naujoji Vilnia", 25.42, 54.70, "left", 70, 96), ("Alytus", 24.04, 54.40, "left", 84, 24),
        ("Prienai", 23.95, 54.64, "right", -84, 24),
        ("Gaižiūnai", 24.28, 55.08, "left", 84, 24),
    )  # fmt: skip
    for _, lon, lat, *_rest in spots:
        m.light(lon, lat, 150, mix(FLAG_RED, MADDER, 0.35), 20)
        x, y = m.projection.xy(lon, lat)
        s.fill(disc(x, y, 58), NIGHT)
        s.fill(disc(x, y, 46), mix(MADDER, FLAG_RED, 0.45))
        s.fill(disc(x, y, 17), pale(LAMP, 0.3))
    m.band(1975)
    image = s.pull()
    t = Letters(image, scale)
    for name, lon, lat, align, dx, dy in spots:
        x, y = m.projection.xy(lon, lat)
        t.write(x + dx, y + dy, name, 80, align=align, bold=True)
    for name, lon, lat, dx, align in (("Vilnius", 25.28, 54.69, -40, "right"), ("Kaunas", 23.91, 54.90, -40, "right")):
        x, y = m.projection.xy(lon, lat)
        t.fill(box(x - 20, y - 20, 40, 40), PAPER)
        t.write(x + dx, y - 26, name, 84, align=align, serif=True, bold=True)
    x, y = m.projection.xy(22.55, 55.72)
    t.write(x + 230, y + 20, "Lietuva" if lt else "Lithuania", 150, mix(PAPER, MOSS, 0.1), align="middle", serif=True, halo=deep(MOSS, 0.6), spread=8)
    for lon, lat, name in ((21.9, 54.5, "Vokietija" if lt else "Germany"), (24.4, 56.62, "Latvija" if lt else "Latvia"),
                           (26.5, 54.35, "Sovietų" if lt else "Soviet"), (26.5, 54.22, "Sąjunga" if lt else "Union")):  # fmt: skip
        x, y = m.projection.xy(lon, lat)
        t.write(x, max(y, 290), name, 70, mix(PAPER, ASH, 0.3), align="middle", halo=deep(OCHRE, 0.8))
    for i, (colour, text) in enumerate((
        (mix(MADDER, FLAG_RED, 0.45), "Sovietų bazės: suskaičiuota 18 786, sutarta iki 20 000 karių" if lt else "Soviet bases: 18,786 men counted, up to 20,000 agreed"),
        (mix(BRASS, LAMP, 0.4), "Grąžinta su Vilniumi 1939 m. spalį (schema)" if lt else "Returned with Vilnius, October 1939 (schematic)"),
    )):  # fmt: skip
        y = 2074 + i * 100
        t.fill(disc(640, y - 24, 28) if i == 0 else box(612, y - 50, 56, 56), colour)
        t.write(710, y, text, 70)
    t.done()
    return image


def columns(lang: str, scale: float) -> QImage:
    """Columns cross the border on 15 and 16 June 1940."""
    lt = lang == "lt"
    s, m = _country(scale, 53)
    back = m.area(RETURNED_1939)
    s.ink(back, deep(MOSS, 0.3))
    s.ink(s.lines(back * 0.5, 27, -28, 0.5), mix(MOSS, OCHRE, 0.3))
    border = [*NORTH_1939, *EAST_1939[1:3], *VILNIUS_1939, *EAST_1939[10:], *WEST_1939[1:]]
    s.ink(s.stroke(m.way(border), width=14) * m.ground(), PAPER)
    red = mix(MADDER, FLAG_RED, 0.35)
    routes = (
        [(27.2, 54.35), (26.3, 54.5), (25.45, 54.66)], [(26.6, 53.95), (25.4, 54.2), (24.6, 54.55), (24.05, 54.84)],
        [(24.9, 53.7), (24.55, 54.0), (24.15, 54.33)], [(27.3, 55.1), (26.2, 55.2), (24.95, 55.23)],
        [(27.3, 55.5), (26.2, 55.62), (24.55, 55.75)], [(25.6, 56.6), (24.6, 56.3), (23.5, 55.99)],
    )  # fmt: skip
    m.light(24.45, 54.12, 260, LAMP, 22)
    for route in routes:
        page = m.projection.line(route)
        s.ink(s.shape(arrow(page, 40, 130), offset=(9, 12)), NIGHT)
        body = s.shape(arrow(page, 36, 120))
        s.ink(body, red)
        s.ink(s.lines(body * 0.4, 17, 45, 0.2), mix(red, LAMP, 0.45))
    m.band(1975)
    image = s.pull()
    t = Letters(image, scale)
    x, y = m.projection.xy(24.45, 54.12)
    t.fill(disc(x, y, 32), NIGHT)
    t.fill(disc(x, y, 22), LAMP)
    t.write(x - 80, y + 70, "Ūtos sargyba, 15 d., 3.40" if lt else "Ūta post, 15 June, 3:40", 76, LAMP, align="right", bold=True)
    for name, lon, lat, dx, dy, align in (
        ("Vilnius", 25.28, 54.69, 0, -52, "middle"), ("Kaunas", 23.91, 54.90, -44, 12, "right"), ("Ukmergė", 24.75, 55.25, -44, 20, "right"),
        ("Panevėžys", 24.36, 55.73, -50, 30, "right"), ("Šiauliai", 23.31, 55.93, -50, 30, "right"), ("Alytus", 24.04, 54.40, -44, 20, "right"),
    ):  # fmt: skip
        x, y = m.projection.xy(lon, lat)
        t.fill(box(x - 20, y - 20, 40, 40), PAPER)
        big = name in ("Vilnius", "Kaunas")
        t.write(x + dx, y + dy, name, 92 if big else 70, align=align, serif=big, bold=big)
    for lon, lat, name in ((21.9, 54.5, "Vokietija" if lt else "Germany"), (26.55, 56.4, "Latvija" if lt else "Latvia"),
                           (26.75, 54.8, "Sovietų Sąjunga" if lt else "Soviet Union")):  # fmt: skip
        x, y = m.projection.xy(lon, lat)
        t.write(x, max(y, 300), name, 70, mix(PAPER, ASH, 0.25), align="middle", halo=deep(OCHRE, 0.8))
    t.fill(box(600, 2040, 110, 30), red)
    t.write(740, 2076, "1940 m. birželio 15–16 d.: Raudonosios armijos" if lt else "15–16 June 1940: Red Army columns", 74, bold=True)
    t.write(740, 2168, "kolonos (rodyklės ir siena – schema)" if lt else "(arrows and border schematic)", 70)
    t.done()
    return image


TOWNS = (
    ("Vilnius", "Vilnius", 54.69, 25.28), ("Širvintos", "Širvintos", 55.04, 24.95), ("Ukmergė", "Ukmergė", 55.25, 24.75),
    ("Panevėžys", "Panevėžys", 55.73, 24.36), ("Pasvalys", "Pasvalys", 56.06, 24.40), ("Bauska", "Bauska", 56.41, 24.19),
    ("Iecava", "Iecava", 56.60, 24.21), ("Ryga", "Riga", 56.95, 24.11), ("Vangaži", "Vangaži", 57.09, 24.54),
    ("Sigulda", "Sigulda", 57.15, 24.86), ("Cēsis", "Cēsis", 57.31, 25.27), ("Valmiera", "Valmiera", 57.54, 25.43),
    ("Rūjiena", "Rūjiena", 57.90, 25.33), ("Karksi-Nuia", "Karksi-Nuia", 58.10, 25.56), ("Viljandi", "Viljandi", 58.36, 25.59),
    ("Türi", "Türi", 58.81, 25.43), ("Rapla", "Rapla", 59.01, 24.79), ("Talinas", "Tallinn", 59.44, 24.75),
)  # fmt: skip
ON_THE_LEFT = {"Ukmergė", "Panevėžys", "Bauska", "Riga", "Rapla", "Rūjiena", "Vangaži"}


def chain(lang: str, scale: float) -> QImage:
    """The Baltic Way from Vilnius through Riga to Tallinn."""
    lt = lang == "lt"
    s = Sheet(NIGHT, scale, 54)
    m = Chart(s, "baltic", conic((22.0, 54.28, 27.6, 59.72), (0, 170, 3600, 2040)))
    m.base(soil=deep(SLATE, 0.72), sea=deep(SLATE, 0.45))
    for name, colour in (("Lithuania", MOSS), ("Latvia", MADDER), ("Estonia", OCHRE)):
        nation = m.nations(name)
        s.ink(nation, deep(colour, 0.42))
        s.ink(s.lines(nation * 0.42, 27, -28, 0.5), mix(colour, OCHRE, 0.2))
    m.frontiers(mix(PAPER, ASH, 0.4), 6)
    page = m.projection.line([(lon, lat) for *_, lat, lon in TOWNS])
    way = curve(page)
    halo = s.blur(s.stroke(way, width=60), 70)
    s.ink(s.lines(np.clip(halo * 1.3, 0, 0.8), 18, 0, 0.4), OCHRE)
    s.ink(s.stroke(way, width=38), deep(MADDER, 0.72))
    lights = []
    for i in range(131):
        point = way.pointAtPercent(i / 130)
        lights.append(disc(point.x(), point.y(), 12))
    s.ink(s.shape(*lights), LAMP)
    for i in (0, 7, 17):
        x, y = page[i]
        s.ink(s.rings(np.clip(s.glow(x, y, 150), 0, 0.85), x, y, 20), BRASS)
        s.fill(disc(x, y, 38), pale(LAMP, 0.3))
    image = s.pull()
    t = Letters(image, scale)
    for i, (name_lt, name_en, *_) in enumerate(TOWNS):
        x, y = page[i]
        capital = i in (0, 7, 17)
        side = -1 if name_en in ON_THE_LEFT else 1
        size = 118 if capital else 62
        lift = {"Iecava": -6, "Bauska": 30, "Vangaži": -26, "Sigulda": 30, "Tallinn": -10, "Riga": -10, "Rapla": 14}.get(name_en, 0)
        t.write(x + side * (76 if capital else 46), y + size * 0.32 + lift, name_lt if lt else name_en, size, LAMP if capital else PAPER,
                align="left" if side > 0 else "right", serif=capital, bold=capital)  # fmt: skip
        if not capital:
            t.fill(disc(x, y, 17), NIGHT)
            t.fill(disc(x, y, 11), PAPER)
    x = 820
    t.write(x, 1790, "1989 08 23", 118, LAMP, serif=True, bold=True, align="middle")
    t.write(x, 1890, "19.00 val." if lt else "at 19:00", 72, align="middle")
    t.write(x, 2060, "daugiau kaip 600 km" if lt else "more than 600 km", 76, bold=True, align="middle")
    t.write(2620, 2110, "Kelias į šiaurę nuo Rygos – schema" if lt else "Route north of Riga schematic", 62, mix(PAPER, ASH, 0.3), align="left")
    t.done()
    return image


PICTURES = {
    f"events/{place}.{lang}.webp": partial(draw, lang)
    for place, draw in (
        ("1939-08-23-pact/lines", lines), ("1939-10-10-vilnius-and-bases/bases", bases),
        ("1940-06-15-occupation/columns", columns), ("1989-08-23-baltic-way/chain", chain),
    )  # fmt: skip
    for lang in ("lt", "en")
}
