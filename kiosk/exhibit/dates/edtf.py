"""Dates as historians write them: EDTF (ISO 8601-2:2019) and our minutes.

Read are EDTF levels 0 and 1, of level 2 the sets, and times without seconds. Seconds and time
zones of level 0 are accepted, but times are local: the minute is kept as it is written. What else
level 2 can say is refused with the nearest form that is read.
"""

from __future__ import annotations

import re

from kiosk.exhibit.dates.ambiguous import MONTHS
from kiosk.exhibit.dates.date import (
    Certainty,
    Date,
    Part,
    Precision,
    calendar_day,
    day_number,
    month_start,
)
from kiosk.exhibit.dates.iso_forms import advice_on_iso
from kiosk.exhibit.dates.near import near_miss

__all__ = [
    "Certainty",
    "Date",
    "DateError",
    "Part",
    "Precision",
    "calendar_day",
    "day_number",
    "parse_date",
]

OLDEST_YEAR = -14_000_000_000
"""A little before the beginning of the universe; the far future ends at the same distance."""

_LONGEST = 400
_FORMS = (
    "Write 1940, 1940-06 or 1940-06-15, with ~ for about (1940~), ? for probably (1940?), "
    "X for an unknown digit (194X) and / for a span (1940/1945)."
)


class DateError(ValueError):
    """A date that cannot be read: `message` says why, `hint` what to write instead.

    `unreadable` tells what is no date at all from a date that cannot be.
    """

    def __init__(self, message: str, hint: str = _FORMS, *, unreadable: bool = False) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint
        self.unreadable = unreadable

    def __str__(self) -> str:
        return self.message


def parse_date(text: str) -> Date:
    """The meaning of one EDTF date. Raises DateError, and never anything else, if it has none."""
    text = text.strip()
    try:
        return _parse(text)
    except DateError as error:
        hint = advice_on_iso(text, _parse) or near_miss(text, _parse)
        if hint is None:
            raise
        message = _unreadable(text) if error.unreadable else error.message
        raise DateError(message, hint) from None


def _parse(text: str) -> Date:
    if not text:
        raise DateError("The date is empty.")
    if len(text) > _LONGEST:
        raise DateError(f"“{_clip(text)}” is too long for a date.")
    if text[0] in "[{":
        return _parse_set(text)
    if "/" in text:
        before, after = text.split("/", 1)
        return _interval(text, before, after)
    return _point(text)


def _point(text: str) -> Date:
    part = _parse_part(text)
    return Date(text=text, start=part.start, end=part.end, first=part, last=part)


def _interval(text: str, before: str, after: str) -> Date:
    """From `before` to `after`, of which one may be open (``..``) or unknown (empty)."""
    first = None if before in ("", "..") else _parse_part(before)
    last = None if after in ("", "..") else _parse_part(after)
    if first is None and last is None:
        raise DateError(f"“{_clip(text)}” has no date on either side.", "Write 1944/.. or ../1953.")
    begin = first or last
    finish = last or first
    assert begin is not None
    assert finish is not None
    if finish.end <= begin.start:
        raise DateError(
            f"“{_clip(text)}” ends before it begins.",
            f"Write {after}/{before} if they are swapped.",
        )
    return Date(
        text=text,
        start=begin.start,
        end=finish.end,
        kind="interval",
        first=begin,
        last=finish,
        open_start=before == "..",
        open_end=after == "..",
        unknown_start=not before,
        unknown_end=not after,
    )


def _parse_set(text: str) -> Date:
    closing = {"[": "]", "{": "}"}[text[0]]
    if not text.endswith(closing) or len(text) < 3:
        raise DateError(
            f"“{_clip(text)}” is not a complete set of dates.",
            "Write [1939,1940] for one of them, {1939,1940} for all of them.",
        )
    parts = tuple(_set_member(member.strip(" ")) for member in text[1:-1].split(","))
    first = min(parts, key=lambda part: part.start)
    last = max(parts, key=lambda part: part.end)
    return Date(
        text=text,
        start=first.start,
        end=last.end,
        kind="one_of" if text[0] == "[" else "all_of",
        first=first.first,
        last=last.last,
        open_start=any(part.open_start for part in parts),
        open_end=any(part.open_end for part in parts),
        parts=parts,
    )


