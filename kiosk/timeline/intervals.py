"""Which of many intervals touch a stretch."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


class Intervals:
    """Intervals [left, right], both ends included, that answer in O(log n + k log n).

    A heap-shaped tree over the intervals in order of their left ends holds in each node the
    furthest right end below it, so that branches that end too early are never entered.
    """

    def __init__(self, lefts: Sequence[float], rights: Sequence[float]) -> None:
        self._order = sorted(range(len(lefts)), key=lefts.__getitem__)
        self._lefts = [lefts[index] for index in self._order]
        self._leaves = 1 << max(0, len(lefts) - 1).bit_length()
        tree = [float("-inf")] * (2 * self._leaves)
        for place, index in enumerate(self._order):
            tree[self._leaves + place] = rights[index]
        for node in range(self._leaves - 1, 0, -1):
            tree[node] = max(tree[2 * node], tree[2 * node + 1])
        self._furthest = tree

    def starting(self, first: float, last: float) -> list[int]:
        """The indices of all whose left end is in [first, last), by left end."""
        return self._order[bisect_left(self._lefts, first) : bisect_left(self._lefts, last)]

    def touching(self, first: float, last: float) -> list[int]:
        """The indices, in ascending order, of all that share a point with [first, last]."""
        end = bisect_right(self._lefts, last)
        found: list[int] = []
        nodes = [(1, 0, self._leaves)]
        while nodes:
            node, start, width = nodes.pop()
            if start >= end or self._furthest[node] < first:
                continue
            if width == 1:
                found.append(self._order[start])
            else:
                half = width // 2
                nodes += (2 * node, start, half), (2 * node + 1, start + half, half)
        return sorted(found)
