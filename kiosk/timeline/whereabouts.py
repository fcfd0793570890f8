"""How exactly to say where one is: a date when close, else a year or a round one."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import Literal

from kiosk.exhibit.dates.edtf import calendar_day, day_number
from kiosk.timeline.scale import Scale

_WIDE = 0.5
"""How much of the viewport a day or month fills before it is named."""

_STEADY = 20.0
"""Pixels that a round year long ago lasts at least."""

_LONG_AGO = -100_000


@dataclass(frozen=True)
class Whereabouts:
    """What `precision` names at `day`; it stays true from one unit to another."""

    precision: Literal["year", "month", "day"]
    day: float
    first: float
    last: float


def whereabouts(scale: Scale, centre: float, length: float, viewport: float) -> Whereabouts:
    """What to call the unit `centre` of a timeline `length` pixels long.

    The day where one fills half the viewport, else the month, else the year. Years long ago are
    rounded down so far that their number can be read while the timeline moves.
    """
    moment = scale.to_day(min(1.0, max(0.0, centre)))
    year, month, _ = calendar_day(moment)

    def width(first: float, last: float) -> float:
        return (scale.to_unit(last) - scale.to_unit(first)) * length

    def place(
        precision: Literal["year", "month", "day"], named: float, first: float, last: float
    ) -> Whereabouts:
        # Rounding may put a centre on the very end of a stretch into the next one.
        units = scale.to_unit(first), scale.to_unit(last)
        return Whereabouts(precision, named, min(units[0], centre), max(units[1], centre))

    if year < _LONG_AGO:
        pace = (scale.to_day(centre + 1 / length) - scale.to_day(centre)) / 365.25
        step = _round_up(_STEADY * pace)
        rounded = year // step * step
        start = day_number(rounded)
        return place("year", start, start, day_number(min(rounded + step, _LONG_AGO)))
    january, next_january = day_number(year), day_number(year + 1)
    if width(january, next_january) < _WIDE * viewport:
        return place("year", january, january, next_january)
    start, end = day_number(year, month), day_number(year + month // 12, month % 12 + 1)
    if width(start, end) < _WIDE * viewport:
        return place("year", january, start, end)
    today = float(floor(moment))
    precise = width(today, today + 1) >= _WIDE * viewport
    return place("day" if precise else "month", today if precise else start, today, today + 1)


def _round_up(years: float) -> int:
    """The next of 1, 2, 5, 10, 20, 50 …"""
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            if step >= years:
                return step
        power *= 10
