"""A visitor's hand: presses and drags through xdotool, as steady as a machine."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass

MOVES = 60
DRAG_SECONDS = 0.5
GLIDE_SECONDS = 1.1
ROCKS = 40
TURN_SECONDS = 0.6


@dataclass(frozen=True)
class Place:
    """A rectangle on the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2


class Hand:
    """Acts on one display."""

    def __init__(self, display: str) -> None:
        self._environment = {**os.environ, "DISPLAY": display}

    def _do(self, *words: object) -> None:
        subprocess.run(["xdotool", *map(str, words)], env=self._environment, check=True, timeout=20)

    def tap(self, place: Place) -> None:
        """Touches the middle of `place` and gives the answer time to play."""
        self._do("mousemove", *place.middle, "mousedown", 1, "sleep", 0.05, "mouseup", 1)
        time.sleep(0.7)

    def page_down(self, place: Place) -> None:
        """Turns the wheel over `place`, less than a page."""
        self._do("mousemove", *place.middle, "click", "--repeat", 3, "--delay", 30, 5)
        time.sleep(1)

    def turn(self, place: Place, notches: int) -> None:
        """Turns the wheel over `place` by `notches`, away from the hand if positive."""
        button = 4 if notches > 0 else 5
        delay = ["--repeat", abs(notches), "--delay", round(TURN_SECONDS * 1000 / abs(notches))]
        self._do("mousemove", *place.middle, "click", *delay, button)
        time.sleep(0.6)

    def key(self, name: str) -> None:
        self._do("key", name)
        time.sleep(0.7)

    def drag(self, place: Place, across: int) -> None:
        """Drags the timeline by `across` pixels through the middle of `place`, and it glides."""
        x, y = place.middle
        start = x - across // 2
        moves: list[object] = ["mousemove", start, y, "sleep", 0.03, "mousedown", 1]
        for number in range(1, MOVES + 1):
            at = start + across * number // MOVES
            moves += ["mousemove", at, y, "sleep", round(DRAG_SECONDS / MOVES, 4)]
        self._do(*moves, "mouseup", 1)
        time.sleep(GLIDE_SECONDS)

    def rock(self, place: Place, over: Callable[[], bool]) -> None:
        """Holds the timeline and moves it to and fro without a pause until it is `over`."""
        x, y = place.middle
        reach = place.width // 8
        path = [*range(-reach, reach, 8), *range(reach, -reach, -8)]
        moves = [word for dx in path for word in ("mousemove", x + dx, y, "sleep", 0.008)]
        self._do("mousemove", x - reach, y, "mousedown", 1)
        # One process for all, since between two of them nothing would move.
        words = ["xdotool", *map(str, moves * ROCKS)]
        with subprocess.Popen(words, env=self._environment) as moving:
            while moving.poll() is None and not over():
                time.sleep(0.05)
            moving.terminate()
        self._do("mouseup", 1)
        time.sleep(GLIDE_SECONDS)

    def drags(self, place: Place, count: int) -> float:
        """Drags to and fro, over half the width of `place`; the seconds it took."""
        began = time.monotonic()
        for number in range(count):
            self.drag(place, place.width // 2 * (1 if number % 2 else -1))
        return time.monotonic() - began
