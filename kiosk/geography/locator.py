"""The small map that says where an event took place: what it shows and how."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, radians

from kiosk.geography.world import Box, Point, Shape, World

KILOMETRES_PER_DEGREE = 40_008 / 360
"""Along a meridian of the WGS 84 ellipsoid, on the average."""

_SMALLEST, _LARGEST = 480.0, 1200.0
"""How many kilometres the shorter side of a map shows, at least and at most."""

_AIR = 1.35
"""How much wider than the outermost places a map is."""

_WIDER = 1.5
_SHORE_POINTS = 12
"""A coast or lake of so many points gives a stranger something to recognise."""

_SCALES = (50, 100, 200, 500, 1000, 2000)


@dataclass(frozen=True)
class Frame:
    """A rectangle of `width` by `height` units around a point on Earth.

    Equirectangular with true scale at the middle's latitude, which at the sizes shown here no
    eye can tell from other projections.
    """

    longitude: float
    latitude: float
    kilometres: float
    """How much the width shows."""
    width: float
    height: float

    @property
    def _per_degree(self) -> Point:
        """Units per degree of longitude and of latitude."""
        north = KILOMETRES_PER_DEGREE * self.width / self.kilometres
        return north * max(0.05, cos(radians(self.latitude))), north

    def place(self, longitude: float, latitude: float) -> Point:
        """Where a point of the Earth stands, from the upper left corner, in units."""
        east, north = self._per_degree
        away = (longitude - self.longitude + 180) % 360 - 180
        return self.width / 2 + away * east, self.height / 2 - (latitude - self.latitude) * north

    def project(self, shape: Shape) -> list[Point]:
        """The points of a shape of `box` in units."""
        east, north = self._per_degree
        return [
            (
                self.width / 2 + (x - self.longitude) * east,
                self.height / 2 - (y - self.latitude) * north,
            )
            for x, y in shape.points
        ]

    @property
    def box(self) -> Box:
        """What is in view, with a little more around it so that no cut edge is seen."""
        east, north = self._per_degree
        x, y = min(180.0, 0.52 * self.width / east), 0.52 * self.height / north
        return Box(self.longitude - x, self.latitude - y, self.longitude + x, self.latitude + y)

    @property
    def scale(self) -> tuple[int, float]:
        """A round number of kilometres and its length in units, a third of the width at most."""
        fitting = [km for km in _SCALES if km <= self.kilometres / 3]
        kilometres = fitting[-1] if fitting else _SCALES[0]
        return kilometres, kilometres * self.width / self.kilometres


def frame_for(
    here: Point, places: Sequence[Point], size: Point, world: World
) -> tuple[Frame, list[Shape]]:
    """The map for a place, given as longitude and latitude, and the shapes on it.

    It shows all `places` of the exhibit if they are not too far apart, so that most of its events
    share one map; else it is drawn around the place alone. Where neither coast nor lake is near,
    more is shown until one is.
    """
    width, height = size
    shorter = min(size)
    frame = _around([*places, here], size)
    if frame.kilometres * shorter / width > _LARGEST:
        frame = _around([here], size)
    while True:
        shapes = world.shapes(frame.box)
        shore = sum(_within(point, frame.box) for shape in shapes for point in shape.points)
        wider = frame.kilometres * _WIDER
        if shore >= _SHORE_POINTS or wider * shorter / width > _LARGEST:
            return frame, shapes
        frame = Frame(frame.longitude, frame.latitude, wider, width, height)


def _within(point: Point, box: Box) -> bool:
    return box.west < point[0] < box.east and box.south < point[1] < box.north


def _around(places: Sequence[Point], size: Point) -> Frame:
    width, height = size
    first = places[0][0]
    aways = [(longitude - first + 180) % 360 - 180 for longitude, _ in places]
    latitudes = [latitude for _, latitude in places]
    middle = first + (min(aways) + max(aways)) / 2
    latitude = (min(latitudes) + max(latitudes)) / 2
    east = KILOMETRES_PER_DEGREE * max(0.05, cos(radians(latitude)))
    across = max(
        (max(aways) - min(aways)) * east * _AIR,
        (max(latitudes) - min(latitudes)) * KILOMETRES_PER_DEGREE * _AIR * width / height,
        _SMALLEST * width / min(size),
    )
    return Frame((middle + 180) % 360 - 180, latitude, across, width, height)


@dataclass(frozen=True)
class Label:
    """A name whose upper left corner stands at x and y."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Area:
    """A rectangle from its left upper to its right lower corner."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Area) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def place_labels(
    places: Sequence[tuple[str, Point]],
    size: Point,
    dot: float,
    measure: Callable[[str], Point],
    taken: Sequence[Area] = (),
) -> list[Label]:
    """Names beside their dots, first come, first served; a name without room is left out.

    Each is tried to the right, to the left, above and below, the order that mapmakers keep to
    (Imhof, Positioning Names on Maps, 1975). `places` are names and where their dots stand,
    `dot` is how far a dot reaches, `measure` gives a text's width and height. No name touches
    another, the edge, what is `taken`, or, but for the first, a dot.
    """
    occupied = list(taken)
    dots = [Area(x - dot, y - dot, x + dot, y + dot) for _, (x, y) in places]
    found: list[Label] = []
    for number, (text, (x, y)) in enumerate(places):
        width, height = measure(text)
        for left, top in (
            (x + 1.6 * dot, y - height / 2),
            (x - 1.6 * dot - width, y - height / 2),
            (x - width / 2, y - 1.3 * dot - height),
            (x - width / 2, y + 1.3 * dot),
        ):
            area = Area(left, top, left + width, top + height)
            inside = left >= 0 and top >= 0 and area.right <= size[0] and area.bottom <= size[1]
            if text and inside and not any(area.touches(other) for other in occupied):
                occupied.append(area)
                found.append(Label(text, left, top))
                break
        if number == 0:
            occupied += dots
    return found
