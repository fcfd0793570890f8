from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.geography.world import Box, World
from kiosk.resources import assets_folder

MAP = assets_folder() / "map" / "world.bin"


WORLD = World(MAP)


@pytest.fixture
def world() -> World:
    return WORLD


def inside(points, place) -> bool:
    """Whether a polygon holds a place, by the number of its edges to the east of it."""
    x, y = place
    crossings = 0
    for (x0, y0), (x1, y1) in zip(points, (*points[1:], points[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
            crossings += 1
    return crossings % 2 == 1


def kind_at(world: World, place, reach: float = 2.0) -> str:
    x, y = place
    shapes = world.shapes(Box(x - reach, y - reach, x + reach, y + reach))
    kinds = [shape.kind for shape in shapes if inside(shape.points, place)]
    return kinds[-1] if kinds else "sea"


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ((25.28, 54.69), "land"),  # Vilnius
        ((19.5, 55.8), "sea"),  # the Baltic
        ((31.5, 60.8), "lake"),  # Ladoga
        ((-21.9, 64.1), "land"),  # Reykjavík
        ((178.0, -17.8), "land"),  # Viti Levu, beside the antimeridian
        ((-160.0, 0.0), "sea"),
        ((0.0, -85.0), "land"),  # Antarctica
    ],
)
@pytest.mark.parametrize("reach", [0.5, 4.0])
def test_shapes(world, place, kind, reach):
    """However near one looks, land is land and water is water."""
    assert kind_at(world, place, reach) == kind


def test_antimeridian(world):
    """A box beyond 180° shows the other side's islands where they belong."""
    shapes = world.shapes(Box(175, 62, 190, 70))
    assert any(inside(shape.points, (185, 66.5)) for shape in shapes)  # Chukotka, at −175
    assert max(x for shape in shapes for x, _ in shape.points) > 180


@settings(max_examples=40)
@given(st.floats(-180, 180), st.floats(-85, 85), st.floats(0.1, 10), st.floats(0.1, 10))
def test_within(longitude, latitude, width, height):
    """Nothing reaches out of the box, and nothing has fewer than three corners."""
    box = Box(longitude - width, latitude - height, longitude + width, latitude + height)
    for shape in WORLD.shapes(box):
        assert len(shape.points) >= 3
        for x, y in shape.points:
            assert box.west - 0.001 <= x <= box.east + 0.001
            assert box.south - 0.001 <= y <= box.north + 0.001


@settings(max_examples=40)
@given(st.floats(-170, 170), st.floats(-70, 70), st.floats(-0.9, 0.9), st.floats(-0.9, 0.9))
def test_same_from_afar(longitude, latitude, right, up):
    """A place is land or water whether little or much is in view."""
    near = kind_at(WORLD, (longitude + right, latitude + up), 1.0)
    assert kind_at(WORLD, (longitude + right, latitude + up), 6.0) == near


@pytest.mark.parametrize("length", [0, 5, 30, 5000])
def test_damaged(tmp_path, length):
    """A file that is cut off or something else is refused."""
    (tmp_path / "map").write_bytes(MAP.read_bytes()[:length])
    with pytest.raises(ValueError, match=str(tmp_path)):
        World(tmp_path / "map")
