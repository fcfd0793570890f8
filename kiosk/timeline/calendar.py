"""The steps by which a calendar is subdivided, from powers of ten of years down to minutes."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import Literal, Protocol

from kiosk.exhibit.dates.edtf import calendar_day, day_number

Precision = Literal["millennium", "century", "decade", "year", "month", "day", "hour", "minute"]


class Step(Protocol):
    """One way to subdivide the next coarser step.

    `strides` are the multiples of it that read well, finest first; `years` is its length in
    years, 0 below a year.
    """

    @property
    def precision(self) -> Precision: ...
    @property
    def years(self) -> int: ...
    @property
    def strides(self) -> tuple[int, ...]: ...

    def between(self, first: float, last: float) -> list[tuple[float, int]]:
        """Where this step begins within two days, and its number in the coarser one, from 0.

        Number 0 is left out: there the coarser step begins.
        """
        ...

    def on_stride(self, number: int, stride: int) -> bool:
        """Whether counting by `stride` arrives at the number."""
        ...

    def context(self, day: float) -> float | None:
        """Where the coarser step began without which a label cannot be read, None for years."""
        ...


@dataclass(frozen=True)
class Years:
    """Years in steps of a power of ten, counted as people do: 44 BC, 1 BC, AD 1.

    Multiples of ten before Christ are of the years BC, and the year 1 stands where 0 would be. In
    prehistory thousands are round as astronomers count them, as they are said: 20 000 BC is −20000.
    """

    years: int
    top: bool = False
    strides: tuple[int, ...] = (1, 2, 5)

    @property
    def precision(self) -> Precision:
        match self.years:
            case 1:
                return "year"
            case 10:
                return "decade"
            case 100:
                return "century"
            case _:
                return "millennium"

    def between(self, first: float, last: float) -> list[tuple[float, int]]:
        low = _counted_year(first) // self.years
        high = _counted_year(last) // self.years + 1
        return [
            (day, step % 10)
            for step in range(low, high + 1)
            if (self.top or step % 10)
            and first <= (day := day_number(_astronomical(step * self.years))) <= last
        ]

    def on_stride(self, number: int, stride: int) -> bool:
        return number % stride == 0

    def context(self, day: float) -> None:  # noqa: ARG002
        return None


@dataclass(frozen=True)
class Months:
    precision: Precision = "month"
    years: int = 0
    strides: tuple[int, ...] = (1, 3, 6)

    def between(self, first: float, last: float) -> list[tuple[float, int]]:
        year, month, _ = calendar_day(first)
        low = 12 * year + month - 1
        year, month, _ = calendar_day(last)
        return [
            (day, month % 12)
            for month in range(low, 12 * year + month)
            if month % 12 and first <= (day := day_number(month // 12, month % 12 + 1)) <= last
        ]

    def on_stride(self, number: int, stride: int) -> bool:
        return number % stride == 0

    def context(self, day: float) -> float:
        return day_number(calendar_day(day)[0])


@dataclass(frozen=True)
class Days:
    """Days of a month: all, the odd ones, the fives, the 10th and 20th, or the 15th."""

    precision: Precision = "day"
    years: int = 0
    strides: tuple[int, ...] = (1, 2, 5, 10, 15)

    def between(self, first: float, last: float) -> list[tuple[float, int]]:
        return [
            (float(day), number - 1)
            for day in range(ceil(first), floor(last) + 1)
            if (number := calendar_day(day)[2]) > 1
        ]

    def on_stride(self, number: int, stride: int) -> bool:
        if stride < 5:
            return stride == 1 or (number % 2 == 0 and number < 30)
        return (number + 1) % stride == 0 and number < 29

    def context(self, day: float) -> float:
        return day_number(*calendar_day(day)[:2])


@dataclass(frozen=True)
class Parts:
    """`count` equal parts of a day, of which `group` make up the coarser step."""

    precision: Precision
    count: int
    group: int
    strides: tuple[int, ...]
    years: int = 0

    def between(self, first: float, last: float) -> list[tuple[float, int]]:
        return [
            (part / self.count, part % self.group)
            for part in range(ceil(first * self.count), floor(last * self.count) + 1)
            if part % self.group
        ]

    def on_stride(self, number: int, stride: int) -> bool:
        return number % stride == 0

    def context(self, day: float) -> float:
        part = round(day * self.count)
        return (part - part % self.group) / self.count


_BELOW_A_YEAR: tuple[Step, ...] = (
    Months(),
    Days(),
    Parts("hour", 24, 24, (1, 2, 3, 6, 12)),
    Parts("minute", 1440, 60, (1, 2, 5, 10, 15, 30)),
)


def steps_for(first: float, last: float) -> tuple[Step, ...]:
    """All steps, coarsest first, of which the coarsest begins at most a few times within."""
    power = 3
    while 10**power * 365 < last - first:
        power += 1
    years = [Years(10**power, top=True, strides=(1,))]
    years += [Years(10**smaller) for smaller in range(power - 1, -1, -1)]
    return (*years, *_BELOW_A_YEAR)


def _counted_year(day: float) -> int:
    """The year as people count it, in which there is no 0: −1 is 1 BC."""
    year = calendar_day(day)[0]
    return year if year > 0 else year - 1


def _astronomical(counted: int) -> int:
    if counted == 0:
        return 1
    round_prehistory = counted <= -10_000 and counted % 1000 == 0
    return counted if counted > 0 or round_prehistory else counted + 1
