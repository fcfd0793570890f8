"""Which event is shown how: as a card, small, as a dot, or within a cluster.

An item is a flag: its stem rises from the axis where the event begins, and its body reaches from
the stem to the right. Cards take the upper rows, small items the rows below them, and what fits
in neither becomes a chip on the axis. Bodies of one row never come closer than the gap, and
neither do chips.

Zooming in only ever adds: an event that is a card stays a card, and a small one never falls back
to the axis (see `kiosk.timeline.ranking`).

Rows go from left to right. An event takes the row just under the lowest that is still occupied
where it stands, so that its stem passes beside all bodies, and starts at the top again where
nothing is near. Only when the lowest row itself is occupied, so that a stem has to pass behind a
body or the event be left out, it takes the lowest free row. Stems are drawn behind bodies.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import floor, log2
from typing import Literal

from kiosk.timeline.intervals import Intervals
from kiosk.timeline.ranking import Chain, Ranking, rank

Form = Literal["card", "small", "dot"]


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
    """All items in order of their units, as they are shown at `length` pixels."""

    items: tuple[Placed | Cluster, ...]
    length: float
    metrics: Metrics
    _extents: Intervals = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        extents = [self.extent(item) for item in self.items]
        lefts, rights = [left for left, _ in extents], [right for _, right in extents]
        object.__setattr__(self, "_extents", Intervals(lefts, rights))

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
    reach: int | None = None,
    *,
    ranking: Ranking | None = None,
) -> Layout:
    """Places events that begin at ascending `units` and end at `ends`. O(n log n).

    `reach` is the least important class that may stand above the axis, None for all. `ranking`
    saves ranking the same events again for another length; it must come from
    ``rank(units, importances, metrics.card_rows)``.
    """
    if ranking is None or ranking.rows != metrics.card_rows:
        ranking = rank(units, importances, metrics.card_rows)
    card = (metrics.card_width + metrics.gap) / length
    small = (metrics.small_width + metrics.gap) / length

    flags = [i for i in range(len(units)) if reach is None or importances[i] <= reach]
    spans = ranking.spans
    cards = [i for i in flags if spans[i] >= card] if metrics.card_rows > 0 else []
    taken = set(cards)
    smalls: list[int] = []
    if metrics.small_rows > 0:
        rest = [i for i in flags if i not in taken]
        smalls = _roomy(units, rest, ranking.order, metrics.small_rows, small)
        taken.update(smalls)

    items: list[Placed | Cluster] = []
    for i, row in zip(cards, _rows(units, cards, metrics.card_rows, card), strict=True):
        items.append(Placed(i, "card", row, units[i], ends[i]))
    for i, row in zip(smalls, _rows(units, smalls, metrics.small_rows, small), strict=True):
        items.append(Placed(i, "small", metrics.card_rows + row, units[i], ends[i]))
    axis = metrics.card_rows + metrics.small_rows
    chip = (metrics.chip_width + metrics.gap) / length
    for group in _chips(units, (i for i in range(len(units)) if i not in taken), chip):
        first, last = group[0], group[-1]
        if len(group) == 1:
            items.append(Placed(first, "dot", axis, units[first], ends[first]))
        else:
            middle = (units[first] + units[last]) / 2
            items.append(Cluster(tuple(group), middle, units[first], units[last]))
    items.sort(key=_place)
    return Layout(tuple(items), length, metrics)


def level_of(length: float, shortest: float) -> int:
    """The half octave in which `length` lies, counted from `shortest`, which begins level 0."""
    level = floor(2 * log2(length / shortest))
    if length_of(level + 1, shortest) <= length:
        return level + 1
    return level - 1 if length_of(level, shortest) > length else level


def length_of(level: int, shortest: float) -> float:
    """The least length in a level. What keeps its distance there does so in the whole level."""
    return float(shortest * 2 ** (level / 2))


def _place(item: Placed | Cluster) -> tuple[float, int]:
    return item.unit, item.index if isinstance(item, Placed) else item.indices[0]


def _roomy(
    units: Sequence[float], members: Sequence[int], order: Sequence[int], rows: int, reach: float
) -> list[int]:
    """Those of `members` that fit into `rows` when the lowest in `order` give way first."""
    chain = Chain(units, members)
    found: list[int] = []
    for index in order:
        if not chain.gone(index):
            if chain.span(index, rows) >= reach:
                found.append(index)
            chain.remove(index)
    found.sort()
    return found


def _rows(units: Sequence[float], members: Iterable[int], rows: int, reach: float) -> list[int]:
    """A row for each of `members`, from left to right, none closer than `reach` in its row."""
    latest = [float("-inf")] * rows
    found: list[int] = []
    for index in members:
        unit = units[index]
        row = rows
        while row > 0 and unit - latest[row - 1] >= reach:
            row -= 1
        if row == rows:
            row = max(r for r in range(rows) if unit - latest[r] >= reach)
        latest[row] = unit
        found.append(row)
    return found


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
