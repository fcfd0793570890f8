"""Figures out of probe lines."""

from __future__ import annotations

import random
from typing import Any

import figures
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.station.probe import percentile


def second(intervals: list[float], work: float = 1.0) -> dict[str, Any]:
    """A line as the probe writes it."""
    return {
        "event": "frames",
        "n": len(intervals),
        "p50_ms": percentile(intervals, 0.50),
        "p95_ms": percentile(intervals, 0.95),
        "p99_ms": percentile(intervals, 0.99),
        "max_ms": max(intervals),
        "late": sum(interval > 25 for interval in intervals),
        "work_p95_ms": work,
    }


def test_cut_line_waits() -> None:
    """A line that is still being written is not read."""
    text = '{"event": "ready", "ms": 900.5}\n{"event": "fra'
    assert figures.parse_probe(text) == [{"event": "ready", "ms": 900.5}]


def test_moment() -> None:
    """The first of several times counts, and one that has not come is None."""
    lines = [{"event": "ready", "ms": 900.5}, {"event": "ready", "ms": 1000.0}]
    assert figures.moment(lines, "ready") == 900.5
    assert figures.moment(lines, "first_frame") is None


def test_nothing_moved() -> None:
    """Without frames there are no figures."""
    assert figures.pooled([{"event": "memory", "pss_mb": 100.0}]) is None


def test_one_second_stays_as_it_is() -> None:
    """The figures of a single second are those that the probe wrote."""
    line = second([16.0] * 50 + [17.0] * 8 + [20.0, 33.0], 4.5)
    found = figures.pooled([line])
    assert (found.n, found.longest, found.work_p95) == (60, 33.0, 4.5)
    assert found.late == 1
    assert found.p50 == pytest.approx(line["p50_ms"])
    assert found.p95 == pytest.approx(line["p95_ms"])
    assert found.p99 == pytest.approx(line["p99_ms"])


def test_pooled_is_near_the_truth() -> None:
    """Seconds that differ are pooled to within a tenth of what all intervals together give."""
    chance = random.Random(4)
    seconds = [[16.7 + chance.gammavariate(2, 1 + i / 8) for _ in range(60)] for i in range(12)]
    every = [value for values in seconds for value in values]
    found = figures.pooled([second(values) for values in seconds])
    assert found.longest == max(every)
    for share, value in ((0.50, found.p50), (0.95, found.p95), (0.99, found.p99)):
        assert value == pytest.approx(percentile(every, share), rel=0.1)


@given(st.lists(st.lists(st.floats(1, 300), min_size=1, max_size=70), min_size=1, max_size=8))
def test_order_of_percentiles(seconds: list[list[float]]) -> None:
    """Percentiles rise with their share and stay within what was measured."""
    found = figures.pooled([second(values) for values in seconds])
    assert 0 <= found.p50 <= found.p95 + 1e-6
    assert found.p95 <= found.p99 + 1e-6
    assert found.p99 <= found.longest + 1e-6


def test_page_at_rest_is_left_out() -> None:
    """Of a page only the frames that moved something count, also one that was long in coming."""
    shown = [(0.0, False), (16.0, False), (32.0, True), (82.0, True), (98.0, False), (114.0, True)]
    found = figures.of_page(shown)
    assert (found.n, found.p50, found.longest, found.late) == (3, 16.0, 50.0, 1)
    assert figures.of_page([(0.0, False), (16.0, False)]) is None


@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_median_halves(values: list[float]) -> None:
    """Half of the values are not above the median, and half are not below it."""
    middle = figures.median(values)
    assert sum(value <= middle for value in values) * 2 >= len(values)
    assert sum(value >= middle for value in values) * 2 >= len(values)
