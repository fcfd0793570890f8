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
from kiosk.station.records import from_json, to_json

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
    ("text", "soft_start", "soft_end"),
    [
        ("1940", False, False),
        ("1940~", True, True),
        ("194X", True, True),
        ("1940/1945", False, False),
        ("1940~/1945", True, False),
        ("1940/1945?", False, True),
        ("194X/1955", True, False),
        ("1944/..", False, True),
        ("1944/", False, True),
        ("../1953", True, False),
        ("/1953", True, False),
        ("[1939,1940]", True, True),
        ("{1939,1940}", False, False),
    ],
)
def test_only_sure_ends_are_sharp(text: str, soft_start: bool, soft_end: bool) -> None:
    """The timeline draws an edge only where the date says that there is one."""
    date = parse_date(text)
    assert (date.soft_start, date.soft_end) == (soft_start, soft_end)


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
    assert date.earliest <= date.latest
    assert parse_date(date.text) == date
    if date.kind == "interval":
        assert date.start == date.first.start
        assert date.end == date.last.end
    for part in date.parts:
        assert date.start <= part.start < part.end <= date.end
    assert from_json(Date, to_json(date)) == date


@given(st.dates())
def test_days_agree_with_the_standard_library(day: datetime.date) -> None:
    """Within the years 1 to 9999 days are counted as datetime counts them."""
    assert day_number(day.year, day.month, day.day) == day.toordinal()
    assert calendar_day(day.toordinal() + 0.75) == (day.year, day.month, day.day)


@given(st.dates(), st.dates())
def test_days_are_in_the_order_of_the_standard_library(one: datetime.date, two: datetime.date):
    """Dates begin one after the other as the calendar says, and an interval holds both its ends."""
    first, last = parse_date(one.isoformat()), parse_date(two.isoformat())
    assert (first.start < last.start, first.start == last.start) == (one < two, one == two)
    assert first.earliest == first.latest == (one.year, one.month, one.day)
    if one <= two:
        both = parse_date(f"{one}/{two}")
        assert (both.start, both.end) == (first.start, last.end)
        assert (both.earliest, both.latest) == (first.earliest, last.latest)


@given(st.integers(-5_100_000_000_000, 5_100_000_000_000))
def test_days_and_calendar_days_are_inverse(day: int) -> None:
    """From a day to the calendar and back, as far as the age of the universe."""
    assert day_number(*calendar_day(day)) == day


@given(st.integers(-1_000_000, 1_000_000))
def test_years_have_their_length(year: int) -> None:
    """Leap years follow the Gregorian rule before year 1 and after 9999 too."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    assert day_number(year + 1) - day_number(year) == 365 + leap
