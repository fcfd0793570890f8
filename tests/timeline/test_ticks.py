from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.exhibit.dates.edtf import calendar_day, day_number
from kiosk.timeline.calendar import steps_for
from kiosk.timeline.scale import Scale, make_scale
from kiosk.timeline.ticks import ticks

CENTURY = make_scale("proportional", day_number(1900), day_number(2000), [])

lengths = st.floats(0, 9).map(lambda power: 1000 * 10**power)
places = st.floats(-0.2, 1.0)


@st.composite
def scales(draw) -> Scale:
    kind = draw(st.sampled_from(("even", "proportional", "adaptive")))
    end = 739_000.0
    start = end - 10 ** draw(st.floats(0, 12.7))
    shares = draw(st.lists(st.floats(0, 1), max_size=30))
    return make_scale(kind, start, end, [start + share * (end - start) for share in shares])


@given(scales(), lengths, places, st.floats(20, 400))
def test_gap(scale, length, first, gap):
    """Neighbours are never closer than the gap, and all are within the window."""
    last = first + 2000 / length
    found = ticks(scale, length, first, last, gap)
    for left, right in pairwise(found):
        assert (right.unit - left.unit) * length >= gap * (1 - 1e-6) - length * 1e-12
    for tick in found:
        assert first <= tick.unit <= last
        assert scale.to_unit(tick.day) == pytest.approx(tick.unit, abs=1e-12)


@given(scales(), lengths, places, st.floats(0, 1), st.floats(20, 400))
def test_panning(scale, length, first, moved, gap):
    """Two windows agree on every tick that both of them show."""
    width = 2000 / length
    here = ticks(scale, length, first, first + width, gap)
    there = ticks(scale, length, first + moved * width, first + moved * width + width, gap)
    low, high = first + moved * width, first + width
    assert [t for t in here if low <= t.unit <= high] == [t for t in there if low <= t.unit <= high]


class Watched(Scale):
    """Counts how often it is asked where a day stands."""

    asked = 0

    def to_unit(self, day: float) -> float:
        Watched.asked += 1
        return super().to_unit(day)


@given(scales(), lengths, places)
@example(Scale(days=(-6560300.6, 739000.0), units=(0.0, 1.0)), 1000.0, 0.0)
@example(Scale(days=(-6560300.6, 739000.0), units=(0.0, 1.0)), 2000.0, 0.0)
def test_work(scale, length, first):
    """The work is bounded by what is in view, however long the exhibit is."""
    Watched.asked = 0
    found = ticks(Watched(scale.days, scale.units), length, first, first + 2000 / length, 100)
    assert len(found) <= 21
    assert Watched.asked < 2500


@given(scales(), lengths, places)
def test_step_starts(scale, length, first):
    """A tick stands where its calendar step begins."""
    for tick in ticks(scale, length, first, first + 2000 / length, 80):
        year, month, day = calendar_day(tick.day)
        match tick.precision:
            case "minute" | "hour":
                minutes = (tick.day % 1) * 1440
                assert minutes == pytest.approx(round(minutes), abs=2) or abs(tick.day) > 1e9
            case "day":
                assert tick.day % 1 == 0
            case "month":
                assert day == 1
            case _:
                assert (month, day) == (1, 1)
                prehistory = year <= -10_000 and year % 1000 == 0
                counted = year if year > 0 or prehistory else year - 1
                assert counted % tick.step == 0 or year == 1


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (1500, [(1950, 1, 1), (1960, 1, 1), (1970, 1, 1)]),
        (2100, [(1950, 1, 1), (1955, 1, 1), (1960, 1, 1), (1965, 1, 1), (1970, 1, 1)]),
        (5100, [(year, 1, 1) for year in range(1950, 1971, 2)]),
        (10_500, [(year, 1, 1) for year in range(1950, 1971)]),
    ],
)
def test_years(length, expected):
    """Where time runs evenly, years come in ones, twos, fives and tens."""
    first, last = CENTURY.to_unit(day_number(1950)), CENTURY.to_unit(day_number(1970))
    found = ticks(CENTURY, length, first - 1e-9, last + 1e-9, 100)
    assert [calendar_day(tick.day) for tick in found] == expected


@pytest.mark.parametrize(
    ("pixels_a_day", "expected"),
    [
        (1.2, [(4, 1), (7, 1), (10, 1)]),
        (3.8, [(3, 1), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1), (9, 1), (10, 1), (11, 1)]),
        (9, [(6, 15), (7, 1), (7, 15)]),
        (13, [(6, 20), (7, 1), (7, 10), (7, 20)]),
        (25, [(6, 25), (7, 1), (7, 5), (7, 10)]),
        (105, [(6, 30), (7, 1), (7, 2)]),
    ],
)
def test_months_and_days(pixels_a_day, expected):
    """Below a year come quarters, months, and days that read well."""
    length = pixels_a_day * 36_524
    middle = CENTURY.to_unit(day_number(1950, 7, 1))
    reach = max(abs(day_number(1950, *day) - day_number(1950, 7, 1)) for day in expected) + 0.5
    found = ticks(CENTURY, length, middle - reach / 36_524, middle + reach / 36_524, 100)
    assert [calendar_day(tick.day)[1:] for tick in found] == expected


