"""People hand in hand, as flat printed figures of any size.

A figure stands on (0, 0), one unit high, x to the right and y up, and is drawn through a painter
that the caller has placed and scaled. Hands reach for points that neighbours share.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin
from typing import Literal

from baltic_way_ink import NIGHT, mix, through
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

Point = tuple[float, float]
Dress = Literal["trousers", "skirt", "dress"]
Hair = Literal["short", "long", "bun", "scarf", "cap", "bob"]

# Cloth by daylight; the low sun behind the people takes most of it away.
CLOTH = ("#8a3b2e", "#4f6272", "#5d6b45", "#a07a35", "#b9a98c", "#6b5a4a", "#7a4a50", "#3f4d58")
SKIN = "#a9805c"


@dataclass(frozen=True)
class Person:
    """Who stands there: height in metres and what the outline shows."""

    height: float
    broad: float
    dress: Dress
    hair: Hair
    top: str
    bottom: str
    tilt: float
    phase: float


def crowd(count: int) -> list[Person]:
    """So many different people, always the same ones."""
    rng = random.Random(600)
    people: list[Person] = []
    for i in range(count):
        child = i % 7 == 4
        woman = rng.random() < 0.52
        height = rng.uniform(1.12, 1.42) if child else rng.uniform(1.60, 1.70)
        if not child and not woman:
            height += rng.uniform(0.06, 0.18)
        dresses: tuple[Dress, ...] = ("skirt", "dress", "dress", "trousers")
        hairs: tuple[Hair, ...] = ("long", "bun", "scarf", "bob", "bob")
        people.append(
            Person(
                height=height,
                broad=rng.uniform(0.92, 1.06) * (1.06 if not woman else 0.97),
                dress=rng.choice(dresses) if woman else "trousers",
                hair=rng.choice(hairs) if woman else rng.choice(("short", "short", "cap")),
                top=rng.choice(CLOTH),
                bottom=rng.choice(CLOTH[1:3] + CLOTH[5:]),
                tilt=rng.uniform(-0.10, 0.10),
                phase=rng.uniform(0, 2 * pi),
            )
        )
    return people


def _mirrored(right: list[Point]) -> list[Point]:
    """An outline from its right half, top to bottom."""
    return right + [(-x, y) for x, y in reversed(right)]


def _leg(side: int, broad: float, bare: bool) -> tuple[QPainterPath, QPainterPath]:
    """A leg and its shoe."""
    hip, knee, ankle = (0.062, 0.046, 0.030) if bare else (0.088, 0.064, 0.050)
    inner = 0.012 if bare else 0.004
    outline = [
        (inner, 0.50),
        (hip * broad, 0.51),
        (hip * broad * 0.98, 0.42),
        (knee + 0.020, 0.28),
        (knee + 0.022, 0.20),
        (ankle + 0.014, 0.06),
        (ankle + 0.012, 0.02),
        (0.022, 0.02),
        (0.020, 0.10),
        (0.014, 0.22),
        (0.016, 0.30),
        (0.006, 0.44),
    ]
    path = through([(side * x, y) for x, y in outline])
    shoe = [(0.012, 0.032), (0.050, 0.036), (0.078, 0.014), (0.080, -0.006), (0.012, -0.004)]
    return path, through([(side * x, y) for x, y in shoe])


def _torso(person: Person) -> QPainterPath:
    b = person.broad
    if person.dress == "trousers" and person.hair in ("short", "cap"):
        half = [(0.03, 0.862), (0.085 * b, 0.842), (0.128 * b, 0.815), (0.124 * b, 0.74)]
        half += [(0.104 * b, 0.64), (0.098 * b, 0.56), (0.104 * b, 0.475)]
    else:
        half = [(0.026, 0.860), (0.072 * b, 0.838), (0.108 * b, 0.812), (0.104 * b, 0.74)]
        half += [(0.080 * b, 0.645), (0.088 * b, 0.57), (0.106 * b, 0.49)]
    return through(_mirrored(half))


def _skirt(person: Person, sway: float) -> QPainterPath:
    b = person.broad
    top = 0.62 if person.dress == "dress" else 0.60
    right = [(0.070 * b, top), (0.100 * b, 0.53), (0.128 * b, 0.40), (0.150 * b, 0.275)]
    right += [(0.070 * b, 0.262)]
    outline = _mirrored(right)
    return through([(x + sway * (0.6 - y) * 0.9, y) for x, y in outline])


def _head(person: Person) -> tuple[QPainterPath, QPainterPath]:
    """The face with the neck, and the hair or headwear."""
    face = QPainterPath()
    face.addPath(
        through(
            _mirrored(
                [(0.012, 0.998), (0.042, 0.985), (0.052, 0.945), (0.046, 0.902), (0.020, 0.874)]
            )
        )
    )
    face = face.united(through(_mirrored([(0.028, 0.905), (0.026, 0.87), (0.045, 0.838)])))
    match person.hair:
        case "short":
            half = [(0.014, 1.012), (0.050, 0.998), (0.060, 0.955), (0.050, 0.928)]
            hair = through([*_mirrored(half)[:4], (0.040, 0.962), (-0.040, 0.962), *_tail(half)])
        case "cap":
            half = [(0.014, 1.014), (0.052, 1.004), (0.062, 0.972), (0.070, 0.958)]
            hair = through(_mirrored(half))
        case "bob":
            half = [(0.014, 1.014), (0.054, 1.000), (0.070, 0.950), (0.068, 0.890), (0.044, 0.884)]
            hair = through([*half, (0.036, 0.96), (-0.036, 0.96), *_tail(half)])
        case "long":
            half = [(0.014, 1.014), (0.054, 1.000), (0.068, 0.940), (0.072, 0.850), (0.060, 0.770)]
            hair = through(_mirrored(half))
        case "bun":
            half = [(0.014, 1.010), (0.050, 0.998), (0.058, 0.950), (0.046, 0.915)]
            hair = through(_mirrored(half))
            hair.addEllipse(QPointF(0.004, 1.012), 0.030, 0.026)
            hair = hair.simplified()
        case "scarf":
            half = [(0.012, 1.012), (0.052, 1.000), (0.066, 0.945), (0.058, 0.885), (0.030, 0.850)]
            hair = through(_mirrored(half))
    return face, hair


def _tail(half: list[Point]) -> list[Point]:
    return [(-x, y) for x, y in reversed(half)]


def _arm(shoulder: Point, hand: Point, outward: int) -> tuple[list[QPainterPath], ...]:
    """Sleeve and bare forearm of an arm that bends a little at the elbow."""
    upper, fore = 0.180, 0.215
    dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
    reach = min(hypot(dx, dy), (upper + fore) * 0.998)
    angle = atan2(dy, dx)
    bend = (upper * upper + reach * reach - fore * fore) / (2 * upper * max(reach, 0.05))
    lift = pi / 2 if bend <= 0 else min(0.7, max(0.0, 1 - bend) ** 0.5 * 1.42)
    at_elbow = angle + outward * lift
    elbow = (shoulder[0] + upper * cos(at_elbow), shoulder[1] + upper * sin(at_elbow))
    sleeve_end = (
        shoulder[0] + (elbow[0] - shoulder[0]) * 0.86,
        shoulder[1] + (elbow[1] - shoulder[1]) * 0.86,
    )
    sleeve = _limb(shoulder, sleeve_end, 0.037, 0.035)
    bare = _limb(shoulder, elbow, 0.029, 0.025) + _limb(elbow, hand, 0.025, 0.017)
    palm = QPainterPath()
    palm.addEllipse(QPointF(*hand), 0.023, 0.025)
    return sleeve, [*bare, palm]


def _limb(a: Point, b: Point, wide_a: float, wide_b: float) -> list[QPainterPath]:
    angle = atan2(b[1] - a[1], b[0] - a[0]) + pi / 2
    x, y = cos(angle), sin(angle)
    shaft, ends = QPainterPath(), (QPainterPath(), QPainterPath())
    shaft.moveTo(a[0] + x * wide_a, a[1] + y * wide_a)
    shaft.lineTo(b[0] + x * wide_b, b[1] + y * wide_b)
    shaft.lineTo(b[0] - x * wide_b, b[1] - y * wide_b)
    shaft.lineTo(a[0] - x * wide_a, a[1] - y * wide_a)
    shaft.closeSubpath()
    ends[0].addEllipse(QPointF(*a), wide_a, wide_a)
    ends[1].addEllipse(QPointF(*b), wide_b, wide_b)
    return [shaft, *ends]


class Figure:
    """The parts of one person that never change, kept so that a film is drawn quickly."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self._legs = [_leg(side, person.broad, person.dress != "trousers") for side in (-1, 1)]
        self._torso = _torso(person)
        self._face, self._hair = _head(person)
        self.shoulder = (0.082 if person.hair not in ("short", "cap") else 0.100) * person.broad

    def draw(
        self,
        painter: QPainter,
        left: Point,
        right: Point,
        *,
        lean: float,
        light: float,
        near: bool,
    ) -> None:
        """The person with both hands at the given points.

        `lean` is how far the shoulders are to the side; `light` from 0, an outline against the
        sky, to 1, the colours by day. Only a `near` person shows the printed shadow.
        """
        person = self.person

        def cloth(colour: str) -> QColor:
            return mix(NIGHT, colour, light)

        skin = mix(NIGHT, SKIN, light * 0.9)
        trousers = person.dress == "trousers"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(cloth(person.bottom) if trousers else skin)
        for leg, _ in self._legs:
            painter.drawPath(leg)
        painter.setBrush(mix(NIGHT, "#3a2c22", light))
        for _, shoe in self._legs:
            painter.drawPath(shoe)
        painter.save()
        painter.shear(lean, 0)
        arms = [
            _arm((-self.shoulder, 0.788), (left[0] - lean * left[1], left[1]), 1),
            _arm((self.shoulder, 0.788), (right[0] - lean * right[1], right[1]), -1),
        ]
        for sleeve, bare in arms:
            painter.setBrush(skin)
            for part in bare:
                painter.drawPath(part)
            painter.setBrush(cloth(person.top))
            for part in sleeve:
                painter.drawPath(part)
        painter.drawPath(self._torso)
        if near:
            self._creases(painter)
        if not trousers:
            painter.setBrush(cloth(person.top if person.dress == "dress" else person.bottom))
            painter.drawPath(_skirt(person, lean))
        painter.save()
        painter.translate(0, 0.86)
        painter.rotate(person.tilt * 57.3 * 0.6)
        painter.translate(0, -0.86)
        painter.setBrush(skin)
        painter.drawPath(self._face)
        painter.setBrush(cloth(person.top if person.hair in ("scarf", "cap") else "#2c221b"))
        painter.drawPath(self._hair)
        painter.restore()
        painter.restore()

    def _creases(self, painter: QPainter) -> None:
        """The printed shadow on the side away from the sun."""
        painter.save()
        painter.setClipPath(self._torso, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(mix(NIGHT, NIGHT, 0, 0.42), 0.0045))
        for i in range(26):
            y = 0.46 + i * 0.0155
            painter.drawLine(QPointF(0.045, y), QPointF(0.16, y + 0.035))
        painter.restore()
