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
from typing import Any, Self

from figures import moment, parse_probe

from kiosk.station.probe import pss_mb

PROJECT = Path(__file__).parents[2]
FINGERS = Path(__file__).with_name("fingers.py")
LIMIT_SECONDS = 150.0
"""So long is waited for what a program does, if nothing else is said."""
ENDING_SECONDS = 2.5
SETTLING_SECONDS = 1.2
"""Longer than the probe waits before it calls something a pause and writes what it has."""
QUIET_SECONDS = 2
QUIET_SHARE = 0.05
"""Of a second; what a program at rest may use."""


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


def kiosk_command(folder: Path, state: Path, fingers: bool = False) -> list[str]:
    """The kiosk with the exhibit in `folder`, on a screen of 24 inches.

    With `fingers` it can be told to be pinched, see `Program.pinch`.
    """
    program = [str(FINGERS)] if fingers else ["-m", "kiosk", "run"]
    command = [sys.executable, *program, str(folder), "--language", "en"]
    return [*command, "--diagonal", "24", "--state", str(state)]


def surroundings(display: str, renderer: str, eyes: bool = False) -> dict[str, str]:
    """The environment of a kiosk on that `display`; `eyes` lets a screen reader look."""
    environment = {**os.environ, "DISPLAY": display, "KIOSK_RENDERER": renderer}
    environment["PYTHONPATH"] = str(PROJECT)
    if not eyes:
        # Nobody but a screen reader wants to hear of every card that moves.
        environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)
    return environment


class Watched:
    """One program and all that it starts. Ends them when the context does, however it takes that.

    Nothing is waited for longer than `limit` seconds from its start.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: dict[str, str],
        errors: Path,
        limit: float = LIMIT_SECONDS,
    ) -> None:
        self._errors = errors
        self._limit = limit
        with errors.open("wb") as stderr:
            self._process = subprocess.Popen(
                command,
                cwd=PROJECT,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=stderr,
            )
        self._began = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        family = family_of(self._process.pid)
        self._process.send_signal(signal.SIGTERM)
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
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

    def tell(self, line: str) -> None:
        """Writes one line to its stdin."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n".encode())
        self._process.stdin.flush()

    def wait_until(self, done: Callable[[], bool], what: str) -> None:
        while not done():
            if self._process.poll() is not None:
                said = self._errors.read_text(errors="replace").strip().splitlines()
                raise TookTooLong(f"ended before {what}: {said[-1] if said else 'no word'}")
            if time.monotonic() > self._began + self._limit:
                raise TookTooLong(f"no {what} within {self._limit:.0f} s")
            time.sleep(0.05)

    def cpu_seconds(self) -> float:
        """Processor time of the program and all below it until now; to 10 ms for each."""
        return sum(_cpu_ticks(pid) for pid in family_of(self.pid)) / os.sysconf("SC_CLK_TCK")

    def pss_mb(self) -> float:
        """Its memory with that of all below it."""
        return pss_mb(self.pid)

    def wait_for_rest(self) -> None:
        """Until it hardly works any more, or its limit comes."""
        quiet = 0
        while quiet < QUIET_SECONDS and time.monotonic() < self._began + self._limit:
            before = self.cpu_seconds()
            time.sleep(1)
            quiet = quiet + 1 if self.cpu_seconds() - before < QUIET_SHARE else 0

    def rest(self, seconds: int) -> tuple[float, float]:
        """Shares of a core: in the quietest half of the next `seconds`, and in all of them."""
        shares = []
        for _ in range(seconds):
            before, began = self.cpu_seconds(), time.monotonic()
            time.sleep(1)
            shares.append((self.cpu_seconds() - before) / (time.monotonic() - began))
        quiet = sorted(shares)[: len(shares) // 2]
        return sum(quiet) / len(quiet), sum(shares) / len(shares)


class Program(Watched):
    """A program with a probe."""

    def __init__(
        self,
        command: Sequence[str],
        probe: Path,
        environment: dict[str, str],
        errors: Path,
        limit: float = LIMIT_SECONDS,
    ) -> None:
        probe.unlink(missing_ok=True)
        self._probe = probe
        super().__init__([*command, "--probe", str(probe)], environment, errors, limit)

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

    def milliseconds(self) -> float:
        """Since the program was started, as its probe counts; to about 10 ms."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(errors="replace").rpartition(")")[2]
        began = int(fields.split()[19]) / os.sysconf("SC_CLK_TCK")
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - began) * 1000


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
