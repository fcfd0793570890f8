"""The timeline as QML draws it: only what is near the screen, in units along the axis."""

from __future__ import annotations

from PySide6.QtCore import Property, QAbstractItemModel, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.dates.edtf import calendar_day
from kiosk.exhibit.dates.wording import axis_words
from kiosk.exhibit.model import Exhibit
from kiosk.steps import Steps, at_once
from kiosk.timeline.items import LaneRows, Metrics, Placed
from kiosk.timeline.shrunken import Shrunken, most_shrunken, place_marks
from kiosk.timeline.ticks import ticks
from kiosk.timeline.tracks import NONE
from kiosk.timeline.whereabouts import whereabouts
from kiosk.viewmodels.cluster_list import ClusterList
from kiosk.viewmodels.marks import Marks
from kiosk.viewmodels.placement import Arrangement, Placement, Prepared
from kiosk.viewmodels.rows import RowModel
from kiosk.viewmodels.slices import Slices
from kiosk.viewmodels.stretches import place_words, stretch_words
from kiosk.viewmodels.themes import ThemesView
from kiosk.viewmodels.timeline_rows import (
    EraRow,
    LaneRow,
    ShrunkRow,
    SpanRow,
    TickRow,
    era_rows,
    label_width,
    lane_rows,
    shrunk_rows,
    span_row,
    tick_row,
)
from kiosk.viewmodels.translation import Translation

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_STEP = 0.2
"""How far the centre may move, in viewports, before something new is loaded."""
_REACH = 0.5 + _STEP + 0.1
"""How far from the centre everything is loaded."""


