"""What stands on the timeline, how large it is, and the levels of zoom."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log2
from typing import Literal, NamedTuple, TypeAlias

Form = Literal["card", "small", "dot"]


class LaneRows(NamedTuple):
    """How many rows of cards a lane has, and below them of small items."""

    cards: int
    smalls: int


@dataclass(frozen=True)
class Metrics:
    """Sizes in pixels; `gap` is the least distance between neighbours in one row.

    `lanes` are from the top; where lanes are not kept apart there is one for all events. `home` is
    the length of the whole timeline at level 0, where all of it is in view; each level is half an
    octave longer than the one before.
    """

    card_width: float
    small_width: float
    chip_width: float
    gap: float
    lanes: tuple[LaneRows, ...]
    home: float

    @property
    def rows(self) -> int:
        """How many rows there are in all lanes together."""
        return sum(map(sum, self.lanes))

    def level_of(self, length: float) -> int:
        """The level in which a timeline `length` pixels long is."""
        level = floor(2 * log2(length / self.home))
        if self.length_of(level + 1) <= length:
            return level + 1
        return level - 1 if self.length_of(level) > length else level

    def length_of(self, level: int) -> float:
        """The least length in a level. What keeps its distance there does so in the whole level."""
        return float(self.home * 2 ** (level / 2))


@dataclass(frozen=True, slots=True)
class Placed:
    """One event. Rows count from the top, lane by lane, cards before small items; last the axis.

    `unit` is where its stem stands, `begin` and `end` are how far its time reaches.
    """

    index: int
    form: Form
    row: int
    unit: float
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """`count` events that share one chip at `unit`, from `first_index` to `last_index`.

    `first` and `last` are the units of these two. Events between them that have more room than
    a chip are not among the `count`.
    """

    first_index: int
    last_index: int
    count: int
    unit: float
    first: float
    last: float


Item: TypeAlias = Placed | Cluster
