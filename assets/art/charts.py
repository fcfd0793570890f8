"""Numbers drawn: wagons, seats, ballots."""

from __future__ import annotations

import math
import random
from functools import partial

import numpy as np
from engraving import Sheet
from lettering import Letters, number
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
from PySide6.QtGui import QImage, QPainterPath
from strokes import blob, box, disc, polygon

DEPORTED = (
    ("1941 m. birželis", "June 1941", 16_989),
    ("1948 m. gegužė", "May 1948", 39_766),
    ("1949 m. kovas", "March 1949", 31_917),
    ("1951 m. ruduo", "Autumn 1951", 20_357),
)


WAGON = 1000


def wagons(lang: str, scale: float) -> QImage:
    """The four largest deportations as trains; a wagon stands for a thousand people."""
    lt = lang == "lt"
    s = Sheet(deep(SLATE, 0.66), scale, 71)
    s.ink(
        s.lines(np.clip(0.1 + s.y / 6000, 0, 0.5) * np.ones_like(s.x), 34, 0, 1.2),
        deep(SLATE, 0.42),
    )
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
            roofs.append(
                polygon(
                    (x - 3 * share, level - tall + 4),
                    (x + w * 0.16, level - tall - 16),
                    (x + w * 0.84, level - tall - 16),
                    (x + w + 3 * share, level - tall + 4),
                )
            )
            if share > 0.6:
                doors.append(box(x + w * 0.34, level - tall + 22, w * 0.32, tall - 34))
            wheels += [
                disc(x + w * 0.24, level + 8, min(12, w / 5)),
                disc(x + w * 0.76, level + 8, min(12, w / 5)),
            ]
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
    t.write(
        left,
        390,
        "Didžiausi trėmimai iš Lietuvos" if lt else "The largest deportations from Lithuania",
        126,
        serif=True,
        bold=True,
        halo=None,
    )
    t.fill(box(left, 470, wide, 58), mix(MADDER, OCHRE, 0.3))
    t.fill(
        polygon((left - 3, 473), (left + 12, 457), (left + 51, 457), (left + 66, 473)),
        deep(MADDER, 0.4),
    )
    t.write(
        left + 96,
        524,
        "vienas vagonas – 1000 žmonių" if lt else "one wagon stands for 1,000 people",
        70,
        halo=None,
    )
    for level, (name_lt, name_en, people) in zip(levels, DEPORTED, strict=True):
        w = t.write(
            left, level - 142, number(people, lang), 112, LAMP, serif=True, bold=True, halo=None
        )
        t.write(left + w + 44, level - 142, name_lt if lt else name_en, 76, halo=None)
    t.write(
        left,
        2150,
        "Iš viso ištremta apie 130 000 žmonių"
        if lt
        else "All deportations together: about 130,000 people",
        76,
        bold=True,
    )
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
    groups = {
        "yes": seats[:124],
        "abstained": seats[124:130],
        "uncounted": seats[130:133],
        "unfilled": seats[133:],
    }

    def chairs(some: list[tuple[float, float, float]], size: float) -> list[QPainterPath]:
        return [
            blob(
                [
                    (x + math.cos(a) * r * size, y + math.sin(a) * r * size)
                    for a, r in [
                        (k * math.tau / 12, 1 + 0.04 * ((k * 5 + int(x)) % 3)) for k in range(12)
                    ]
                ]
            )
            for x, y, _ in some
        ]

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
        (mix(BRASS, LAMP, 0.35), "124", "už" if lt else "for", False),
        (pale(SLATE, 0.2), "6", "susilaikė" if lt else "abstained", False),
        (deep(ASH, 0.1), "3", "neįskaičiuoti" if lt else "not counted", False),
        (pale(ASH, 0.25), "8", "neužimtos vietos" if lt else "seats unfilled", True),
    )
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
    t.write(
        500,
        2080,
        "Prieš – 0. Iš 141 vietos buvo užimtos 133."
        if lt
        else "Against: 0. Of 141 seats, 133 were filled.",
        74,
        mix(PAPER, ASH, 0.25),
        halo=None,
    )
    t.done()
    return image


SLIPS = (("yes", 153), ("no", 11), ("invalid", 5), ("none", 31))


def vote(lang: str, scale: float) -> QImage:
    """9 February 1991 as 200 slips, each half a per cent of all registered voters."""
    lt = lang == "lt"
    s = Sheet(deep(MOSS, 0.68), scale, 73)
    s.ink(
        s.lines(np.clip(1 - s.distance(1500, 900) / 2600, 0.05, 0.5), 32, 12, 0.8), deep(MOSS, 0.45)
    )
    places = [(480 + (i // 10) * 134, 330 + (i % 10) * 134) for i in range(200)]
    dice = random.Random(29)
    looks = {
        "yes": (mix(BRASS, LAMP, 0.45), pale(LAMP, 0.55)),
        "no": (mix(MADDER, FLAG_RED, 0.15), mix(MADDER, LAMP, 0.4)),
        "invalid": (pale(SLATE, 0.1), pale(SLATE, 0.5)),
        "none": (deep(MOSS, 0.82), deep(MOSS, 0.5)),
    }
    at = 0
    for kind, count in SLIPS:
        slips = []
        for x, y in places[at : at + count]:
            turn = math.radians(dice.uniform(-3.5, 3.5))
            corners = [(-50, -56), (50, -56), (50, 56), (-50, 56)]
            slips.append(
                polygon(
                    *[
                        (
                            x + 60 + cx * math.cos(turn) - cy * math.sin(turn),
                            y + 60 + cx * math.sin(turn) + cy * math.cos(turn),
                        )
                        for cx, cy in corners
                    ]
                )
            )
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
        ("yes", 76.5, "taip" if lt else "yes"),
        ("no", 5.5, "ne" if lt else "no"),
        ("invalid", 2.5, "negaliojantys" if lt else "invalid"),
        ("none", 15.5, "nebalsavo*" if lt else "no ballot*"),
    )
    x = 490.0
    for kind, share, name in shares:
        big = kind == "yes"
        t.fill(box(x, 1822, 62, 72), looks[kind][0])
        if kind == "none":
            t.stroke(box(x, 1822, 62, 72), deep(MOSS, 0.1), 5)
        w = t.write(
            x + 86,
            1894,
            f"{number(share, lang, 1)}\u00a0%" if lt else f"{share:.1f}%",
            132 if big else 100,
            LAMP if big else PAPER,
            serif=True,
            bold=True,
            halo=None,
        )
        w2 = t.write(x + 88, 1990, name, 74, halo=None)
        x += 86 + max(w, w2) + 110
    t.write(
        490,
        2100,
        "Vienas lapelis – 0,5 % visų 2 652 738 rinkėjų"
        if lt
        else "One slip is 0.5% of all 2,652,738 registered voters",
        70,
        mix(PAPER, ASH, 0.12),
        halo=None,
    )
    t.write(
        490,
        2186,
        "*neatvyko arba jų biuletenių nerasta" if lt else "*did not vote, or no ballot was found",
        62,
        mix(PAPER, ASH, 0.3),
        halo=None,
    )
    t.done()
    return image


PICTURES = {
    f"events/{place}.{lang}.webp": partial(draw, lang)
    for place, draw in (
        ("1948-05-22-deportations/chart", wagons),
        ("1990-03-11-act/votes", votes),
        ("1991-02-09-vote/vote", vote),
    )
    for lang in ("lt", "en")
}
