"""How thickly events stand along the axis, for the minimap."""

from __future__ import annotations

from collections.abc import Iterable


def density(units: Iterable[float], bins: int) -> tuple[float, ...]:
    """Events in each of `bins` equal parts of the axis, as shares (0…1) of the fullest part.

    Events outside 0…1 count nowhere. ValueError without at least one bin.
    """
    if bins < 1:
        raise ValueError("density needs at least one bin")
    counts = [0] * bins
    for unit in units:
        if 0 <= unit <= 1:
            counts[min(bins - 1, int(unit * bins))] += 1
    most = max(counts) or 1
    return tuple(count / most for count in counts)
