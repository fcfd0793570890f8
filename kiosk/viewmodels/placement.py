"""Which events of an exhibit are shown, measured and laid out for the sizes that QML has."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kiosk.exhibit.model import Event, Exhibit, Lane, Timeline
from kiosk.steps import Steps, at_once
from kiosk.timeline.items import Cluster, Item, LaneRows, Metrics
from kiosk.timeline.levels import Levels
from kiosk.timeline.measures import Measures, measuring
from kiosk.timeline.scale import Scale
from kiosk.viewmodels.timeline_rows import lanes_of

Members = Callable[[Sequence[Event]], Sequence[int] | None]
"""Which of the events are shown, as ascending places among them; None means all."""

_NO_MEASURES = Measures(
    timeline=Timeline(start=0.0, end=1.0),
    starts=(),
    stops=(),
    importances=(),
    kinds=(),
    scale=Scale((0.0, 1.0), (0.0, 1.0)),
    units=(),
    begins=(),
    ends=(),
    tracks=(),
    density=(),
    zoom=1.0,
)
_NO_METRICS = Metrics(0.0, 0.0, 0.0, 0.0, (LaneRows(0, 0),), 1.0)


@dataclass(frozen=True)
class Arrangement:
    """What QML says of its sizes, all in pixels."""

    metrics: Metrics
    viewport: float
    tick_gap: float


@dataclass(frozen=True)
class Prepared:
    """An exhibit measured as a `whole`, and those of its `events` that are shown laid out."""

    whole: Measures
    events: Sequence[Event]
    lanes: Sequence[Lane]
    levels: Levels


class Placement:
    """What is on the timeline at present, and what takes its place."""

    def __init__(self) -> None:
        self._arrangement: Arrangement | None = None
        self._now = Prepared(_NO_MEASURES, (), (), Levels(_NO_MEASURES, _NO_METRICS))

    @property
    def arrangement(self) -> Arrangement | None:
        return self._arrangement

    @property
    def events(self) -> Sequence[Event]:
        """The events that are shown, in order of their dates."""
        return self._now.events

    @property
    def scale(self) -> Scale:
        return self._now.whole.scale

    @property
    def tracks(self) -> Sequence[int]:
        """In which track the bar of each event runs, as `kiosk.timeline.tracks` gives them."""
        return self._now.levels.measures.tracks

    @property
    def density(self) -> Sequence[float]:
        return self._now.levels.measures.density

    @property
    def longest(self) -> float:
        """Length in pixels of the whole timeline at its closest, where days are wide."""
        viewport = self._arrangement.viewport if self._arrangement else 1.0
        return viewport * self._now.whole.zoom

    def preparing(self, exhibit: Exhibit, members: Members, length: float) -> Steps[Prepared]:
        """Measures an exhibit and lays it out as it is seen at `length`, without showing it."""
        now, whole = self._now, self._now.whole
        if not whole.fits(exhibit):
            whole = yield from measuring(exhibit)
        chosen = members(exhibit.events)
        events: Sequence[Event] = exhibit.events
        measures = whole
        if chosen is not None:
            events, measures = [events[at] for at in chosen], whole.only(chosen)
        arranged = self._arrangement
        if arranged is None:
            return Prepared(whole, events, exhibit.lanes, Levels(measures, _NO_METRICS))
        levels = now.levels
        if levels.measures is not measures or levels.metrics != arranged.metrics:
            levels = _new_levels(measures, arranged, events, exhibit.lanes)
        yield from levels.laying_out(0)
        yield from levels.laying_out(arranged.metrics.level_of(length))
        return Prepared(whole, events, exhibit.lanes, levels)

    def take(self, prepared: Prepared) -> None:
        """Shows from now on what was prepared."""
        self._now = prepared

    def arrange(self, arrangement: Arrangement) -> bool:
        """Other sizes; whether they differ from those before."""
        differs = arrangement != self._arrangement
        self._arrangement = arrangement
        now = self._now
        if now.levels.metrics != arrangement.metrics:
            levels = _new_levels(now.levels.measures, arrangement, now.events, now.lanes)
            self._now = replace(now, levels=levels)
        return differs

    def visible(self, level: int, first: float, last: float) -> Sequence[Item]:
        """What is between two units at a level; where events are many, as far as laid out."""
        levels = self._now.levels
        if levels.few:
            at_once(levels.laying_out(level))
        return levels.visible(level, first, last)

    def members(self, level: int, cluster: Cluster) -> Sequence[Event]:
        """The events that a cluster of `visible` at this level counts."""
        return [self.events[index] for index in self._now.levels.members(level, cluster)]

    def laying_out_rest(self, shown: Callable[[int], None]) -> Steps[None]:
        """All levels, so that zooming in never has to wait; `shown` is told of each.

        Few events are laid out when they are looked at.
        """
        levels = self._now.levels
        if levels.few:
            return
        for level in range(levels.widest, levels.metrics.level_of(self.longest) + 1):
            if not levels.laid_out(level):
                yield from levels.laying_out(level)
                shown(level)

    def nearest(self, centre: float, direction: float) -> Event | None:
        """The next event right (+1) or left (−1) of the unit `centre`."""
        margin, units = 1e-9, self._now.levels.measures.units
        if direction > 0:
            at = bisect_right(units, centre + margin)
        else:
            at = bisect_left(units, centre - margin) - 1
        return self.events[at] if 0 <= at < len(units) else None


def _new_levels(
    measures: Measures, arranged: Arrangement, events: Sequence[Event], lanes: Sequence[Lane]
) -> Levels:
    apart = len(arranged.metrics.lanes) > 1
    of_events = lanes_of(events, lanes) if apart else ()
    return Levels(measures, arranged.metrics, of_events)
