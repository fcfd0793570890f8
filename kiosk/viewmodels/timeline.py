"""The timeline as QML draws it: only what is near the screen, in units along the axis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeGuard

from PySide6.QtCore import Property, QAbstractItemModel, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.dates.edtf import calendar_day, day_number
from kiosk.exhibit.dates.wording import axis_words
from kiosk.exhibit.model import Event, Exhibit, Timeline
from kiosk.steps import Steps, at_once
from kiosk.timeline.eras import era_rows
from kiosk.timeline.layout import Cluster, Layout, Metrics, Placed, length_of, level_of
from kiosk.timeline.levels import LEVEL_ZERO, Levels
from kiosk.timeline.measures import Measures, measuring
from kiosk.timeline.scale import Scale
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

_FAR_AWAY = 10.0

_NO_MEASURES = Measures(
    timeline=Timeline(start=0.0, end=1.0),
    starts=(),
    stops=(),
    importances=(),
    scale=Scale((0.0, 1.0), (0.0, 1.0)),
    units=(),
    ends=(),
    density=(),
    zoom=1.0,
)
_NO_METRICS = Metrics(0.0, 0, 0.0, 0, 0.0, 0.0)


def _is_card(item: Placed | Cluster) -> TypeGuard[Placed]:
    return isinstance(item, Placed) and item.form != "dot"


@dataclass(frozen=True)
class _Arrangement:
    """What QML says of its sizes, all in pixels."""

    metrics: Metrics
    viewport: float
    tick_gap: float
    home_level: int

    def suits(self, levels: Levels) -> bool:
        """Whether layouts made for other sizes still serve."""
        return levels.metrics == self.metrics and levels.home == self.home_level


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
        self._events: tuple[Event, ...] = ()
        self._measures = _NO_MEASURES
        self._levels: Levels | None = None
        self._made: dict[Placed, CardRow] = {}
        self._anchor = 0.5
        self._length = 1.0
        self._valid = (1.0, 0.0, 0.0, 0.0)
        self._year = ("", 1.0, 0.0)

    def preparing(self, exhibit: Exhibit) -> Steps[Levels]:
        """Measures an exhibit and lays it out as the present one is seen, without showing it."""
        measures = self._measures
        if not measures.fits(exhibit):
            measures = yield from measuring(exhibit)
        arranged = self._arrangement
        if arranged is None:
            return Levels(measures, _NO_METRICS, 0)
        levels = self._levels
        if levels is None or levels.measures is not measures or not arranged.suits(levels):
            levels = Levels(measures, arranged.metrics, arranged.home_level)
        yield from levels.laying_out(arranged.home_level)
        if self._valid[3] > 0:
            yield from levels.laying_out(level_of(self._length, LEVEL_ZERO))
        return levels

    def show(self, translation: Translation, prepared: Levels | None = None) -> None:
        """Takes over an edition, or the same one in another language.

        `prepared` is what `preparing` has given for it.
        """
        before = self._translation
        self._translation = translation
        self._made.clear()
        if before is None or before.edition is not translation.edition:
            levels = prepared or at_once(self.preparing(translation.exhibit))
            self._events = translation.exhibit.events
            self._measures, self._levels = levels.measures, levels
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
        arrangement = _Arrangement(metrics, viewport, tick_gap, level_of(home, LEVEL_ZERO))
        if arrangement == self._arrangement or viewport <= 0:
            return
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
        level = level_of(length, LEVEL_ZERO)
        shortest, longest = length_of(level, LEVEL_ZERO), length_of(level + 1, LEVEL_ZERO)
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
        for event, unit in zip(self._events, self._measures.units, strict=True):
            if event.id == event_id:
                return unit
        return -1.0

    @Slot(float, float, result=str)
    def nearest(self, centre: float, direction: float) -> str:
        """The next event right (+1) or left (−1) of `centre`, or "" at the end."""
        margin, units = 1e-9, self._measures.units
        if direction > 0:
            found = next((i for i, unit in enumerate(units) if unit > centre + margin), None)
        else:
            before = [i for i, unit in enumerate(units) if unit < centre - margin]
            found = before[-1] if before else None
        return "" if found is None else self._events[found].id

    @property
    def _shown(self) -> Translation:
        assert self._translation is not None
        return self._translation

    @property
    def _scale(self) -> Scale:
        return self._measures.scale

    def _limit(self) -> None:
        if self._arrangement is not None:
            self.limitsChanged.emit()

    def _refresh(self) -> None:
        if self._valid[3] > 0:
            self.look(self._anchor, self._length)

    def _layout(self, level: int) -> Layout:
        arranged = self._arrangement
        assert arranged is not None
        if self._levels is None or not arranged.suits(self._levels):
            self._levels = Levels(self._measures, arranged.metrics, arranged.home_level)
        return self._levels.at(level)

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
        viewport = self._arrangement.viewport if self._arrangement else 1.0
        return viewport * self._measures.zoom

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
        return list(self._measures.density)

    @Property(int, notify=exhibitChanged)
    def count(self) -> int:
        return len(self._events)
