"""Bars of what lasts, and the tracks in which those that overlap run beside each other."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from kiosk.exhibit.dates.date import Date, Precision
from kiosk.steps import Steps

TRACKS = 3
NONE = -1
"""The track of an event without a bar."""

_MOMENTS = (Precision.DAY, Precision.HOUR, Precision.MINUTE)
_AT_A_TIME = 1000


def lasting(date: Date) -> bool:
    """Whether a date has a bar: not one on a day or at a moment, nor several single dates."""
    sharp = date.kind == "point" and not (date.soft_start or date.soft_end)
    return date.kind != "all_of" and not (sharp and date.precision in _MOMENTS)


def finding_tracks(
    begins: Sequence[float],
    ends: Sequence[float],
    importances: Sequence[int],
    bars: Sequence[bool],
) -> Steps[Sequence[int]]:
    """A track from 0 for each event that has a bar, NONE for the others; bars never overlap.

    Events are in order of their dates. Each bar takes the lowest track that is free where it
    begins. Where more than TRACKS overlap, the least important gives way, of equals the one that
    ends last. That keeps as many as can be kept (Faigle and Nawijn, Note on scheduling intervals
    on-line, 1995) if all matter alike. Nothing of it depends on what is in view or how closely.
    """
    found = array("b", [NONE]) * len(begins)
    running: dict[int, int] = {}
    order = sorted((index for index, bar in enumerate(bars) if bar), key=begins.__getitem__)
    for turn, index in enumerate(order):
        if turn % _AT_A_TIME == 0:
            yield
        running = {track: one for track, one in running.items() if ends[one] > begins[index]}
        free = next((track for track in range(TRACKS) if track not in running), NONE)
        if free == NONE:
            *_, loser = max(
                (importances[one], ends[one], one) for one in (*running.values(), index)
            )
            free, found[loser] = found[loser], NONE
        if free != NONE:
            running[free], found[index] = index, free
    return found
