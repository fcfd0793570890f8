"""Dates where a curator wrote them, and which of them one should hear before trusting them."""

from __future__ import annotations

from typing import NamedTuple

from kiosk.exhibit.dates.date import Certainty, Date, Precision

_USUAL = (Precision.DAY, Precision.MONTH, Precision.YEAR)


class WrittenDate(NamedTuple):
    """A date and its place in a file; `line` and `column` count from 1."""

    path: str
    line: int
    column: int
    date: Date


def is_unusual(date: Date) -> bool:
    """Whether it is anything but a plain day, month or year of our era, or a span of them."""
    if date.parts or date.open_start or date.open_end or date.unknown_start or date.unknown_end:
        return True
    return date.text.count("X") > 0 or any(
        end.precision not in _USUAL
        or end.certainty is not Certainty.EXACT
        or not 1 <= end.year <= 9999
        for end in date.ends
    )
