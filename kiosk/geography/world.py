"""The land and the lakes of the world.

`world.bin` (little-endian, made by `assets/map/generate.py`) holds closed rings, each cut into
chunks of up to 96 points: the magic line, three int32 (how many rings, chunks and deltas there
are), per ring two int32 (0 land or 1 lake, the number of its first chunk), per chunk seven int32
(x, y of its first point, the number of its first delta, its bounding box with the first point of
the next chunk), then the deltas from point to point as pairs of int16. One degree is 5 000.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Literal

_MAGIC = b"KIOSKMAP1\n"
_PER_DEGREE = 5000
_FIELDS = 7
_KEPT = 8

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A part of the world in degrees, west to east and south to north; it may pass 180°."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        return self.east - self.west

    @property
    def height(self) -> float:
        return self.north - self.south


@dataclass(frozen=True)
class Shape:
    """A filled area: points of longitude and latitude in degrees, not closed."""

    kind: Literal["land", "lake"]
    points: tuple[Point, ...]


class World:
    """The shapes of the world, of which only those in view are ever unpacked."""

    def __init__(self, path: Path) -> None:
        """Reads `path`. ValueError if it is no such file, OSError if it cannot be read."""
        data = path.read_bytes()
        if not data.startswith(_MAGIC):
            raise ValueError(f"{path} is not a map")
        sizes = _integers("i", data[len(_MAGIC) : len(_MAGIC) + 12])
        start = len(_MAGIC) + 12
        ends = list(accumulate((8 * sizes[0], 4 * _FIELDS * sizes[1], 2 * sizes[2]), initial=start))
        if ends[-1] != len(data):
            raise ValueError(f"{path} is cut off")
        self._known: dict[Box, list[Shape]] = {}
        self._rings = _integers("i", data[ends[0] : ends[1]])
        self._chunks = _integers("i", data[ends[1] : ends[2]])
        self._deltas = _integers("h", data[ends[2] : ends[3]])

    def shapes(self, box: Box) -> list[Shape]:
        """What of the land and the lakes lies in a box, land before lakes; the last few are kept.

        A chunk out of the box is replaced by its first point: the straight line to the next
        chunk stays within the chunk's own bounding box, so it never enters the view.
        """
        if box in self._known:
            return self._known[box]
        found: list[Shape] = []
        for turn in (-360, 0, 360):
            if box.west - turn <= 180 and box.east - turn >= -180:
                shifted = Box(box.west - turn, box.south, box.east - turn, box.north)
                found += (
                    Shape(shape.kind, tuple((x + turn, y) for x, y in shape.points))
                    for shape in self._within(shifted)
                )
        while len(self._known) >= _KEPT:
            del self._known[next(iter(self._known))]
        self._known[box] = sorted(found, key=lambda shape: shape.kind == "lake")
        return self._known[box]

    def _within(self, box: Box) -> list[Shape]:
        west, south, east, north = (
            round(edge * _PER_DEGREE) for edge in (box.west, box.south, box.east, box.north)
        )
        found: list[Shape] = []
        total, rings, chunks = len(self._chunks) // _FIELDS, self._rings, self._chunks
        for number in range(0, len(rings), 2):
            first = rings[number + 1]
            last = rings[number + 3] if number + 3 < len(rings) else total
            fields = chunks[first * _FIELDS : last * _FIELDS]
            if (
                min(fields[3::_FIELDS]) > east
                or max(fields[5::_FIELDS]) < west
                or min(fields[4::_FIELDS]) > north
                or max(fields[6::_FIELDS]) < south
            ):
                continue
            points: list[tuple[int, int]] = []
            for at in range(0, len(fields), _FIELDS):
                x, y, delta, left, bottom, right, top = fields[at : at + _FIELDS]
                if left > east or right < west or bottom > north or top < south:
                    points.append((x, y))
                    continue
                chunk = first + at // _FIELDS + 1
                until = chunks[chunk * _FIELDS + 2] if chunk < total else len(self._deltas)
                part = self._deltas[delta:until]
                points += zip(
                    accumulate(part[::2], initial=x), accumulate(part[1::2], initial=y), strict=True
                )
            clipped = _clipped(points, (west, south, east, north))
            if len(clipped) > 2:
                kind: Literal["land", "lake"] = "lake" if rings[number] else "land"
                found.append(
                    Shape(kind, tuple((x / _PER_DEGREE, y / _PER_DEGREE) for x, y in clipped))
                )
        return found


def _integers(code: str, data: bytes) -> array[int]:
    numbers = array(code, data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _clipped(points: Sequence[Point], box: Sequence[float]) -> list[Point]:
    """A polygon cut to a box: Sutherland and Hodgman, Communications of the ACM 17 (1974)."""
    current = list(points)
    for axis, limit, above in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        kept: list[Point] = []
        for number, point in enumerate(current):
            before = current[number - 1]
            inside, was_inside = (
                (point[axis] - limit) * above >= 0,
                (before[axis] - limit) * above >= 0,
            )
            if inside != was_inside:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
                kept.append((limit, other) if axis == 0 else (other, limit))
            if inside:
                kept.append(point)
        current = kept
    return current
