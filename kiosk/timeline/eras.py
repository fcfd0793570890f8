"""Rows for the bands of eras."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush


def era_rows(spans: Sequence[tuple[float, float]]) -> tuple[int, ...]:
    """A row from 0 for each (start, end), so that eras that overlap never share one.

    There are as few rows as overlaps allow. Ends that only touch do not overlap.
    """
    rows = [0] * len(spans)
    taken: list[tuple[float, int]] = []
    free: list[int] = []
    for index in sorted(range(len(spans)), key=lambda i: (spans[i][0], -spans[i][1], i)):
        start, end = spans[index]
        while taken and taken[0][0] <= start:
            heappush(free, heappop(taken)[1])
        rows[index] = heappop(free) if free else len(taken)
        heappush(taken, (end, rows[index]))
    return tuple(rows)
