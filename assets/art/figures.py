"""People seen from behind, as silhouettes one unit tall standing on y = 0, heads towards -1."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QPainterPath, QTransform
from strokes import Point, blob, curve, disc, gouges, joined, joined_loose, limb, placed, polygon


def _mirrored(right: list[Point]) -> QPainterPath:
    """A smooth outline from its right half, top to bottom."""
    return blob([*right, *[(-x, y) for x, y in reversed(right)]], 0.9)


def _legs(top: float, hip: float, ankle: float, stance: float) -> list[QPainterPath]:
    """Two legs from `top`; half-width `hip` above, `ankle` below, feet `stance` apart."""
    parts = []
    for side, shift in ((-1, 0.0), (1, stance)):
        inner = 0.012 + shift * 0.4
        foot = 0.05 + shift
        parts.append(
            blob(
                [
                    (side * 0.004, top - 0.03),
                    (side * hip, top),
                    (side * (hip * 0.96), top + 0.1),
                    (side * (foot + ankle * 1.25), -0.23),
                    (side * (foot + ankle * 1.3), -0.17),
                    (side * (foot + ankle), -0.05),
                    (side * (foot - ankle), -0.05),
                    (side * (foot - ankle * 1.15), -0.2),
                    (side * inner, top + 0.07),
                ],
                0.8,
            )  # fmt: skip
        )
        parts.append(blob([(side * (foot - 0.026), -0.06), (side * (foot + 0.027), -0.06),
                           (side * (foot + 0.036), -0.012), (side * (foot + 0.02), 0.002),
                           (side * (foot - 0.024), 0.002), (side * (foot - 0.03), -0.015)], 0.7))  # fmt: skip
    return parts


def _calves(hem: float) -> list[QPainterPath]:
    """Bare legs below a skirt."""
    parts = []
    for side in (-1, 1):
        parts.append(limb([(side * 0.042, -hem - 0.05), (side * 0.043, -0.17), (side * 0.036, -0.03)],
                          [0.033, 0.029, 0.015]))  # fmt: skip
        parts.append(blob([(side * 0.016, -0.03), (side * 0.052, -0.03), (side * 0.06, -0.004),
                           (side * 0.02, 0.002)], 0.7))  # fmt: skip
    return parts


def _head(hair: str) -> list[QPainterPath]:
    skull = blob(
        [(0, -1), (0.03, -0.99), (0.046, -0.955), (0.044, -0.915), (0.034, -0.88), (0, -0.866),
         (-0.034, -0.88), (-0.044, -0.915), (-0.046, -0.955), (-0.03, -0.99)]
    )  # fmt: skip
    neck = polygon((-0.027, -0.9), (0.027, -0.9), (0.034, -0.83), (-0.034, -0.83))
    parts = [skull, neck]
    if hair == "short":
        parts += [blob([(x * 0.042, -0.945), (x * 0.053, -0.94), (x * 0.05, -0.91),
                        (x * 0.042, -0.908)]) for x in (-1, 1)]  # fmt: skip
    elif hair == "bob":
        parts.append(_mirrored([(0.02, -1.008), (0.05, -0.985), (0.06, -0.94), (0.06, -0.885),
                                (0.05, -0.858), (0.015, -0.862)]))  # fmt: skip
    elif hair == "long":
        parts.append(_mirrored([(0.02, -1.006), (0.048, -0.985), (0.056, -0.93), (0.06, -0.86),
                                (0.066, -0.79), (0.05, -0.745), (0.012, -0.73)]))  # fmt: skip
    elif hair == "bun":
        parts += [disc(0.006, -0.992, 0.028, 0.024), disc(0, -0.95, 0.05, 0.048)]
    elif hair == "braid":
        parts.append(disc(0, -0.95, 0.049, 0.052))
        parts.append(limb([(0, -0.9), (0.012, -0.8), (0.006, -0.7), (0.014, -0.62)],
                          [0.024, 0.019, 0.016, 0.006]))  # fmt: skip
    elif hair == "cap":
        parts.append(blob([(-0.046, -0.935), (-0.057, -0.962), (-0.04, -0.992), (0.02, -1.0),
                           (0.052, -0.984), (0.06, -0.957), (0.045, -0.935)], 0.9))  # fmt: skip
    elif hair == "hat":
        parts.append(blob([(-0.086, -0.953), (-0.04, -0.966), (0.04, -0.968), (0.086, -0.957),
                           (0.04, -0.946), (-0.04, -0.944)], 0.9))  # fmt: skip
        parts.append(blob([(-0.049, -0.955), (-0.046, -1.0), (-0.02, -1.022), (0.02, -1.018),
                           (0.046, -1.0), (0.049, -0.955)], 0.8))  # fmt: skip
    elif hair == "scarf":
        parts.append(_mirrored([(0.02, -1.01), (0.048, -0.988), (0.058, -0.94), (0.054, -0.89),
                                (0.052, -0.85), (0.03, -0.81), (0.004, -0.775)]))  # fmt: skip
    return parts


def _body(dress: str) -> list[QPainterPath]:
    if dress == "jacket":
        torso = [(0.026, -0.868), (0.062, -0.842), (0.104, -0.824), (0.122, -0.79), (0.118, -0.72),
                 (0.1, -0.62), (0.1, -0.54), (0.108, -0.46), (0.106, -0.43), (0.02, -0.424)]  # fmt: skip
        return [_mirrored(torso), *_legs(0 - 0.47, 0.094, 0.032, 0.008)]
    if dress == "shirt":
        torso = [(0.026, -0.866), (0.06, -0.842), (0.1, -0.824), (0.115, -0.79), (0.106, -0.71),
                 (0.084, -0.61), (0.088, -0.53), (0.092, -0.485), (0.02, -0.46)]  # fmt: skip
        return [_mirrored(torso), *_legs(0 - 0.48, 0.091, 0.03, 0.016)]
    if dress == "coat":
        torso = [(0.03, -0.87), (0.068, -0.842), (0.108, -0.822), (0.126, -0.78), (0.118, -0.66),
                 (0.116, -0.5), (0.134, -0.3), (0.136, -0.27), (0.03, -0.262)]  # fmt: skip
        return [_mirrored(torso), *_legs(0 - 0.4, 0.08, 0.03, 0)]
    if dress == "long skirt":
        torso = [(0.026, -0.866), (0.058, -0.838), (0.09, -0.815), (0.104, -0.77), (0.094, -0.66),
                 (0.084, -0.58), (0.108, -0.47), (0.132, -0.28), (0.142, -0.12), (0.1, -0.105),
                 (0.03, -0.1)]  # fmt: skip
        return [_mirrored(torso), *_calves(0.13)]
    if dress == "trousers":
        torso = [(0.024, -0.862), (0.052, -0.84), (0.086, -0.82), (0.098, -0.785), (0.086, -0.7),
                 (0.068, -0.62), (0.084, -0.54), (0.094, -0.49), (0.02, -0.46)]  # fmt: skip
        return [_mirrored(torso), *_legs(0 - 0.49, 0.094, 0.027, 0.012)]
    torso = [(0.024, -0.862), (0.052, -0.84), (0.086, -0.82), (0.097, -0.785), (0.084, -0.7),
             (0.066, -0.622), (0.084, -0.54), (0.112, -0.42), (0.132, -0.31), (0.136, -0.29),
             (0.07, -0.276), (0.02, -0.284)]  # fmt: skip
    return [_mirrored(torso), *_calves(0.3)]


@dataclass(frozen=True)
class Person:
    """One silhouette: what is worn, the hair, and how tall beside an adult man (1.0)."""

    dress: str
    hair: str
    height: float = 1.0
    lean: float = 0.0

    @property
    def head(self) -> float:
        """A child's head is larger beside its body."""
        return 1.0 if self.height > 0.8 else 1.0 + (0.85 - self.height) * 0.75

    def outline(self) -> QPainterPath:
        """Body and head without arms, one unit tall."""
        return _outline(self)


