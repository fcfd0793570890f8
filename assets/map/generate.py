"""Makes world.bin, the land and the lakes of the locator map, from Natural Earth's shapefiles.

    python assets/map/generate.py ne_10m_land.shp ne_10m_lakes.shp

README.md beside this file says where they come from; `kiosk.geography.world` reads the result
and describes its layout.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]

TOLERANCE = 0.006
"""How far a line may be moved, in degrees of latitude; 0.67 km."""

SMALLEST = 0.02
"""Islands and lakes narrower and lower than this, in degrees, are left out."""

CHUNK = 96
"""Points of a ring that are kept or passed over together."""

PER_DEGREE = 5000
MAGIC = b"KIOSKMAP1\n"


def rings(path: Path) -> Iterator[list[Point]]:
    """The rings of a shapefile's polygons, after the ESRI Shapefile Technical Description, 1998."""
    data = path.read_bytes()
    at = 100
    while at < len(data):
        (words,) = struct.unpack_from(">i", data, at + 4)
        record, at = at + 8, at + 8 + 2 * words
        if struct.unpack_from("<i", data, record)[0] != 5:
            continue
        parts, points = struct.unpack_from("<2i", data, record + 36)
        starts = [*struct.unpack_from(f"<{parts}i", data, record + 44), points]
        flat = struct.unpack_from(f"<{2 * points}d", data, record + 44 + 4 * parts)
        places = list(zip(flat[::2], flat[1::2], strict=True))
        for start, end in pairwise(starts):
            yield places[start : end - 1]


def simplified(line: list[Point]) -> list[Point]:
    """The line without the points that lie within TOLERANCE of what remains.

    Douglas and Peucker, Cartographica 10 (1973), without recursion.
    """
    keep = [False] * len(line)
    keep[0] = keep[-1] = True
    todo = [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        (x0, y0), (x1, y1) = line[first], line[last]
        dx, dy = x1 - x0, y1 - y0
        length = dx * dx + dy * dy
        furthest, where = TOLERANCE**2, 0
        for number in range(first + 1, last):
            x, y = line[number]
            t = min(1.0, max(0.0, ((x - x0) * dx + (y - y0) * dy) / length)) if length else 0.0
            away = (x - x0 - t * dx) ** 2 + (y - y0 - t * dy) ** 2
            if away > furthest:
                furthest, where = away, number
        if where:
            keep[where] = True
            todo += [(first, where), (where, last)]
    return [point for point, kept in zip(line, keep, strict=True) if kept]


def main(paths: list[str]) -> None:
    """Writes world.bin beside this file."""
    ring_table, chunk_table, deltas = array("i"), array("i"), array("h")
    for kind, path in enumerate(paths):
        for ring in rings(Path(path)):
            xs, ys = [x for x, _ in ring], [y for _, y in ring]
            if max(xs) - min(xs) < SMALLEST and max(ys) - min(ys) < SMALLEST:
                continue
            half = len(ring) // 2
            line = simplified(ring[: half + 1])[:-1] + simplified([*ring[half:], ring[0]])[:-1]
            points = [(round(x * PER_DEGREE), round(y * PER_DEGREE)) for x, y in line]
            if len(points) < 3:
                continue
            ring_table.extend((kind, len(chunk_table) // 7))
            start = 0
            while start < len(points):
                end = start + 1
                (x, y), first = points[start], len(deltas)
                while end < len(points) and end - start < CHUNK:
                    step = points[end][0] - points[end - 1][0], points[end][1] - points[end - 1][1]
                    if max(map(abs, step)) > 32_000:
                        break
                    deltas.extend(step)
                    end += 1
                after = points[end % len(points)]
                inside = [*points[start:end], after]
                chunk_table.extend((x, y, first))
                chunk_table.extend((min(p[0] for p in inside), min(p[1] for p in inside)))
                chunk_table.extend((max(p[0] for p in inside), max(p[1] for p in inside)))
                start = end
    sizes = struct.pack("<3i", len(ring_table) // 2, len(chunk_table) // 7, len(deltas))
    if sys.byteorder == "big":
        for table in (ring_table, chunk_table, deltas):
            table.byteswap()
    body = b"".join(table.tobytes() for table in (ring_table, chunk_table, deltas))
    (Path(__file__).parent / "world.bin").write_bytes(MAGIC + sizes + body)


if __name__ == "__main__":
    main(sys.argv[1:])
