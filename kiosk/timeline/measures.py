"""What the timeline knows of its events before it lays them out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import floor
from typing import NamedTuple, TypeVar

from kiosk.exhibit.dates.date import Date, Precision
from kiosk.exhibit.model import Exhibit, Timeline
from kiosk.steps import Steps
from kiosk.timeline.density import density
from kiosk.timeline.scale import Scale, finding_zoom, make_scale
from kiosk.timeline.tracks import finding_tracks, lasting

A = TypeVar("A")
B = TypeVar("B")

DENSITY_BINS = 160

_AT_A_TIME = 1000


class Kind(NamedTuple):
    """Whether a date has a bar, names its first day, and is open at either end."""

    bar: bool
    day: bool
    open_start: bool
    open_end: bool


@dataclass(frozen=True)
class Measures:
    """Where the events of one exhibit stand; all sequences are in the order of its events.

    `units` is where they begin, `begins` and `ends` how far their bars reach: to the timeline's
    own ends where they are open. `kinds` are what else of their dates shapes it. `zoom` is how
    many times longer than the viewport the timeline is at its closest.
    """

    timeline: Timeline
    starts: Sequence[float]
    stops: Sequence[float]
    importances: Sequence[int]
    kinds: Sequence[Kind]
    scale: Scale
    units: Sequence[float]
    begins: Sequence[float]
    ends: Sequence[float]
    tracks: Sequence[int]
    density: Sequence[float]
    zoom: float

    def only(self, indices: Sequence[int]) -> Measures:
        """Those of the events at ascending `indices`, on the same scale and in the same tracks."""
        units = [self.units[at] for at in indices]
        return replace(
            self,
            starts=[self.starts[at] for at in indices],
            stops=[self.stops[at] for at in indices],
            importances=[self.importances[at] for at in indices],
            kinds=[self.kinds[at] for at in indices],
            units=units,
            begins=[self.begins[at] for at in indices],
            tracks=[self.tracks[at] for at in indices],
            ends=[self.ends[at] for at in indices],
            density=density(units, DENSITY_BINS),
        )

    def fits(self, exhibit: Exhibit) -> bool:
        """Whether they hold for `exhibit` too, which may tell its events in other words."""
        events = exhibit.events
        return (
            self.timeline == exhibit.timeline
            and len(self.starts) == len(events)
            and all(
                (start, stop, importance, kind)
                == (event.date.start, event.date.end, event.importance, kind_of(event.date))
                for start, stop, importance, kind, event in zip(
                    self.starts, self.stops, self.importances, self.kinds, events, strict=True
                )
            )
        )


def measuring(exhibit: Exhibit) -> Steps[Measures]:
    """The measures of an exhibit, in steps of a few milliseconds."""
    starts = [event.date.start for event in exhibit.events]
    stops = [event.date.end for event in exhibit.events]
    importances = [event.importance for event in exhibit.events]
    yield
    kinds = yield from _each(kind_of, [event.date for event in exhibit.events])
    span = exhibit.timeline
    scale = make_scale(span.scale, span.start, span.end, starts)
    units = yield from _each(scale.to_unit, starts)
    begins = [0.0 if kind.open_start else unit for kind, unit in zip(kinds, units, strict=True)]
    ends = yield from _each(scale.to_unit, stops)
    ends = [max(1.0, end) if kind.open_end else end for kind, end in zip(kinds, ends, strict=True)]
    bars = [kind.bar for kind in kinds]
    days = {floor(start) for start, kind in zip(starts, kinds, strict=True) if kind.day}
    thickness = density(units, DENSITY_BINS)
    return Measures(
        timeline=span,
        starts=starts,
        stops=stops,
        importances=importances,
        kinds=kinds,
        scale=scale,
        units=units,
        begins=begins,
        ends=ends,
        tracks=(yield from finding_tracks(begins, ends, importances, bars)),
        density=thickness,
        zoom=(yield from finding_zoom(scale, starts, days)),
    )


def kind_of(date: Date) -> Kind:
    """What shapes the timeline beside when a date begins and ends."""
    day = date.first.precision in (Precision.DAY, Precision.HOUR, Precision.MINUTE)
    return Kind(lasting(date), day, date.open_start, date.open_end)


def _each(change: Callable[[A], B], values: Sequence[A]) -> Steps[list[B]]:
    changed: list[B] = []
    for at in range(0, len(values), _AT_A_TIME):
        yield
        changed += map(change, values[at : at + _AT_A_TIME])
    return changed
