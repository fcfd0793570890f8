"""Which event is shown how: as a card, small, as a dot, or within a cluster.

An item is a flag: its stem rises from the axis where the event begins, and its body reaches from
the stem to the right. Cards take the upper rows, small items the rows below them, and what fits
in neither becomes a chip on the axis. Bodies of one row never come closer than the gap, and
neither do chips.

Zooming in only ever adds. Each layout starts from one of a shorter length: all that stands there
keeps its form and its row, because distances have only grown. Then every event that has no card
yet, in order of priority, takes a card row if it fits into one, else a small row. So an event with
enough room is never a dot, however little it matters, and no card ever jumps to another row.

Of the rows where it fits an event takes the one in which the fewest stems pass behind bodies, the
upper one of equals. Stems are drawn behind bodies.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import floor, log2
from typing import Literal

from kiosk.steps import Steps, at_once
from kiosk.timeline.intervals import Intervals
from kiosk.timeline.priority import finding_priority

Form = Literal["card", "small", "dot"]

_AT_A_TIME = 1000


@dataclass(frozen=True)
class Metrics:
    """Sizes in pixels; `gap` is the least distance between neighbours in one row."""

    card_width: float
    card_rows: int
    small_width: float
    small_rows: int
    chip_width: float
    gap: float


@dataclass(frozen=True)
class Placed:
    """One event. Rows count from the top: cards, then small items, then the axis for a dot."""

    index: int
    form: Form
    row: int
    unit: float
    end: float


@dataclass(frozen=True)
class Cluster:
    """Events that share one chip at `unit`, from the unit of the first to that of the last."""

    indices: tuple[int, ...]
    unit: float
    first: float
    last: float


@dataclass(frozen=True)
class Layout:
    """All items in order of their units, as they are shown at `length` pixels.

    `waiting` has the indices of the events that are no cards, in order of priority.
    """

    items: tuple[Placed | Cluster, ...]
    length: float
    metrics: Metrics
    waiting: tuple[int, ...]

    @cached_property
    def _extents(self) -> Intervals:
        extents = [self.extent(item) for item in self.items]
        return Intervals([left for left, _ in extents], [right for _, right in extents])

    def visible(self, first: float, last: float) -> tuple[Placed | Cluster, ...]:
        """The items of which any part is between two units: body, chip or span of time."""
        return tuple(self.items[index] for index in self._extents.touching(first, last))

    def extent(self, item: Placed | Cluster) -> tuple[float, float]:
        """From where to where an item reaches, in units, its span of time included."""
        match item:
            case Placed(form="card"):
                return item.unit, max(item.end, item.unit + self.metrics.card_width / self.length)
            case Placed(form="small"):
                return item.unit, max(item.end, item.unit + self.metrics.small_width / self.length)
            case Placed():
                half = self.metrics.chip_width / self.length / 2
                return item.unit - half, max(item.end, item.unit + half)
            case Cluster():
                half = self.metrics.chip_width / self.length / 2
                return min(item.first, item.unit - half), max(item.last, item.unit + half)


def lay_out(
    units: Sequence[float],
    ends: Sequence[float],
    importances: Sequence[int],
    length: float,
    metrics: Metrics,
    below: Layout | None = None,
) -> Layout:
    """Places events that begin at ascending `units` and end at `ends`.

    `below` is the layout of the same events at a shorter length, on which this one builds.
    ValueError if it is of a greater length or has other metrics.
    """
    return at_once(laying_out(units, ends, importances, length, metrics, below))


def laying_out(
    units: Sequence[float],
    ends: Sequence[float],
    importances: Sequence[int],
    length: float,
    metrics: Metrics,
    below: Layout | None = None,
) -> Steps[Layout]:
    """`lay_out` in steps."""
    if below is not None and (below.length > length or below.metrics != metrics):
        raise ValueError("a layout builds on one of a shorter length with the same metrics")
    cards, smalls = metrics.card_rows, metrics.small_rows
    rows = _Rows(metrics, length)
    placed: dict[int, Placed] = {}
    for item in below.items if below else ():
        if isinstance(item, Placed) and item.form != "dot":
            placed[item.index] = item
            rows.starts[item.row].append(item.unit)
    waiting = below.waiting if below else (yield from finding_priority(units, importances))

    roomy = rows.roomy(units, 0, cards)
    for turn, index in enumerate(waiting):
        if turn % _AT_A_TIME == 0:
            yield
        unit = units[index]
        if roomy[index] and (row := rows.free(unit, 0, cards)) is not None:
            if index in placed:
                rows.remove(unit, placed[index].row)
            placed[index] = Placed(index, "card", row, unit, ends[index])
            rows.add(unit, row)
    waiting = tuple(i for i in waiting if i not in placed or placed[i].form != "card")

    roomy = rows.roomy(units, cards, cards + smalls)
    for turn, index in enumerate(waiting):
        if turn % _AT_A_TIME == 0:
            yield
        unit = units[index]
        if roomy[index] and index not in placed:
            row = rows.free(unit, cards, cards + smalls)
            if row is not None:
                placed[index] = Placed(index, "small", row, unit, ends[index])
                rows.add(unit, row)

    yield
    items: list[Placed | Cluster] = list(placed.values())
    chip = (metrics.chip_width + metrics.gap) / length
    for group in _chips(units, sorted(i for i in waiting if i not in placed), chip):
        first, last = group[0], group[-1]
        if len(group) == 1:
            items.append(Placed(first, "dot", cards + smalls, units[first], ends[first]))
        else:
            middle = (units[first] + units[last]) / 2
            items.append(Cluster(tuple(group), middle, units[first], units[last]))
    yield
    items.sort(key=_place)
    return Layout(tuple(items), length, metrics, waiting)


def level_of(length: float, shortest: float) -> int:
    """The half octave in which `length` lies, counted from `shortest`, which begins level 0."""
    level = floor(2 * log2(length / shortest))
    if length_of(level + 1, shortest) <= length:
        return level + 1
    return level - 1 if length_of(level, shortest) > length else level


def length_of(level: int, shortest: float) -> float:
    """The least length in a level. What keeps its distance there does so in the whole level."""
    return float(shortest * 2 ** (level / 2))


class _Rows:
    """Where the bodies of each row start, in ascending units; the top row comes first."""

    def __init__(self, metrics: Metrics, length: float) -> None:
        widths = [metrics.card_width] * metrics.card_rows
        widths += [metrics.small_width] * metrics.small_rows
        self._widths = [width / length for width in widths]
        self._reaches = [(width + metrics.gap) / length for width in widths]
        self.starts: list[list[float]] = [[] for _ in widths]

    def roomy(self, units: Sequence[float], first: int, end: int) -> bytearray:
        """1 for each of `units` at which a row from `first` to before `end` is free by now, else 0.

        Found row by row from the few bodies, it spares looking for a place for the many others.
        """
        found = bytearray(len(units))
        for starts, reach in zip(self.starts[first:end], self._reaches[first:end], strict=True):
            left = 0
            for start in starts:
                right = bisect_right(units, start - reach)
                found[left:right] = b"\1" * (right - left)
                left = bisect_left(units, start + reach)
            found[left:] = b"\1" * (len(units) - left)
        return found

    def free(self, unit: float, first: int, end: int) -> int | None:
        """The best of these rows for a body at `unit`, None if it fits in none."""
        fitting = []
        for row in range(first, end):
            starts, reach = self.starts[row], self._reaches[row]
            at = bisect_left(starts, unit)
            if (at == len(starts) or starts[at] - unit >= reach) and (
                at == 0 or unit - starts[at - 1] >= reach
            ):
                fitting.append(row)
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        return min(fitting, key=lambda row: self._crossings(unit, row))

    def add(self, unit: float, row: int) -> None:
        insort(self.starts[row], unit)

    def remove(self, unit: float, row: int) -> None:
        starts = self.starts[row]
        del starts[bisect_left(starts, unit)]

    def _crossings(self, unit: float, row: int) -> int:
        """How many stems would pass behind a body if one stood at `unit` in `row`."""
        end = unit + self._widths[row]
        over = sum(
            bisect_left(starts, end) - bisect_right(starts, unit) for starts in self.starts[:row]
        )
        for starts, width in zip(self.starts[row + 1 :], self._widths[row + 1 :], strict=True):
            at = bisect_left(starts, unit)
            over += at > 0 and unit - starts[at - 1] < width
        return over


def _place(item: Placed | Cluster) -> tuple[float, int]:
    return item.unit, item.index if isinstance(item, Placed) else item.indices[0]


def _chips(units: Sequence[float], members: Iterable[int], reach: float) -> list[list[int]]:
    """Groups whose middles are `reach` apart.

    A group's middle moves only to the right as it grows, so it never comes back to the one
    before it.
    """
    groups: list[list[int]] = []
    for index in members:
        if groups and units[index] - (units[groups[-1][0]] + units[groups[-1][-1]]) / 2 < reach:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups
