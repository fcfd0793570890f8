"""What the timeline knows of its events before it lays them out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kiosk.exhibit.model import Exhibit, Timeline
from kiosk.steps import Steps
from kiosk.timeline.density import density
from kiosk.timeline.scale import Scale, finding_zoom, make_scale

DENSITY_BINS = 160

_AT_A_TIME = 1000


@dataclass(frozen=True)
class Measures:
    """Where the events of one exhibit stand; all sequences are in the order of its events.

    `zoom` is how many times longer than the viewport the timeline is at its closest.
    """

    timeline: Timeline
    starts: Sequence[float]
    stops: Sequence[float]
    importances: Sequence[int]
    scale: Scale
    units: Sequence[float]
    ends: Sequence[float]
    density: Sequence[float]
    zoom: float

    def only(self, indices: Sequence[int]) -> Measures:
        """Those of the events at ascending `indices`, on the same scale."""
        units = [self.units[at] for at in indices]
        return replace(
            self,
            starts=[self.starts[at] for at in indices],
            stops=[self.stops[at] for at in indices],
            importances=[self.importances[at] for at in indices],
            units=units,
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
                (start, stop, importance) == (event.date.start, event.date.end, event.importance)
                for start, stop, importance, event in zip(
                    self.starts, self.stops, self.importances, events, strict=True
                )
            )
        )


def measuring(exhibit: Exhibit) -> Steps[Measures]:
    """The measures of an exhibit, in steps of a few milliseconds."""
    starts = [event.date.start for event in exhibit.events]
    stops = [event.date.end for event in exhibit.events]
    yield
    span = exhibit.timeline
    scale = make_scale(span.scale, span.start, span.end, starts)
    units = yield from _each(scale.to_unit, starts)
    ends = yield from _each(scale.to_unit, stops)
    thickness = density(units, DENSITY_BINS)
    return Measures(
        timeline=span,
        starts=starts,
        stops=stops,
        importances=[event.importance for event in exhibit.events],
        scale=scale,
        units=units,
        ends=ends,
        density=thickness,
        zoom=(yield from finding_zoom(scale, starts)),
    )


def _each(change: Callable[[float], float], values: Sequence[float]) -> Steps[list[float]]:
    changed: list[float] = []
    for at in range(0, len(values), _AT_A_TIME):
        yield
        changed += map(change, values[at : at + _AT_A_TIME])
    return changed
