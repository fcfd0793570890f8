"""Which event is shown how: as a card, small, as a dot, or within a cluster.

An item is a flag: its stem rises from the axis where the event begins, and its body reaches from
the stem to the right. Each lane has rows for cards and below them rows for small items; what fits
in none of its lane's rows becomes a chip on the axis. Bodies of one row never come closer than the
gap, and neither do chips.

Zoom goes by levels of half an octave, and zooming in only ever adds: each level starts from the
one before, where all that stands keeps its form and its row, because distances have only grown.
Then every event that has no card yet, in order of priority, takes a card row if it fits into one,
else a small row. So an event with enough room is never a dot, however little it matters, no card
ever jumps to another row, and four numbers tell how an event is shown at all levels: from which
one on it is small and from which a card, and in which rows. It is the greedy, consistent labelling
of zoomable maps (Been, Daiches and Yap, Dynamic Map Labeling, 2006) for one dimension with rows;
the order of events is our own, see `kiosk.timeline.priority`.

Of the rows where it fits an event takes the one in which the fewest stems pass behind bodies, the
upper one of equals. Stems are drawn behind bodies.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.steps import Steps
from kiosk.timeline.chips import Chips
from kiosk.timeline.intervals import Intervals
from kiosk.timeline.items import Cluster, Form, Item, Metrics, Placed
from kiosk.timeline.priority import finding_priority
from kiosk.timeline.shelves import Body, Shelves

_NEVER = 1 << 20
_AT_A_TIME = 2000


class Layout:
    """The items of every level of zoom from `first` on, for events at ascending `units`.

    `begins` and `ends` are how far their time reaches, in units; `lanes` has the lane of each, as
    its place in `metrics.lanes`, and may be left out if there is only one.
    """

    def __init__(
        self,
        units: Sequence[float],
        begins: Sequence[float],
        ends: Sequence[float],
        importances: Sequence[int],
        metrics: Metrics,
        first: int,
        lanes: Sequence[int] = (),
    ) -> None:
        self.metrics = metrics
        self.first = first
        self._units = units
        self._begins = begins
        self._ends = ends
        self._importances = importances
        self._lanes = lanes or bytes(len(units))
        self._places: dict[Body, _Places] = {
            "card": _Places(len(units)),
            "small": _Places(len(units)),
        }
        self._shelves = Shelves(metrics)
        self._waiting: Sequence[int] | None = None
        self._crowd: Sequence[int] = range(len(units))
        self._levels: list[_Level] = []

    @property
    def built(self) -> int:
        """The last level that is there, `first` − 1 if none."""
        return self.first + len(self._levels) - 1

    @property
    def complete(self) -> bool:
        """Whether every event has its card, so that no further level would differ."""
        return bool(self._levels) and not self._waiting

    def building(self, level: int) -> Steps[None]:
        """Builds what is missing up to `level`; each level takes O(n) at least."""
        if self._waiting is None:
            self._waiting = yield from finding_priority(self._units, self._importances)
        while self.built < level and not self.complete:
            yield from self._building_next(self._waiting)

    def visible(self, level: int, first: float, last: float) -> tuple[Item, ...]:
        """The items of which any part is between two units: body, chip or span of time.

        Where `level` is not built it is the last below it that is, which fits as well but holds
        back what there is more room for. In order of their units; O(log n + what is found).
        """
        length = self.metrics.length_of(level)
        level = min(level, self.built)
        card, small = self.metrics.card_width / length, self.metrics.small_width / length
        cards, smalls = self._places["card"], self._places["small"]
        found: list[Item] = []
        for stage in self._levels[: max(0, level - self.first + 1)]:
            for index in stage.cards.touching(first, last, card):
                found.append(self._placed(index, "card", cards.row[index]))
            for index in stage.smalls.touching(first, last, small):
                if cards.level[index] > level:
                    found.append(self._placed(index, "small", smalls.row[index]))
        if level >= self.first:
            half = self.metrics.chip_width / length / 2
            found += self._levels[level - self.first].chips.touching(first, last, half)
        found.sort(key=_place)
        return tuple(found)

    def members(self, level: int, cluster: Cluster) -> list[int]:
        """The events that a cluster of `visible` at the same level counts."""
        level = min(level, self.built)
        cards, smalls = self._places["card"].level, self._places["small"].level
        between = range(cluster.first_index, cluster.last_index + 1)
        return [index for index in between if cards[index] > level and smalls[index] > level]

    def _placed(self, index: int, form: Form, row: int) -> Placed:
        return Placed(index, form, row, self._units[index], self._begins[index], self._ends[index])

    def _building_next(self, waiting: Sequence[int]) -> Steps[None]:
        level = self.built + 1
        length = self.metrics.length_of(level)
        self._shelves.stretch(length)
        cards = yield from self._placing("card", waiting, level)
        waiting = yield from self._places["card"].leaving_out(waiting)
        homeless = yield from self._places["small"].leaving_out(waiting)
        smalls = yield from self._placing("small", homeless, level)
        crowd = yield from self._places["card"].leaving_out(self._crowd)
        crowd = yield from self._places["small"].leaving_out(crowd)
        chips = Chips(self._units, self._begins, self._ends, self.metrics.rows)
        yield from chips.gathering(crowd, (self.metrics.chip_width + self.metrics.gap) / length)
        yield
        upper = self._bodies(sorted(cards))
        yield
        lower = self._bodies(sorted(smalls))
        self._levels.append(_Level(upper, lower, chips))
        self._waiting, self._crowd = waiting, crowd

    def _bodies(self, indices: Sequence[int]) -> _Bodies:
        return _Bodies(self._units, self._begins, self._ends, indices)

    def _placing(self, body: Body, waiting: Sequence[int], level: int) -> Steps[list[int]]:
        """Gives rows to those of `waiting` that fit; the indices of these."""
        shelves, units, lanes = self._shelves, self._units, self._lanes
        small, places = self._places["small"], self._places[body]
        room = yield from shelves.finding_room(units, waiting, body)
        found = []
        for turn, index in enumerate(waiting):
            if turn % _AT_A_TIME == 0:
                yield
            if room is not None and not room[lanes[index]][index]:
                continue
            row = shelves.free(units[index], lanes[index], body)
            if row is None:
                continue
            if small.level[index] < level:
                shelves.take_away(units[index], small.row[index])
            shelves.put(units[index], row)
            places.put(index, level, row)
            found.append(index)
        return found


class _Places:
    """From which level on each event stands in which row."""

    def __init__(self, count: int) -> None:
        self.level = array("l", [_NEVER]) * count
        self.row = array("h", [0]) * count

    def put(self, index: int, level: int, row: int) -> None:
        self.level[index] = level
        self.row[index] = row

    def leaving_out(self, indices: Sequence[int]) -> Steps[list[int]]:
        """Those of `indices` that stand nowhere yet."""
        level, left = self.level, list[int]()
        for at in range(0, len(indices), _AT_A_TIME):
            yield
            left += [index for index in indices[at : at + _AT_A_TIME] if level[index] == _NEVER]
        return left


class _Bodies:
    """Events that come to stand at one level, by ascending indices."""

    def __init__(
        self,
        units: Sequence[float],
        begins: Sequence[float],
        ends: Sequence[float],
        indices: Sequence[int],
    ) -> None:
        self._indices = array("l", indices)
        self._units = array("d", (units[i] for i in indices))
        self._spans = Intervals([begins[i] for i in indices], [ends[i] for i in indices])

    def touching(self, first: float, last: float, width: float) -> Iterable[int]:
        """Those whose body, `width` units wide, or whose time is between two units."""
        if not self._indices:
            return ()
        lasting = self._spans.touching(first, last)
        before = bisect_left(self._units, first - width), bisect_left(self._units, first)
        return [self._indices[at] for at in {*lasting, *range(*before)}]


@dataclass(frozen=True, slots=True)
class _Level:
    """What comes to stand at one level, and the chips of what does not."""

    cards: _Bodies
    smalls: _Bodies
    chips: Chips


def _place(item: Item) -> tuple[float, int]:
    return item.unit, item.index if isinstance(item, Placed) else item.first_index
