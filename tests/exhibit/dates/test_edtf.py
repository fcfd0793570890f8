"""Dates: the EDTF standard, our minutes, and what a curator is told about the rest."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.exhibit.dates.edtf import (
    Date,
    DateError,
    Precision,
    calendar_day,
    day_number,
    parse_date,
)

OLDEST = -13_800_000_000

# text, first moment, first moment after, as (year, month, day)
STRETCHES = [
    # level 0
    ("1985-04-12", (1985, 4, 12), (1985, 4, 13)),
    ("1985-04", (1985, 4, 1), (1985, 5, 1)),
    ("1985", (1985, 1, 1), (1986, 1, 1)),
    ("1964/2008", (1964, 1, 1), (2009, 1, 1)),
    ("2004-06/2006-08", (2004, 6, 1), (2006, 9, 1)),
    ("2004-02-01/2005-02-08", (2004, 2, 1), (2005, 2, 9)),
    ("2004-02-01/2005-02", (2004, 2, 1), (2005, 3, 1)),
    ("2004-02-01/2005", (2004, 2, 1), (2006, 1, 1)),
    ("2005/2006-02", (2005, 1, 1), (2006, 3, 1)),
    ("1940-12", (1940, 12, 1), (1941, 1, 1)),
    ("2000-02", (2000, 2, 1), (2000, 3, 1)),
    ("0000", (0, 1, 1), (1, 1, 1)),
    # level 1
    ("Y170000002", (170000002, 1, 1), (170000003, 1, 1)),
    ("Y-170000002", (-170000002, 1, 1), (-170000001, 1, 1)),
    ("Y-66000000", (-66000000, 1, 1), (-65999999, 1, 1)),
    ("Y-13800000000", (OLDEST, 1, 1), (OLDEST + 1, 1, 1)),
    ("2001-21", (2001, 3, 1), (2001, 6, 1)),
    ("2001-22", (2001, 6, 1), (2001, 9, 1)),
    ("2001-23", (2001, 9, 1), (2001, 12, 1)),
    ("2001-24", (2001, 12, 1), (2002, 3, 1)),
    ("1984?", (1984, 1, 1), (1985, 1, 1)),
    ("2004-06~", (2004, 6, 1), (2004, 7, 1)),
    ("2004-06-11%", (2004, 6, 11), (2004, 6, 12)),
    ("201X", (2010, 1, 1), (2020, 1, 1)),
    ("20XX", (2000, 1, 1), (2100, 1, 1)),
    ("2004-XX", (2004, 1, 1), (2005, 1, 1)),
    ("1985-04-XX", (1985, 4, 1), (1985, 5, 1)),
    ("1985-XX-XX", (1985, 1, 1), (1986, 1, 1)),
    ("1985-04-12/..", (1985, 4, 12), (1985, 4, 13)),
    ("1985-04/..", (1985, 4, 1), (1985, 5, 1)),
    ("1985/..", (1985, 1, 1), (1986, 1, 1)),
    ("../1985-04-12", (1985, 4, 12), (1985, 4, 13)),
    ("../1985", (1985, 1, 1), (1986, 1, 1)),
    ("1985-04-12/", (1985, 4, 12), (1985, 4, 13)),
    ("/1985-04", (1985, 4, 1), (1985, 5, 1)),
    ("1984~/2004-06", (1984, 1, 1), (2004, 7, 1)),
    ("1984/2004-06~", (1984, 1, 1), (2004, 7, 1)),
    ("1984?/2004%", (1984, 1, 1), (2005, 1, 1)),
    ("1984-06-02?/2004-08-08~", (1984, 6, 2), (2004, 8, 9)),
    ("-1985", (-1985, 1, 1), (-1984, 1, 1)),
    ("-0043-03-15", (-43, 3, 15), (-43, 3, 16)),
    ("-004X", (-49, 1, 1), (-39, 1, 1)),
    ("-00XX", (-99, 1, 1), (1, 1, 1)),
    # level 2: sets
    ("[1667,1668,1670..1672]", (1667, 1, 1), (1673, 1, 1)),
    ("[..1760-12-03]", (1760, 12, 3), (1760, 12, 4)),
    ("[1760-12..]", (1760, 12, 1), (1761, 1, 1)),
    ("[1760-01,1760-02,1760-12..]", (1760, 1, 1), (1761, 1, 1)),
    ("[1667,1760-12]", (1667, 1, 1), (1761, 1, 1)),
    ("{1667,1668,1670..1672}", (1667, 1, 1), (1673, 1, 1)),
    ("{1960,1961-12}", (1960, 1, 1), (1962, 1, 1)),
    ("{..1984}", (1984, 1, 1), (1985, 1, 1)),
    ("[1940, 1939]", (1939, 1, 1), (1941, 1, 1)),
]

REFUSED = [
    "", " ", "hello", "1985-4-12", "1985-13", "1985-25", "1985-00", "1985-04-00", "1985-04-31",
    "1985-02-29", "1900-02-29", "1985-04-12T", "1985-04-12T24:00", "1985-04-12T12:60",
    "1985-04-12T12", "1985-04T12:00", "1985-XX-12", "1985-1X", "1985-04-1X", "2XXX", "XXXX",
    "1985-21-01", "1941/1940", "1940-06-15/1940-06-14", "/", "../..", "../", "1940/1941/1942",
    "[]", "{}", "[1939", "1939]", "[1939,1940}", "[1939,,1940]", "[1940..1939]", "[..]",
    "[1939/1940]", "Y1940", "Y01940", "Y-14000000001", "Y" + "9" * 5000, "9" * 5000,
    "[" + "1939," * 5000 + "1940]", "-0000", "1940~?", "~1940", "1940-06~-15",
    "\u0661\u0669\u0664\u0660",
]  # fmt: skip


@pytest.mark.parametrize(("text", "start", "end"), STRETCHES)
def test_a_date_covers_its_stretch(
    text: str, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    """Every form of the standard begins and ends on the right days."""
    date = parse_date(text)
    assert (date.start, date.end) == (day_number(*start), day_number(*end))
    assert date.text == text


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Everything else is a DateError that says why and what to write, quickly and briefly."""
    began = time.perf_counter()
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert time.perf_counter() - began < 0.5
    assert str(caught.value) == caught.value.message
    assert 0 < len(caught.value.message) < 200
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1990-02-30", "There is no day 30: February 1990 has 28 days."),
        ("2000-02-30", "There is no day 30: February 2000 has 29 days."),
        ("1990-13", "There is no month 13."),
        ("1990-01-13T25:00", "There is no time 25:00."),
        ("1945/1940", "“1945/1940” ends before it begins."),
    ],
)
def test_messages_name_what_is_impossible(text: str, message: str) -> None:
    """An impossible date is told apart from an unreadable one."""
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.message == message


