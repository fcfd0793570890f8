"""What a date means: a stretch of days, how exactly it is known, and how surely.

Days are counted as `datetime.date.toordinal` counts them (0001-01-01 is day 1, proleptic
Gregorian), continued below 1 and far beyond 9999, with fractions for the time of day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as CalendarDate
from enum import StrEnum
from math import ceil, floor
from typing import Literal

_CYCLE_YEARS = 400
_CYCLE_DAYS = 146_097


class Precision(StrEnum):
    """How exactly a date is known, finest first."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


class Certainty(StrEnum):
    """How sure a date is: as it stands, "about", "probably", or both at once."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    UNCERTAIN = "uncertain"
    BOTH = "both"


_COARSENESS = {precision: rank for rank, precision in enumerate(Precision)}
_MANY_YEARS = (Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)
_YEARS = {
    Precision.YEAR: 1,
    Precision.DECADE: 10,
    Precision.CENTURY: 100,
    Precision.MILLENNIUM: 1000,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One end of a date. `year` is astronomical (0 is 1 BCE), of a decade or century the first.

    `season` is 21 (spring, from March) … 24 (winter, from December into the next year). What
    `precision` does not reach is None.
    """

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    season: int | None = None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False

    @property
    def certainty(self) -> Certainty:
        return _certainty(approximate=self.approximate, uncertain=self.uncertain)

    @property
    def start(self) -> float:
        """The first moment that it may mean, in days."""
        if self.season is not None:
            return day_number(self.year, 3 * (self.season - 20))
        minutes = 60 * (self.hour or 0) + (self.minute or 0)
        return day_number(self.year, self.month or 1, self.day or 1) + minutes / 1440

    @property
    def end(self) -> float:
        """The first moment after all that it may mean, in days."""
        match self.precision:
            case Precision.MINUTE:
                return self.start + 1 / 1440
            case Precision.HOUR:
                return self.start + 1 / 24
            case Precision.DAY:
                return self.start + 1
            case Precision.MONTH:
                return month_start(self.year, (self.month or 1) + 1)
            case Precision.SEASON:
                return month_start(self.year, 3 * ((self.season or 21) - 19))
            case _:
                return day_number(self.year + _YEARS[self.precision])


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """One date, interval or set, as the timeline can draw it and the words can say it.

    `text` is the EDTF as written. The stretch is half open: the first day it may touch is
    `start`, and `end` is the first moment after it, both in days. An open end has `open_end`
    true and `end` equal to the end of what is known; likewise for `open_start`, and for ends
    that exist but are unknown.

    `first` and `last` are the earliest and the latest date named in it, the same for a point.
    `parts` are the members of a set, each a point or an interval.
    """

    text: str
    start: float
    end: float
    kind: Literal["point", "interval", "one_of", "all_of"] = "point"
    first: Part
    last: Part
    open_start: bool = False
    open_end: bool = False
    unknown_start: bool = False
    unknown_end: bool = False
    parts: tuple[Date, ...] = ()

    @property
    def earliest(self) -> tuple[int, int, int]:
        """Year (astronomical), month and day of the first day that is named in it."""
        return calendar_day(self.start)

    @property
    def latest(self) -> tuple[int, int, int]:
        """Year (astronomical), month and day of the last day that is named in it."""
        return calendar_day(ceil(self.end) - 1)

    @property
    def precision(self) -> Precision:
        """That of its coarsest end or member."""
        return max((end.precision for end in self.ends), key=_COARSENESS.__getitem__)

    @property
    def certainty(self) -> Certainty:
        """What its marks say together, on whichever end or member they stand."""
        return _certainty(
            approximate=any(end.approximate for end in self.ends),
            uncertain=any(end.uncertain for end in self.ends),
        )

    @property
    def ends(self) -> tuple[Part, ...]:
        """The dates that it names: one of a point, two of an interval, those of all members."""
        if self.parts:
            return tuple(end for part in self.parts for end in part.ends)
        return (self.first,) if self.first == self.last else (self.first, self.last)

    @property
    def soft_start(self) -> bool:
        """Whether the timeline should not draw `start` as a sharp edge."""
        return self.open_start or self.unknown_start or self._soft(self.first)

    @property
    def soft_end(self) -> bool:
        """Whether the timeline should not draw `end` as a sharp edge."""
        return self.open_end or self.unknown_end or self._soft(self.last)

    def _soft(self, end: Part) -> bool:
        """Whether a day near this end may lie outside, or one within may not be meant."""
        somewhere_within = end.precision in _MANY_YEARS or self.kind == "one_of"
        return somewhere_within or end.certainty is not Certainty.EXACT


def _certainty(*, approximate: bool, uncertain: bool) -> Certainty:
    if approximate:
        return Certainty.BOTH if uncertain else Certainty.APPROXIMATE
    return Certainty.UNCERTAIN if uncertain else Certainty.EXACT


def day_number(year: int, month: int = 1, day: int = 1) -> float:
    """The day on which a calendar day begins; any year. ValueError if there is no such day."""
    cycle, rest = divmod(year - 1, _CYCLE_YEARS)
    return float(CalendarDate(rest + 1, month, day).toordinal() + cycle * _CYCLE_DAYS)


def calendar_day(day: float) -> tuple[int, int, int]:
    """Year (astronomical), month and day of the calendar day in which `day` lies."""
    cycle, rest = divmod(floor(day) - 1, _CYCLE_DAYS)
    found = CalendarDate.fromordinal(rest + 1)
    return found.year + cycle * _CYCLE_YEARS, found.month, found.day


def month_start(year: int, month: int) -> float:
    """The first day of a month counted from a year's January; the 13th is the next year's first."""
    more, month = divmod(month - 1, 12)
    return day_number(year + more, month + 1)
