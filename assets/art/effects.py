"""Effects shared by the scenes: edge light, rolling ground, stars, falling snow."""

from __future__ import annotations

import random

import numpy as np
from engraving import Sheet, Tone
from palette import Ink
from PySide6.QtGui import QPainterPath
from strokes import curve, disc, joined_loose


def edge_light(s: Sheet, forms: Tone, width: float, colour: Ink, source_x: float) -> None:
    """A knife-thin light on the edges of silhouettes that face a light at `source_x`."""
    varied = np.clip(0.72 + 0.9 * s.noise((50, 210), 55), 0, 1)
    for side in (-1, 1):
        facing = np.clip((source_x - s.x) * side / 260 + 0.5, 0, 1)
        edge = np.clip(forms - s.shift(forms, -side * width, width * 0.55), 0, 1)
        s.ink(edge * facing * varied, colour)


def rolling(level: float, rise: float, seed: int, tilt: float = 0) -> QPainterPath:
    """Rolling ground from edge to edge, down to the foot of the sheet; `tilt` lifts the right."""
    dice = random.Random(seed)
    top = [
        (x, level - tilt * (x / 3600 - 0.5) + dice.uniform(-rise, rise))
        for x in range(-300, 4200, 420)
    ]
    path = curve(top)
    path.lineTo(4200, 2600)
    path.lineTo(-300, 2600)
    path.closeSubpath()
    return path


def stars(count: int, bottom: float, seed: int, size: float = 5) -> QPainterPath:
    """Points of light above `bottom`."""
    dice = random.Random(seed)
    return joined_loose(
        [
            disc(
                dice.uniform(0, 3600), bottom * dice.random() ** 1.3, size * dice.uniform(0.5, 1.4)
            )
            for _ in range(count)
        ]
    )


def vignette(s: Sheet, colour: Ink, strength: float = 0.6) -> None:
    """Darkens the corners in coarse cuts, as a block is inked less at its edge."""
    reach = np.hypot((s.x - 1800) / 2300, (s.y - 1200) / 1600)
    s.ink(s.lines(np.clip((reach - 0.72) * 1.8, 0, 1), 26, 58, 0.4), colour, strength)
