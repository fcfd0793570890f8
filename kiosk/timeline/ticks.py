"""The marks on the axis.

Ticks are set from coarse to fine. The coarsest steps of the calendar come first; then every
stretch between two neighbouring ticks that is wide enough is subdivided by the next finer step,
and so on down to minutes. A tick is kept only as far away from all that are there already as the
longer of their labels needs, so labels never overlap, and crowded years may show days where empty
decades show nothing between their first years.

What becomes of a stretch depends on nothing but the scale, the length and the gap, never on what
is in view: a tick stays while the view moves over it. Stretches out of view are not subdivided,
which bounds the cost by what is in view.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from kiosk.exhibit.dates.edtf import day_number
from kiosk.timeline.calendar import Precision, Step, steps_for
from kiosk.timeline.scale import Scale

_FIRST, _LAST = -1.0, 2.0
"""Ticks end one exhibit's length before its start and after its end, in units."""

_DAYS = {"month": 30.5, "day": 1.0, "hour": 1 / 24, "minute": 1 / 1440}
_NEXT = 1.2
"""How many strides away, in days, the next tick of a stride may be: months are not all alike."""

_WORTH_NAMING = 6
"""How many gaps wide a stretch must be for ticks whose year, month or day has none itself."""

_AT_MOST = 3.0
"""The same where ticks of the stride are left out because coarser ones may stand there."""


_WHOLE: dict[Precision, float] = {"month": 2.0, "day": 2.5, "hour": 3.5, "minute": 3.5}
"""How many gaps a whole date takes."""

_BEFORE_CHRIST, _LONG_AGO = day_number(1), day_number(-99_999)
"""Until when years have longer labels: 20 000 BCE, 228.5 million years ago."""


@dataclass(frozen=True)
class Tick:
    """A mark where a calendar step begins.

    `precision` is how much of the date its label needs. `step` is the power of ten of years
    that it is a multiple of where that is known to matter (1 000 000 in deep time), 0 below a
    year. `rank` is major where finer ticks stand next to it. `whole` says that no tick names the
    year, month, day or hour that this one lies in, so that its own label has to.
    """

    day: float
    unit: float
    precision: Precision
    step: int
    rank: Literal["major", "minor"]
    whole: bool = False


def _days(step: Step) -> float:
    return step.years * 365.25 or _DAYS[step.precision]


@dataclass(frozen=True)
class _Mark:
    x: float
    day: float
    step: Step | None
    whole: bool = False

    @property
    def breadth(self) -> float:
        """How many gaps the label needs, with some air."""
        if self.step is None:
            return 1.0
        if self.whole:
            return _WHOLE.get(self.step.precision, 2.0)
        if self.step.years and self.day < _BEFORE_CHRIST:
            return 2.4 if self.day < _LONG_AGO else 1.5
        return 1.0


def ticks(scale: Scale, length: float, first: float, last: float, gap: float) -> tuple[Tick, ...]:
    """The ticks between two units, at least `gap` pixels apart when the axis is `length` long.

    A gap has room for a year, a month's short name or a time; longer labels take several.

    ValueError unless length and gap are positive.
    """
    if not (length > 0 and gap > 0):
        raise ValueError("ticks need a length and a gap above zero")
    ruler = _Ruler(scale, length, gap)
    steps = steps_for(scale.to_day(_FIRST), scale.to_day(_LAST))
    left, right = first * length, last * length
    found: dict[float, _Mark] = {}
    major: set[float] = set()
    edges = _Mark(_FIRST * length, 0.0, None), _Mark(_LAST * length, 0.0, None)
    stretches = [(edges[0], edges[1], 0)]
    while stretches:
        start, end, depth = stretches.pop()
        inner, closed = ruler.subdivide(start, end, steps[depth])
        if inner:
            major.update((start.x, end.x))
            found.update((mark.x, mark) for mark in inner if left <= mark.x <= right)
        if depth + 1 < len(steps):
            stretches += (
                (a, b, depth + 1)
                for a, b in pairwise((start, *inner, end))
                if a.x <= right and b.x >= left and b.x - a.x >= 2 * gap
                if not any(a.x < x < b.x for x in closed)
            )
    return tuple(
        Tick(
            mark.day,
            x / length,
            mark.step.precision,
            mark.step.years,
            "major" if x in major else "minor",
            mark.whole,
        )
        for x, mark in sorted(found.items())
        if mark.step is not None
    )


