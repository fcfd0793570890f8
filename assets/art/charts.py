"""Numbers drawn: wagons, seats, ballots, a tower."""

from __future__ import annotations

import math
import random
from functools import partial

import numpy as np
from effects import rolling, stars
from engraving import Sheet
from lettering import Letters
from palette import (
    ASH, BRASS, FLAG_RED, LAMP, MADDER, MOSS, NIGHT, OCHRE, PAPER, SLATE, deep, mix, pale,
)  # fmt: skip
from PySide6.QtGui import QImage, QPainterPath
from strokes import blob, box, disc, limb, polygon, polyline

DEPORTED = (
    ("1941 m. birželis", "June 1941", 16_989), ("1948 m. gegužė", "May 1948", 39_766),
    ("1949 m. kovas", "March 1949", 31_917), ("1951 m. ruduo", "Autumn 1951", 20_357),
)  # fmt: skip
WAGON = 1000


def number(value: float, lang: str, places: int = 0) -> str:
    """`39,766` or `39 766`; a decimal comma in Lithuanian."""
    text = f"{value:,.{places}f}"
    return text.replace(",", "\u00a0").replace(".", ",") if lang == "lt" else text


def wagons(lang: str, scale: float) -> QImage:
    """The four largest deportations as trains; a wagon stands for a thousand people."""
    lt = lang == "lt"
    s = Sheet(deep(SLATE, 0.66), scale, 71)
    s.ink(s.lines(np.clip(0.1 + s.y / 6000, 0, 0.5) * np.ones_like(s.x), 34, 0, 1.2), deep(SLATE, 0.42))
    left, step, wide, tall = 400, 70, 63, 92
    levels = [830 + i * 368 for i in range(4)]
    for level, (_, _, people) in zip(levels, DEPORTED, strict=True):
        plain = polygon((0, level + 26), (3600, level + 26), (3600, level + 84), (0, level + 84))
        snow = s.fill(plain, deep(SLATE, 0.5))
        s.ink(s.lines(snow * 0.5, 15, 0, 0.6), mix(SLATE, PAPER, 0.12))
        s.ink(s.shape(box(0, level + 20, 3600, 9)), pale(ASH, 0.25))
        count = people / WAGON
        bodies, wheels, roofs, doors = [], [], [], []
        for i in range(math.ceil(count)):
            x = left + i * step
            share = min(1.0, count - i)
            w = wide * share
            bodies.append(box(x, level - tall, w, tall - 4))
            roofs.append(polygon((x - 3 * share, level - tall + 4), (x + w * 0.16, level - tall - 16),
                                 (x + w * 0.84, level - tall - 16), (x + w + 3 * share, level - tall + 4)))  # fmt: skip
            if share > 0.6:
                doors.append(box(x + w * 0.34, level - tall + 22, w * 0.32, tall - 34))
            wheels += [disc(x + w * 0.24, level + 8, min(12, w / 5)), disc(x + w * 0.76, level + 8, min(12, w / 5))]
            if share == 1.0 and i + 1 < count:
                wheels.append(box(x + w, level - 14, step - wide, 7))
        s.ink(s.shape(*wheels), NIGHT)
        wood = s.shape(*bodies)
        s.ink(wood, mix(MADDER, OCHRE, 0.3))
        s.ink(s.lines(wood * 0.34, 13, 90, 0.1), deep(MADDER, 0.45))
        s.ink(np.clip(wood - s.shift(wood, 0, 9), 0, 1), mix(OCHRE, LAMP, 0.35))
        s.ink(s.shape(*roofs), deep(MADDER, 0.62))
        s.ink(s.shape(*doors), deep(MADDER, 0.6))
    image = s.pull()
    t = Letters(image, scale)
    t.write(left, 390, "Didžiausi trėmimai iš Lietuvos" if lt else "The largest deportations from Lithuania", 126, serif=True, bold=True, halo=None)
    t.fill(box(left, 470, wide, 58), mix(MADDER, OCHRE, 0.3))
    t.fill(polygon((left - 3, 473), (left + 12, 457), (left + 51, 457), (left + 66, 473)), deep(MADDER, 0.4))
    t.write(left + 96, 524, "vienas vagonas – 1000 žmonių" if lt else "one wagon stands for 1,000 people", 70, halo=None)
    for level, (name_lt, name_en, people) in zip(levels, DEPORTED, strict=True):
        w = t.write(left, level - 142, number(people, lang), 112, LAMP, serif=True, bold=True, halo=None)
        t.write(left + w + 44, level - 142, name_lt if lt else name_en, 76, halo=None)
    t.write(left, 2150, "Iš viso ištremta apie 130 000 žmonių" if lt else "All deportations together: about 130,000 people", 76, bold=True)
    t.done()
    return image


