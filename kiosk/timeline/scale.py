"""From days to places along the axis and back.

A place is a `unit`: 0.0 at the start of the exhibit, 1.0 at its end. Drawn `length` pixels
long and moved by `offset`, it is at x = unit · length − offset.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor
from typing import Literal

from kiosk.steps import Steps

_SECOND = 1 / 86_400
_SHARE_OF_TIME = 0.35
_CLOSEST_PAIR = 0.6
_NARROWEST_DAY = 0.15
_WIDEST_DAY = 0.4
_MOST = 1e9
_SHRUNK = 2.0
_AT_A_TIME = 1000


@dataclass(frozen=True)
class Scale:
    """A piecewise linear, strictly increasing map between days and units.

    `days` and `units` are its knots, at least two. Beyond both ends it goes on at the mean pace
    of the whole, so that what lies just outside stays near. ValueError if the knots do not rise.
    """

    days: tuple[float, ...]
    units: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.days) != len(self.units) or len(self.days) < 2:
            raise ValueError("a scale needs as many units as days, at least two")
        if not (_rising(self.days) and _rising(self.units)):
            raise ValueError("the knots of a scale must rise in days and in units")

    def to_unit(self, day: float) -> float:
        return _interpolate(day, self.days, self.units)

    def to_day(self, unit: float) -> float:
        return _interpolate(unit, self.units, self.days)


def make_scale(
    kind: Literal["even", "proportional", "adaptive"],
    start: float,
    end: float,
    moments: Iterable[float],
) -> Scale:
    """The scale of an exhibit from day `start` to day `end` with events at `moments`.

    proportional: distance is time. Honest, but ten events in one week are one point.

    even: the distinct moments between start and end stand at equal distances, and events of
    the same moment share a place. Everything has room, but time cannot be read from distance.

    adaptive: each stretch between neighbouring moments gets the weighted mean of what the other
    two would give it. Crowded years open up because every moment brings a fixed share of the
    axis; empty decades shrink but keep a share that grows with their years.

    Moments less than a second apart are one moment; moments outside shape nothing. An exhibit
    without duration is given the day around it.
    """
    if not end - start > _SECOND:
        start, end = start - 0.5, start + 0.5
    days = [start]
    if kind != "proportional":
        for moment in sorted(moments):
            if moment - days[-1] >= _SECOND and end - moment >= _SECOND:
                days.append(moment)
    days.append(end)
    share = _SHARE_OF_TIME if kind == "adaptive" else 0.0
    steps = len(days) - 1
    units = [
        share * (day - start) / (end - start) + (1 - share) * (index / steps)
        for index, day in enumerate(days)
    ]
    units[0], units[-1] = 0.0, 1.0
    return Scale(tuple(days), tuple(units))


def shrunk(scale: Scale) -> tuple[tuple[float, float], ...]:
    """The stretches, in days, that have at most half the room that their time would give them.

    Neighbours are one stretch. Only they need saying: the eye takes distance for time.
    """
    mean = (scale.days[-1] - scale.days[0]) / (scale.units[-1] - scale.units[0])
    found: list[tuple[float, float]] = []
    knots = zip(scale.days, scale.units, strict=True)
    for (first, low), (last, high) in pairwise(knots):
        if last - first < _SHRUNK * mean * (high - low):
            continue
        if found and found[-1][1] == first:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return tuple(found)


def finding_zoom(
    scale: Scale, moments: Sequence[float], dated: Collection[int] = ()
) -> Steps[float]:
    """How many times longer than at its shortest a timeline is at its longest, in steps.

    At its shortest the whole exhibit is in the viewport. At its longest the closest two distinct
    moments are 0.6 viewports apart, and each of the days that are `dated`, because something is
    said to have happened on it, is 0.15 wide or wider. Where nothing is known to the day, the day
    given most room, among those with a moment, is 0.4 wide. Nothing is enlarged more than 10⁹
    times.
    """
    units = set()
    for at in range(0, len(moments), _AT_A_TIME):
        units |= {scale.to_unit(moment) for moment in moments[at : at + _AT_A_TIME]}
        yield
    closest = min((right - left for left, right in pairwise(sorted(units))), default=1.0)
    days = list(dated or {floor(moment) for moment in moments} or {floor(scale.days[0])})
    widths: list[float] = []
    for at in range(0, len(days), _AT_A_TIME):
        yield
        some = days[at : at + _AT_A_TIME]
        widths += (scale.to_unit(day + 1) - scale.to_unit(day) for day in some)
    of_day = _over(_NARROWEST_DAY, min(widths)) if dated else _over(_WIDEST_DAY, max(widths))
    return min(_MOST, max(1.0, _over(_CLOSEST_PAIR, closest), of_day))


def _over(share: float, units: float) -> float:
    return min(_MOST, share / units) if units > 0 else _MOST


def _rising(values: Sequence[float]) -> bool:
    return all(left < right for left, right in pairwise(values))


def _interpolate(x: float, xs: Sequence[float], ys: Sequence[float]) -> float:
    if x <= xs[0]:
        return ys[0] + (x - xs[0]) * ((ys[-1] - ys[0]) / (xs[-1] - xs[0]))
    if x >= xs[-1]:
        return ys[-1] + (x - xs[-1]) * ((ys[-1] - ys[0]) / (xs[-1] - xs[0]))
    right = bisect_right(xs, x)
    x0, x1, y0, y1 = xs[right - 1], xs[right], ys[right - 1], ys[right]
    return min(y1, y0 + (x - x0) * ((y1 - y0) / (x1 - x0)))