@QmlElement
class TimelineView(QObject):
    """Hands QML a window of the timeline and says how far it may move before asking again.

    Panning and zooming happen in QML alone; it calls `look` when the centre leaves
    `validFirst`…`validLast` or the length leaves `validShort`…`validLong`.
    """

    windowChanged = Signal()
    yearChanged = Signal()
    limitsChanged = Signal()
    exhibitChanged = Signal()
    eventsChanged = Signal()
    densityChanged = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._marks = Marks(self)
        self._spans: RowModel[SpanRow] = RowModel(SpanRow, self, recycles=True)
        self._ticks: RowModel[TickRow] = RowModel(TickRow, self, recycles=True)
        self._eras: RowModel[EraRow] = RowModel(EraRow, self)
        self._shrunk: RowModel[ShrunkRow] = RowModel(ShrunkRow, self)
        self._lanes: RowModel[LaneRow] = RowModel(LaneRow, self)
        self._themes = ThemesView(self)
        self._cluster = ClusterList(self)
        self._translation: Translation | None = None
        self._placement = Placement()
        self._anchor = 0.5
        self._length = 1.0
        self._stretches: tuple[Shrunken, ...] = ()
        self._valid = (1.0, 0.0, 0.0, 0.0)
        self._density: list[float] = []
        self._year = ("", 1.0, 0.0)
        self._slices = Slices(self)
        self._themes.changed.connect(self._filter)

    def preparing(self, exhibit: Exhibit) -> Steps[Prepared]:
        """Measures an exhibit and lays it out as the present one is seen, without showing it."""
        return self._placement.preparing(exhibit, self._themes.members, self._length)

    def show(self, translation: Translation, prepared: Prepared | None = None) -> None:
        """Takes over an edition, or the same one in another language.

        `prepared` is what `preparing` has given for it.
        """
        before = self._translation
        self._translation = translation
        self._themes.show(translation)
        self._cluster.show(translation)
        differs = before is None or before.edition is not translation.edition
        self._marks.renew(differs)
        if differs:
            self._placement.take(prepared or at_once(self.preparing(translation.exhibit)))
            self._tell_events()
        self._eras.show(era_rows(translation, self._placement.scale))
        self._stretches = most_shrunken(self._placement.scale)
        self._lanes.show(lane_rows(translation))
        self.exhibitChanged.emit()
        self.limitsChanged.emit()
        self._refresh()
        self._slices.begin(self._laying_out_rest())

    @Slot(float, float, float, float, list, float, float, float)
    def arrange(
        self,
        card_width: float,
        small_width: float,
        chip_width: float,
        gap: float,
        rows: list[float],
        tick_gap: float,
        viewport: float,
        home: float,
    ) -> None:
        """QML's sizes in pixels, and for how many `rows` it has room.

        `rows` has for each lane the number of its rows of cards, then of small cards; one pair
        where lanes are not kept apart. `home` is the length of the whole timeline when nothing is
        open beside it.
        """
        numbers = [int(number) for number in rows]
        lanes = tuple(map(LaneRows, numbers[::2], numbers[1::2]))
        metrics = Metrics(card_width, small_width, chip_width, gap, lanes, home)
        arrangement = Arrangement(metrics, viewport, tick_gap)
        if viewport > 0 and self._placement.arrange(arrangement):
            self._marks.renew(events_differ=False)
            self.limitsChanged.emit()
            self._refresh()
            self._slices.begin(self._laying_out_rest())

    @Slot(float, float)
    def look(self, centre: float, length: float) -> None:
        """Loads what is about `centre` at `length` pixels in all.

        Little at a time, because each new card costs a millisecond or two of the frame.
        """
        translation, arrangement = self._translation, self._placement.arrangement
        if translation is None or arrangement is None or length <= 0:
            return
        self._anchor, self._length = centre, length
        metrics = arrangement.metrics
        level = metrics.level_of(length)
        shortest, longest = metrics.length_of(level), metrics.length_of(level + 1)
        viewport = arrangement.viewport / shortest
        first, last = centre - _REACH * viewport, centre + _REACH * viewport
        step = _STEP * viewport
        self._valid = (centre - step, centre + step, shortest, longest)
        items = self._placement.visible(level, first, last)
        events = self._placement.events
        tracks = self._placement.tracks
        spans = [
            span_row(item, tracks[item.index], events[item.index], translation)
            for item in items
            if isinstance(item, Placed) and tracks[item.index] != NONE
        ]
        gap = arrangement.tick_gap
        marks = ticks(self._placement.scale, shortest, max(0.0, first), min(1.0, last), gap)
        self._marks.show(
            items, events, translation, lambda unit: abs(unit - centre) < _REACH * viewport
        )
        self._spans.show(spans)
        self._ticks.show([tick_row(tick, translation.language) for tick in marks])
        self._mark_shrunken(arrangement, shortest)
        self.windowChanged.emit()
        self.passYear(centre)

    @Slot(float)
    def passYear(self, centre: float) -> None:
        """Names the year at `centre`, close up the day, and how far that reaches."""
        if self._translation is None:
            return
        arrangement = self._placement.arrangement
        viewport = arrangement.viewport if arrangement else self._length
        place = whereabouts(self._placement.scale, centre, self._length, viewport)
        words = place_words(place, self._translation.language)
        first, last = place.first, place.last
        self._year = (words, -1e9 if first <= 0 else first, 1e9 if last >= 1 else last)
        self.yearChanged.emit()

    @Slot(str, result=float)
    def unitOf(self, event_id: str) -> float:
        """Where an event stands, also one that is filtered out, or −1 if there is none."""
        event = self._translation.event(event_id) if self._translation else None
        return -1.0 if event is None else self._placement.scale.to_unit(event.date.start)

    @Slot(float, float, result=str)
    def nearest(self, centre: float, direction: float) -> str:
        """The next event right (+1) or left (−1) of `centre`, or "" at the end."""
        event = self._placement.nearest(centre, direction)
        return event.id if event is not None else ""

    @Slot(str)
    def listCluster(self, key: str) -> None:
        """Puts the events of one of `dots` into `cluster`."""
        arrangement, found = self._placement.arrangement, self._marks.cluster(key)
        if arrangement is not None and found is not None:
            level = arrangement.metrics.level_of(self._length)
            self._cluster.take(self._placement.members(level, found))

    def forget(self) -> None:
        """What a visitor has chosen goes back."""
        self._cluster.take(())
        self._themes.clear()

    @property
    def _shown(self) -> Translation:
        assert self._translation is not None
        return self._translation

    def _refresh(self) -> None:
        if self._valid[3] > 0:
            self.look(self._anchor, self._length)

    def _filter(self) -> None:
        """Shows the events with the themes that are chosen now; all stay where they are."""
        if self._translation is not None:
            self._slices.begin(self._filtering(self._translation.exhibit))

    def _tell_events(self) -> None:
        self.eventsChanged.emit()
        density = list(self._placement.density)
        if density != self._density:
            # All that is drawn of it is made anew.
            self._density = density
            self.densityChanged.emit()

    def _filtering(self, exhibit: Exhibit) -> Steps[None]:
        self._placement.take((yield from self.preparing(exhibit)))
        self._marks.renew(events_differ=True)
        self._tell_events()
        self._refresh()
        yield from self._laying_out_rest()

    def _mark_shrunken(self, arrangement: Arrangement, length: float) -> None:
        """Marks what is shrunken where neither labels nor dots and clusters stand."""
        gap, half = arrangement.tick_gap, arrangement.metrics.chip_width / 2
        labels = [(t.unit, t.unit + label_width(t.label, gap) / length) for t in self._ticks.rows]
        dots = [(d.unit - half / length, d.unit + half / length) for d in self._marks.staying_dots]
        marks = place_marks(
            self._stretches,
            labels + dots,
            arrangement.metrics.gap / length,
            max(half * 3, arrangement.viewport / 6) / length,
        )
        self._shrunk.show(shrunk_rows(marks, self._shown.language))

    def _laying_out_rest(self) -> Steps[None]:
        def shown(level: int) -> None:
            arrangement = self._placement.arrangement
            if arrangement is not None and level <= arrangement.metrics.level_of(self._length):
                self._refresh()

        return self._placement.laying_out_rest(shown)

    @Property(QAbstractItemModel, constant=True)
    def cards(self) -> QAbstractItemModel:
        return self._marks.cards

    @Property(QAbstractItemModel, constant=True)
    def dots(self) -> QAbstractItemModel:
        return self._marks.dots

    @Property(QAbstractItemModel, constant=True)
    def spans(self) -> QAbstractItemModel:
        return self._spans

    @Property(QAbstractItemModel, constant=True)
    def ticks(self) -> QAbstractItemModel:
        return self._ticks

    @Property(QAbstractItemModel, constant=True)
    def eras(self) -> QAbstractItemModel:
        return self._eras

    @Property(QAbstractItemModel, constant=True)
    def shrunk(self) -> QAbstractItemModel:
        """Where time has little room."""
        return self._shrunk

    @Property(QAbstractItemModel, constant=True)
    def lanes(self) -> QAbstractItemModel:
        """The lanes from the top, none if there is nothing to keep apart."""
        return self._lanes

    @Property(list, notify=exhibitChanged)
    def laneCounts(self) -> list[int]:
        """How many events each of `lanes` has."""
        return [row.count for row in self._lanes.rows]

    @Property(ThemesView, constant=True)
    def themes(self) -> ThemesView:
        return self._themes

    @Property(ClusterList, constant=True)
    def cluster(self) -> ClusterList:
        """The cluster that was listed last."""
        return self._cluster

    @Property(float, notify=windowChanged)
    def anchor(self) -> float:
        """The unit that QML measures from, near enough to keep single precision exact."""
        return self._anchor

    @Property(float, notify=windowChanged)
    def validFirst(self) -> float:
        return self._valid[0]

    @Property(float, notify=windowChanged)
    def validLast(self) -> float:
        return self._valid[1]

    @Property(float, notify=windowChanged)
    def validShort(self) -> float:
        return self._valid[2]

    @Property(float, notify=windowChanged)
    def validLong(self) -> float:
        return self._valid[3]

    @Property(float, notify=limitsChanged)
    def longest(self) -> float:
        """Length in pixels of the whole timeline at its closest, where days are wide."""
        return self._placement.longest

    @Property(int, notify=exhibitChanged)
    def eraRows(self) -> int:
        """How many rows the bands of the eras need."""
        return 1 + max((row.row for row in self._eras.rows), default=-1)

    @Property(str, notify=yearChanged)
    def year(self) -> str:
        return self._year[0]

    @Property(str, notify=exhibitChanged)
    def years(self) -> str:
        """The first and the last year, e.g. ``1939–1993``, of a short exhibit the days."""
        if self._translation is None:
            return ""
        span = self._translation.exhibit.timeline
        language = self._translation.language
        if span.end - span.start < 300:
            return stretch_words(span.start, span.end, language)
        ends = [axis_words(day, "year", language) for day in (span.start, span.end - 1e-6)]
        dash = "–" if calendar_day(span.start)[0] > 0 else " – "
        return dash.join(dict.fromkeys(ends))

    @Property(float, notify=yearChanged)
    def yearFirst(self) -> float:
        return self._year[1]

    @Property(float, notify=yearChanged)
    def yearLast(self) -> float:
        return self._year[2]

    @Property(list, notify=densityChanged)
    def density(self) -> list[float]:
        """How thickly events stand along the timeline, 0…1, in equal slices."""
        return self._density

    @Property(int, notify=eventsChanged)
    def count(self) -> int:
        return len(self._placement.events)
