from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.dates.edtf import parse_date
from kiosk.steps import at_once
from kiosk.timeline.tracks import NONE, TRACKS, finding_tracks, lasting

bars = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 40), st.integers(1, 4), st.booleans()), max_size=40
).map(sorted)


def tracks(found) -> list[int]:
    """Those of (begin, duration, importance, whether there is a bar)."""
    return list(
        at_once(
            finding_tracks(
                [begin for begin, _, _, _ in found],
                [begin + duration for begin, duration, _, _ in found],
                [importance for _, _, importance, _ in found],
                [bar for _, _, _, bar in found],
            )
        )
    )


@given(bars)
def test_bars_never_overlap(found):
    """In each track one ends before the next begins; there are at most three."""
    given_tracks = tracks(found)
    assert set(given_tracks) <= {NONE, *range(TRACKS)}
    for track in range(TRACKS):
        there = [bar for bar, at in zip(found, given_tracks, strict=True) if at == track]
        assert all(left[0] + left[1] <= right[0] for left, right in pairwise(there))


@given(bars)
def test_a_bar_is_left_out_only_among_many(found):
    """Whoever has none lies, somewhere, where more than three overlap; without a bar, no track."""
    for (begin, duration, _, bar), track in zip(found, tracks(found), strict=True):
        if not bar:
            assert track == NONE
        elif track == NONE:
            places = range(begin, begin + duration)
            others = [(b, b + d) for b, d, _, o in found if o]
            assert max(sum(b <= at < e for b, e in others) for at in places) > TRACKS


@given(bars, st.integers(1, 1000))
def test_scale_does_not_matter(found, factor):
    """Zoomed, all stay in their tracks."""
    longer = [(b * factor, d * factor, importance, bar) for b, d, importance, bar in found]
    assert tracks(found) == tracks(longer)


def test_the_least_important_gives_way():
    """Of four at once the least important, of equals the one that ends last."""
    found = [(0, 50, 1, True), (1, 50, 4, True), (2, 50, 2, True), (3, 5, 2, True)]
    assert tracks(found) == [0, NONE, 2, 1]
    alike = [(0, 50, 2, True), (1, 60, 2, True), (2, 40, 2, True), (3, 5, 2, True)]
    assert tracks(alike) == [0, NONE, 2, 1]


def test_tracks_are_used_again():
    """The lowest that is free, so that one bar after the other runs on the axis."""
    assert tracks([(0, 5, 2, True), (5, 5, 2, True), (7, 9, 2, True), (10, 5, 2, True)]) == [
        *(0, 0, 1, 0)
    ]


@pytest.mark.parametrize(
    ("date", "bar"),
    [("1940-06-15", False), ("1940-06", True), ("1940-06-15?", True), ("{1939,1940}", False)],
)
def test_lasting(date, bar):
    """A day is a point, a month is a bar; several single dates have none."""
    assert lasting(parse_date(date)) == bar
