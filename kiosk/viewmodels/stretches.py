"""Stretches of the axis and the place one is at, in words as exact as they are long."""

from __future__ import annotations

from kiosk.exhibit.dates.edtf import calendar_day, parse_date
from kiosk.exhibit.dates.wording import axis_words, date_words
from kiosk.timeline.whereabouts import Whereabouts

_MINUTE = 1 / 1440
_NAMED_IN = ((3.0, "minute"), (90.0, "day"), (1100.0, "month"))
"""Up to how many days a stretch is said in which precision; longer ones in years."""


def stretch_words(first: float, last: float, language: str, moments: bool = True) -> str:
    """From one day to another, which ends it: minutes of a night, years of a century.

    Without `moments` no less than days are named.
    """
    named = _NAMED_IN if moments else _NAMED_IN[1:]
    precision = next((name for days, name in named if last - first <= days), "year")
    end = last if precision == "minute" else last - _MINUTE
    ends = (_edtf(first, precision), _edtf(max(first, end), precision))
    return date_words(parse_date("/".join(dict.fromkeys(ends))), language)


def place_words(place: Whereabouts, language: str) -> str:
    """The year, month or day that the middle of the timeline is in."""
    year = calendar_day(place.day)[0]
    if place.precision == "year" or not 0 <= year <= 9999:
        return axis_words(place.day, "year", language)
    return date_words(parse_date(_edtf(place.day, place.precision)), language)


def _edtf(moment: float, precision: str) -> str:
    day, minutes = divmod(round(moment * 1440), 1440)
    year, month, number = calendar_day(day)
    text = f"{year:05}" if year < 0 else f"{year:04}"
    if abs(year) > 9999:
        return f"Y{year}"
    if precision != "year":
        text += f"-{month:02}"
    if precision in ("day", "minute"):
        text += f"-{number:02}"
    if precision == "minute":
        text += f"T{minutes // 60:02}:{minutes % 60:02}"
    return text
