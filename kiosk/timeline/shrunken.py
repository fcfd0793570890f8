"""Where the axis says that time has little room, without being in anybody's way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest

from kiosk.timeline.scale import Scale, shrunk

_MOST = 24
_PLACES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
"""Where along its stretch a mark may stand, best first."""


@dataclass(frozen=True)
class Shrunken:
    """A stretch in days, from one unit to another."""

    first: float
    last: float
    unit: float
    end: float


def most_shrunken(scale: Scale) -> tuple[Shrunken, ...]:
    """The stretches with little room that are worth a mark, longest first; at most 24."""
    longest = nlargest(_MOST, shrunk(scale), key=lambda days: days[1] - days[0])
    return tuple(Shrunken(*days, *map(scale.to_unit, days)) for days in longest)


def place_marks(
    stretches: Sequence[Shrunken],
    taken: Sequence[tuple[float, float]],
    width: float,
    apart: float,
) -> list[tuple[Shrunken, float]]:
    """Which stretches have a mark, and at which unit its middle is.

    Earlier ones come first. A mark is `width` wide, keeps off what is `taken`, stands within its
    stretch and `apart` from all others; what has no such place has no mark. All in units.
    """
    busy = sorted(taken)
    found: list[tuple[Shrunken, float]] = []
    for stretch in stretches:
        for share in _PLACES:
            unit = stretch.unit + share * (stretch.end - stretch.unit)
            inside = min(unit - stretch.unit, stretch.end - unit) >= width / 2
            alone = all(abs(unit - other) >= apart for _, other in found)
            if inside and alone and not _touches(busy, unit - width / 2, unit + width / 2):
                found.append((stretch, unit))
                break
    return sorted(found, key=lambda mark: mark[1])


def _touches(busy: Sequence[tuple[float, float]], first: float, last: float) -> bool:
    """Whether any of the stretches, which rise and hardly overlap, is between two units."""
    at = bisect_left(busy, (last, last))
    return any(end > first for _, end in busy[max(0, at - 3) : at])
