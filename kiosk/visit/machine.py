"""From the first touch to the idle reset, as a state machine with an injected clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

SHORTEST_WARNING = 20.0
"""Seconds to answer the warning, WCAG 2.2 success criterion 2.2.1."""

WORDS_PER_MINUTE = 180
"""How fast people read while standing; the low end of museum studies' 180 to 250."""

LONGEST_READING = 240.0
LONGEST_PLAYING = 600.0


class Phase(StrEnum):
    ATTRACT = "attract"
    EXPLORING = "exploring"
    WARNING = "warning"


@dataclass(frozen=True)
class Patience:
    """How long the kiosk waits, in seconds.

    The warning comes `warn_after` the last activity and is answered within `answer_within`.
    `extends` says whether an open article lengthens the first wait.
    """

    warn_after: float
    answer_within: float
    extends: bool = True

    @classmethod
    def on_the_floor(cls, warn_after: float, reset_after: float) -> Patience:
        """As the exhibit asks, but never less than `SHORTEST_WARNING` to answer."""
        return cls(warn_after, max(SHORTEST_WARNING, reset_after - warn_after))

    @classmethod
    def rehearsal(cls, seconds: float) -> Patience:
        """Exactly half of `seconds` until the warning and half until the reset."""
        return cls(seconds / 2, seconds / 2, extends=False)


class Visit:
    """One visitor after the other.

    Call `tick` a few times a second; it returns True at the moment of an idle reset.
    `clock` gives seconds that never run backwards.
    """

    def __init__(self, patience: Patience, clock: Callable[[], float]) -> None:
        self.patience = patience
        self._clock = clock
        self._phase = Phase.ATTRACT
        self._last_activity = clock()
        self._reading_time = 0.0
        self._played_from: float | None = None
        self._plays_until: float | None = None
        self._warned_at = 0.0

    @property
    def phase(self) -> Phase:
        return self._phase

    @property
    def seconds_left(self) -> float:
        """Until the reset while warning, else 0."""
        if self._phase is not Phase.WARNING:
            return 0.0
        return max(0.0, self._warned_at + self.patience.answer_within - self._clock())

    def begin(self) -> None:
        """Someone touched the attract screen."""
        self._phase = Phase.EXPLORING
        self.activity()

    def activity(self) -> None:
        """A touch, a key, or an action through assistive technology; it also answers a warning."""
        self._last_activity = self._clock()
        if self._plays_until is not None:
            self._played_from = self._last_activity
        if self._phase is Phase.WARNING:
            self._phase = Phase.EXPLORING

    def article_opened(self, words: int) -> None:
        """An article of so many words lies open and deserves its reading time."""
        self._reading_time = min(LONGEST_READING, words / WORDS_PER_MINUTE * 60)

    def article_closed(self) -> None:
        self._reading_time = 0.0

    def media_playing(self, seconds_left: float) -> None:
        """Media really moves on and has so many seconds left in its first pass.

        Repeating the call as it goes on is harmless; together the calls count as activity for
        ten minutes at most since the last touch.
        """
        now = self._clock()
        if self._played_from is None:
            self._played_from = now
        self._plays_until = min(now + seconds_left, self._played_from + LONGEST_PLAYING)

    def media_stopped(self) -> None:
        """Media paused, ended, stalled or failed."""
        if self._plays_until is not None:
            self._last_activity = max(self._last_activity, min(self._clock(), self._plays_until))
        self._played_from = self._plays_until = None

    def tick(self) -> bool:
        """Moves on with time; True when the visit has just ended in an idle reset."""
        now = self._clock()
        if self._phase is Phase.EXPLORING and now - self._quiet_since(now) >= self._wait():
            self._phase = Phase.WARNING
            self._warned_at = now
        elif self._phase is Phase.WARNING and self.seconds_left <= 0:
            self.end()
            return True
        return False

    def end(self) -> None:
        """Back to the attract screen, everything about the visitor forgotten."""
        self._phase = Phase.ATTRACT
        self._reading_time = 0.0
        self._played_from = self._plays_until = None

    def _quiet_since(self, now: float) -> float:
        if self._plays_until is None:
            return self._last_activity
        return max(self._last_activity, min(now, self._plays_until))

    def _wait(self) -> float:
        if not self.patience.extends:
            return self.patience.warn_after
        return max(self.patience.warn_after, self._reading_time)
