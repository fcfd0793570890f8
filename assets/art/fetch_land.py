"""Cuts the maps' land shapes out of Natural Earth and writes them to `assets/art/data`.

Needs the unpacked npm package `world-atlas` 2.0.2 (`npm pack world-atlas`, then `tar xzf`), which
carries Natural Earth 4.1 as TopoJSON. Run once: `python fetch_land.py PACKAGE_FOLDER`. The same
package always gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Line = list[Point]

DATA = Path(__file__).parent / "data"
# Longer straight runs along a clip edge would cut across the curve of a parallel.
EDGE_STEP_DEGREES = 1.0


@dataclass(frozen=True)
class Region:
    """A window of the globe: degrees west, south, east, north; what to read and how finely."""

    name: str
    west: float
    south: float
    east: float
    north: float
    scale: str
    tolerance: float
    smallest_ring: float


REGIONS = (
    Region("baltic", 10, 50, 40, 63, "10m", 0.006, 0.002),
    Region("eurasia", 15, 45, 140, 78, "50m", 0.02, 0.03),
    Region("atlantic", -90, 30, 60, 75, "50m", 0.035, 0.04),
)


def decode_arcs(topology: dict[str, Any]) -> list[Line]:
    """Arcs of a quantised topology as degrees (TopoJSON specification 2.1.3)."""
    (scale_x, scale_y), (shift_x, shift_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs: list[Line] = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc: Line = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(unwrap(arc))
    return arcs


def unwrap(line: Line) -> Line:
    """The line without jumps at the date line: longitudes may pass ±180, their mean does not."""
    turned = line[:1]
    for lon, lat in line[1:]:
        turned.append((lon - 360 * round((lon - turned[-1][0]) / 360), lat))
    middle = sum(lon for lon, _ in turned) / len(turned)
    return [(lon - 360 * round(middle / 360), lat) for lon, lat in turned]


def simplify(line: Line, tolerance: float) -> Line:
    """Douglas-Peucker in degrees, longitude shortened as at 57° north; both ends stay."""
    keep = [False] * len(line)
    keep[0] = keep[-1] = True
    pending = [(0, len(line) - 1)]
    if line[0] == line[-1] and len(line) > 3:
        # A closed arc has no chord; its farthest point gives it two.
        far = max(range(len(line)), key=lambda i: _squared(line[0], line[i]))
        keep[far] = True
        pending = [(0, far), (far, len(line) - 1)]
    while pending:
        first, last = pending.pop()
        worst, at = tolerance**2, -1
        for i in range(first + 1, last):
            distance = _squared_to_segment(line[i], line[first], line[last])
            if distance > worst:
                worst, at = distance, i
        if at >= 0:
            keep[at] = True
            pending += [(first, at), (at, last)]
    return [point for point, kept in zip(line, keep, strict=True) if kept]


def _squared(a: Point, b: Point) -> float:
    return ((a[0] - b[0]) * 0.545) ** 2 + (a[1] - b[1]) ** 2


def _squared_to_segment(p: Point, a: Point, b: Point) -> float:
    ax, ay, bx, by = a[0] * 0.545, a[1], b[0] * 0.545, b[1]
    px, py = p[0] * 0.545, p[1]
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = 0.0 if length == 0 else ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length
    along = min(1.0, max(0.0, along))
    return (px - ax - along * (bx - ax)) ** 2 + (py - ay - along * (by - ay)) ** 2


def polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """Polygons of a geometry, each a list of rings, each a list of arc numbers."""
    match geometry["type"]:
        case "Polygon":
            return [geometry["arcs"]]
        case "MultiPolygon":
            return list(geometry["arcs"])
        case "GeometryCollection":
            return [p for part in geometry["geometries"] for p in polygons(part)]
    return []


def stitch(arc_numbers: list[int], arcs: list[Line]) -> Line:
    """One ring from its arcs; a negative number `~n` is arc n walked backwards."""
    ring: Line = []
    for number in arc_numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return unwrap(ring)


def clip_ring(ring: Line, region: Region) -> Line:
    """The part of a ring inside the window (Sutherland-Hodgman), its clip edges subdivided."""
    for axis, limit, sign in (
        (0, region.west, 1),
        (0, region.east, -1),
        (1, region.south, 1),
        (1, region.north, -1),
    ):
        kept: Line = []
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
            a_in, b_in = (a[axis] - limit) * sign >= 0, (b[axis] - limit) * sign >= 0
            if a_in:
                kept.append(a)
            if a_in != b_in:
                kept.append(_crossing(a, b, axis, limit))
        ring = kept
    return _subdivide_edges(ring, region)


def _crossing(a: Point, b: Point, axis: int, limit: float) -> Point:
    share = (limit - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def _subdivide_edges(ring: Line, region: Region) -> Line:
    finished: Line = []
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        finished.append(a)
        on_parallel = a[1] == b[1] and a[1] in (region.south, region.north)
        on_meridian = a[0] == b[0] and a[0] in (region.west, region.east)
        if on_parallel or on_meridian:
            steps = int(max(abs(b[0] - a[0]), abs(b[1] - a[1])) / EDGE_STEP_DEGREES)
            finished += [
                (a[0] + (b[0] - a[0]) * i / (steps + 1), a[1] + (b[1] - a[1]) * i / (steps + 1))
                for i in range(1, steps + 1)
            ]
    return finished


def clip_line(line: Line, region: Region) -> list[Line]:
    """The parts of an open line whose points lie inside the window."""
    parts: list[Line] = [[]]
    for lon, lat in line:
        if region.west <= lon <= region.east and region.south <= lat <= region.north:
            parts[-1].append((lon, lat))
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if len(part) > 1]


def area(ring: Line) -> float:
    """Area inside a ring in square degrees, never negative."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def cut_countries(topology: dict[str, Any], region: Region) -> dict[str, Any]:
    """`countries` (name to rings), `coast` and `borders` (open lines) of one region."""
    arcs = [simplify(arc, region.tolerance) for arc in decode_arcs(topology)]
    countries: dict[str, list[Line]] = {}
    uses: Counter[int] = Counter()
    shown: set[int] = set()
    for geometry in topology["objects"]["countries"]["geometries"]:
        rings: list[Line] = []
        for polygon in polygons(geometry):
            for number in (n for ring in polygon for n in ring):
                uses[number if number >= 0 else ~number] += 1
            for arc_numbers in polygon:
                ring = clip_ring(stitch(arc_numbers, arcs)[:-1], region)
                if len(ring) > 3 and area(ring) >= region.smallest_ring:
                    rings.append(ring)
                    shown.update(n if n >= 0 else ~n for n in arc_numbers)
        if rings:
            countries.setdefault(geometry["properties"]["name"], []).extend(rings)
    lines: dict[bool, list[Line]] = {False: [], True: []}
    for number in sorted(shown):
        lines[uses[number] > 1] += clip_line(arcs[number], region)
    return {
        "countries": {name: countries[name] for name in sorted(countries)},
        "coast": lines[False],
        "borders": lines[True],
    }


