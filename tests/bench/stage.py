"""A screen of its own size, and programs on it that are watched from outside."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from figures import moment, parse_probe

from kiosk.station.probe import pss_mb

PROJECT = Path(__file__).parents[2]
LIMIT_SECONDS = 150.0
"""No program runs longer than this, whatever it does."""
ENDING_SECONDS = 2.5
SETTLING_SECONDS = 1.2
"""Longer than the probe waits before it calls something a pause and writes what it has."""


class TookTooLong(Exception):
    """What was waited for did not come, as one sentence."""


@contextlib.contextmanager
def screen(size: str) -> Iterator[str]:
    """A virtual screen of `size` for as long as the context lasts; the name of its display."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as line:
            number = line.readline().strip()
            if not number:
                raise TookTooLong("The virtual screen did not start.")
            yield f":{number}"
    finally:
        server.terminate()
        server.wait()


class Program:
    """One program with a probe. Ends it when the context does, however it takes that."""

    def __init__(
        self, command: Sequence[str], probe: Path, environment: dict[str, str], errors: Path
    ) -> None:
        probe.unlink(missing_ok=True)
        self._probe = probe
        self._errors = errors
        with errors.open("wb") as stderr:
            self._process = subprocess.Popen(
                [*command, "--probe", str(probe)],
                cwd=PROJECT,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=stderr,
            )
        self._deadline = time.monotonic() + LIMIT_SECONDS

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *_error: object) -> None:
        family = family_of(self._process.pid)
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            print("  did not end when told to", file=sys.stderr)
            for pid in reversed(family):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self._process.wait()

    @property
    def pid(self) -> int:
        return self._process.pid

    def lines(self, since: int = 0) -> list[dict[str, Any]]:
        """What the probe has written after the first `since` bytes."""
        try:
            written = self._probe.read_bytes()[since:]
        except FileNotFoundError:
            return []
        return parse_probe(written.decode())

    def mark(self) -> int:
        """Where the probe has got to, in bytes, once what moved before has been written."""
        time.sleep(SETTLING_SECONDS)
        return self._probe.stat().st_size

    def wait_for(self, event: str) -> float:
        """The `ms` of that event. Raises TookTooLong if the program ends or its limit comes."""
        found: list[float] = []

        def arrived() -> bool:
            ms = moment(self.lines(), event)
            found.extend([] if ms is None else [ms])
            return bool(found)

        self.wait_until(arrived, event)
        return found[0]

    def wait_until(self, done: Callable[[], bool], what: str) -> None:
        while not done():
            if self._process.poll() is not None:
                said = self._errors.read_text(errors="replace").strip().splitlines()
                raise TookTooLong(f"ended before {what}: {said[-1] if said else 'no word'}")
            if time.monotonic() > self._deadline:
                raise TookTooLong(f"no {what} within {LIMIT_SECONDS:.0f} s")
            time.sleep(0.05)

    def cpu_seconds(self) -> float:
        """Processor time of the program and all below it until now; to 10 ms for each."""
        return sum(_cpu_ticks(pid) for pid in family_of(self.pid)) / os.sysconf("SC_CLK_TCK")

    def milliseconds(self) -> float:
        """Since the program was started, as its probe counts; to about 10 ms."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(errors="replace").rpartition(")")[2]
        began = int(fields.split()[19]) / os.sysconf("SC_CLK_TCK")
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - began) * 1000

    def pss_mb(self) -> float:
        """Its memory with that of all below it."""
        return pss_mb(self.pid)


def family_of(root: int) -> list[int]:
    """`root` and every process below it."""
    family = [root]
    for pid in family:
        for task in Path(f"/proc/{pid}/task").glob("*/children"):
            with contextlib.suppress(OSError):
                family += map(int, task.read_text().split())
    return family


def _cpu_ticks(pid: int) -> int:
    """Own time and that of children which have ended, from proc(5), /proc/pid/stat 14 to 17."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(map(int, fields[11:15]))