@pytest.mark.parametrize(
    ("pixels_an_hour", "minutes"), [(9, 720), (18, 360), (105, 60), (620, 10), (6100, 1)]
)
def test_hours_and_minutes(pixels_an_hour, minutes):
    """Hours and minutes come in parts of a day and of an hour."""
    length = pixels_an_hour * 24 * 36_524
    noon = day_number(1950, 7, 1) + 0.5
    first, last = CENTURY.to_unit(noon), CENTURY.to_unit(noon + 4 * minutes / 1440)
    found = ticks(CENTURY, length, first - 1e-12, last + 1e-12, 100)
    assert [round((tick.day - noon) * 1440) for tick in found] == [n * minutes for n in range(5)]


def test_rank():
    """Decades stand out among years, and years among months."""
    first, last = CENTURY.to_unit(day_number(1949)), CENTURY.to_unit(day_number(1952))
    by_year = ticks(CENTURY, 10_500, first, last + 1e-9, 100)
    assert [(t.precision, t.rank) for t in by_year] == [
        ("year", "minor"),
        ("decade", "major"),
        ("year", "minor"),
        ("year", "minor"),
    ]
    by_month = ticks(CENTURY, 140_000, first, last + 1e-9, 100)
    assert {t.precision for t in by_month if t.rank == "major"} == {"year", "decade"}
    assert {t.precision for t in by_month if t.rank == "minor"} == {"month"}


def test_before_christ():
    """Years before Christ are round as people count them, without a year 0."""
    scale = make_scale("proportional", day_number(-299), day_number(301), [])
    found = ticks(scale, 1000, 0, 1, 100)
    assert [calendar_day(tick.day)[0] for tick in found] == [-299, -199, -99, 1, 100, 200, 300]


def test_deep_time():
    """Thousands of millions of years are stepped through in powers of ten."""
    scale = make_scale("proportional", -5e12, day_number(2000), [])
    found = ticks(scale, 2000, 0, 1, 100)
    assert {tick.step for tick in found if tick.day < 0} == {10**10, 10**9}
    assert all(tick.precision == "millennium" for tick in found)


moments = st.lists(
    st.tuples(st.integers(0, 5), st.floats(0, 1), st.sampled_from((1, 30, 3000))), max_size=30
)


@given(moments, st.floats(1000, 40_000))
def test_readable(found, length):
    """From left to right every month, day and time follows what it belongs to, or is whole."""
    start, end = day_number(1939), day_number(1993)
    days = [start + 3000 * block + offset * size for block, offset, size in found]
    scale = make_scale("adaptive", start, end, days)
    read = (0, 0, 0, 0)
    for tick in ticks(scale, length, 0, 1, 120):
        here = (*calendar_day(tick.day), round(tick.day % 1 * 1440) // 60)
        known = {"month": 1, "day": 2, "hour": 3, "minute": 4}.get(tick.precision, 0)
        assert tick.whole or read[:known] == here[:known]
        read = here


@pytest.mark.parametrize(("room", "expected"), [(95, [1980, 1990]), (105, [1980, 1985, 1990])])
def test_next_to_another(room, expected):
    """Where years are not evenly wide, 1986 is not shown alone between 1980 and 1990."""
    places = {1980: 0, 1985: room, 1986: 150, 1987: 210, 1990: 290}
    scale = Scale(tuple(map(day_number, places)), tuple(x / 290 for x in places.values()))
    found = ticks(scale, 290, 0, 1, 100)
    assert [calendar_day(tick.day)[0] for tick in found] == expected


def test_room_for_whole_dates():
    """A whole date is longer than other labels, and its neighbours stay two gaps away."""
    day = day_number(1991, 1, 13)
    moments = [day - 12, day, *(day + hour / 24 for hour in range(1, 24)), day + 353]
    scale = make_scale("even", moments[0], moments[-1], moments)
    length = 26 * 90.0
    found = ticks(scale, length, 0, 1, 100)
    assert any(tick.whole for tick in found)
    for left, right in pairwise(found):
        if left.whole or right.whole:
            assert (right.unit - left.unit) * length >= 200 - 1e-6


def test_named_context():
    """Where the day itself has no room for a tick, the first of its hours says so."""
    day = day_number(1991, 1, 13)
    moments = [day - 12, day, *(day + hour / 24 for hour in range(1, 24)), day + 353]
    scale = make_scale("even", moments[0], moments[-1], moments)
    length = 26 * 90.0
    found = ticks(scale, length, scale.to_unit(day + 0.01), scale.to_unit(day + 0.99), 100)
    assert {tick.precision for tick in found} == {"hour"}
    assert [tick.whole for tick in found] == [True] + [False] * (len(found) - 1)


@pytest.mark.parametrize(("length", "gap"), [(0, 100), (100, 0), (-1, 100)])
def test_refused(length, gap):
    """Without a length or a gap there are no ticks."""
    with pytest.raises(ValueError, match="above zero"):
        ticks(CENTURY, length, 0, 1, gap)


@pytest.mark.parametrize("duration", [0.1, 1, 365, 40_000, 5e12])
def test_coarsest_step(duration):
    """The coarsest step begins only a few times within an exhibit of any duration."""
    end = day_number(2000)
    assert len(steps_for(end - duration, end)[0].between(end - duration, end)) <= 3
