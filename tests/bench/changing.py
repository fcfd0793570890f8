"""What it costs to check, to change and to store a large exhibit."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from figures import Frames, median, moments, pooled
from hand import Hand
from route import Route
from stage import PROJECT, Program, TookTooLong

SETTLING_SECONDS = 4.0
"""A change so soon after another is not told from it by the times of the files."""


def check_seconds(folder: Path) -> tuple[float, float]:
    """How long ``kiosk check`` takes, and of how much of a processor; the folder has no media."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "check", str(folder)],
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        timeout=300,
        check=False,
    )
    seconds = time.monotonic() - began
    if done.returncode != 0:
        raise TookTooLong(f"kiosk check ended with {done.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, used


def change(folder: Path, number: int) -> None:
    """Saves one event anew, with other words in its summary."""
    event = sorted((folder / "events").iterdir())[number * 100] / "event.yaml"
    text = event.read_text(encoding="utf-8")
    event.write_text(text.replace("told by those", f"told {number} times by those"), "utf-8")


def stored_bytes(state: Path) -> int:
    return sum(file.stat().st_size for file in state.rglob("*") if file.is_file())


def changes(
    kiosk: Program, folder: Path, state: Path, hand: Hand, route: Route, times: int
) -> tuple[float, float, Frames | None]:
    """Saves an event `times` times while somebody drags the timeline.

    Gives the median ms from saving until it is on the screen, the median of bytes stored for it,
    and the frames meanwhile.
    """
    waits, sizes = [], []
    mark = kiosk.mark()
    for number in range(1, times + 1):
        time.sleep(SETTLING_SECONDS)
        size, seen = stored_bytes(state), len(moments(kiosk.lines(), "edition"))
        saved = kiosk.milliseconds()
        change(folder, number)
        _while_dragging(
            hand,
            route,
            lambda seen=seen: len(moments(kiosk.lines(), "edition")) > seen,  # type: ignore[misc]
            kiosk,
        )
        waits.append(moments(kiosk.lines(), "edition")[seen] - saved)
        time.sleep(1)
        sizes.append(float(stored_bytes(state) - size))
    kiosk.mark()
    return median(waits), median(sizes), pooled(kiosk.lines(mark))


def _while_dragging(hand: Hand, route: Route, arrived: Callable[[], bool], kiosk: Program) -> None:
    """Holds the timeline and moves it until what was waited for has come, and a little longer.

    A pause between drags would count as a long interval when the change falls into it.
    """
    over: list[bool] = []
    dragging = Thread(target=lambda: hand.rock(route.timeline, lambda: bool(over)))
    dragging.start()
    try:
        kiosk.wait_until(arrived, "the change on screen")
    finally:
        over.append(True)
        dragging.join()
