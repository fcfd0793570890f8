"""The timeline as QML draws it: only what is near the screen, in units along the axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeGuard

from PySide6.QtCore import Property, QAbstractItemModel, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.exhibit.date_words import axis_words
from kiosk.exhibit.dates import calendar_day, day_number
from kiosk.exhibit.model import Era, Event
from kiosk.timeline.density import density
from kiosk.timeline.eras import era_rows
from kiosk.timeline.layout import Cluster, Layout, Metrics, Placed, lay_out, length_of, level_of
from kiosk.timeline.scale import Scale, make_scale, zoom_limits
from kiosk.timeline.ticks import Tick, ticks
from kiosk.viewmodels.rows import RowModel
from kiosk.viewmodels.translation import NOWHERE, Translation

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_LEVEL_ZERO = 256.0
"""Length in pixels of zoom level 0; levels do not depend on the window's size."""

_DENSITY_BINS = 160


@dataclass(frozen=True)
class CardRow:
    """An event with its title; `small` cards have no picture. `unit` is where the stem stands."""

    key: str
    small: bool
    row: int
    unit: float
    event: str
    title: str
    when: str
    summary: str
    picture: QUrl
    colour: str


@dataclass(frozen=True)
class DotRow:
    """An event without room for a card, or a cluster of `count` from `first` to `last`."""

    key: str
    unit: float
    first: float
    last: float
    count: int
    event: str
    title: str
    when: str
    colour: str


@dataclass(frozen=True)
class SpanRow:
    """The bar of an event that lasts; a soft end is approximate, uncertain or open."""

    key: str
    unit: float
    end_unit: float
    colour: str
    soft_start: bool
    soft_end: bool


@dataclass(frozen=True)
class TickRow:
    key: str
    unit: float
    label: str
    major: bool


@dataclass(frozen=True)
class EraRow:
    key: str
    title: str
    colour: str
    row: int
    unit: float
    end_unit: float


def _is_card(item: Placed | Cluster) -> TypeGuard[Placed]:
    return isinstance(item, Placed) and item.form != "dot"


@dataclass(frozen=True)
class _Arrangement:
    """What QML says of its sizes, all in pixels."""

    metrics: Metrics
    viewport: float
    tick_gap: float


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
        if before is None or before.edition is not translation.edition:
            self._measure(translation)
        self._eras.show([self._era_row(era, row) for era, row in self._era_places()])
        self.exhibitChanged.emit()
        self._limit()
        self._refresh()

    @Slot(float, int, float, int, float, float, float, float)
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
    ) -> None:
        """QML's sizes in pixels, and how many rows of cards and small cards it has room for."""
        metrics = Metrics(card_width, card_rows, small_width, small_rows, chip_width, gap)
        arrangement = _Arrangement(metrics, viewport, tick_gap)
        if arrangement == self._arrangement or viewport <= 0:
            return
        if self._arrangement is None or self._arrangement.metrics != metrics:
            self._layouts.clear()
        self._arrangement = arrangement
        self._limit()
        self._refresh()

    @Slot(float, float)
    def look(self, centre: float, length: float) -> None:
        """Loads what is within a viewport and a half of `centre` at `length` pixels in all."""
        if self._translation is None or self._arrangement is None or length <= 0:
            return
        self._anchor, self._length = centre, length
        level = level_of(length, _LEVEL_ZERO)
        shortest, longest = length_of(level, _LEVEL_ZERO), length_of(level + 1, _LEVEL_ZERO)
        reach = self._arrangement.viewport / shortest
        first, last = centre - 1.5 * reach, centre + 1.5 * reach
        self._valid = (centre - 0.75 * reach, centre + 0.75 * reach, shortest, longest)
        items = self._layout(level).visible(first, last)
        self._cards.show([self._card_row(item) for item in items if _is_card(item)])
        self._dots.show([self._dot_row(item) for item in items if not _is_card(item)])
        self._spans.show(self._span_rows(items))
        gap = self._arrangement.tick_gap
        marks = ticks(self._scale, shortest, first, last, gap)
        self._ticks.show([self._tick_row(tick) for tick in marks])
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
        """Builds up from the lowest level in use, on which the rows of all others depend."""
        assert self._arrangement is not None
        lowest = min(level, level_of(self._arrangement.viewport / 4, _LEVEL_ZERO))
        if lowest not in self._layouts:
            self._layouts.clear()
        importances = [event.importance for event in self._events]
        below = None
        for step in range(lowest, level + 1):
            if step not in self._layouts:
                length = length_of(step, _LEVEL_ZERO)
                self._layouts[step] = lay_out(
                    self._units, self._ends, importances, length, self._arrangement.metrics, below
                )
            below = self._layouts[step]
        assert below is not None
        return below

    def _card_row(self, item: Placed) -> CardRow:
        translation = self._shown
        event = self._events[item.index]
        small = item.form == "small"
        return CardRow(
            key=f"{event.id} {item.form}",
            small=small,
            row=item.row,
            unit=item.unit,
            event=event.id,
            title=translation.text(event.title),
            when=translation.when(event),
            summary=translation.text(event.summary),
            picture=NOWHERE if small else translation.picture(event, "card"),
            colour=translation.era_colour(event),
        )

    def _dot_row(self, item: Placed | Cluster) -> DotRow:
        translation = self._shown
        if isinstance(item, Cluster):
            first, last = self._events[item.indices[0]], self._events[item.indices[-1]]
            key, count, opens = f"{first.id} … {last.id}", len(item.indices), ""
            start, end = item.first, item.last
        else:
            first = self._events[item.index]
            key, count, opens = first.id, 1, first.id
            start = end = item.unit
        return DotRow(
            key=key,
            unit=item.unit,
            first=start,
            last=end,
            count=count,
            event=opens,
            title=translation.text(first.title),
            when=translation.when(first),
            colour=translation.era_colour(first),
        )

    def _span_rows(self, items: Sequence[Placed | Cluster]) -> list[SpanRow]:
        rows = []
        for item in items:
            if isinstance(item, Cluster):
                continue
            event = self._events[item.index]
            date = event.date
            if date.kind != "interval":
                continue
            rows.append(
                SpanRow(
                    key=event.id,
                    unit=item.unit,
                    end_unit=self._ends[item.index],
                    colour=self._shown.era_colour(event),
                    soft_start=date.open_start or date.unknown_start or date.approximate,
                    soft_end=date.open_end or date.unknown_end or date.approximate,
                )
            )
        return rows

    def _tick_row(self, tick: Tick) -> TickRow:
        label = axis_words(tick.day, tick.precision, self._shown.language, short=True)
        return TickRow(f"{tick.precision}{tick.day:.5f}", tick.unit, label, tick.rank == "major")

    def _era_places(self) -> list[tuple[Era, int]]:
        eras = self._shown.exhibit.eras
        rows = era_rows([(era.date.start, era.date.end) for era in eras])
        return list(zip(eras, rows, strict=True))

    def _era_row(self, era: Era, row: int) -> EraRow:
        return EraRow(
            key=era.id,
            title=self._shown.text(era.title),
            colour=era.color or "",
            row=row,
            unit=self._scale.to_unit(era.date.start),
            end_unit=self._scale.to_unit(era.date.end),
        )

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