@cache
def _outline(person: Person) -> QPainterPath:
    skull = placed(placed(joined(*_head(person.hair)), 0, 0.855), 0, -0.855, person.head)
    body = QTransform(1, 0, -person.lean, 1, 0, 0).map(joined(*_body(person.dress)))
    return joined(body, placed(skull, person.lean * 0.855, 0))


CROWD = (
    Person("jacket", "short", 1.0, 0.012),
    Person("dress", "bob", 0.93, -0.014),
    Person("shirt", "cap", 1.02, -0.01),
    Person("long skirt", "scarf", 0.86, 0.02),
    Person("trousers", "long", 0.95, 0.014),
    Person("shirt", "short", 1.05, -0.016),
    Person("dress", "braid", 0.9, 0.01),
    Person("jacket", "hat", 0.98, -0.012),
    Person("dress", "bun", 0.91, 0.016),
    Person("coat", "short", 1.0, -0.008),
)
CHILD = Person("dress", "braid", 0.6)
BOY = Person("shirt", "short", 0.66)


@dataclass(frozen=True)
class Standing:
    """A person with feet at (x, y), `size` units tall if an adult."""

    person: Person
    x: float
    y: float
    size: float

    @property
    def tall(self) -> float:
        """Units from feet to crown."""
        return self.person.height * self.size

    def body(self) -> QPainterPath:
        """The silhouette in its place."""
        return placed(self.person.outline(), self.x, self.y, self.tall)

    def shoulder(self, side: int) -> Point:
        """Where an arm begins; -1 left, 1 right."""
        wide = 0.074 if self.person.dress in ("dress", "trousers", "long skirt") else 0.092
        return self.x + side * wide * self.tall, self.y - 0.79 * self.tall

    def arm(self, side: int, hand: Point) -> QPainterPath:
        """An arm from the shoulder to a hand's place."""
        sx, sy = self.shoulder(side)
        hx, hy = hand
        elbow = (sx + (hx - sx) * 0.44 + side * 0.012 * self.tall, sy + (hy - sy) * 0.54)
        tall = self.tall
        return limb([(sx - side * 0.01 * tall, sy), elbow, hand],
                    [0.031 * tall, 0.026 * tall, 0.017 * tall])  # fmt: skip


