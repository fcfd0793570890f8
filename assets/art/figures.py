"""People seen from behind, as silhouettes one unit tall standing on y = 0, heads towards -1."""

from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from outfits import body_of, head_of
from PySide6.QtGui import QPainterPath, QTransform
from strokes import Point, blob, curve, gouges, joined, joined_loose, limb, placed


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
    skull = placed(placed(joined(*head_of(person.hair)), 0, 0.855), 0, -0.855, person.head)
    body = QTransform(1, 0, -person.lean, 1, 0, 0).map(joined(*body_of(person.dress)))
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
        return limb(
            [(sx - side * 0.01 * tall, sy), elbow, hand], [0.031 * tall, 0.026 * tall, 0.017 * tall]
        )


def clasp(one: Standing, other: Standing) -> tuple[Point, QPainterPath]:
    """Where two neighbours' hands meet, and both arms with the clasped hands."""
    low, high = sorted((one.tall, other.tall))
    share = 0.5 + (one.tall - other.tall) / (one.tall + other.tall) * 0.35
    x = one.x + (other.x - one.x) * share
    y = one.y + (other.y - one.y) * share - (0.3 * high + 0.17 * low)
    hand = (x, y)
    low = min(low, high * 0.8)
    fist = blob(
        [
            (x - 0.03 * low, y - 0.018 * low),
            (x, y - 0.028 * low),
            (x + 0.03 * low, y - 0.014 * low),
            (x + 0.024 * low, y + 0.026 * low),
            (x - 0.02 * low, y + 0.03 * low),
        ]
    )
    return hand, joined(one.arm(1, hand), other.arm(-1, hand), fist)


def chain(people: list[Standing]) -> list[QPainterPath]:
    """Neighbours from left to right, hand in hand: bodies and the arms between them."""
    parts = [standing.body() for standing in people]
    parts += [clasp(a, b)[1] for a, b in pairwise(people)]
    return parts


def raised_hand(fingers: str = "open") -> QPainterPath:
    """A forearm and hand held up, elbow at the origin, one unit long."""
    arm = limb([(0, 0), (0.006, -0.32), (0, -0.62)], [0.095, 0.078, 0.05])
    palm = blob(
        [
            (-0.055, -0.6),
            (-0.068, -0.7),
            (-0.062, -0.79),
            (0, -0.81),
            (0.06, -0.785),
            (0.064, -0.7),
            (0.05, -0.6),
        ]
    )
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
            )
        )
    thumb = limb(
        [(-0.045, -0.66), (-0.092 - 0.02 * spread, -0.72), (-0.1 - 0.03 * spread, -0.79)],
        [0.024, 0.02, 0.013],
    )
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
    head = placed(placed(joined(*head_of(hair)), 0, 0.855), 0, 0, 4.0)
    shoulders = curve(
        [
            (-0.1, -0.1),
            (-0.17, 0.1),
            (-0.42 * width, 0.25),
            (-0.56 * width, 0.42),
            (-0.6 * width, 0.9),
            (-0.6 * width, 1.8),
            (0.6 * width, 1.8),
            (0.6 * width, 0.9),
            (0.56 * width, 0.42),
            (0.42 * width, 0.25),
            (0.17, 0.1),
            (0.1, -0.1),
        ],
        closed=True,
        tension=0.8,
    )
    return joined(placed(head, 0, 0.02), shoulders)
