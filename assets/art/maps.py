"""Maps of 1939 and 1940."""

from __future__ import annotations

from functools import partial

import numpy as np
from cartography import (
    EAST_1939,
    LITHUANIA_1939,
    NORTH_1939,
    RETURNED_1939,
    VILNIUS_1939,
    WEST_1939,
    Chart,
    arrow,
)
from engraving import Sheet
from land import Line, conic
from lettering import Letters
from palette import (
    ASH,
    BRASS,
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
from strokes import box, disc

PAGE = (0.0, 0.0, 3600.0, 2400.0)


SAN: Line = [(22.75, 49.8), (22.75, 49.0)]


AUGUST: Line = [
    *NORTH_1939,
    *EAST_1939[1:],
    (22.6, 53.9),
    (22.0, 53.6),
    (21.85, 53.3),
    (21.6, 53.08),
    (21.1, 52.6),
    (21.0, 52.25),
    (21.5, 51.55),
    (21.85, 50.75),
    (22.3, 50.4),
    *SAN,
]


STRIP: Line = [
    (22.87, 54.78),
    (23.2, 54.72),
    (23.35, 54.56),
    (23.28, 54.38),
    (23.5, 54.23),
    (23.55, 54.03),
    (23.4, 54.2),
    (23.15, 54.3),
    (22.8, 54.36),
    (22.72, 54.65),
]


SEPTEMBER: Line = [
    (20.3, 55.89),
    *reversed(WEST_1939[3:]),
    *STRIP[:6],
    (23.2, 53.9),
    (22.9, 53.85),
    (22.4, 53.55),
    (21.9, 53.3),
    (21.6, 53.08),
    (22.1, 52.65),
    (22.6, 52.45),
    (23.65, 52.1),
    (23.6, 51.5),
    (24.1, 50.85),
    (23.6, 50.4),
    *SAN,
]


def lines(lang: str, scale: float) -> QImage:
    """Two maps side by side: the line of August and the line of September 1939."""
    lt = lang == "lt"
    halves = []
    for half, line in enumerate((AUGUST, SEPTEMBER)):
        s = Sheet(NIGHT, scale, 51)
        left = half * 1800.0
        m = Chart(s, "baltic", conic((15.6, 50.75, 30.6, 60.0), (left, 0, 1800, 1890), fit="cover"))
        m.base(soil=deep(ASH, 0.62))
        west = m.area([(5, 55.9), *line, (5, 49)])
        near = m.nations("Germany", "Poland", "Lithuania") + m.area(
            [(19, 54.2), (23, 54.2), (23, 55.5), (19, 55.5)]
        )
        west = np.clip(west * near, 0, 1)
        east = np.clip(
            m.nations(
                "Finland",
                "Estonia",
                "Latvia",
                "Lithuania",
                "Belarus",
                "Ukraine",
                "Poland",
                "Russia",
            ),
            0,
            1,
        )
        east = np.clip(east - west, 0, 1)
        s.ink(west, deep(SLATE, 0.3))
        s.ink(s.lines(west * 0.45, 26, -45, 0.3), pale(SLATE, 0.22))
        s.ink(east, deep(MADDER, 0.38))
        s.ink(s.lines(east * 0.42, 26, 45, 0.3), mix(MADDER, OCHRE, 0.25))
        country = m.area(LITHUANIA_1939)
        s.ink(country, (SLATE, MADDER)[half], 0.5)
        s.ink(
            s.lines(country * 0.62, 22, (-45, 45)[half], 0.3),
            (pale(SLATE, 0.62), mix(FLAG_RED, LAMP, 0.42))[half],
        )
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
        ((23.65, 55.35), "Lietuva" if lt else "Lithuania", 84, True),
        ((25.3, 57.05), "Latvija" if lt else "Latvia", 66, False),
        ((25.7, 58.7), "Estija" if lt else "Estonia", 66, False),
        ((19.4, 52.2), "Lenkija" if lt else "Poland", 66, False),
        ((28.6, 54.6), "Sovietų Sąjunga" if lt else "Soviet Union", 66, False),
        ((20.8, 54.32), "Vokietija" if lt else "Germany", 66, False),
    )
    for m, left in ((m0, 0), (m1, 1800)):
        for (lon, lat), name, size, bold in names:
            x, y = m.projection.xy(lon, lat)
            x = min(max(x, left + 290), left + 1500)
            t.write(x, y + size * 0.3, name, size, align="middle", bold=bold, halo=NIGHT)
    for x, title in (
        (900, "1939 m. rugpjūčio 23 d." if lt else "23 August 1939"),
        (2700, "1939 m. rugsėjo 28 d." if lt else "28 September 1939"),
    ):
        t.write(x, 2040, title, 104, align="middle", serif=True, bold=True, halo=None)
    sides = (
        "Vokietijos įtakai" if lt else "to Germany",
        "Sovietų Sąjungos įtakai" if lt else "to the Soviet Union",
    )
    for i, (name, colour) in enumerate(
        zip(sides, (pale(SLATE, 0.15), mix(MADDER, FLAG_RED, 0.2)), strict=True)
    ):
        x = 560 + i * 1060
        t.fill(box(x, 2112, 60, 60), colour)
        t.write(x + 84, 2166, name, 66, halo=None)
    t.write(
        3180,
        2166,
        "Schema" if lt else "Schematic",
        66,
        mix(PAPER, ASH, 0.35),
        align="right",
        halo=None,
    )
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
        ("Naujoji Vilnia", 25.42, 54.70, "left", 70, 96),
        ("Alytus", 24.04, 54.40, "left", 84, 24),
        ("Prienai", 23.95, 54.64, "right", -84, 24),
        ("Gaižiūnai", 24.28, 55.08, "left", 84, 24),
    )
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
    for name, lon, lat, dx, align in (
        ("Vilnius", 25.28, 54.69, -40, "right"),
        ("Kaunas", 23.91, 54.90, -40, "right"),
    ):
        x, y = m.projection.xy(lon, lat)
        t.fill(box(x - 20, y - 20, 40, 40), PAPER)
        t.write(x + dx, y - 26, name, 84, align=align, serif=True, bold=True)
    x, y = m.projection.xy(22.55, 55.72)
    t.write(
        x + 230,
        y + 20,
        "Lietuva" if lt else "Lithuania",
        150,
        mix(PAPER, MOSS, 0.1),
        align="middle",
        serif=True,
        halo=deep(MOSS, 0.6),
        spread=8,
    )
    for lon, lat, name in (
        (21.9, 54.5, "Vokietija" if lt else "Germany"),
        (24.4, 56.62, "Latvija" if lt else "Latvia"),
        (26.5, 54.35, "Sovietų" if lt else "Soviet"),
        (26.5, 54.22, "Sąjunga" if lt else "Union"),
    ):
        x, y = m.projection.xy(lon, lat)
        t.write(
            x, max(y, 290), name, 70, mix(PAPER, ASH, 0.3), align="middle", halo=deep(OCHRE, 0.8)
        )
    for i, (colour, text) in enumerate(
        (
            (
                mix(MADDER, FLAG_RED, 0.45),
                "Sovietų bazės: suskaičiuota 18 786, sutarta iki 20 000 karių"
                if lt
                else "Soviet bases: 18,786 men counted, up to 20,000 agreed",
            ),
            (
                mix(BRASS, LAMP, 0.4),
                "Grąžinta su Vilniumi 1939 m. spalį (schema)"
                if lt
                else "Returned with Vilnius, October 1939 (schematic)",
            ),
        )
    ):
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
        [(27.2, 54.35), (26.3, 54.5), (25.45, 54.66)],
        [(26.9, 54.17), (25.6, 54.34), (24.7, 54.6), (24.05, 54.84)],
        [(23.98, 53.72), (23.99, 54.0), (24.03, 54.3)],
        [(27.3, 55.1), (26.2, 55.2), (24.95, 55.23)],
        [(27.3, 55.5), (26.2, 55.62), (24.55, 55.75)],
        [(25.6, 56.6), (24.6, 56.3), (23.5, 55.99)],
    )
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
    t.write(
        x + 60,
        y + 72,
        "Ūtos sargyba, 15 d., 3.40" if lt else "Ūta post, 15 June, 3:40",
        76,
        LAMP,
        align="left",
        bold=True,
    )
    for name, lon, lat, dx, dy, align in (
        ("Vilnius", 25.28, 54.69, 0, -52, "middle"),
        ("Kaunas", 23.91, 54.90, -44, 12, "right"),
        ("Ukmergė", 24.75, 55.25, -44, 20, "right"),
        ("Panevėžys", 24.36, 55.73, -50, 30, "right"),
        ("Šiauliai", 23.31, 55.93, -50, 30, "right"),
        ("Alytus", 24.04, 54.40, -44, 20, "right"),
    ):
        x, y = m.projection.xy(lon, lat)
        t.fill(box(x - 20, y - 20, 40, 40), PAPER)
        big = name in ("Vilnius", "Kaunas")
        t.write(x + dx, y + dy, name, 92 if big else 70, align=align, serif=big, bold=big)
    for lon, lat, name in (
        (21.9, 54.5, "Vokietija" if lt else "Germany"),
        (26.55, 56.4, "Latvija" if lt else "Latvia"),
        (26.75, 54.8, "Sovietų Sąjunga" if lt else "Soviet Union"),
    ):
        x, y = m.projection.xy(lon, lat)
        t.write(
            x, max(y, 300), name, 70, mix(PAPER, ASH, 0.25), align="middle", halo=deep(OCHRE, 0.8)
        )
    t.fill(box(600, 2040, 110, 30), red)
    t.write(
        740,
        2076,
        "1940 m. birželio 15–16 d.: Raudonosios armijos"
        if lt
        else "15–16 June 1940: Red Army columns",
        74,
        bold=True,
    )
    t.write(
        740,
        2168,
        "kolonos (rodyklės ir siena – schema)" if lt else "(arrows and border schematic)",
        70,
    )
    t.done()
    return image


def one_line(start: int, lang: str, scale: float) -> QImage:
    """One of the two maps of `lines` alone, without its legend, to be laid over the other."""
    x, y, width, height = (round(side * scale) for side in (start, 0, 1784, 1890))
    return lines(lang, scale).copy(x, y, width, height)


PICTURES = {
    f"events/{place}.{lang}.webp": partial(draw, lang)
    for place, draw in (
        ("1939-08-23-pact/lines", lines),
        ("1939-08-23-pact/august", partial(one_line, 0)),
        ("1939-08-23-pact/september", partial(one_line, 1800)),
        ("1939-10-10-vilnius-and-bases/bases", bases),
        ("1940-06-15-occupation/columns", columns),
    )
    for lang in ("lt", "en")
}
