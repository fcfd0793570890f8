"""The timeline as QML draws it: only what is near the screen, in units along the axis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeGuard

from PySide6.QtCore import Property, QAbstractItemModel, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.dates.edtf import calendar_day, day_number
from kiosk.exhibit.dates.wording import axis_words
from kiosk.exhibit.model import Event
from kiosk.timeline.density import density
from kiosk.timeline.eras import era_rows
from kiosk.timeline.layout import Cluster, Layout, Metrics, Placed, lay_out, length_of, level_of
from kiosk.timeline.scale import Scale, make_scale, zoom_limits
from kiosk.timeline.ticks import ticks
from kiosk.viewmodels.rows import RowModel
from kiosk.viewmodels.timeline_rows import (
    CardRow,
    DotRow,
    EraRow,
    SpanRow,
    TickRow,
    card_row,
    dot_row,
    span_row,
    tick_row,
)
from kiosk.viewmodels.translation import Translation

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_LEVEL_ZERO = 256.0
"""Length in pixels of zoom level 0; levels do not depend on the window's size."""

_DENSITY_BINS = 160
_FAR_AWAY = 10.0


def _is_card(item: Placed | Cluster) -> TypeGuard[Placed]:
    return isinstance(item, Placed) and item.form != "dot"


@dataclass(frozen=True)
class _Arrangement:
    """What QML says of its sizes, all in pixels."""

    metrics: Metrics
    viewport: float
    tick_gap: float
    home_level: int


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

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cards: RowModel[CardRow] = RowModel(CardRow, self)
        self._dots: RowModel[DotRow] = RowModel(DotRow, self)
        self._spans: RowModel[SpanRow] = RowModel(SpanRow, self)
        self._ticks: RowModel[TickRow] = RowModel(TickRow, self)
        self._eras: RowModel[EraRow] = RowModel(EraRow, self)
        self._translation: Translation | None = None
        self._arrangement: _Arrangement | None = None
        self._scale = Scale((0.0, 1.0), (0.0, 1.0))
        self._events: tuple[Event, ...] = ()
        self._units: list[float] = []
        self._ends: list[float] = []
        self._layouts: dict[int, Layout] = {}
        self._made: dict[Placed, CardRow] = {}
        self._longest = 1.0
        self._anchor = 0.5
        self._length = 1.0
        self._valid = (1.0, 0.0, 0.0, 0.0)
        self._year = ("", 1.0, 0.0)
        self._density: list[float] = []

    def show(self, translation: Translation) -> None:
        """Takes over an edition, or the same one in another language."""
        before = self._translation
        self._translation = translation
        self._made.clear()
        if before is None or before.edition is not translation.edition:
            self._measure(translation)
        self._eras.show(self._era_rows())
        self.exhibitChanged.emit()
        self._limit()
        self._refresh()

    @Slot(float, int, float, int, float, float, float, float, float)
    def arrange(
        self,
        card_width: float,
        card_rows: int,
        small_width: float,
        small_rows: int,
        chip_width: float,
        gap: float,
        tick_gap: float,
        viewport: float,
        home: float,
    ) -> None:
        """QML's sizes in pixels, and how many rows of cards and small cards it has room for.

        `home` is the length of the whole timeline when nothing is open beside it.
        """
        metrics = Metrics(card_width, card_rows, small_width, small_rows, chip_width, gap)
        arrangement = _Arrangement(metrics, viewport, tick_gap, level_of(home, _LEVEL_ZERO))
        before = self._arrangement
        if arrangement == before or viewport <= 0:
            return
        if (
            before is None
            or before.metrics != metrics
            or before.home_level != arrangement.home_level
        ):
            self._layouts.clear()
        self._arrangement = arrangement
        self._limit()
        self._refresh()

    @Slot(float, float)
    def look(self, centre: float, length: float) -> None:
        """Loads what is within a viewport of `centre` at `length` pixels in all.

        Little at a time, because each new card costs a millisecond or two of the frame.
        """
        if self._translation is None or self._arrangement is None or length <= 0:
            return
        self._anchor, self._length = centre, length
        level = level_of(length, _LEVEL_ZERO)
        shortest, longest = length_of(level, _LEVEL_ZERO), length_of(level + 1, _LEVEL_ZERO)
        reach = self._arrangement.viewport / shortest
        first, last = centre - reach, centre + reach
        self._valid = (centre - 0.25 * reach, centre + 0.25 * reach, shortest, longest)
        items = self._layout(level).visible(first, last)
        translation, events = self._translation, self._events
        cards = [item for item in items if _is_card(item)]
        spans = [
            span_row(item, events[item.index], translation)
            for item in items
            if isinstance(item, Placed)
        ]
        marks = ticks(
            self._scale, shortest, max(0.0, first), min(1.0, last), self._arrangement.tick_gap
        )
        self._cards.show([self._card_row(item) for item in cards])
        self._dots.show([self._dot_row(item) for item in items if not _is_card(item)])
        self._spans.show([row for row in spans if row])
        self._ticks.show([tick_row(tick, translation.language) for tick in marks])
        self.windowChanged.emit()
        self.passYear(centre)

    @Slot(float)
    def passYear(self, centre: float) -> None:
        """Names the year at `centre` and how far it reaches."""
        if self._translation is None:
            return
        day = self._scale.to_day(min(1.0, max(0.0, centre)))
        year = calendar_day(day)[0]
        first = self._scale.to_unit(day_number(year))
        last = self._scale.to_unit(day_number(year + 1))
        words = axis_words(day, "year", self._translation.language)
        # Rounding may put a centre on the very end of a year into the next one.
        first, last = min(first, centre), max(last, centre)
        self._year = (words, -1e9 if first <= 0 else first, 1e9 if last >= 1 else last)
        self.yearChanged.emit()

    @Slot(str, result=float)
    def unitOf(self, event_id: str) -> float:
        """Where an event stands, or −1 when there is none of that name."""
        for event, unit in zip(self._events, self._units, strict=True):
            if event.id == event_id:
                return unit
        return -1.0

    @Slot(float, float, result=str)
    def nearest(self, centre: float, direction: float) -> str:
        """The next event right (+1) or left (−1) of `centre`, or "" at the end."""
        margin = 1e-9
        if direction > 0:
            found = next((i for i, unit in enumerate(self._units) if unit > centre + margin), None)
        else:
            before = [i for i, unit in enumerate(self._units) if unit < centre - margin]
            found = before[-1] if before else None
        return "" if found is None else self._events[found].id

    @property
    def _shown(self) -> Translation:
        assert self._translation is not None
        return self._translation

    def _measure(self, translation: Translation) -> None:
        exhibit = translation.exhibit
        self._events = exhibit.events
        moments = [event.date.start for event in exhibit.events]
        span = exhibit.timeline
        self._scale = make_scale(span.scale, span.start, span.end, moments)
        self._units = [self._scale.to_unit(moment) for moment in moments]
        self._ends = [self._scale.to_unit(event.date.end) for event in exhibit.events]
        self._density = list(density(self._units, _DENSITY_BINS))
        self._layouts.clear()

    def _limit(self) -> None:
        if self._arrangement is None:
            return
        moments = [event.date.start for event in self._events]
        self._longest = zoom_limits(self._scale, moments, self._arrangement.viewport)[1]
        self.limitsChanged.emit()

    def _refresh(self) -> None:
        if self._valid[3] > 0:
            self.look(self._anchor, self._length)

    def _layout(self, level: int) -> Layout:
        """Builds up from the level of the home view, on which the rows of the closer ones depend.

        Wider levels than that, seen only beside an article, stand for themselves.
        """
        assert self._arrangement is not None
        importances = [event.importance for event in self._events]
        below = None
        for step in range(min(level, self._arrangement.home_level), level + 1):
            if step not in self._layouts:
                length = length_of(step, _LEVEL_ZERO)
                self._layouts[step] = lay_out(
                    self._units, self._ends, importances, length, self._arrangement.metrics, below
                )
            below = self._layouts[step] if step >= self._arrangement.home_level else None
        return self._layouts[level]

    def _card_row(self, item: Placed) -> CardRow:
        """Made once for each language; pictures and dates take their time."""
        if item not in self._made:
            self._made[item] = card_row(item, self._events[item.index], self._shown)
        return self._made[item]

    def _dot_row(self, item: Placed | Cluster) -> DotRow:
        indices = (item.index,) if isinstance(item, Placed) else item.indices
        return dot_row(item, self._events[indices[0]], self._events[indices[-1]], self._shown)

    def _era_rows(self) -> list[EraRow]:
        eras = self._shown.exhibit.eras
        rows = era_rows([(era.date.start, era.date.end) for era in eras])
        starts = [self._scale.to_unit(era.date.start) for era in eras]
        return [
            EraRow(
                key=era.id,
                title=self._shown.text(era.title),
                colour=era.color or "",
                row=row,
                unit=start,
                end_unit=self._scale.to_unit(era.date.end),
                room_end=min(
                    (u for u, r in zip(starts, rows, strict=True) if r == row and u > start),
                    default=_FAR_AWAY,
                ),
            )
            for era, row, start in zip(eras, rows, starts, strict=True)
        ]

    @Property(QAbstractItemModel, constant=True)
    def cards(self) -> QAbstractItemModel:
        return self._cards

    @Property(QAbstractItemModel, constant=True)
    def dots(self) -> QAbstractItemModel:
        return self._dots

    @Property(QAbstractItemModel, constant=True)
    def spans(self) -> QAbstractItemModel:
        return self._spans

    @Property(QAbstractItemModel, constant=True)
    def ticks(self) -> QAbstractItemModel:
        return self._ticks

    @Property(QAbstractItemModel, constant=True)
    def eras(self) -> QAbstractItemModel:
        return self._eras

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
        return self._longest

    @Property(int, notify=exhibitChanged)
    def eraRows(self) -> int:
        """How many rows the bands of the eras need."""
        return 1 + max((row.row for row in self._eras.rows), default=-1)

    @Property(str, notify=yearChanged)
    def year(self) -> str:
        return self._year[0]

    @Property(str, notify=exhibitChanged)
    def years(self) -> str:
        """The first and the last year, e.g. ``1939–1993``."""
        if self._translation is None:
            return ""
        span = self._translation.exhibit.timeline
        language = self._translation.language
        ends = (axis_words(day, "year", language) for day in (span.start, span.end - 1e-6))
        return "–".join(dict.fromkeys(ends))

    @Property(float, notify=yearChanged)
    def yearFirst(self) -> float:
        return self._year[1]

    @Property(float, notify=yearChanged)
    def yearLast(self) -> float:
        return self._year[2]

    @Property(list, notify=exhibitChanged)
    def density(self) -> list[float]:
        """How thickly events stand along the timeline, 0…1, in equal slices."""
        return self._density

    @Property(int, notify=exhibitChanged)
    def count(self) -> int:
        return len(self._events)
