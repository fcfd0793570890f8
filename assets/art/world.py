"""Maps of Siberia and of the North Atlantic."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
from cartography import Chart
from engraving import Sheet
from land import azimuthal, great_circle
from lettering import Letters
from palette import (
    ASH, BRASS, FLAG_RED, LAMP, MADDER, MOSS, NIGHT, OCHRE, PAPER, SLATE, deep, mix, pale,
)  # fmt: skip
from PySide6.QtGui import QImage
from strokes import curve, disc

START = (25.42, 54.70)
EXILE = (
    ("Syktyvkaras", "Syktyvkar", 50.82, 61.66, 0, -52, "middle"), ("Barnaulas", "Barnaul", 83.73, 53.36, -20, 92, "middle"),
    ("Krasnojarskas", "Krasnoyarsk", 92.93, 56.04, -10, 96, "middle"), ("Irkutskas", "Irkutsk", 104.29, 52.30, -40, 100, "middle"),
    ("Ulan Udė", "Ulan-Ude", 107.60, 51.83, 50, 26, "left"), ("Norilskas", "Norilsk", 88.20, 69.35, 46, -24, "left"),
    ("Igarka", "Igarka", 86.60, 67.47, 50, 42, "left"), ("Tiksis", "Tiksi", 128.87, 71.69, -44, -50, "middle"),
)  # fmt: skip


def routes(lang: str, scale: float) -> QImage:
    """From Naujoji Vilnia to the places of exile."""
    lt = lang == "lt"
    s = Sheet(NIGHT, scale, 61)
    m = Chart(s, "eurasia", azimuthal((18, 49, 126, 74), (0, 270, 3600, 1640), centre=(72, 60), fit="cover"))
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
        bent = [(x, y + math.sin(math.pi * k / 40) * (i - 3.5) * 12) for k, (x, y) in enumerate(page)]
        way = curve(bent)
        s.ink(s.stroke(way, width=26), deep(MADDER, 0.8), 0.8)
        s.ink(s.stroke(way, width=13, dash=(5, 1.4), round_=False), mix(MADDER, LAMP, 0.42))
    for _, _, lon, lat, *_place in EXILE:
        x, y = m.projection.xy(lon, lat)
        s.ink(s.rings(np.clip(s.glow(x, y, 120) * 0.9, 0, 0.8), x, y, 19), mix(MADDER, FLAG_RED, 0.2))
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
    t.write(1800, 2040, "Pagrindinės trėmimo kryptys iš Lietuvos" if lt else "Main directions of deportation from Lithuania", 84,
            align="middle", serif=True, bold=True)  # fmt: skip
    t.write(1800, 2150, "Linijos – schema" if lt else "Lines are schematic", 66, mix(PAPER, ASH, 0.3), align="middle")
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
        (0, "Islandija" if lt else "Iceland", ("vasario 11 d.",) if lt else ("11 February",), 0, -150, "middle"),
        (1, "Maskva" if lt else "Moscow", ("Rusija – liepos 29 d.", "SSRS – rugsėjo 6 d.") if lt else ("Russia: 29 July", "USSR: 6 September"), 60, -300, "middle"),
        (2, "Vašingtonas" if lt else "Washington", ("rugsėjo 2 d.",) if lt else ("2 September",), 60, 110, "left"),
        (3, "Niujorkas, Jungtinės Tautos" if lt else "New York, United Nations", ("rugsėjo 17 d.",) if lt else ("17 September",), -30, -160, "left"),
    )  # fmt: skip
    for i, name, dates, dx, dy, align in labels:
        x, y = m.projection.xy(*places[i])
        t.write(x + dx, y + dy, name, 88, LAMP, align=align, serif=True, bold=True)
        for row, text in enumerate(dates):
            t.write(x + dx, y + dy + 92 + row * 82, text, 70, align=align)
    t.write(x0 - 70, y0 + 160, "Vilnius", 96, LAMP, align="right", serif=True, bold=True)
    t.write(1800, 2100, "1991 m. rugsėjo pradžioje – jau apie 40 valstybių" if lt else "About 40 states by early September 1991", 84,
            align="middle", serif=True, bold=True)  # fmt: skip
    t.done()
    return image


PICTURES = {
    f"events/{place}.{lang}.webp": partial(draw, lang)
    for place, draw in (
        ("1941-06-14-deportation/routes", routes), ("1991-09-17-united-nations/recognition", recognition),
    )  # fmt: skip
    for lang in ("lt", "en")
}
