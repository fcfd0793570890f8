"""Rows of bodies that never touch: where there is room for one more."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from typing import Literal

from kiosk.steps import Steps
from kiosk.timeline.items import Metrics

Body = Literal["card", "small"]
Room = Sequence[Sequence[int]] | None
"""For each lane, which events may find room there; None where that was not worth finding out."""

_AT_A_TIME = 1000


class Shelves:
    """Where the bodies of each row start, in ascending units; the top row comes first."""

    def __init__(self, metrics: Metrics) -> None:
        self._pixels: list[float] = []
        self._rows: dict[Body, list[range]] = {"card": [], "small": []}
        for cards, smalls in metrics.lanes:
            top = len(self._pixels)
            self._pixels += [metrics.card_width] * cards + [metrics.small_width] * smalls
            self._rows["card"].append(range(top, top + cards))
            self._rows["small"].append(range(top + cards, top + cards + smalls))
        self._gap = metrics.gap
        self._widths = self._pixels
        self._reaches = self._pixels
        self._starts: list[list[float]] = [[] for _ in self._pixels]

    def stretch(self, length: float) -> None:
        """Makes the axis `length` pixels long; what stands keeps its unit."""
        self._widths = [pixels / length for pixels in self._pixels]
        self._reaches = [(pixels + self._gap) / length for pixels in self._pixels]

    def finding_room(
        self, units: Sequence[float], waiting: Sequence[int], body: Body
    ) -> Steps[Room]:
        """Which events may still find room, to be asked for them one by one with `free`.

        Found row by row from the few bodies, it spares looking for a place for the many others.
        """
        if 4 * len(waiting) < sum(map(len, self._starts)):
            return None
        lanes = []
        for rows in self._rows[body]:
            found = bytearray(len(units))
            for row in rows:
                yield from self._marking(units, row, found)
            lanes.append(found)
        return lanes

    def free(self, unit: float, lane: int, body: Body) -> int | None:
        """The best row of a lane for a body at `unit`, None if it fits in none."""
        fitting = []
        for row in self._rows[body][lane]:
            starts, reach = self._starts[row], self._reaches[row]
            at = bisect_left(starts, unit)
            if (at == len(starts) or starts[at] - unit >= reach) and (
                at == 0 or unit - starts[at - 1] >= reach
            ):
                fitting.append(row)
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        return min(fitting, key=lambda row: self._crossings(unit, row))

    def put(self, unit: float, row: int) -> None:
        insort(self._starts[row], unit)

    def take_away(self, unit: float, row: int) -> None:
        starts = self._starts[row]
        del starts[bisect_left(starts, unit)]

    def _marking(self, units: Sequence[float], row: int, found: bytearray) -> Steps[None]:
        """Sets `found` to 1 at each of `units` where the row is free."""
        reach, left = self._reaches[row], 0
        for turn, start in enumerate(self._starts[row]):
            if turn % _AT_A_TIME == 0:
                yield
            right = bisect_right(units, start - reach)
            if right > left:
                found[left:right] = b"\1" * (right - left)
            left = bisect_left(units, start + reach)
        found[left:] = b"\1" * (len(units) - left)

    def _crossings(self, unit: float, row: int) -> int:
        """How many stems would pass behind a body if one stood at `unit` in `row`."""
        end = unit + self._widths[row]
        over = sum(
            bisect_left(starts, end) - bisect_right(starts, unit) for starts in self._starts[:row]
        )
        for starts, width in zip(self._starts[row + 1 :], self._widths[row + 1 :], strict=True):
            at = bisect_left(starts, unit)
            over += at > 0 and unit - starts[at - 1] < width
        return over
