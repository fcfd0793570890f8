"""The Baltic Way, the ways to Siberia, the recognition of 1991."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
from cartography import (
    Chart,
)
from engraving import Sheet
from land import azimuthal, conic, great_circle
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
from strokes import curve, disc

TOWNS = (
    ("Vilnius", "Vilnius", 54.69, 25.28),
    ("Širvintos", "Širvintos", 55.04, 24.95),
    ("Ukmergė", "Ukmergė", 55.25, 24.75),
    ("Panevėžys", "Panevėžys", 55.73, 24.36),
    ("Pasvalys", "Pasvalys", 56.06, 24.40),
    ("Bauska", "Bauska", 56.41, 24.19),
    ("Iecava", "Iecava", 56.60, 24.21),
    ("Ryga", "Riga", 56.95, 24.11),
    ("Vangaži", "Vangaži", 57.09, 24.54),
    ("Sigulda", "Sigulda", 57.15, 24.86),
    ("Cēsis", "Cēsis", 57.31, 25.27),
    ("Valmiera", "Valmiera", 57.54, 25.43),
    ("Rūjiena", "Rūjiena", 57.90, 25.33),
    ("Karksi-Nuia", "Karksi-Nuia", 58.10, 25.56),
    ("Viljandi", "Viljandi", 58.36, 25.59),
    ("Türi", "Türi", 58.81, 25.43),
    ("Rapla", "Rapla", 59.01, 24.79),
    ("Talinas", "Tallinn", 59.44, 24.75),
)


ON_THE_LEFT = {"Ukmergė", "Panevėžys", "Bauska", "Riga", "Rapla", "Rūjiena", "Vangaži"}


def chain(lang: str, scale: float) -> QImage:
    """The Baltic Way from Vilnius through Riga to Tallinn."""
    lt = lang == "lt"
    s = Sheet(NIGHT, scale, 54)
    m = Chart(s, "baltic", conic((22.0, 54.28, 27.6, 59.72), (0, 285, 3600, 1840)))
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
        lift = {
            "Iecava": -6,
            "Bauska": 30,
            "Vangaži": -26,
            "Sigulda": 30,
            "Tallinn": -10,
            "Riga": -10,
            "Rapla": 14,
        }.get(name_en, 0)
        t.write(
            x + side * (76 if capital else 46),
            y + size * 0.32 + lift,
            name_lt if lt else name_en,
            size,
            LAMP if capital else PAPER,
            align="left" if side > 0 else "right",
            serif=capital,
            bold=capital,
        )
        if not capital:
            t.fill(disc(x, y, 17), NIGHT)
            t.fill(disc(x, y, 11), PAPER)
    x = 820
    t.write(x, 1790, "1989 08 23", 118, LAMP, serif=True, bold=True, align="middle")
    t.write(x, 1890, "19.00 val." if lt else "at 19:00", 72, align="middle")
    t.write(
        x, 2060, "daugiau kaip 600 km" if lt else "more than 600 km", 76, bold=True, align="middle"
    )
    t.write(
        2620,
        2110,
        "Kelias į šiaurę nuo Rygos – schema" if lt else "Route north of Riga schematic",
        62,
        mix(PAPER, ASH, 0.3),
        align="left",
    )
    t.done()
    return image


START = (25.42, 54.70)


EXILE = (
    ("Syktyvkaras", "Syktyvkar", 50.82, 61.66, 0, -52, "middle"),
    ("Barnaulas", "Barnaul", 83.73, 53.36, -20, 92, "middle"),
    ("Krasnojarskas", "Krasnoyarsk", 92.93, 56.04, -10, 96, "middle"),
    ("Irkutskas", "Irkutsk", 104.29, 52.30, -40, 100, "middle"),
    ("Ulan Udė", "Ulan-Ude", 107.60, 51.83, 50, 26, "left"),
    ("Norilskas", "Norilsk", 88.20, 69.35, 46, -24, "left"),
    ("Igarka", "Igarka", 86.60, 67.47, 50, 42, "left"),
    ("Tiksis", "Tiksi", 128.87, 71.69, -56, 24, "right"),
)


def routes(lang: str, scale: float) -> QImage:
    """From Naujoji Vilnia to the places of exile."""
    lt = lang == "lt"
    s = Sheet(NIGHT, scale, 61)
    m = Chart(
        s,
        "eurasia",
        azimuthal((18, 49, 126, 74), (0, 270, 3600, 1640), centre=(72, 60), fit="cover"),
    )
    m.base(soil=deep(SLATE, 0.68), sea=deep(SLATE, 0.5))
    ground = m.ground()
    cold = ground * np.clip(1.1 - s.y / 2100, 0.05, 0.5)
    s.ink(s.lines(cold, 27, -20, 0.6), deep(SLATE, 0.3))
    m.fade(380)
    m.band(1900)
    x0, y0 = m.projection.xy(*START)
    home = m.nations("Lithuania")
    s.ink(home, mix(BRASS, OCHRE, 0.3))
    for i, (_, _, lon, lat, *_place) in enumerate(EXILE):
        page = m.projection.line(great_circle(START, (lon, lat), 40))
        bent = [
            (x, y + math.sin(math.pi * k / 40) * (i - 3.5) * 12) for k, (x, y) in enumerate(page)
        ]
        way = curve(bent)
        s.ink(s.stroke(way, width=26), deep(MADDER, 0.8), 0.8)
        s.ink(s.stroke(way, width=13, dash=(5, 1.4), round_=False), mix(MADDER, LAMP, 0.42))
    for _, _, lon, lat, *_place in EXILE:
        x, y = m.projection.xy(lon, lat)
        s.ink(
            s.rings(np.clip(s.glow(x, y, 120) * 0.9, 0, 0.8), x, y, 19), mix(MADDER, FLAG_RED, 0.2)
        )
        s.fill(disc(x, y, 32), NIGHT)
        s.fill(disc(x, y, 23), mix(PAPER, LAMP, 0.3))
    s.ink(s.rings(np.clip(s.glow(x0, y0, 260), 0, 0.85), x0, y0, 24), BRASS)
    s.fill(disc(x0, y0, 34), pale(LAMP, 0.4))
    image = s.pull()
    t = Letters(image, scale)
    for name_lt, name_en, lon, lat, dx, dy, align in EXILE:
        x, y = m.projection.xy(lon, lat)
        t.write(x + dx, y + dy, name_lt if lt else name_en, 74, align=align, bold=True)
    t.write(x0 - 60, y0 + 150, "Naujoji Vilnia", 84, LAMP, align="left", serif=True, bold=True)
    t.write(
        1800,
        2040,
        "Pagrindinės trėmimo kryptys iš Lietuvos"
        if lt
        else "Main directions of deportation from Lithuania",
        84,
        align="middle",
        serif=True,
        bold=True,
    )
    t.write(
        1800,
        2150,
        "Linijos – schema" if lt else "Lines are schematic",
        66,
        mix(PAPER, ASH, 0.3),
        align="middle",
    )
    t.done()
    return image


def recognition(lang: str, scale: float) -> QImage:
    """Who recognised Lithuania in 1991, and when."""
    lt = lang == "lt"
    s = Sheet(NIGHT, scale, 62)
    m = Chart(s, "atlantic", azimuthal((-80, 33, 40, 66), (260, 330, 3060, 1660), centre=(-22, 52)))
    m.base(soil=deep(MOSS, 0.62), sea=deep(SLATE, 0.5))
    ground = m.ground()
    s.ink(s.lines(ground * 0.3, 27, 30, 0.5), deep(MOSS, 0.3))
    m.frontiers(deep(MOSS, 0.2), 4)
    m.fade(380)
    m.band(1930)
    home = (25.28, 54.69)
    x0, y0 = m.projection.xy(*home)
    places = ((-21.90, 64.14), (37.62, 55.75), (-77.04, 38.90), (-74.01, 40.71))
    for lon, lat in places:
        page = m.projection.line(great_circle((lon, lat), home, 40))
        s.ink(s.stroke(curve(page), width=28), deep(SLATE, 0.85), 0.8)
        s.ink(s.stroke(curve(page), width=13), mix(BRASS, LAMP, 0.35))
    s.ink(m.nations("Iceland"), mix(BRASS, OCHRE, 0.2))
    for lon, lat in places:
        x, y = m.projection.xy(lon, lat)
        s.ink(s.rings(np.clip(s.glow(x, y, 130), 0, 0.85), x, y, 20), mix(BRASS, OCHRE, 0.3))
        s.fill(disc(x, y, 30), NIGHT)
        s.fill(disc(x, y, 22), PAPER)
    s.ink(m.nations("Lithuania"), LAMP)
    s.ink(s.rings(np.clip(s.glow(x0, y0, 190), 0, 0.9), x0, y0, 24), LAMP)
    s.fill(disc(x0, y0, 40), pale(LAMP, 0.5))
    image = s.pull()
    t = Letters(image, scale)
    labels = (
        (
            0,
            "Islandija" if lt else "Iceland",
            ("vasario 11 d.",) if lt else ("11 February",),
            0,
            -150,
            "middle",
        ),
        (
            1,
            "Maskva" if lt else "Moscow",
            ("Rusija – liepos 29 d.", "SSRS – rugsėjo 6 d.")
            if lt
            else ("Russia: 29 July", "USSR: 6 September"),
            60,
            -300,
            "middle",
        ),
        (
            2,
            "Vašingtonas" if lt else "Washington",
            ("rugsėjo 2 d.",) if lt else ("2 September",),
            60,
            110,
            "left",
        ),
        (
            3,
            "Niujorkas, Jungtinės Tautos" if lt else "New York, United Nations",
            ("rugsėjo 17 d.",) if lt else ("17 September",),
            -30,
            -160,
            "left",
        ),
    )
    for i, name, dates, dx, dy, align in labels:
        x, y = m.projection.xy(*places[i])
        t.write(x + dx, y + dy, name, 88, LAMP, align=align, serif=True, bold=True)
        for row, text in enumerate(dates):
            t.write(x + dx, y + dy + 92 + row * 82, text, 70, align=align)
    t.write(x0 - 70, y0 + 160, "Vilnius", 96, LAMP, align="right", serif=True, bold=True)
    t.write(
        1800,
        2100,
        "1991 m. rugsėjo pradžioje – jau apie 40 valstybių"
        if lt
        else "About 40 states by early September 1991",
        84,
        align="middle",
        serif=True,
        bold=True,
    )
    t.done()
    return image


PICTURES = {
    f"events/{place}.{lang}.webp": partial(draw, lang)
    for place, draw in (
        ("1989-08-23-baltic-way/chain", chain),
        ("1941-06-14-deportation/routes", routes),
        ("1991-09-17-united-nations/recognition", recognition),
    )
    for lang in ("lt", "en")
}