@pytest.mark.parametrize(
    "text",
    [
        "1991-01-13T01:35",
        "1985-04-12T23:20:30",
        "1985-04-12T23:20:30Z",
        "1985-04-12T23:20:30-04",
        "1985-04-12T23:20:30+04:30",
        "1991-01-13T01:35~",
    ],
)
def test_times_last_a_minute(text: str) -> None:
    """A time is kept to the minute as it is written, without its seconds or zone."""
    date = parse_date(text)
    assert date.first.precision == Precision.MINUTE
    assert (date.first.hour, date.first.minute) == (int(text[11:13]), int(text[14:16]))
    assert (date.end - date.start) * 1440 == pytest.approx(1, abs=1e-5)


def test_minutes_in_an_interval() -> None:
    """An interval of minutes includes its last minute."""
    date = parse_date("1991-01-13T01:30/1991-01-13T02:29")
    assert (date.end - date.start) * 24 == pytest.approx(1)
    assert date.start - day_number(1991, 1, 13) == pytest.approx(1.5 / 24)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("1991-01-13T01:35", Precision.MINUTE),
        ("1991-01-13", Precision.DAY),
        ("1991-01-XX", Precision.MONTH),
        ("1991-21", Precision.SEASON),
        ("1991-XX-XX", Precision.YEAR),
        ("199X", Precision.DECADE),
        ("19XX", Precision.CENTURY),
    ],
)
def test_precision_is_how_much_is_known(text: str, precision: Precision) -> None:
    """Unknown digits make a date coarser."""
    assert parse_date(text).first.precision == precision


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1940", False, False),
        ("1940~", True, False),
        ("1940?", False, True),
        ("1940%", True, True),
        ("1940/1945~", True, False),
        ("1940?/1945", False, True),
        ("[1939,1940?,1941]", False, True),
    ],
)
def test_marks_belong_to_the_whole_date(text: str, approximate: bool, uncertain: bool) -> None:
    """A mark on any part makes the date approximate or uncertain."""
    date = parse_date(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


def test_open_and_unknown_ends_differ() -> None:
    """Two dots are an open end, nothing at all is an unknown one."""
    flags = {
        text: (date.open_start, date.open_end, date.unknown_start, date.unknown_end)
        for text in ("1944/..", "../1953", "1944/", "/1953", "1944/1953")
        for date in [parse_date(text)]
    }
    assert flags == {
        "1944/..": (False, True, False, False),
        "../1953": (True, False, False, False),
        "1944/": (False, False, False, True),
        "/1953": (False, False, True, False),
        "1944/1953": (False, False, False, False),
    }


def test_sets_keep_their_members() -> None:
    """A set says of what kind it is and lists points and spans."""
    date = parse_date("[1667,1668,1670..1672]")
    assert date.kind == "one_of"
    assert [(part.text, part.kind) for part in date.parts] == [
        ("1667", "point"),
        ("1668", "point"),
        ("1670..1672", "interval"),
    ]
    assert parse_date("{1939,1940}").kind == "all_of"
    assert parse_date("[1760-12..]").open_end
    assert parse_date("{..1984}").open_start


def test_ten_thousand_dates_are_quick() -> None:
    """Reading the dates of the largest exhibit costs less than a second."""
    began = time.process_time()
    for day in range(10_000):
        parse_date(f"{1000 + day // 28}-0{day % 9 + 1}-{day % 28 + 1:02}~")
    assert time.process_time() - began < 1


pieces = st.sampled_from(
    ["1940", "0000", "-", "/", "..", "X", "XX", "~", "?", "%", "[", "]", "{", "}", ",", "Y", "T",
     "12", "31", "02", "21", ":", " ", "June", "m.", "BC", "or", "century", "c.", "9" * 30]
)  # fmt: skip


@given(st.text() | st.lists(pieces, max_size=9).map("".join))
@example("1940-06-15T00:00/..")
@example("(" * 79)
@example("i" * 70 + " a")
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    """No text brings another exception, and every date is a stretch that survives JSON."""
    try:
        date = parse_date(text)
    except DateError:
        return
    assert date.start < date.end
    assert Date.model_validate_json(date.model_dump_json()) == date


@given(st.dates())
def test_days_agree_with_the_standard_library(day: datetime.date) -> None:
    """Within the years 1 to 9999 days are counted as datetime counts them."""
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert calendar_day(day.toordinal() + 0.75) == (day.year, day.month, day.day)


@given(st.integers(-5_100_000_000_000, 5_100_000_000_000))
def test_days_and_calendar_days_are_inverse(day: int) -> None:
    """From a day to the calendar and back, as far as the age of the universe."""
    assert day_number(*calendar_day(day)) == day


@given(st.integers(-1_000_000, 1_000_000))
def test_years_have_their_length(year: int) -> None:
    """Leap years follow the Gregorian rule before year 1 and after 9999 too."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    assert day_number(year + 1) - day_number(year) == 365 + leap
