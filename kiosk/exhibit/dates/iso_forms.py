"""Forms of ISO 8601 that are not read here, and how to say the same in those that are.

They are level 2 of EDTF without its sets, and the forms of ISO 8601-1 that EDTF leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date as CalendarDate

_Parse = Callable[[str], object]

_GROUPS = {
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""First month and number of months of seasons by hemisphere, quarters, thirds and halves."""

_EXPONENT = re.compile(r"Y(-?[0-9]{1,11})E([0-9]{1,2})(?=$|[/,.\]}S~?%])")
_DIGITS_THAT_COUNT = re.compile(r"(Y?-?[0-9]{4,16})S[0-9]{1,2}")
_MARK_INSIDE = re.compile(r"(?=.*[?~%].)[?~%]?-?[0-9]{4}[?~%]?(?:-[?~%]?[0-9]{2}[?~%]?){0,2}")


def advice_on_iso(text: str, parse: _Parse) -> str | None:
    """What to write instead of a form of the standard that is not read; None for all else.

    `parse` raises ValueError for what is not read either. The months of northern seasons are
    those that the seasons of level 1 have.
    """
    if len(text) > 80:
        return None
    if found := re.fullmatch(r"(-?[0-9]{2})([0-9]{2})-(2[5-9]|3[0-9]|4[01])", text):
        months = _months(int(found[1] + found[2]), *_GROUPS[int(found[3])])
        years = found[1] + found[2], found[1] + found[3]
        if years[0] < years[1]:
            return f"Write {'/'.join(years)} for the years, {months} for a part of the first"
        return f"Write {months}"
    if found := re.fullmatch(r"([0-9]{2}(?:[0-9]X|XX))-[0-9X]{2}(?:-[0-9X]{2})?", text):
        day = text[4:].replace("XX", "01")
        digits = (found[1].replace("XX", "0X").replace("X", digit) for digit in "01")
        possible = ",".join(year + day for year in digits)
        return f"Write {found[1]}, or a set of all that it may be: [{possible}] and so on"
    if found := re.fullmatch(r"([0-9])XXX(?:-.*)?", text):
        return f"Write {found[1]}0XX/{found[1]}9XX"
    if re.fullmatch(r"XXXX(?:-.*)?", text):
        return "Write at least the century, such as 19XX"
    if _MARK_INSIDE.fullmatch(text):
        return _one_mark(text, parse)
    return next((f"Write {form}" for form in _same_in_ours(text) if _reads(form, parse)), None)


def _reads(text: str, parse: _Parse) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def _months(year: int, first: int, count: int) -> str:
    """That many months of a year, of which the last may lie in the next year."""
    ends = (divmod(12 * year + month - 1, 12) for month in (first, first + count - 1))
    return "/".join(f"{'-' * (y < 0)}{abs(y):04}-{month + 1:02}" for y, month in ends)


def _one_mark(text: str, parse: _Parse) -> str | None:
    """A mark on one part of a date, as a mark on the whole."""
    marks = set(re.findall(r"[?~%]", text))
    plain = re.sub(r"[?~%]", "", text) + (marks.pop() if len(marks) == 1 else "%")
    if not _reads(plain, parse):
        return None
    return f"Write {plain}; a mark stands at the end and belongs to the whole date"


def _same_in_ours(text: str) -> Iterator[str]:
    """The same date in a form that may be read, unchecked."""
    written = _EXPONENT.sub(lambda y: f"Y{int(y[1]) * 10 ** int(y[2])}", text)
    estimated = _DIGITS_THAT_COUNT.sub(r"\1~", written)
    if estimated != text:
        yield estimated
    if found := re.fullmatch(r"(-?[0-9]{4})-([01])X", text):
        yield (
            "[{0}-10..{0}-12]".format(found[1])
            if found[2] == "1"
            else ("[{0}-01..{0}-09]".format(found[1]))
        )
    if found := re.fullmatch(r"(-?[0-9]{4}-[0-9]{2})-([0-3])X", text):
        tens = int(found[2])
        for last in (9, 8, 1):
            yield f"[{found[1]}-{tens}{0 if tens else 1}..{found[1]}-{tens}{last}]"
        yield f"{found[1]}-{tens}0"
    if found := re.fullmatch(r"(.*T[0-9]{2})", text):
        yield f"{found[1]}:00"
    if found := re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2}).*", text):
        yield "{}-{}-{}T{}:{}".format(*found.groups())
    if found := re.fullmatch(r"([0-9]{4})-([0-9]{3})", text):
        yield _day_of_year(int(found[1]), int(found[2]))
    if found := re.fullmatch(r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?", text):
        yield _week(int(found[1]), int(found[2]), found[3])


def _day_of_year(year: int, number: int) -> str:
    try:
        first = CalendarDate(year, 1, 1).toordinal()
        day = CalendarDate.fromordinal(first + number - 1)
    except (ValueError, OverflowError):
        return ""
    return day.isoformat() if number and day.year == year else ""


def _week(year: int, number: int, day: str | None) -> str:
    try:
        if day:
            return CalendarDate.fromisocalendar(year, number, int(day)).isoformat()
        ends = (CalendarDate.fromisocalendar(year, number, end).isoformat() for end in (1, 7))
        return "/".join(ends)
    except ValueError:
        return ""