def hemicycle() -> list[tuple[float, float, float]]:
    """141 seats in seven arcs: x, y and angle, ordered from left to right."""
    radii = [620 + i * 128 for i in range(7)]
    total = sum(radii)
    counts = [round(141 * r / total) for r in radii]
    counts[-1] += 141 - sum(counts)
    seats = []
    for radius, count in zip(radii, counts, strict=True):
        for i in range(count):
            angle = math.pi * (0.03 + 0.94 * i / (count - 1))
            seats.append((1800 - math.cos(angle) * radius, 1690 - math.sin(angle) * radius, angle))
    return sorted(seats, key=lambda seat: seat[2])


def votes(lang: str, scale: float) -> QImage:
    """The vote of 11 March 1990, seat by seat."""
    lt = lang == "lt"
    s = Sheet(deep(MADDER, 0.72), scale, 72)
    floor = np.clip(1.1 - s.distance(1800, 1690) / 2200, 0, 1)
    s.ink(s.rings(np.clip(floor * 0.7 - 0.05, 0, 0.6), 1800, 1690, 32), deep(MADDER, 0.48))
    seats = hemicycle()
    groups = {"yes": seats[:124], "abstained": seats[124:130], "uncounted": seats[130:133], "unfilled": seats[133:]}

    def chairs(some: list[tuple[float, float, float]], size: float) -> list[QPainterPath]:
        return [blob([(x + math.cos(a) * r * size, y + math.sin(a) * r * size) for a, r in
                      [(k * math.tau / 12, 1 + 0.04 * ((k * 5 + int(x)) % 3)) for k in range(12)]]) for x, y, _ in some]  # fmt: skip

    s.ink(s.shape(*chairs(seats, 47), offset=(7, 10)), deep(MADDER, 0.9))
    yes = s.shape(*chairs(groups["yes"], 45))
    s.ink(yes, mix(BRASS, LAMP, 0.35))
    s.ink(s.lines(yes * 0.4, 15, 35, 0.2), pale(LAMP, 0.6))
    abstained = s.shape(*chairs(groups["abstained"], 45))
    s.ink(abstained, pale(SLATE, 0.2))
    s.ink(s.lines(abstained * 0.4, 15, -35, 0.2), pale(SLATE, 0.55))
    grey = s.shape(*chairs(groups["uncounted"], 45))
    s.ink(grey, deep(ASH, 0.1))
    s.ink(s.lines(grey * 0.4, 15, 90, 0.1), deep(ASH, 0.6))
    rings = chairs(groups["unfilled"], 41)
    s.ink(s.shape(*chairs(groups["unfilled"], 45)), deep(MADDER, 0.8))
    s.ink(s.stroke(*rings, width=8), pale(ASH, 0.25))
    image = s.pull()
    t = Letters(image, scale)
    t.write(1800, 1560, "124", 380, LAMP, align="middle", serif=True, bold=True, halo=None)
    t.write(1800, 1680, "už" if lt else "in favour", 96, align="middle", serif=True, halo=None)
    rows = (
        (mix(BRASS, LAMP, 0.35), "124", "už" if lt else "for", False), (pale(SLATE, 0.2), "6", "susilaikė" if lt else "abstained", False),
        (deep(ASH, 0.1), "3", "neįskaičiuoti" if lt else "not counted", False), (pale(ASH, 0.25), "8", "neužimtos vietos" if lt else "seats unfilled", True),
    )  # fmt: skip
    x = 500.0
    for colour, count, text, hollow in rows:
        mark = disc(x + 34, 1898, 34)
        if hollow:
            t.stroke(disc(x + 34, 1898, 30), colour, 8)
        else:
            t.fill(mark, colour)
        w = t.write(x + 92, 1924, count, 92, serif=True, bold=True, halo=None)
        x += 92 + w + 22
        x += t.write(x, 1924, text, 74, halo=None) + 96
    t.write(500, 2080, "Prieš – 0. Iš 141 vietos buvo užimtos 133." if lt else "Against: 0. Of 141 seats, 133 were filled.", 74, mix(PAPER, ASH, 0.25), halo=None)
    t.done()
    return image


SLIPS = (("yes", 153), ("no", 11), ("invalid", 5), ("none", 31))


