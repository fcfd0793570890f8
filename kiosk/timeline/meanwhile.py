"""What happened elsewhere at the time of an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nsmallest

from kiosk.exhibit.model import Event

MOST = 3

_NEAR = 1 / 24
"""How far away in time, as a share of the whole exhibit, something still counts as meanwhile."""


def meanwhile(event: Event, events: Sequence[Event], besides: Iterable[str] = ()) -> list[Event]:
    """Up to MOST events of other lanes that overlap an event or come closest to it.

    They are in order of time. Of those equally near the more important ones are taken. `events`
    are all of the exhibit, in order of their dates; those named in `besides` are passed over. An
    event without lane is in no other lane than any event.
    """
    if event.lane is None or not events:
        return []
    passed = {event.id, *besides}
    start, end = event.date.start, event.date.end
    reach = _NEAR * (max(e.date.end for e in events) - events[0].date.start)
    near: list[tuple[float, int, int]] = []
    for number, other in enumerate(events):
        if other.lane is None or other.lane == event.lane or other.id in passed:
            continue
        distance = max(0.0, other.date.start - end, start - other.date.end)
        if distance <= reach:
            near.append((distance, other.importance, number))
    return [events[number] for number in sorted(near[2] for near in nsmallest(MOST, near))]