def clasp(one: Standing, other: Standing) -> tuple[Point, QPainterPath]:
    """Where two neighbours' hands meet, and both arms with the clasped hands."""
    low, high = sorted((one.tall, other.tall))
    share = 0.5 + (one.tall - other.tall) / (one.tall + other.tall) * 0.35
    x = one.x + (other.x - one.x) * share
    y = one.y + (other.y - one.y) * share - (0.3 * high + 0.17 * low)
    hand = (x, y)
    low = min(low, high * 0.8)
    fist = blob([(x - 0.03 * low, y - 0.018 * low), (x, y - 0.028 * low),
                 (x + 0.03 * low, y - 0.014 * low), (x + 0.024 * low, y + 0.026 * low),
                 (x - 0.02 * low, y + 0.03 * low)])  # fmt: skip
    return hand, joined(one.arm(1, hand), other.arm(-1, hand), fist)


def chain(people: list[Standing]) -> list[QPainterPath]:
    """Neighbours from left to right, hand in hand: bodies and the arms between them."""
    parts = [standing.body() for standing in people]
    parts += [clasp(a, b)[1] for a, b in zip(people, people[1:], strict=False)]
    return parts


def raised_hand(fingers: str = "open") -> QPainterPath:
    """A forearm and hand held up, elbow at the origin, one unit long."""
    arm = limb([(0, 0), (0.006, -0.32), (0, -0.62)], [0.095, 0.078, 0.05])
    palm = blob([(-0.055, -0.6), (-0.068, -0.7), (-0.062, -0.79), (0, -0.81), (0.06, -0.785),
                 (0.064, -0.7), (0.05, -0.6)])  # fmt: skip
    spread = {"open": 1.0, "closed": 0.35}[fingers]
    digits = []
    for i, length in enumerate((0.155, 0.19, 0.18, 0.135)):
        offset = (i - 1.5) * 0.034
        tilt = (i - 1.5) * 0.03 * spread
        digits.append(
            limb(
                [
                    (offset, -0.76),
                    (offset + tilt * 0.6, -0.79 - length * 0.55),
                    (offset + tilt, -0.79 - length),
                ],
                [0.0185, 0.0175, 0.0125],
            )  # fmt: skip
        )
    thumb = limb([(-0.045, -0.66), (-0.092 - 0.02 * spread, -0.72), (-0.1 - 0.03 * spread, -0.79)],
                 [0.024, 0.02, 0.013])  # fmt: skip
    return joined(arm, palm, thumb, *digits)


def creases(standing: Standing, seed: int) -> QPainterPath:
    """Knife marks for the folds of a back."""
    dice = random.Random(seed)
    marks = []
    flared = standing.person.dress in ("dress", "long skirt", "coat")
    rows = ((-0.76, 0.06, 84), (-0.68, 0.055, 90), (-0.56, 0.04, 96)) + (
        ((-0.42, 0.075, 90), (-0.34, 0.09, 92)) if flared else ((-0.36, 0.05, 90), (-0.2, 0.05, 90))
    )
    for y, half, angle in rows:
        places = [(dice.uniform(-half, half), y + dice.uniform(-0.03, 0.03)) for _ in range(4)]
        marks.append(gouges(places, 0.085, 0.0035, angle, dice.randrange(999), 9))
    return placed(joined_loose(marks), standing.x, standing.y, standing.tall)


def head_and_shoulders(hair: str, seed: int) -> QPainterPath:
    """Bust from behind, one unit from crown to chest, shoulders at about -0.35."""
    dice = random.Random(seed)
    width = dice.uniform(0.94, 1.06)
    head = placed(placed(joined(*_head(hair)), 0, 0.855), 0, 0, 4.0)
    shoulders = curve(
        [(-0.1, -0.1), (-0.17, 0.1), (-0.42 * width, 0.25), (-0.56 * width, 0.42),
         (-0.6 * width, 0.9), (-0.6 * width, 1.8), (0.6 * width, 1.8), (0.6 * width, 0.9),
         (0.56 * width, 0.42), (0.42 * width, 0.25), (0.17, 0.1), (0.1, -0.1)],
        closed=True, tension=0.8,
    )  # fmt: skip
    return joined(placed(head, 0, 0.02), shoulders)
