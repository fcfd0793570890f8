"""Who is shown first where there is no room for all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from math import inf

from kiosk.steps import Steps, at_once

_Stretch = tuple[float, int, int, int, float, float]

_AT_A_TIME = 500


def priority(units: Sequence[float], importances: Sequence[int]) -> tuple[int, ...]:
    """The indices of events at ascending `units`, importance 1 first. O(n log n).

    Among equals the next is always the one furthest from all before it, so that however many
    are shown, they are spread over the whole axis and events of one moment wait for the others.
    """
    return at_once(finding_priority(units, importances))


def finding_priority(units: Sequence[float], importances: Sequence[int]) -> Steps[tuple[int, ...]]:
    """`priority` in steps."""
    classes: dict[int, list[int]] = {}
    for index, importance in enumerate(importances):
        classes.setdefault(importance, []).append(index)
    order: list[int] = []
    taken: list[float] = []
    for importance in sorted(classes):
        members = classes[importance]
        places = [units[index] for index in members]
        found = yield from _furthest_first(places, taken)
        order += (members[at] for at in found)
        taken = sorted(taken + places)
    return tuple(order)


def _furthest_first(places: Sequence[float], taken: Sequence[float]) -> Steps[list[int]]:
    """All of the ascending `places`, by number, each the furthest from `taken` and those before."""
    stretches: list[_Stretch] = []
    start = 0
    while start < len(places):
        right = bisect_left(taken, places[start])
        before = taken[right - 1] if right > 0 else -inf
        after = taken[right] if right < len(taken) else inf
        end = len(places) if after == inf else bisect_left(places, after, start)
        end = max(end, start + 1)
        stretches.append(_best(places, start, end, before, after))
        start = end
    heapify(stretches)
    order: list[int] = []
    while stretches:
        _, at, start, end, before, after = heappop(stretches)
        order.append(at)
        if len(order) % _AT_A_TIME == 0:
            yield
        if start < at:
            heappush(stretches, _best(places, start, at, before, places[at]))
        if at + 1 < end:
            heappush(stretches, _best(places, at + 1, end, places[at], after))
    return order


def _best(places: Sequence[float], start: int, end: int, before: float, after: float) -> _Stretch:
    """The stretch from `before` to `after`, led by its widest room and the number that has it."""
    if before == -inf:
        at = start
    elif after == inf:
        at = end - 1
    else:
        at = bisect_left(places, (before + after) / 2, start, end)
        if at == end or (at > start and places[at - 1] - before >= after - places[at]):
            at -= 1
    at = bisect_left(places, places[at], start, at)
    return -min(places[at] - before, after - places[at]), at, start, end, before, after
