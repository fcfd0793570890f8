"""The exhibit's inks: a near-black ground, old paper, brass and five muted pigments."""

from __future__ import annotations

Ink = tuple[float, float, float]


def ink(code: str) -> Ink:
    """`#rrggbb` as red, green and blue from 0 to 1."""
    value = int(code.lstrip("#"), 16)
    return ((value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255)


def mix(one: Ink, other: Ink, share: float) -> Ink:
    """`one` with `share` (0 to 1) of `other` stirred in."""
    return tuple(a + (b - a) * share for a, b in zip(one, other, strict=True))  # type: ignore[return-value]


def hexcode(colour: Ink) -> str:
    """The ink as `#rrggbb`."""
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in colour)


NIGHT = ink("#14110f")
PAPER = ink("#ece2cf")
BRASS = ink("#c8a96a")
MADDER = ink("#8a3b2e")
SLATE = ink("#4f6272")
MOSS = ink("#5d6b45")
OCHRE = ink("#a07a35")
ASH = ink("#6b6660")

LAMP = ink("#f0cf86")
FLAG_YELLOW = ink("#fdb913")
FLAG_GREEN = ink("#006a44")
FLAG_RED = ink("#c1272d")


def deep(colour: Ink, share: float = 0.5) -> Ink:
    """A darker tint, towards the ground."""
    return mix(colour, NIGHT, share)


def pale(colour: Ink, share: float = 0.4) -> Ink:
    """A lighter tint, towards paper."""
    return mix(colour, PAPER, share)
