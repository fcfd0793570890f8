"""Bodies and heads seen from behind, standing on y = 0, one unit tall."""

from __future__ import annotations

from PySide6.QtGui import QPainterPath
from strokes import Point, blob, disc, limb, polygon


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
            )
        )
        parts.append(
            blob(
                [
                    (side * (foot - 0.026), -0.06),
                    (side * (foot + 0.027), -0.06),
                    (side * (foot + 0.036), -0.012),
                    (side * (foot + 0.02), 0.002),
                    (side * (foot - 0.024), 0.002),
                    (side * (foot - 0.03), -0.015),
                ],
                0.7,
            )
        )
    return parts


def _calves(hem: float) -> list[QPainterPath]:
    """Bare legs below a skirt."""
    parts = []
    for side in (-1, 1):
        parts.append(
            limb(
                [(side * 0.042, -hem - 0.05), (side * 0.043, -0.17), (side * 0.036, -0.03)],
                [0.033, 0.029, 0.015],
            )
        )
        parts.append(
            blob(
                [
                    (side * 0.016, -0.03),
                    (side * 0.052, -0.03),
                    (side * 0.06, -0.004),
                    (side * 0.02, 0.002),
                ],
                0.7,
            )
        )
    return parts


def head_of(hair: str) -> list[QPainterPath]:
    skull = blob(
        [
            (0, -1),
            (0.03, -0.99),
            (0.046, -0.955),
            (0.044, -0.915),
            (0.034, -0.88),
            (0, -0.866),
            (-0.034, -0.88),
            (-0.044, -0.915),
            (-0.046, -0.955),
            (-0.03, -0.99),
        ]
    )
    neck = polygon((-0.027, -0.9), (0.027, -0.9), (0.034, -0.83), (-0.034, -0.83))
    parts = [skull, neck]
    if hair == "short":
        parts += [
            blob([(x * 0.042, -0.945), (x * 0.053, -0.94), (x * 0.05, -0.91), (x * 0.042, -0.908)])
            for x in (-1, 1)
        ]
    elif hair == "bob":
        parts.append(
            _mirrored(
                [
                    (0.02, -1.008),
                    (0.05, -0.985),
                    (0.06, -0.94),
                    (0.06, -0.885),
                    (0.05, -0.858),
                    (0.015, -0.862),
                ]
            )
        )
    elif hair == "long":
        parts.append(
            _mirrored(
                [
                    (0.02, -1.006),
                    (0.048, -0.985),
                    (0.056, -0.93),
                    (0.06, -0.86),
                    (0.066, -0.79),
                    (0.05, -0.745),
                    (0.012, -0.73),
                ]
            )
        )
    elif hair == "bun":
        parts += [disc(0.006, -0.992, 0.028, 0.024), disc(0, -0.95, 0.05, 0.048)]
    elif hair == "braid":
        parts.append(disc(0, -0.95, 0.049, 0.052))
        parts.append(
            limb(
                [(0, -0.9), (0.012, -0.8), (0.006, -0.7), (0.014, -0.62)],
                [0.024, 0.019, 0.016, 0.006],
            )
        )
    elif hair == "cap":
        parts.append(
            blob(
                [
                    (-0.048, -0.942),
                    (-0.055, -0.96),
                    (-0.038, -0.99),
                    (0, -1.004),
                    (0.038, -0.99),
                    (0.058, -0.958),
                    (0.048, -0.942),
                ],
                0.9,
            )
        )
    elif hair == "hat":
        parts.append(
            blob(
                [
                    (-0.086, -0.953),
                    (-0.04, -0.966),
                    (0.04, -0.968),
                    (0.086, -0.957),
                    (0.04, -0.946),
                    (-0.04, -0.944),
                ],
                0.9,
            )
        )
        parts.append(
            blob(
                [
                    (-0.049, -0.955),
                    (-0.046, -1.0),
                    (-0.02, -1.022),
                    (0.02, -1.018),
                    (0.046, -1.0),
                    (0.049, -0.955),
                ],
                0.8,
            )
        )
    elif hair == "scarf":
        parts.append(
            _mirrored(
                [
                    (0.02, -1.01),
                    (0.048, -0.988),
                    (0.058, -0.94),
                    (0.054, -0.89),
                    (0.052, -0.85),
                    (0.03, -0.81),
                    (0.004, -0.775),
                ]
            )
        )
    return parts


def body_of(dress: str) -> list[QPainterPath]:
    if dress == "jacket":
        torso = [
            (0.026, -0.868),
            (0.062, -0.842),
            (0.104, -0.824),
            (0.122, -0.79),
            (0.118, -0.72),
            (0.1, -0.62),
            (0.1, -0.54),
            (0.108, -0.46),
            (0.106, -0.43),
            (0.02, -0.424),
        ]
        return [_mirrored(torso), *_legs(0 - 0.47, 0.094, 0.032, 0.008)]
    if dress == "shirt":
        torso = [
            (0.026, -0.866),
            (0.06, -0.842),
            (0.1, -0.824),
            (0.115, -0.79),
            (0.106, -0.71),
            (0.084, -0.61),
            (0.088, -0.53),
            (0.092, -0.485),
            (0.02, -0.46),
        ]
        return [_mirrored(torso), *_legs(0 - 0.48, 0.091, 0.03, 0.016)]
    if dress == "coat":
        torso = [
            (0.03, -0.87),
            (0.068, -0.842),
            (0.108, -0.822),
            (0.126, -0.78),
            (0.118, -0.66),
            (0.116, -0.5),
            (0.134, -0.3),
            (0.136, -0.27),
            (0.03, -0.262),
        ]
        return [_mirrored(torso), *_legs(0 - 0.4, 0.08, 0.03, 0)]
    if dress == "long skirt":
        torso = [
            (0.026, -0.866),
            (0.058, -0.838),
            (0.09, -0.815),
            (0.104, -0.77),
            (0.094, -0.66),
            (0.084, -0.58),
            (0.108, -0.47),
            (0.132, -0.28),
            (0.142, -0.12),
            (0.1, -0.105),
            (0.03, -0.1),
        ]
        return [_mirrored(torso), *_calves(0.13)]
    if dress == "trousers":
        torso = [
            (0.024, -0.862),
            (0.052, -0.84),
            (0.086, -0.82),
            (0.098, -0.785),
            (0.086, -0.7),
            (0.068, -0.62),
            (0.084, -0.54),
            (0.094, -0.49),
            (0.02, -0.46),
        ]
        return [_mirrored(torso), *_legs(0 - 0.49, 0.094, 0.027, 0.012)]
    torso = [
        (0.024, -0.862),
        (0.052, -0.84),
        (0.086, -0.82),
        (0.097, -0.785),
        (0.084, -0.7),
        (0.066, -0.622),
        (0.084, -0.54),
        (0.112, -0.42),
        (0.132, -0.31),
        (0.136, -0.29),
        (0.07, -0.276),
        (0.02, -0.284),
    ]
    return [_mirrored(torso), *_calves(0.3)]
