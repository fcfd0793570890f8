from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.dates.edtf import calendar_day, day_number
from kiosk.timeline.scale import make_scale
from kiosk.timeline.whereabouts import whereabouts

CENTURY = make_scale("proportional", day_number(1900), day_number(2000), [])
ALL_TIME = make_scale("proportional", day_number(-13_800_000_000), day_number(2000), [])
NOON = day_number(1950, 7, 4) + 0.5


@pytest.mark.parametrize(
    ("pixels_a_day", "precision", "day"),
    [(1, "year", (1950, 1, 1)), (30, "month", (1950, 7, 1)), (900, "day", (1950, 7, 4))],
)
def test_as_exact_as_close(pixels_a_day, precision, day):
    """The closer one looks, the more of the date is said."""
    place = whereabouts(CENTURY, CENTURY.to_unit(NOON), pixels_a_day * 36_524, 1000)
    assert place.precision == precision
    assert calendar_day(place.day) == day


@given(st.floats(0, 0.99), st.floats(0, 9))
def test_steady_in_deep_time(centre, zoom):
    """What is said lasts long enough to be read, and holds where one is."""
    length = 1000 * 10**zoom
    place = whereabouts(ALL_TIME, centre, length, 1000)
    assert place.first <= centre <= place.last
    assert (place.last - place.first) * length >= 20 or place.last - centre < 1e-4


def test_round_years():
    """From afar the beginning of the Earth is a round number of years ago."""
    centre = ALL_TIME.to_unit(day_number(-4_543_210_987))
    assert calendar_day(whereabouts(ALL_TIME, centre, 1000, 1000).day)[0] % 100_000_000 == 0
