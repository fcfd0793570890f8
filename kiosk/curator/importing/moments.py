"""Dates as TimelineJS writes them, as EDTF and back.

TimelineJS counts years as people say them, −44 for 44 BCE, and EDTF has a year 0, so that 44 BCE
is −0043. From 10 000 BCE on, years are round and stay as they are: nobody says “13 799 999 999”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kiosk.exhibit.dates.edtf import DateError, Part, parse_date
from kiosk.exhibit.wording import clip

ROUND_YEARS: Final = -10_000
"""Years up to this one count the same in both."""

_MONTHS: Final = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_TIME: Final = re.compile(
    r"(\d{1,2})(?:[:.]?(\d{2}))?(?:[:.](\d{2})(?:[.,:]\d+)?)?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Moment:
    """One end of a date, as it stands in the file: numbers as texts, "" for what is not said."""

    year: str
    month: str = ""
    day: str = ""
    hour: str = ""
    minute: str = ""
    second: str = ""


def moment_of(given: Mapping[str, Any]) -> Moment | None:
    """The moment that a JSON group says; None if it says nothing."""
    parts = {key: text_of(given.get(key)) for key in Moment.__slots__}
    return Moment(**parts) if any(parts.values()) else None


def text_of(value: Any) -> str:
    """A JSON value as text: "" for everything that is neither text nor number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value).strip()


def edtf_of(start: Moment, end: Moment | None) -> str:
    """One date or a span in EDTF; raises DateError if it is none."""
    first = _point(start)
    last = _point(end) if end is not None else first
    text = first if first == last else f"{first}/{last}"
    parse_date(text)
    return text


def moment_from(part: Part) -> dict[str, int]:
    """One end of a date as TimelineJS writes it, as far as it is known."""
    year = part.year
    if ROUND_YEARS < year <= 0:
        year -= 1
    found = {"year": year, "month": part.month, "day": part.day}
    found |= {"hour": part.hour, "minute": part.minute}
    return {key: number for key, number in found.items() if number is not None}


def loose_moment(text: str) -> Moment | None:
    """A date of TimelineJS 1: ``1991,1,13``, ``1991``, ``1/13/1991 1:35``; None if empty."""
    text = text.strip()
    if not text:
        return None
    numbers = [number.strip() for number in text.split(",")]
    if all(re.fullmatch(r"-?\d+", number) for number in numbers):
        return Moment(*numbers[:6])
    day, _, time = text.partition(" ")
    if american := re.fullmatch(r"(\d{1,2})[/-](\d{1,2})[/-](-?\d{3,})", day):
        return with_time(Moment(american[3], american[1], american[2]), time)
    if iso := re.fullmatch(r"(-?\d{1,})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:T(.+))?", day):
        return with_time(Moment(iso[1], iso[2] or "", iso[3] or ""), iso[4] or time)
    raise DateError(f"“{clip(text)}” is not a date.", "Write 1991,1,13 or 1991-01-13.")


def with_time(moment: Moment, time: str) -> Moment:
    """`moment` at a time of day such as 13:35, 1335 or 1:35 pm."""
    time = time.strip()
    if not time:
        return moment
    found = _TIME.fullmatch(time)
    if found is None:
        raise DateError(f"“{clip(time)}” is not a time.", "Write 13:35.")
    hour = int(found[1])
    if found[4]:
        hour = hour % 12 + 12 * (found[4].lower() == "p")
    return Moment(
        moment.year, moment.month, moment.day, str(hour), found[2] or "00", found[3] or ""
    )


def _point(moment: Moment) -> str:
    year = _number(moment.year, "year")
    if ROUND_YEARS < year < 0:
        year += 1
    text = f"Y{year}" if abs(year) > 9999 else f"{'-' * (year < 0)}{abs(year):04}"
    month = _month(moment.month)
    day = _number(moment.day, "day") if moment.day else 0
    if not month or abs(year) > 9999:
        return text
    text += f"-{month:02}"
    if not day:
        return text
    text += f"-{day:02}"
    if not moment.hour:
        return text
    minute = _number(moment.minute, "minute") if moment.minute else 0
    return f"{text}T{_number(moment.hour, 'hour'):02}:{minute:02}"


def _month(text: str) -> int:
    if text[:3].lower() in _MONTHS:
        return _MONTHS.index(text[:3].lower()) + 1
    return _number(text, "month") if text else 0


def _number(text: str, what: str) -> int:
    plain = re.sub(r"[\s,\u00a0]+", "", text)
    if not re.fullmatch(r"-?\d{1,15}", plain):
        raise DateError(f"“{clip(text)}” is not a {what}." if text else f"There is no {what}.", "")
    return int(plain)
