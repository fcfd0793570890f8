"""Natural Earth land and today's borders for the exhibit's maps, and the projections they use.

Regions: `baltic` (lon 10 to 40, lat 50 to 63), `eurasia` (15 to 140, 45 to 78) and `atlantic`
(-90 to 60, 30 to 75). Source and licence: `data/README.md`. Needs nothing but Python.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import asin, atan2, cos, degrees, hypot, log, radians, sin, sqrt, tan
from math import pi as PI
from pathlib import Path
from typing import Any, Literal

Point = tuple[float, float]
Line = list[Point]
# Left, top, width, height in pixels.
Rect = tuple[float, float, float, float]
# West, south, east, north in degrees.
Bounds = tuple[float, float, float, float]

EARTH_RADIUS_KM = 6371.0


@cache
def _region(name: str) -> dict[str, Any]:
    path = Path(__file__).parent / "data" / f"{name}.json"
    shapes: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return shapes


def _lines(raw: list[list[list[float]]]) -> list[Line]:
    return [[(lon, lat) for lon, lat in line] for line in raw]


def bounds(region: str) -> Bounds:
    """The window the region was cut to: west, south, east, north in degrees."""
    west, south, east, north = _region(region)["bounds"]
    return west, south, east, north


def countries(region: str) -> dict[str, list[Line]]:
    """English name to its rings of (lon, lat), first point not repeated; fill them even-odd.

    Rings run along the region's clip edges, so stroke `coast` and `borders` instead of them.
    """
    return {name: _lines(rings) for name, rings in _region(region)["countries"].items()}


def land(region: str) -> list[Line]:
    """Rings of all land, without inner borders; fill them even-odd."""
    return _lines(_region(region)["land"])


def coast(region: str) -> list[Line]:
    """Open lines of (lon, lat) where land meets sea, without the region's clip edges."""
    return _lines(_region(region)["coast"])


def borders(region: str) -> list[Line]:
    """Open lines of (lon, lat) between two of today's countries, each given once."""
    return _lines(_region(region)["borders"])


def great_circle(start: Point, end: Point, steps: int = 48) -> Line:
    """`steps` + 1 points of (lon, lat) along the shortest way over the sphere."""
    a, b = _unit(start), _unit(end)
    angle = 2 * asin(min(1.0, sqrt(sum((p - q) ** 2 for p, q in zip(a, b, strict=True))) / 2))
    if angle == 0:
        return [start] * (steps + 1)
    line: Line = []
    for i in range(steps + 1):
        near, far = sin(angle * (1 - i / steps)), sin(angle * i / steps)
        x, y, z = ((near * p + far * q) / sin(angle) for p, q in zip(a, b, strict=True))
        line.append((degrees(atan2(y, x)), degrees(atan2(z, hypot(x, y)))))
    return line


def distance_km(start: Point, end: Point) -> float:
    """Kilometres between two (lon, lat) points on a sphere."""
    a, b = _unit(start), _unit(end)
    chord = sqrt(sum((p - q) ** 2 for p, q in zip(a, b, strict=True)))
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, chord / 2))


def _unit(point: Point) -> tuple[float, float, float]:
    lon, lat = radians(point[0]), radians(point[1])
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


@dataclass(frozen=True)
class Projection:
    """A conformal conic or equal-area azimuthal map, placed on a picture.

    Make one with `conic` or `azimuthal`. `scale` is pixels per kilometre at the map's centre.
    """

    kind: Literal["conic", "azimuthal"]
    lon_0: float
    lat_0: float
    parallels: tuple[float, float]
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def xy(self, lon: float, lat: float) -> Point:
        """Pixels, x to the right and y downward, of a place in degrees."""
        east, north = self._plane(lon, lat)
        return self.left + east * self.scale, self.top - north * self.scale

    def line(self, points: Line) -> Line:
        """Pixels of every point of a ring or line."""
        return [self.xy(lon, lat) for lon, lat in points]

    def _plane(self, lon: float, lat: float) -> Point:
        """Kilometres east and north of the origin (Snyder 1987, eq. 15-1 to 15-4 and 24-2)."""
        lam, phi = radians(lon - self.lon_0), radians(lat)
        phi_0 = radians(self.lat_0)
        if self.kind == "azimuthal":
            k = sqrt(2 / (1 + sin(phi_0) * sin(phi) + cos(phi_0) * cos(phi) * cos(lam)))
            east = k * cos(phi) * sin(lam)
            north = k * (cos(phi_0) * sin(phi) - sin(phi_0) * cos(phi) * cos(lam))
            return EARTH_RADIUS_KM * east, EARTH_RADIUS_KM * north
        phi_1, phi_2 = (radians(parallel) for parallel in self.parallels)
        n = log(cos(phi_1) / cos(phi_2)) / log(_stretch(phi_2) / _stretch(phi_1))
        f = cos(phi_1) * _stretch(phi_1) ** n / n
        rho, rho_0 = f / _stretch(phi) ** n, f / _stretch(phi_0) ** n
        east, north = rho * sin(n * lam), rho_0 - rho * cos(n * lam)
        return EARTH_RADIUS_KM * east, EARTH_RADIUS_KM * north

    def fitted(self, window: Bounds, rect: Rect, fit: Literal["contain", "cover"]) -> Projection:
        """The same map with `window` centred in `rect`: all of it shown, or no pixel left over.

        Covering counts the widest and highest part of the window, so the corners of a strongly
        curved one can still stay empty; ask for less than the region holds.
        """
        west, south, east, north = window
        steps = [i / 32 for i in range(33)]
        edge = [(west + (east - west) * s, lat) for s in steps for lat in (south, north)]
        edge += [(lon, south + (north - south) * s) for s in steps for lon in (west, east)]
        plane = [self._plane(lon, lat) for lon, lat in edge]
        x_low, x_high = min(x for x, _ in plane), max(x for x, _ in plane)
        y_low, y_high = min(y for _, y in plane), max(y for _, y in plane)
        left, top, width, height = rect
        choices = width / (x_high - x_low), height / (y_high - y_low)
        scale = min(choices) if fit == "contain" else max(choices)
        return Projection(
            self.kind,
            self.lon_0,
            self.lat_0,
            self.parallels,
            scale,
            left + width / 2 - (x_low + x_high) / 2 * scale,
            top + height / 2 + (y_low + y_high) / 2 * scale,
        )


def _stretch(phi: float) -> float:
    return tan(PI / 4 + phi / 2)


def conic(
    window: Bounds,
    rect: Rect,
    *,
    parallels: tuple[float, float] = (54.0, 59.5),
    fit: Literal["contain", "cover"] = "contain",
) -> Projection:
    """Lambert conformal conic of `window` in `rect`; the parallels suit the Baltic states."""
    west, south, east, north = window
    centre = Projection("conic", (west + east) / 2, (south + north) / 2, parallels)
    return centre.fitted(window, rect, fit)


def azimuthal(
    window: Bounds,
    rect: Rect,
    *,
    centre: Point | None = None,
    fit: Literal["contain", "cover"] = "contain",
) -> Projection:
    """Lambert azimuthal equal-area of `window` in `rect`, around `centre` (lon, lat)."""
    west, south, east, north = window
    lon, lat = centre or ((west + east) / 2, (south + north) / 2)
    return Projection("azimuthal", lon, lat, (lat, lat)).fitted(window, rect, fit)
