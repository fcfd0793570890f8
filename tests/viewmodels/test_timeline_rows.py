"""What the ticks of the timeline say."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.dates.edtf import day_number, parse_date
from kiosk.station.edition import Edition
from kiosk.timeline.calendar import Precision
from kiosk.timeline.items import Placed
from kiosk.timeline.scale import Scale, make_scale
from kiosk.timeline.ticks import Tick, ticks
from kiosk.timeline.tracks import lasting
from kiosk.viewmodels.timeline_rows import label_width, span_row, tick_label, tick_row
from kiosk.viewmodels.translation import Translation

DAY = day_number(1991, 1, 13)
LABELS: list[tuple[float, Precision, bool, str, str]] = [
    (day_number(1940), "decade", False, "1940", "1940"),
    (day_number(1900), "century", False, "1900", "1900"),
    (day_number(2000), "millennium", False, "2000", "2000"),
    (day_number(-99), "century", False, "100 pr. Kr.", "100 BCE"),
    (day_number(1941), "year", False, "1941", "1941"),
    (day_number(1991), "month", False, "saus.", "Jan"),
    (day_number(1991), "month", True, "1991 m. sausis", "January 1991"),
    (DAY, "day", False, "13", "13"),
    (DAY, "day", True, "1991 m. sausio 13 d.", "13 January 1991"),
    (DAY + 2 / 24, "hour", False, "02:00", "02:00"),
    (DAY + 2 / 24, "hour", True, "1991 m. sausio 13 d. 2:00 val.", "13 January 1991, 02:00"),
    (DAY - 1e-9, "hour", True, "1991 m. sausio 13 d. 0:00 val.", "13 January 1991, 00:00"),
    (day_number(-43, 3, 15), "day", True, "15", "15"),
]


@pytest.mark.parametrize(("day", "precision", "whole", "lithuanian", "english"), LABELS)
def test_labels(day: float, precision: Precision, whole: bool, lithuanian: str, english: str):
    """A label says its own step, years as numbers, and the whole date where it has to."""
    tick = Tick(day, 0.5, precision, 0, "minor", whole)
    assert tick_label(tick, "lt") == lithuanian
    assert tick_label(tick, "en") == english


@given(
    st.floats(-5e12, 3e6),
    st.sampled_from(("millennium", "century", "decade", "year", "month", "day", "hour", "minute")),
    st.booleans(),
)
def test_every_tick_has_a_label(day: float, precision: Precision, whole: bool):
    """No moment within the universe is without a label."""
    assert tick_label(Tick(day, 0.5, precision, 0, "minor", whole), "lt")


@st.composite
def scales(draw) -> Scale:
    kind = draw(st.sampled_from(("even", "proportional", "adaptive")))
    end = 739_000.0
    start = end - 10 ** draw(st.floats(0, 12.7))
    shares = draw(st.lists(st.floats(0, 1), max_size=12))
    return make_scale(kind, start, end, [start + share * (end - start) for share in shares])


@given(
    scales(), st.floats(0, 9), st.floats(-0.2, 1.0), st.sampled_from(("lt", "en", "de", "pl", "fr"))
)
def test_labels_never_collide(scale: Scale, zoom: float, first: float, language: str):
    """From the Big Bang to minutes, in any language, each label ends before the next begins."""
    gap, length = 100.0, 1000 * 10**zoom
    # The timeline shows nothing beyond its ends.
    window = max(0.0, first), min(1.0, first + 2000 / length)
    found = ticks(scale, length, *window, gap)
    for left, right in pairwise(found):
        width = label_width(tick_label(left, language), gap)
        assert (right.unit - left.unit) * length >= width - length * 1e-12, (left, right)


def test_row():
    """A row keeps its place and stands out when the tick does."""
    row = tick_row(Tick(day_number(1940), 0.25, "decade", 10, "major"), "en")
    assert (row.unit, row.label, row.major) == (0.25, "1940", True)


@pytest.mark.parametrize(
    ("date", "soft", "open_end"),
    [
        ("1940-06-15", None, False),
        ("1940-06-15T10:30", None, False),
        ("1940-06-15~", (True, True), False),
        ("1940-06", (False, False), False),
        ("1940", (False, False), False),
        ("194X", (True, True), False),
        ("1940/1945~", (False, True), False),
        ("1940/..", (False, True), True),
        ("1940/", (False, True), False),
    ],
)
def test_bars(edition: Edition, date: str, soft: tuple[bool, bool] | None, open_end: bool):
    """Days are points; what may mean several days is a bar, with ends as sure as they are."""
    of = replace(edition.exhibit.events[0], date=parse_date(date))
    assert lasting(of.date) == (soft is not None)
    if soft is not None:
        row = span_row(Placed(0, "dot", 0, 0.2, 0.2, 0.4), 1, of, Translation(edition, "en"))
        assert (row.soft_start, row.soft_end) == soft
        assert (row.track, row.unit, row.end_unit) == (1, 0.2, 0.4)
        assert row.open_end == open_end