def cut_land(topology: dict[str, Any], region: Region) -> list[Line]:
    """Rings of all land in one region, without inner borders."""
    arcs = [simplify(arc, region.tolerance) for arc in decode_arcs(topology)]
    rings = [
        clip_ring(stitch(numbers, arcs)[:-1], region)
        for polygon in polygons(topology["objects"]["land"])
        for numbers in polygon
    ]
    return [ring for ring in rings if len(ring) > 3 and area(ring) >= region.smallest_ring]


def rounded(value: Any) -> Any:
    """The same shapes with degrees to three places, about 60 to 110 metres."""
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    if isinstance(value, float | int):
        return round(float(value), 3)
    return [rounded(inner) for inner in value]


def main(package: Path) -> None:
    """Write `data/<region>.json` for every region."""
    DATA.mkdir(exist_ok=True)
    for region in REGIONS:
        atlas = {
            kind: json.loads((package / f"{kind}-{region.scale}.json").read_text("utf-8"))
            for kind in ("countries", "land")
        }
        shapes: dict[str, Any] = {
            "bounds": [region.west, region.south, region.east, region.north],
            **cut_countries(atlas["countries"], region),
            "land": cut_land(atlas["land"], region),
        }
        target = DATA / f"{region.name}.json"
        target.write_text(json.dumps(rounded(shapes), separators=(",", ":")) + "\n", "utf-8")
        print(f"{target.name}: {target.stat().st_size // 1000} kB")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where the unpacked world-atlas package is: python fetch_land.py FOLDER")
    main(Path(sys.argv[1]))
