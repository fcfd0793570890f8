"""From the lines of ``--probe`` to figures, without anything running."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kiosk.station.probe import LATE_MS, percentile

SHARES = (0.0, 0.50, 0.95, 0.99, 1.0)


@dataclass(frozen=True)
class Frames:
    """Intervals between frames and the work of a frame, in milliseconds.

    `late` is how many intervals dropped a frame. `work_p95` is that of the middle second, since
    seconds do not tell more of their work; of a browser nobody knows it.
    """

    n: int
    p50: float
    p95: float
    p99: float
    longest: float
    late: int
    work_p95: float | None = None


def parse_probe(text: str) -> list[dict[str, Any]]:
    """The lines of a probe file as far as they are complete."""
    return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]


def moment(lines: Sequence[dict[str, Any]], event: str) -> float | None:
    """The `ms` of the first line of that `event`, None before there is one."""
    return next((float(line["ms"]) for line in lines if line["event"] == event), None)


def moments(lines: Sequence[dict[str, Any]], event: str) -> list[float]:
    """The `ms` of every line of that `event`."""
    return [float(line["ms"]) for line in lines if line["event"] == event]


def pooled(lines: Sequence[dict[str, Any]]) -> Frames | None:
    """All ``frames`` lines as one; None where nothing moved.

    A line gives four points of its seconds' distribution; between them it is taken as straight.
    """
    seconds = [line for line in lines if line["event"] == "frames"]
    if not seconds:
        return None
    works = sorted((line["work_p95_ms"], line["n"]) for line in seconds)
    return Frames(
        n=sum(line["n"] for line in seconds),
        p50=_quantile(seconds, 0.50),
        p95=_quantile(seconds, 0.95),
        p99=_quantile(seconds, 0.99),
        longest=max(line["max_ms"] for line in seconds),
        late=sum(line["late"] for line in seconds),
        work_p95=_weighted_median(works),
    )


def of_page(shown: Sequence[tuple[float, bool]]) -> Frames | None:
    """Of the times in ms at which a page was drawn, each with whether something had moved.

    Frames in which nothing moved are left out, as a probe does.
    """
    intervals = [
        now - before for (before, _), (now, moved) in pairwise(shown) if moved and now > before
    ]
    if not intervals:
        return None
    return Frames(
        n=len(intervals),
        p50=percentile(intervals, 0.50),
        p95=percentile(intervals, 0.95),
        p99=percentile(intervals, 0.99),
        longest=max(intervals),
        late=sum(interval > LATE_MS for interval in intervals),
    )


def _points(second: dict[str, Any]) -> list[float]:
    middle, high = second["p50_ms"], second["p95_ms"]
    # A probe does not tell the shortest; intervals lie about as far below the middle as above.
    lowest = max(0.0, 2 * middle - high)
    return [lowest, middle, high, second["p99_ms"], second["max_ms"]]


def _share_below(second: dict[str, Any], value: float) -> float:
    points = _points(second)
    if value < points[0]:
        return 0.0
    share = 1.0
    for (low, high), (first, last) in zip(pairwise(points), pairwise(SHARES), strict=True):
        if low <= value < high:
            share = first + (last - first) * (value - low) / (high - low)
    return share


def _quantile(seconds: Sequence[dict[str, Any]], share: float) -> float:
    total = sum(second["n"] for second in seconds)
    low, high = 0.0, max(second["max_ms"] for second in seconds)
    for _ in range(40):
        middle = (low + high) / 2
        below = sum(second["n"] * _share_below(second, middle) for second in seconds)
        if below >= share * total:
            high = middle
        else:
            low = middle
    return high


def _weighted_median(pairs: Sequence[tuple[float, int]]) -> float:
    half, passed = sum(weight for _, weight in pairs) / 2, 0
    for value, weight in pairs:
        passed += weight
        if passed >= half:
            return value
    raise ValueError("no values")


def median(values: Sequence[float]) -> float:
    """The middle value, of an even number the mean of both middles."""
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2