@dataclass(frozen=True)
class _Ruler:
    scale: Scale
    length: float
    gap: float

    def subdivide(self, start: _Mark, end: _Mark, step: Step) -> tuple[list[_Mark], list[float]]:
        """The ticks of `step` between two that are there, and places that were passed over.

        Where time runs evenly one stride is kept to, even where another tick would just fit;
        nothing finer may then take its place. Where it does not, gaps are filled as well.
        """
        low, high = start.x + self._room(start), end.x - self._room(end)
        if low > high:
            return [], []
        even = self._even(start, end)
        regular = even and not self._crowded(start, end, step)
        candidates = self._candidates(start.x, end.x, step) if regular else []
        fitting = [(mark, number) for mark, number in candidates if low <= mark.x <= high]
        if not regular:
            fitting = self._candidates(low, high, step)
        strange = {m.x for m, _ in fitting if step.context(m.day) not in (None, start.day)}
        if strange and end.x - start.x < _WORTH_NAMING * self.gap:
            return [], list(strange)

        kept: list[_Mark] = []
        choices: list[tuple[float, list[_Mark]]] = []
        for stride in step.strides:
            chosen = [mark for mark, number in fitting if step.on_stride(number, stride)]
            choices.insert(0, (stride * _days(step) * _NEXT, chosen))
            wanted = sum(step.on_stride(number, stride) for _, number in candidates)
            if not kept and (not even or (regular and len(chosen) == wanted)):
                filled = self._filled((start, end), choices[:1], strange)
                kept = filled if len(filled) == len(chosen) else []
        if not (kept and even):
            kept = self._filled((start, *kept, end), choices, strange)
        named = self._named(kept, start, end, step)
        if not named and any(mark.breadth > 1 for mark, _ in fitting):
            # Finer steps would be no shorter to say, and very many.
            return [], [mark.x for mark, _ in fitting]
        full = self._filled((start, *named, end), choices, {mark.x for mark, _ in fitting})
        shown = {mark.x for mark in named}
        return named, [mark.x for mark in full if mark.x not in shown]

    def _crowded(self, start: _Mark, end: _Mark, step: Step) -> bool:
        """Whether some tick of every stride is too near to an end of an even stretch to be set.

        Then no stride can be kept to, and what lies near the ends need not be looked at: there
        may be very much of it.
        """
        spacing = max(step.strides) * _days(step) * _AT_MOST
        middle = (start.x + end.x) / 2
        shortest = min(self._room(start), self._room(end), middle - start.x)
        near = self.scale.to_day((start.x + shortest) / self.length)
        return near - self.scale.to_day(start.x / self.length) > spacing

    def _room(self, *marks: _Mark) -> float:
        """How far neighbours stay away from each other, in pixels."""
        return self.gap * max(mark.breadth for mark in marks)

    def _candidates(self, low: float, high: float, step: Step) -> list[tuple[_Mark, int]]:
        first, last = self.scale.to_day(low / self.length), self.scale.to_day(high / self.length)
        return [
            (_Mark(x, day, step), number)
            for day, number in step.between(first, last)
            if low <= (x := self.scale.to_unit(day) * self.length) <= high
        ]

    def _filled(
        self,
        kept: Sequence[_Mark],
        choices: Sequence[tuple[float, Sequence[_Mark]]],
        anywhere: Set[float],
    ) -> list[_Mark]:
        """What stands between the first and the last of `kept` when more of `choices` is added.

        Choices come in order of preference, each with the most days to the next of its kind. A
        tick is added where there is room, but, except at the places in `anywhere`, only next to
        one that is there: after 1980 comes 1985 or 1981, and never 1986 alone.
        """
        marks = list(kept)
        places = [mark.x for mark in marks]
        for days, choice in choices:
            for mark in (*choice, *reversed(choice)):
                at = bisect_left(places, mark.x)
                left, right = marks[at - 1], marks[at]
                next_to = (m.step is None or abs(m.day - mark.day) <= days for m in (left, right))
                if not (mark.x in anywhere or any(next_to)):
                    continue
                before, after = self._room(left, mark), self._room(mark, right)
                if mark.x - left.x >= before and right.x - mark.x >= after:
                    places.insert(at, mark.x)
                    marks.insert(at, mark)
        return marks[1:-1]

    def _named(self, marks: Sequence[_Mark], start: _Mark, end: _Mark, step: Step) -> list[_Mark]:
        """`marks`, of which the first of each year, month or day without a tick is whole.

        Those that would stand too near a whole one are left out.
        """
        found = [start]
        for mark in marks:
            context = step.context(mark.day)
            known = context in (None, start.day, step.context(found[-1].day))
            named = mark if known else replace(mark, whole=True)
            if mark.x - found[-1].x >= self._room(
                found[-1], named
            ) and end.x - mark.x >= self._room(named):
                found.append(named)
        return found[1:]

    def _even(self, start: _Mark, end: _Mark) -> bool:
        """Whether no knot of the scale lies between two marks."""
        units = self.scale.units
        before = bisect_right(units, start.x / self.length)
        return before == bisect_left(units, end.x / self.length)
