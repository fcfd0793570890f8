"""Who gives way to whom where there is no room for all.

Events are thinned out one by one, the least important first, and among equals always the one
whose two neighbours are closest together. The reverse of that is the ranking: however many are
shown, they are spread over the whole axis rather than gathered at its left end.

An event is shown at a length when no stretch as wide as a card holds, besides it, as many
higher-ranked events as there are rows. The narrowest stretch that would hold them is its `span`
and does not depend on the zoom: an event whose span is wide enough once stays so for every
greater length. That those shown fit into the rows follows too: of any that share a stretch, the
lowest-ranked has counted all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import frexp, inf, ldexp
from operator import sub

_STEPS = 1 << 20
_EDGE = -1
_GONE = -2


@dataclass(frozen=True)
class Ranking:
    """`order` has the indices of all events, lowest rank first; `spans` one span per event.

    A span is in units: the narrowest stretch that holds the event and `rows` higher-ranked
    ones, infinite where there are not so many.
    """

    rows: int
    order: tuple[int, ...]
    spans: tuple[float, ...]


def rank(units: Sequence[float], importances: Sequence[int], rows: int) -> Ranking:
    """Ranks events at ascending `units`. Importance 1 comes first. O(n log n)."""
    count = len(units)
    chain = Chain(units, range(count))
    classes: dict[int, list[int]] = {}
    for index, importance in enumerate(importances):
        classes.setdefault(importance, []).append(index)
    order: list[int] = []
    spans = [0.0] * count
    for importance in sorted(classes, reverse=True):
        heap = [(chain.room(index), index) for index in classes[importance]]
        heapify(heap)
        while heap:
            room, index = heappop(heap)
            if chain.gone(index) or room != chain.room(index):
                continue
            spans[index] = chain.span(index, rows)
            order.append(index)
            for neighbour in chain.remove(index):
                if importances[neighbour] == importance:
                    heappush(heap, (chain.room(neighbour), neighbour))
    return Ranking(rows, tuple(order), tuple(spans))


class Chain:
    """Some of the events in order of their places, from which they are taken one by one."""

    def __init__(self, units: Sequence[float], members: Iterable[int]) -> None:
        self._units = units
        self._before = [_GONE] * (len(units) + 1)
        self._after = [_GONE] * (len(units) + 1)
        previous = _EDGE
        for index in members:
            self._before[index] = previous
            self._after[previous] = index
            previous = index
        self._after[previous] = _EDGE
        self._before[_EDGE] = previous

    def gone(self, index: int) -> bool:
        return self._before[index] == _GONE

    def remove(self, index: int) -> tuple[int, ...]:
        """Takes out `index` and gives the one or two that become neighbours."""
        before, after = self._before[index], self._after[index]
        self._before[index] = _GONE
        self._after[before], self._before[after] = after, before
        return tuple(i for i in (before, after) if i >= 0)

    def room(self, index: int) -> float:
        """The distance between both neighbours, so rounded that equal distances compare equal.

        Infinite at both ends: were it counted from the one neighbour, taking the outermost
        would make room for nobody, and evenly spaced events would all go from one end.
        """
        before, after = self._before[index], self._after[index]
        if before < 0 or after < 0:
            return inf
        fraction, exponent = frexp(self._units[after] - self._units[before])
        return ldexp(round(fraction * _STEPS), exponent)

    def span(self, index: int, others: int) -> float:
        """The narrowest stretch that holds `index` and so many others of the chain."""
        units, before, after = self._units, self._before, self._after
        places = [units[index]]
        at = index
        for _ in range(others):
            at = before[at]
            if at < 0:
                break
            places.append(units[at])
        places.reverse()
        at = index
        for _ in range(others):
            at = after[at]
            if at < 0:
                break
            places.append(units[at])
        return min(map(sub, places[others:], places), default=inf)
