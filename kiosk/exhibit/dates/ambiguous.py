"""Dates written by hand that may mean several things, and the choices that there are."""

from __future__ import annotations

import re
from datetime import date as CalendarDate
from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

_FIRST_SPREADSHEET_DAY: Final = CalendarDate(1899, 12, 30).toordinal()
_PART_OF_A_TIME: Final = re.compile(
    r"\b(?:early|late|mid|middle of|beginning of|end of|first half of|second half of)[ -]"
    r"|\b(?:pradzi|pabaig|vidur|pirm\w+ puse|antr\w+ puse)\w*"
)


def choices(plain: str) -> str | None:
    """A hint that names the choices, for a lower-case text without accents; None if it has one."""
    if slashed := re.fullmatch(r"(0?\d|1[0-2])/(0?\d|1[0-2])/(\d{4})", plain):
        one, two, year = int(slashed[1]), int(slashed[2]), slashed[3]
        if one and two and one != two:
            return (
                f"Write {year}-{two:02}-{one:02} for {one} {MONTHS[two - 1]} or "
                f"{year}-{one:02}-{two:02} for {two} {MONTHS[one - 1]}."
            )
    if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2}", plain):
        return "Write the year with all its digits and first, such as 1991-01-13"
    if short := re.fullmatch(r"(\d{1,2}) ?m?\.?", plain):
        return f"Write 19{short[1]:0>2}, or 00{short[1]:0>2} if you mean a year so long ago"
    if before := re.fullmatch(r"-(\d{1,3})", plain):
        year = int(before[1])
        return f"Write -{year - 1:04} for {year} BCE, because 1 BCE is 0000" if year else None
    if serial := re.fullmatch(r"[1-5]\d{4}", plain):
        day = CalendarDate.fromordinal(_FIRST_SPREADSHEET_DAY + int(serial[0]))
        return f"Write {day} if a spreadsheet made this number of a day, Y{plain} for that year"
    return None


def without_part(plain: str) -> str | None:
    """The time without “early”, “end of” and the like; None if nothing of the kind is there."""
    rest = " ".join(_PART_OF_A_TIME.sub(" ", plain).split())
    return None if rest == plain else rest
