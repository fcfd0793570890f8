from __future__ import annotations

from itertools import combinations
from math import asin, cos, radians, sin, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.geography.locator import Area, Frame, frame_for, place_labels
from kiosk.geography.world import World
from kiosk.resources import assets_folder

SIZE = (800.0, 440.0)
VILNIUS, KAUNAS, REYKJAVIK = (25.28, 54.69), (23.91, 54.90), (-21.90, 64.14)
WORLD = World(assets_folder() / "map" / "world.bin")

longitudes, latitudes = st.floats(-180, 180), st.floats(-75, 75)
places = st.tuples(longitudes, latitudes)


def kilometres(a, b) -> float:
    """By the haversine formula, on a sphere of Earth's mean radius."""
    (lon1, lat1), (lon2, lat2) = ((radians(x), radians(y)) for x, y in (a, b))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))


def test_distance():
    """Distances on the map are those on Earth to two in a hundred."""
    frame, _ = frame_for(VILNIUS, [VILNIUS, KAUNAS], SIZE, WORLD)
    (x0, y0), (x1, y1) = frame.place(*VILNIUS), frame.place(*KAUNAS)
    drawn = sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2) * frame.kilometres / frame.width
    assert drawn == pytest.approx(kilometres(VILNIUS, KAUNAS), rel=0.02)


def test_one_map_for_all():
    """Places that are not too far apart share one map."""
    first, _ = frame_for(VILNIUS, [VILNIUS, KAUNAS], SIZE, WORLD)
    second, _ = frame_for(KAUNAS, [VILNIUS, KAUNAS], SIZE, WORLD)
    assert first.place(*VILNIUS) == pytest.approx(second.place(*VILNIUS))


def test_far_away():
    """A place far from all others stands in the middle of a map of its own."""
    frame, _ = frame_for(REYKJAVIK, [VILNIUS, KAUNAS, REYKJAVIK], SIZE, WORLD)
    assert frame.place(*REYKJAVIK) == pytest.approx((SIZE[0] / 2, SIZE[1] / 2))
    assert frame.kilometres < 2300


def test_inland():
    """In the middle of a continent the map grows until there is something to recognise."""
    steppe, _ = frame_for((68.0, 49.0), [], SIZE, WORLD)
    coast, _ = frame_for((21.1, 55.7), [], SIZE, WORLD)
    assert steppe.kilometres >= coast.kilometres


@settings(max_examples=40)
@given(places, st.lists(places, max_size=6))
def test_in_view(here, others):
    """The place itself is always on the map, and the scale's bar fits."""
    frame, shapes = frame_for(here, others, SIZE, WORLD)
    x, y = frame.place(*here)
    assert 0 <= x <= SIZE[0] + 1e-6
    assert -1e-6 <= y <= SIZE[1] + 1e-6
    length, units = frame.scale
    assert units == pytest.approx(length * SIZE[0] / frame.kilometres)
    assert units <= SIZE[0] / 3 + 1e-6
    assert all(len(frame.project(shape)) == len(shape.points) for shape in shapes)


def test_antimeridian():
    """Two islands on both sides of 180° are neighbours on the map."""
    frame, _ = frame_for((179.5, -17.0), [(-179.5, -17.0)], SIZE, WORLD)
    assert 0 < frame.place(-179.5, -17.0)[0] - frame.place(179.5, -17.0)[0] < SIZE[0]


spots = st.lists(
    st.tuples(st.text("abc", max_size=12), st.tuples(st.floats(0, 800), st.floats(0, 440))),
    max_size=25,
)


@given(spots)
def test_labels(found):
    """No name touches another, the edge, the scale, or the dot of any other place."""
    scale = Area(0, 400, 120, 440)
    labels = place_labels(found, SIZE, 6, lambda text: (8.0 * len(text), 16.0), [scale])
    areas = [Area(x.x, x.y, x.x + 8.0 * len(x.text), x.y + 16) for x in labels]
    for one, other in combinations((scale, *areas), 2):
        assert not one.touches(other)
    for area in areas:
        assert min(area.left, area.top) >= 0
        assert area.right <= SIZE[0]
        assert area.bottom <= SIZE[1]


def test_own_name():
    """The place that the map is about is named even among many others."""
    crowd = [(f"{n}", (400.0 + n, 220.0 + n)) for n in range(1, 30)]
    labels = place_labels(
        [("Vilnius", (400, 220)), *crowd], SIZE, 6, lambda text: (8.0 * len(text), 16.0)
    )
    assert labels[0].text == "Vilnius"


def test_frame_is_even():
    """A step to the east is as long as one to the north."""
    frame = Frame(25.0, 60.0, 500.0, *SIZE)
    east = frame.place(26.0, 60.0)[0] - frame.place(25.0, 60.0)[0]
    north = frame.place(25.0, 60.0)[1] - frame.place(25.0, 61.0)[1]
    assert east == pytest.approx(north / 2)
