"""Dates of TimelineJS: what they mean in EDTF, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.curator.importing.moments import (
    ROUND_YEARS,
    Moment,
    edtf_of,
    loose_moment,
    moment_from,
    moment_of,
    with_time,
)
from kiosk.exhibit.dates.edtf import DateError, parse_date


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        (Moment("1940"), None, "1940"),
        (Moment("1940", "6"), None, "1940-06"),
        (Moment("1940", "Jun", "05"), None, "1940-06-05"),
        (Moment("1991", "1", "13", "1", "35"), None, "1991-01-13T01:35"),
        (Moment("1991", "1", "13", "1"), None, "1991-01-13T01:00"),
        (Moment("1940"), Moment("1945", "5"), "1940/1945-05"),
        (Moment("1940"), Moment("1940"), "1940"),
        (Moment("-44", "3", "15"), None, "-0043-03-15"),
        (Moment("0"), None, "0000"),
        (Moment("-13800000000"), None, "Y-13800000000"),
        (Moment("-3,500"), None, "-3499"),
        (Moment("12000"), None, "Y12000"),
        (Moment("622", "", "5"), None, "0622"),
    ],
)
def test_a_date_is_read(start: Moment, end: Moment | None, edtf: str) -> None:
    """As finely as it is known; 44 BCE is the year −43 of astronomers."""
    assert edtf_of(start, end) == edtf


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        (Moment(""), None, "There is no year"),
        (Moment("soon"), None, "“soon” is not a year"),
        (Moment("1940", "13"), None, "no month 13"),
        (Moment("1940", "2", "30"), None, "no day 30"),
        (Moment("1940"), Moment("1939"), "ends before it begins"),
        (Moment("-99999999999"), None, "too far away"),
    ],
)
def test_what_is_no_date_is_refused(start: Moment, end: Moment | None, why: str) -> None:
    """With the reason."""
    with pytest.raises(DateError, match=why):
        edtf_of(start, end)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("", None),
        ("1963,8,9", Moment("1963", "8", "9")),
        ("2011,12,10,07,02,10", Moment("2011", "12", "10", "07", "02", "10")),
        ("1963", Moment("1963")),
        ("-500", Moment("-500")),
        ("1/13/1991", Moment("1991", "1", "13")),
        ("1/13/1991 1:35 pm", Moment("1991", "1", "13", "13", "35")),
        ("1991-01-13", Moment("1991", "01", "13")),
        ("1991-01-13T01:35", Moment("1991", "01", "13", "1", "35")),
    ],
)
def test_dates_of_the_first_version_are_read(text: str, moment: Moment | None) -> None:
    """With commas, in the American order, or as ISO 8601."""
    assert loose_moment(text) == moment


@pytest.mark.parametrize(
    ("time", "hour", "minute"),
    [("13:35", "13", "35"), ("1335", "13", "35"), ("1:35 PM", "13", "35"), ("12 a.m.", "0", "00")],
)
def test_times_are_read(time: str, hour: str, minute: str) -> None:
    """In the forms that TimelineJS takes."""
    found = with_time(Moment("1940"), time)
    assert (found.hour, found.minute) == (hour, minute)


@pytest.mark.parametrize("text", ["someday", "1991,x,1", "1991-01-13 noon"])
def test_other_words_are_no_date(text: str) -> None:
    """And are not guessed at."""
    with pytest.raises(DateError):
        loose_moment(text)


def test_an_empty_group_is_no_moment() -> None:
    """Numbers may be numbers or texts."""
    assert moment_of({"year": "", "month": None}) is None
    assert moment_of({"year": 1940.0, "month": "6"}) == Moment("1940", "6")


@given(
    st.integers(-9_000, 9_999) | st.integers(-13_800_000_000, ROUND_YEARS),
    st.integers(0, 12),
    st.integers(0, 28),
)
def test_dates_go_there_and_back(year: int, month: int, day: int) -> None:
    """Whatever the year."""
    text = f"Y{year}" if abs(year) > 9999 else f"{'-' * (year < 0)}{abs(year):04}"
    if month and abs(year) <= 9999:
        text += f"-{month:02}" + (f"-{day:02}" if day else "")
    written = moment_of(moment_from(parse_date(text).first))
    assert written is not None
    assert edtf_of(written, None) == text