def _set_member(text: str) -> Date:
    before, dots, after = text.partition("..")
    if not dots:
        return _point(text)
    return _interval(text, before or "..", after or "..")


_PART = re.compile(
    r"""(?: (?P<long>Y-?[1-9][0-9]{4,})
        | (?P<century>-?[0-9]{2})XX
        | (?P<decade>-?[0-9]{3})X
        | (?P<year>-?[0-9]{4})
          (?: -(?P<month>[0-9]{2}|XX)
          (?: -(?P<day>[0-9]{2}|XX)
          (?: T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})
              (?: :(?P<second>[0-9]{2}))? (?:Z|[+-][0-9]{2}(?::[0-9]{2})?)? )? )? )?
        ) (?P<mark>[?~%])?""",
    re.VERBOSE,
)


def _parse_part(text: str) -> Part:
    found = _PART.fullmatch(text)
    if found is None:
        raise DateError(_unreadable(text), unreadable=True)
    mark = found["mark"] or ""
    year, precision = _year(found)
    numbers = {"year": year} | (_calendar_numbers(found, year) if found["month"] else {})
    for finer in (Precision.MINUTE, Precision.DAY, Precision.SEASON, Precision.MONTH):
        if finer in numbers:
            precision = finer
            break
    return Part(
        **numbers, precision=precision, approximate=mark in ("~", "%"), uncertain=mark in ("?", "%")
    )


def _year(found: re.Match[str]) -> tuple[int, Precision]:
    """The first year that is meant, and how many years are."""
    if found["long"]:
        if len(found["long"]) > 16 or abs(int(found["long"][1:])) > -OLDEST_YEAR:
            raise DateError(
                f"The year {_clip(found['long'])} is too far away.",
                "The universe is about 13 800 000 000 years old: Y-13800000000 is the limit.",
            )
        return int(found["long"][1:]), Precision.YEAR
    for name, years, precision in (
        ("century", 100, Precision.CENTURY),
        ("decade", 10, Precision.DECADE),
        ("year", 1, Precision.YEAR),
    ):
        if digits := found[name]:
            before_zero = digits[0] == "-"
            if digits == "-0000":
                raise DateError("There is no year -0000.", "Write 0000 for the year 1 BCE.")
            return int(digits) * years - (years - 1) * before_zero, precision
    raise AssertionError(found)


def _calendar_numbers(found: re.Match[str], year: int) -> dict[str, int]:
    """Month or season, day, hour and minute as far as they are known; DateError if impossible."""
    month, day = found["month"], found["day"]
    if month == "XX":
        if day not in (None, "XX"):
            raise DateError("A day needs its month.", f"Write {found['year']}-XX-XX.")
        return {}
    if 21 <= int(month) <= 24 and day is None:
        return {"season": int(month)}
    if not 1 <= int(month) <= 12:
        raise DateError(
            f"There is no month {month}.",
            "Months are 01 to 12; 21 is spring, 22 summer, 23 autumn, 24 winter.",
        )
    numbers = {"month": int(month)}
    if day in (None, "XX"):
        if found["hour"]:
            raise DateError("A time needs its day.")
        return numbers
    numbers["day"] = int(day)
    length = int(month_start(year, int(month) + 1) - day_number(year, int(month)))
    if not 1 <= int(day) <= length:
        raise DateError(
            f"There is no day {day}: {MONTHS[int(month) - 1]} {year} has {length} days.",
            f"Write a day from 01 to {length}.",
        )
    if found["hour"] is not None:
        numbers |= {"hour": int(found["hour"]), "minute": int(found["minute"])}
        if numbers["hour"] > 23 or numbers["minute"] > 59 or int(found["second"] or 0) > 59:
            raise DateError(
                f"There is no time {found['hour']}:{found['minute']}.",
                "Times run from 00:00 to 23:59; the end of a day is 00:00 of the next.",
            )
    return numbers


def _unreadable(text: str) -> str:
    return f"“{_clip(text)}” is not a date that can be read."


def _clip(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
