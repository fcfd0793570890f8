"""Measuring from inside: times, frames and memory as JSON Lines."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

WINDOW_NS = 1_000_000_000
"""The stretch of one ``frames`` line."""
LATE_MS = 25.0
"""A longer interval has dropped at least one of sixty frames a second: 1.5 times 16.7."""


def process_start() -> float:
    """When this process began, as `time.monotonic` counts; to about 10 ms on Linux.

    Elsewhere it is now. From proc(5), /proc/pid/stat field 22.
    """
    now = time.monotonic()
    try:
        fields = Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        began = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return now - (time.clock_gettime(time.CLOCK_BOOTTIME) - began)
    except (OSError, ValueError, IndexError, AttributeError):
        return now


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of `values` that at least `share` of them do not exceed (nearest rank)."""
    ordered = sorted(values)
    rank = -(-len(ordered) * share // 1)
    return ordered[max(int(rank), 1) - 1]


def pss_mb(root: int | None = None) -> float:
    """Proportional memory of a process (else this one) and all below it, in MB of 2**20 bytes.

    Processes whose numbers may not be read count as nothing.
    """
    family = [os.getpid() if root is None else root]
    for pid in family:
        family += _children(pid)
    return sum(_pss_kb(pid) for pid in family) / 1024


class Probe:
    """Appends what it is told to a file; never disturbs, so a full disk just ends it.

    `start` is as `process_start` gives it. May be called from several threads.
    """

    def __init__(self, path: Path, start: float) -> None:
        self._start = start
        self._lock = threading.Lock()
        self._once: set[str] = set()
        self._last_shown: int | None = None
        self._window_began = 0
        self._intervals: list[float] = []
        self._work: list[float] = []
        self._file: TextIO | None = None
        try:
            self._file = path.open("a", encoding="utf-8", buffering=1)
        except OSError:
            return

    def first_frame(self) -> None:
        """The first frame is on screen; only the first call counts."""
        self._write_time("first_frame")

    def ready(self) -> None:
        """The first touch would open the timeline; only the first call counts."""
        self._write_time("ready")

    def edition(self, number: str) -> None:
        """Another edition is on screen."""
        with self._lock:
            ms = round((time.monotonic() - self._start) * 1000, 1)
            self._write({"event": "edition", "ms": ms, "id": number})

    def renderer(self, backend: str) -> None:
        with self._lock:
            self._write({"event": "renderer", "backend": backend})

    def frame(self, shown_at_ns: int, work_ns: int, moving: bool) -> None:
        """One frame was shown at `shown_at_ns` (monotonic) after `work_ns` of work.

        `moving` tells that input or animation asked for it; the pause before it is then counted
        only if the frame before it moved too.
        """
        with self._lock:
            if not moving:
                self._flush()
                self._last_shown = None
                return
            if self._last_shown is None:
                self._window_began = shown_at_ns
            else:
                self._intervals.append((shown_at_ns - self._last_shown) / 1e6)
                self._work.append(work_ns / 1e6)
            self._last_shown = shown_at_ns
            if shown_at_ns - self._window_began >= WINDOW_NS:
                self._flush()
                self._window_began = shown_at_ns

    def pause(self) -> None:
        """Nothing moves any more: what has been collected is written."""
        with self._lock:
            self._flush()
            self._last_shown = None

    def memory(self) -> None:
        """The memory of all our processes; takes some milliseconds."""
        used = pss_mb()
        with self._lock:
            self._write({"event": "memory", "pss_mb": round(used, 1)})

    def close(self) -> None:
        with self._lock:
            self._flush()
            self._give_up()

    def _write_time(self, event: str) -> None:
        now = time.monotonic()
        with self._lock:
            if event not in self._once:
                self._once.add(event)
                self._write({"event": event, "ms": round((now - self._start) * 1000, 1)})

    def _flush(self) -> None:
        intervals, work = self._intervals, self._work
        self._intervals, self._work = [], []
        if not intervals:
            return
        self._write(
            {
                "event": "frames",
                "n": len(intervals),
                "p50_ms": round(percentile(intervals, 0.50), 2),
                "p95_ms": round(percentile(intervals, 0.95), 2),
                "p99_ms": round(percentile(intervals, 0.99), 2),
                "max_ms": round(max(intervals), 2),
                "late": sum(interval > LATE_MS for interval in intervals),
                "work_p95_ms": round(percentile(work, 0.95), 2),
            }
        )

    def _write(self, line: dict[str, object]) -> None:
        if self._file is None:
            return
        try:
            self._file.write(json.dumps(line) + "\n")
        except (OSError, ValueError):
            self._give_up()

    def _give_up(self) -> None:
        file, self._file = self._file, None
        if file is None:
            return
        try:
            file.close()
        except OSError:
            # Closing flushes once more; the disk is as full as before.
            return


def _children(pid: int) -> list[int]:
    """From proc(5), /proc/pid/task/tid/children; none where the kernel does not tell."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += map(int, task.read_text(encoding="ascii").split())
        except (OSError, ValueError):
            continue
    return found


def _pss_kb(pid: int) -> int:
    try:
        with Path(f"/proc/{pid}/smaps_rollup").open(encoding="ascii") as lines:
            return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    except (OSError, ValueError):
        return 0
