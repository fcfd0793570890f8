from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.station.probe import Probe, percentile, process_start, pss_mb

MS = 1_000_000


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_process_start() -> None:
    """The start of a process is known to a few hundredths of a second, long after it."""
    script = (
        "import time; time.sleep(0.5)\n"
        "from kiosk.station.probe import process_start\n"
        "print(process_start())"
    )
    before = time.monotonic()
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert before - 0.05 <= float(done.stdout) <= before + 0.3
    assert process_start() < before


def test_times_are_written_once(tmp_path: Path) -> None:
    """First frame and readiness count from the start of the process, and once each."""
    probe = Probe(tmp_path / "probe", time.monotonic() - 1)
    for _ in range(2):
        probe.first_frame()
        probe.ready()
    probe.renderer("software")
    first, ready, renderer = lines(tmp_path / "probe")
    assert first["event"] == "first_frame"
    assert 1000 <= first["ms"] <= ready["ms"] < 2000
    assert renderer == {"event": "renderer", "backend": "software"}
    probe.close()


def test_frames_of_a_second(tmp_path: Path) -> None:
    """Each second in which something moved is one line."""
    probe = Probe(tmp_path / "probe", 0)
    shown = 0
    for number in range(121):
        probe.frame(shown, 4 * MS if number % 10 else 9 * MS, moving=True)
        shown += 40 * MS if number == 30 else 16 * MS
    probe.close()
    first, second = lines(tmp_path / "probe")
    assert first == {
        "event": "frames",
        "n": 61,
        "p50_ms": 16.0,
        "p95_ms": 16.0,
        "p99_ms": 40.0,
        "max_ms": 40.0,
        "late": 1,
        "work_p95_ms": 9.0,
    }
    assert (second["n"], second["max_ms"]) == (59, 16.0)


def test_pauses_are_left_out(tmp_path: Path) -> None:
    """The time in which nothing moved is no slow frame."""
    probe = Probe(tmp_path / "probe", 0)
    for shown in (0, 16, 32):
        probe.frame(shown * MS, MS, moving=True)
    probe.frame(500 * MS, MS, moving=False)
    for shown in (5000, 5016):
        probe.frame(shown * MS, MS, moving=True)
    probe.pause()
    for shown in (9000, 9016):
        probe.frame(shown * MS, MS, moving=True)
    probe.close()
    assert [(line["n"], line["max_ms"]) for line in lines(tmp_path / "probe")] == [
        (2, 16.0),
        (1, 16.0),
        (1, 16.0),
    ]


def test_single_frame_says_nothing(tmp_path: Path) -> None:
    """One frame alone has no interval."""
    probe = Probe(tmp_path / "probe", 0)
    probe.frame(0, MS, moving=True)
    probe.close()
    assert lines(tmp_path / "probe") == []


def test_memory_counts_children(tmp_path: Path) -> None:
    """The memory of child processes and of theirs is part of ours."""
    script = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-c', "
        "'data = bytearray(60_000_000); print(flush=True); input()'], stdin=subprocess.PIPE)\n"
        "input(); child.communicate()"
    )
    before = pss_mb()
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        assert pss_mb() > before + 55
        child.communicate(b"\n")
    probe = Probe(tmp_path / "probe", 0)
    probe.memory()
    (line,) = lines(tmp_path / "probe")
    assert 5 < line["pss_mb"] < 5000
    probe.close()


@pytest.mark.parametrize("path", ["/dev/full", "/nowhere/probe"])
def test_full_disk_is_quiet(path: str) -> None:
    """A probe that cannot write stops, and whoever calls it never knows."""
    probe = Probe(Path(path), 0)
    probe.first_frame()
    probe.frame(0, MS, moving=True)
    probe.frame(16 * MS, MS, moving=True)
    probe.memory()
    probe.close()


@given(st.lists(st.floats(0, 1000), min_size=1), st.floats(0.01, 1))
def test_percentile(values: list[float], share: float) -> None:
    """A percentile is one of the values, and at least that share does not exceed it."""
    found = percentile(values, share)
    assert found in values
    assert sum(value <= found for value in values) >= share * len(values) - 1e-9
