"""Which chip on the axis is which of those before, so that it turns into it before one's eyes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from kiosk.timeline.items import Cluster, Item, Placed


@dataclass(frozen=True, slots=True)
class Chip:
    """A chip under a name that it keeps while most of its events stay in it.

    `origin` is the unit of the one that it was part of or made of before, or its own.
    """

    name: str
    item: Item
    origin: float

    @property
    def unit(self) -> float:
        return self.item.unit


class Kinship:
    """Follows chips from one look at the timeline to the next.

    Chips hold disjoint runs of events. Two of different looks are kin if their runs overlap, and
    are one and the same if each has more in common with the other than with any of its kin.
    """

    def __init__(self) -> None:
        self._numbers = count()
        self._chips: Sequence[Chip] = ()
        self._heirs: dict[str, float] = {}

    def forget(self) -> None:
        """The events are others, so that no chip has kin."""
        self._chips, self._heirs = (), {}

    def follow(self, items: Sequence[Item]) -> Sequence[Chip]:
        """The chips of now, in order of their units; O(number of chips)."""
        heir: dict[int, tuple[int, int]] = {}
        parent: dict[int, tuple[int, int]] = {}
        for old, new, shared in self._overlaps(items):
            if shared > heir.get(old, (0, 0))[0]:
                heir[old] = (shared, new)
            if shared > parent.get(new, (0, 0))[0]:
                parent[new] = (shared, old)
        found = []
        for at, item in enumerate(items):
            _, old = parent.get(at, (0, -1))
            same = old >= 0 and heir[old][1] == at
            name = self._chips[old].name if same else str(next(self._numbers))
            found.append(Chip(name, item, self._chips[old].unit if old >= 0 else item.unit))
        self._heirs = {
            chip.name: items[heir[at][1]].unit for at, chip in enumerate(self._chips) if at in heir
        }
        self._chips = found
        return found

    def heir(self, name: str) -> float | None:
        """The unit of the chip that has most of what one of the last look had."""
        return self._heirs.get(name)

    def _overlaps(self, items: Sequence[Item]) -> Iterator[tuple[int, int, int]]:
        """Pairs of kin among the chips before and now, and how long a run they share."""
        old = new = 0
        while old < len(self._chips) and new < len(items):
            first, last = _run(self._chips[old].item)
            begins, ends = _run(items[new])
            shared = min(last, ends) - max(first, begins) + 1
            if shared > 0:
                yield old, new, shared
            if last < ends:
                old += 1
            else:
                new += 1


def _run(item: Item) -> tuple[int, int]:
    if isinstance(item, Placed):
        return item.index, item.index
    assert isinstance(item, Cluster)
    return item.first_index, item.last_index
