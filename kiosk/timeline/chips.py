"""Chips on the axis: events without room for a body, alone or in clusters."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kiosk.steps import Steps
from kiosk.timeline.intervals import Intervals
from kiosk.timeline.items import Cluster, Item, Placed

_AT_A_TIME = 1000


class Chips:
    """Groups of a `crowd` of events whose middles are `reach` units apart, in ascending order.

    A group's middle moves only to the right as it grows, so it never comes back to the one
    before it. `row` is the number of the axis among the rows.
    """

    def __init__(
        self, units: Sequence[float], begins: Sequence[float], ends: Sequence[float], row: int
    ) -> None:
        self._units = units
        self._begins = begins
        self._ends = ends
        self._row = row
        self._first = array("l")
        self._last = array("l")
        self._count = array("l")
        self._lasting = array("l")
        self._spans = Intervals((), ())

    def gathering(self, crowd: Sequence[int], reach: float) -> Steps[None]:
        """Takes in the events at these ascending indices."""
        units, middle = self._units, float("-inf")
        for turn, index in enumerate(crowd):
            if turn % _AT_A_TIME == 0:
                yield
            unit = units[index]
            if unit - middle < reach:
                self._last[-1] = index
                self._count[-1] += 1
                middle = (units[self._first[-1]] + unit) / 2
            else:
                self._first.append(index)
                self._last.append(index)
                self._count.append(1)
                middle = unit
        yield
        lone = (at for at, count in enumerate(self._count) if count == 1)
        self._lasting.extend(
            at for at in lone if self._ends[self._first[at]] > self._begins[self._first[at]]
        )
        alone = [self._first[at] for at in self._lasting]
        self._spans = Intervals([self._begins[i] for i in alone], [self._ends[i] for i in alone])

    def touching(self, first: float, last: float, half: float) -> Iterator[Item]:
        """Those whose chip, `half` its width to either side, or whose time is between two units."""
        place = self._units.__getitem__
        low = bisect_left(self._last, first - half, key=place)
        high = bisect_right(self._first, last + half, key=place)
        near = {*range(low, high), *(self._lasting[at] for at in self._spans.touching(first, last))}
        # A group's middle lies between its ends, so its chip reaches no further than half beyond.
        for at in sorted(near):
            item = self._item(at)
            begins, ends = (
                (item.begin, item.end) if isinstance(item, Placed) else (item.first, item.last)
            )
            if min(begins, item.unit - half) <= last and max(ends, item.unit + half) >= first:
                yield item

    def _item(self, at: int) -> Item:
        first, last, count = self._first[at], self._last[at], self._count[at]
        left, right = self._units[first], self._units[last]
        if count == 1:
            return Placed(first, "dot", self._row, left, self._begins[first], self._ends[first])
        return Cluster(first, last, count, (left + right) / 2, left, right)
