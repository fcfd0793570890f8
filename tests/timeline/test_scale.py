from __future__ import annotations

from itertools import pairwise
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.dates.edtf import day_number
from kiosk.steps import at_once
from kiosk.timeline.scale import Scale, finding_zoom, make_scale, shrunk

KINDS = ("even", "proportional", "adaptive")
kinds = st.sampled_from(KINDS)
years = st.floats(700_000, 740_000)


@given(kinds, years, st.floats(0, 20_000), st.lists(years), st.lists(st.floats(-0.5, 1.5)))
def test_inverse(kind, start, duration, moments, units):
    """Going from a unit to its day and back arrives where it began."""
    scale = make_scale(kind, start, start + duration, moments)
    for unit in units:
        assert scale.to_unit(scale.to_day(unit)) == pytest.approx(unit, abs=2e-4)
    for day, unit in zip(scale.days, scale.units, strict=True):
        assert scale.to_unit(day) == pytest.approx(unit, abs=1e-12)
        assert scale.to_day(unit) == pytest.approx(day, abs=1e-6)


@given(kinds, st.lists(years, min_size=1), st.lists(st.floats(600_000, 800_000), min_size=2))
def test_monotone(kind, moments, days):
    """Later days never stand to the left of earlier ones, inside the exhibit or out."""
    scale = make_scale(kind, min(moments), max(moments), moments)
    units = [scale.to_unit(day) for day in sorted(days)]
    assert all(left <= right for left, right in pairwise(units))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("start", "end", "moments"),
    [
        (727_000.0, 727_001.0, [727_000 + minute / 1440 for minute in range(0, 1440, 7)]),
        (-5e12, 739_000.0, [-5e12, -2.4e10, -3e6, 719_163.0, 719_163.5, 738_999.0]),
        (727_000.0, 727_000.0, [727_000.0]),
    ],
)
def test_extremes(kind, start, end, moments):
    """A day by the minute, all of time, and no time at all fill the axis in rising order."""
    scale = make_scale(kind, start, end, moments)
    assert scale.units[0] == 0
    assert scale.units[-1] == 1
    assert scale.days[0] <= start <= end <= scale.days[-1]
    units = [scale.to_unit(moment) for moment in moments]
    if kind != "proportional":
        assert all(left < right for left, right in pairwise(units))


def test_even():
    """Distinct moments stand at equal distances, and those of the same moment together."""
    scale = make_scale("even", 0, 100, [1, 2, 2, 90])
    assert [scale.to_unit(day) for day in (0, 1, 2, 90, 100)] == pytest.approx(
        [0, 0.25, 0.5, 0.75, 1]
    )


def test_proportional():
    """Distance is time, whatever happened."""
    assert make_scale("proportional", 0, 100, [1, 2, 3]).to_unit(40) == pytest.approx(0.4)


def test_adaptive():
    """A crowded year gets more room than its time, and an empty one less but some."""
    crowded = [10 + step / 10 for step in range(10)]
    scale = make_scale("adaptive", 0, 100, crowded)
    assert scale.to_unit(11) - scale.to_unit(10) > 0.5
    assert 0.05 < scale.to_unit(100) - scale.to_unit(50) < 0.5


def test_outside():
    """What lies a tenth of the exhibit outside stands a tenth of the axis outside."""
    scale = make_scale("even", 0, 100, [1, 2, 3])
    assert scale.to_unit(-10) == pytest.approx(-0.1)
    assert scale.to_unit(110) == pytest.approx(1.1)
    assert scale.to_day(1.1) == pytest.approx(110)


@pytest.mark.parametrize(
    ("days", "units"),
    [((0.0,), (0.0,)), ((0.0, 0.0), (0.0, 1.0)), ((0.0, 1.0), (0.0, 0.0)), ((0.0, 1.0), (0.0,))],
)
def test_refused_knots(days, units):
    """Knots that do not rise make no scale."""
    with pytest.raises(ValueError, match="scale"):
        Scale(days, units)


def test_zoom_limits():
    """The whole fits at the shortest; the closest pair and a day are wide at the longest."""
    start, end = day_number(1939), day_number(1994)
    moments = [day_number(1940), day_number(1991, 1, 13), day_number(1991, 1, 13) + 1 / 24]
    scale = make_scale("proportional", start, end, moments)
    zoom = at_once(finding_zoom(scale, moments))
    pair = scale.to_unit(moments[2]) - scale.to_unit(moments[1])
    assert pair * zoom == pytest.approx(0.6)

    zoom = at_once(finding_zoom(scale, moments[:2]))
    assert zoom / (end - start) == pytest.approx(0.4)


@given(kinds, st.lists(st.integers(700_000, 738_000), min_size=1, max_size=30, unique=True))
def test_down_to_every_day(kind, days):
    """At the closest no day on which something happened is narrower than a card."""
    scale = make_scale(kind, 690_000, 739_000, days)
    zoom = at_once(finding_zoom(scale, days, days))
    widths = [(scale.to_unit(day + 1) - scale.to_unit(day)) * zoom for day in days]
    assert min(widths) >= 0.15 - 1e-6


@given(kinds, st.lists(st.floats(-5e12, 739_000)), st.booleans())
def test_zoom_limits_bounded(kind, moments, dated):
    """However close or far apart events are, the longest length has bounds."""
    scale = make_scale(kind, -5e12, 739_000, moments)
    days = {floor(moment) for moment in moments} if dated else ()
    assert 1 <= at_once(finding_zoom(scale, moments, days)) <= 1e9


@given(
    st.sampled_from(["even", "adaptive", "proportional"]),
    st.lists(st.floats(0, 1000), max_size=30),
)
def test_shrunken_stretches(kind, moments):
    """Each has at most half its share of the axis; they rise and never touch."""
    scale = make_scale(kind, 0, 1000, moments)
    stretches = shrunk(scale)
    for first, last in stretches:
        assert last - first >= 2 * 1000 * (scale.to_unit(last) - scale.to_unit(first)) * (1 - 1e-9)
    for (_, before), (after, _) in pairwise(stretches):
        assert before < after


def test_a_long_pause_is_shrunken():
    """Ten events in the first year of a century: the rest of it has little room."""
    moments = [float(30 * month) for month in range(1, 11)]
    assert shrunk(make_scale("adaptive", 0, 36_500, moments)) == ((300.0, 36_500),)
    assert shrunk(make_scale("proportional", 0, 36_500, moments)) == ()