def vote(lang: str, scale: float) -> QImage:
    """9 February 1991 as 200 slips, each half a per cent of all registered voters."""
    lt = lang == "lt"
    s = Sheet(deep(MOSS, 0.68), scale, 73)
    s.ink(s.lines(np.clip(1 - s.distance(1500, 900) / 2600, 0.05, 0.5), 32, 12, 0.8), deep(MOSS, 0.45))
    places = [(480 + (i // 10) * 134, 330 + (i % 10) * 134) for i in range(200)]
    dice = random.Random(29)
    looks = {"yes": (mix(BRASS, LAMP, 0.45), pale(LAMP, 0.55)), "no": (mix(MADDER, FLAG_RED, 0.15), mix(MADDER, LAMP, 0.4)),
             "invalid": (pale(SLATE, 0.1), pale(SLATE, 0.5)), "none": (deep(MOSS, 0.82), deep(MOSS, 0.5))}  # fmt: skip
    at = 0
    for kind, count in SLIPS:
        slips = []
        for x, y in places[at : at + count]:
            turn = math.radians(dice.uniform(-3.5, 3.5))
            corners = [(-50, -56), (50, -56), (50, 56), (-50, 56)]
            slips.append(polygon(*[(x + 60 + cx * math.cos(turn) - cy * math.sin(turn), y + 60 + cx * math.sin(turn) + cy * math.cos(turn))
                                   for cx, cy in corners]))  # fmt: skip
        at += count
        colour, light = looks[kind]
        if kind != "none":
            s.ink(s.shape(*slips, offset=(8, 11)), deep(MOSS, 0.92))
        mask = s.shape(*slips)
        s.ink(mask, colour)
        s.ink(s.lines(mask * 0.36, 15, 52, 0.2), light)
        if kind == "none":
            s.ink(s.stroke(*slips, width=5), deep(MOSS, 0.25))
    image = s.pull()
    t = Letters(image, scale)
    shares = (
        ("yes", 76.5, "taip" if lt else "yes"), ("no", 5.5, "ne" if lt else "no"),
        ("invalid", 2.5, "negaliojantys" if lt else "invalid"), ("none", 15.5, "nebalsavo*" if lt else "no ballot*"),
    )  # fmt: skip
    x = 490.0
    for kind, share, name in shares:
        big = kind == "yes"
        t.fill(box(x, 1822, 62, 72), looks[kind][0])
        if kind == "none":
            t.stroke(box(x, 1822, 62, 72), deep(MOSS, 0.1), 5)
        w = t.write(x + 86, 1894, f"{number(share, lang, 1)}\u00a0%" if lt else f"{share:.1f}%", 132 if big else 100, LAMP if big else PAPER,
                    serif=True, bold=True, halo=None)  # fmt: skip
        w2 = t.write(x + 88, 1990, name, 74, halo=None)
        x += 86 + max(w, w2) + 110
    t.write(490, 2100, "Vienas lapelis – 0,5 % visų 2 652 738 rinkėjų" if lt else "One slip is 0.5% of all 2,652,738 registered voters", 70, mix(PAPER, ASH, 0.12), halo=None)
    t.write(490, 2186, "*neatvyko arba jų biuletenių nerasta" if lt else "*did not vote, or no ballot was found", 62, mix(PAPER, ASH, 0.3), halo=None)
    t.done()
    return image


def tower(lang: str, scale: float) -> QImage:
    """The television tower to scale, in a winter night with people at its foot."""
    lt = lang == "lt"
    s = Sheet(deep(SLATE, 0.6), scale, 74)
    foot, top, cx = 1990, 270, 1640
    metre = (foot - top) / 326.5
    s.ink(s.lines(np.clip((s.y - 200) / 2600, 0.04, 0.7) * np.ones_like(s.x), 32, -1, 1.3), mix(SLATE, NIGHT, 0.2))
    near = s.glow(cx, foot, 900, 1.5)
    s.ink(s.rings(np.clip(near * 0.9, 0, 0.7) * (s.y < foot), cx, foot, 30, 1.5), deep(OCHRE, 0.18))
    s.ink(s.shape(stars(120, 1400, 9)), pale(SLATE, 0.6))
    trees = [polygon((x - 34, foot + 12), (x, foot - 50 - (x * 29 % 57)), (x + 34, foot + 12)) for x in range(-20, 3640, 36) if abs(x - cx) > 480]
    s.ink(s.shape(*trees), deep(SLATE, 0.78))
    snow = s.fill(rolling(foot + 8, 5, 3), deep(SLATE, 0.38))
    s.ink(s.lines(snow * np.clip(1.1 - s.distance(cx, foot, 2) / 1300, 0.1, 0.7), 22, 0, 0.7), mix(SLATE, PAPER, 0.35))

    def up(metres: float) -> float:
        return foot - metres * metre

    shaft = polygon((cx - 7.5 * metre, up(0)), (cx - 4.4 * metre, up(40)), (cx - 3.3 * metre, up(190)), (cx + 3.3 * metre, up(190)),
                    (cx + 4.4 * metre, up(40)), (cx + 7.5 * metre, up(0)))  # fmt: skip
    deck = polygon((cx - 7 * metre, up(155)), (cx - 19 * metre, up(163)), (cx - 19 * metre, up(170)), (cx - 10 * metre, up(176)),
                   (cx - 6 * metre, up(182)), (cx + 6 * metre, up(182)), (cx + 10 * metre, up(176)), (cx + 19 * metre, up(170)),
                   (cx + 19 * metre, up(163)), (cx + 7 * metre, up(155)))  # fmt: skip
    mast = polygon((cx - 3 * metre, up(190)), (cx - 2.6 * metre, up(258)), (cx - 1.6 * metre, up(260)), (cx - 0.9 * metre, up(326.5)),
                   (cx + 0.9 * metre, up(326.5)), (cx + 1.6 * metre, up(260)), (cx + 2.6 * metre, up(258)), (cx + 3 * metre, up(190)))  # fmt: skip
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
    s.ink(s.rings(np.clip(s.glow(cx, up(167), 190, 2) * 0.6, 0, 0.5) * (1 - concrete), cx, up(167), 18, 2), BRASS)
    for metres in (205, 262, 325):
        s.ink(s.rings(np.clip(s.glow(cx, up(metres), 56), 0, 0.8), cx, up(metres), 13), FLAG_RED)
        s.fill(disc(cx, up(metres), 9), mix(FLAG_RED, LAMP, 0.4))
    # Gediminas' Tower at the same scale, about 20 m.
    gx = cx + 560
    s.fill(polygon((gx - 46, foot + 4), (gx - 40, foot - 46), (gx - 36, foot - 108), (gx + 36, foot - 108), (gx + 40, foot - 46), (gx + 46, foot + 4)), mix(MADDER, OCHRE, 0.4))
    s.fill(box(gx - 42, foot - 116, 84, 14), mix(MADDER, OCHRE, 0.55))
    s.ink(s.shape(*[box(gx - 24 + 20 * i, foot - 94 + 30 * j, 8, 16) for i in range(3) for j in range(2)]), NIGHT)
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
    for x, y in ((cx - 380, foot + 92), (cx + 300, foot + 110), (cx - 90, foot + 140), (cx + 520, foot + 60)):
        s.ink(s.rings(np.clip(s.glow(x, y, 74, 1.7), 0, 0.8), x, y, 14, 1.7), mix(OCHRE, MADDER, 0.2))
        s.fill(blob([(x - 15, y), (x - 5, y - 32), (x + 2, y - 17), (x + 9, y - 38), (x + 16, y)]), LAMP)
    person = (gx + 230, foot + 4)
    s.fill(limb([person, (person[0], person[1] - 6.5)], [2.6, 1.9]), PAPER)
    image = s.pull(wobble=1.4)
    t = Letters(image, scale)
    rule = cx - 420
    t.stroke(polyline((rule, up(0)), (rule, up(326.5))), BRASS, 5)
    for metres in (0, 326.5):
        t.stroke(polyline((rule - 34, up(metres)), (cx - 60 if metres else rule + 34, up(metres))), BRASS, 5)
    t.write(rule - 60, up(163) - 10, number(326.5, lang, 1), 230, LAMP, align="right", serif=True, bold=True, halo=None)
    t.write(rule - 60, up(163) + 96, "metro" if lt else "metres", 88, align="right", serif=True, halo=None)
    t.stroke(polyline((cx + 116, up(167)), (cx + 330, up(192))), PAPER, 4)
    t.write(cx + 350, up(192) + 6, "Televizijos bokštas" if lt else "TV tower", 80, bold=True, halo=None)
    t.write(cx + 350, up(192) + 96, "Vilnius", 72, mix(PAPER, ASH, 0.2), halo=None)
    t.write(gx - 60, foot - 250, "Gedimino bokštas" if lt else "Gediminas' Tower".replace("'", "\u2019"), 70, bold=True, halo=None)
    t.stroke(polyline((gx, foot - 226), (gx, foot - 134)), PAPER, 4)
    t.stroke(polyline((person[0], person[1] - 22), (person[0] + 90, foot - 96)), PAPER, 4)
    t.write(person[0] + 104, foot - 84, "žmogus" if lt else "a person", 70, halo=None)
    t.done()
    return image


PICTURES = {
    f"events/{place}.{lang}.webp": partial(draw, lang)
    for place, draw in (
        ("1948-05-22-deportations/chart", wagons), ("1990-03-11-act/votes", votes),
        ("1991-01-13-tv-tower/tv-tower", tower), ("1991-02-09-vote/vote", vote),
    )  # fmt: skip
    for lang in ("lt", "en")
}
