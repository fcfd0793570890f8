"""The rows of the timeline's models, made from what is laid out and in which language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QUrl

from kiosk.exhibit.dates.edtf import calendar_day, parse_date
from kiosk.exhibit.dates.wording import axis_words, date_words
from kiosk.exhibit.model import Event, Lane
from kiosk.timeline.eras import era_rows as rows_of_eras
from kiosk.timeline.items import Cluster, Placed
from kiosk.timeline.scale import Scale
from kiosk.timeline.shrunken import Shrunken
from kiosk.timeline.ticks import Tick
from kiosk.viewmodels.stretches import stretch_words
from kiosk.viewmodels.translation import NOWHERE, Translation

_CHARACTER, _INDENT = 0.092, 0.06
"""How wide characters of labels are in either typeface, and how far from their tick, in gaps."""

_FAR_AWAY = 10.0
"""In units: nothing follows."""


@dataclass(frozen=True)
class CardRow:
    """An event with its title; `small` cards have no picture. `unit` is where the stem stands.

    `title_mark` is the language of a title that is not in the visitor's, which `spoken` names.
    `shorter` are ever shorter dates for cards on which `when` has no room.
    """

    key: str
    small: bool
    row: int
    unit: float
    event: str
    title: str
    title_mark: str
    spoken: str
    when: str
    shorter: tuple[str, ...]
    summary: str
    picture: QUrl
    colour: str
    draft: bool
    leaving: bool = False


@dataclass(frozen=True)
class DotRow:
    """An event without room for a card, or a cluster of `count` from `first` to `last`.

    `event`, `title` and `when` are those of the first. `origin` is where it comes from.
    """

    key: str
    unit: float
    first: float
    last: float
    count: int
    event: str
    title: str
    when: str
    colour: str
    origin: float
    leaving: bool = False


@dataclass(frozen=True)
class SpanRow:
    """The bar of an event that lasts, or of the stretch in which one may lie.

    A soft end is approximate, uncertain, open, or that of a decade or century; an open one is soft
    and runs out. Tracks count from the axis upwards.
    """

    key: str
    track: int
    unit: float
    end_unit: float
    colour: str
    soft_start: bool
    soft_end: bool
    open_start: bool
    open_end: bool


@dataclass(frozen=True)
class TickRow:
    key: str
    unit: float
    label: str
    major: bool


@dataclass(frozen=True)
class EraRow:
    """An era's band; its title has room up to `room_end`, where the next of its row begins."""

    key: str
    title: str
    when: str
    summary: str
    colour: str
    row: int
    unit: float
    end_unit: float
    room_end: float


@dataclass(frozen=True)
class ShrunkRow:
    """A stretch of time that has little room: where its mark stands, and `when` it was."""

    key: str
    unit: float
    when: str


@dataclass(frozen=True)
class LaneRow:
    """A lane with `count` events."""

    key: str
    title: str
    count: int


def card_row(item: Placed, event: Event, translation: Translation) -> CardRow:
    small = item.form == "small"
    return CardRow(
        key=f"{event.id} {item.form}",
        small=small,
        row=item.row,
        unit=item.unit,
        event=event.id,
        title=translation.text(event.title),
        title_mark=translation.mark(event.title),
        spoken=translation.spoken(event.title),
        when=translation.when(event),
        shorter=translation.shorter(event),
        summary=translation.text(event.summary),
        picture=NOWHERE if small else translation.picture(event, "card"),
        colour=translation.era_colour(event),
        draft=event.draft,
    )


def dot_row(
    item: Placed | Cluster, key: str, origin: float, event: Event, translation: Translation
) -> DotRow:
    """A dot's row, or that of a cluster whose first `event` it is."""
    return DotRow(
        key=key,
        unit=item.unit,
        first=item.unit if isinstance(item, Placed) else item.first,
        last=item.unit if isinstance(item, Placed) else item.last,
        count=1 if isinstance(item, Placed) else item.count,
        event=event.id,
        title=translation.spoken(event.title),
        when=translation.when(event),
        colour=translation.era_colour(event),
        origin=origin,
    )


def span_row(item: Placed, track: int, event: Event, translation: Translation) -> SpanRow:
    """The bar of an event that has one."""
    date = event.date
    return SpanRow(
        key=event.id,
        track=track,
        unit=item.begin,
        end_unit=item.end,
        colour=translation.era_colour(event),
        soft_start=date.soft_start,
        soft_end=date.soft_end,
        open_start=date.open_start,
        open_end=date.open_end,
    )


def tick_row(tick: Tick, language: str) -> TickRow:
    key = f"{tick.precision}{tick.day:.5f}"
    return TickRow(key, tick.unit, tick_label(tick, language), tick.rank == "major")


def label_width(label: str, gap: float) -> float:
    """A bound on how many pixels a label reaches beyond its tick where ticks are `gap` apart."""
    return (len(label) * _CHARACTER + _INDENT) * gap


def tick_label(tick: Tick, language: str) -> str:
    """What stands at a tick: its own step, a year as a number, or the whole date.

    Years are never said as decades or centuries: a tick stands where one begins, not for all of it.
    """
    day, minutes = divmod(round(tick.day * 1440), 1440)
    year, month, number = calendar_day(day)
    if tick.precision in ("decade", "century", "millennium"):
        return axis_words(tick.day, "year", language, short=True)
    if not tick.whole or not 1 <= year <= 9999:
        return axis_words(tick.day, tick.precision, language, short=True)
    text = f"{year:04}-{month:02}"
    if tick.precision != "month":
        text += f"-{number:02}"
    if tick.precision in ("hour", "minute"):
        text += f"T{minutes // 60:02}:{minutes % 60:02}"
    return date_words(parse_date(text), language)


def era_rows(translation: Translation, scale: Scale) -> list[EraRow]:
    eras = translation.exhibit.eras
    rows = rows_of_eras([(era.date.start, era.date.end) for era in eras])
    starts = [scale.to_unit(era.date.start) for era in eras]
    return [
        EraRow(
            key=era.id,
            title=translation.text(era.title),
            when=date_words(era.date, translation.language),
            summary=translation.text(era.summary),
            colour=era.color or "",
            row=row,
            unit=start,
            end_unit=scale.to_unit(era.date.end),
            room_end=min(
                (u for u, r in zip(starts, rows, strict=True) if r == row and u > start),
                default=_FAR_AWAY,
            ),
        )
        for era, row, start in zip(eras, rows, starts, strict=True)
    ]


def shrunk_rows(marks: Iterable[tuple[Shrunken, float]], language: str) -> list[ShrunkRow]:
    return [
        ShrunkRow(
            f"{stretch.first:.5f}", unit, stretch_words(stretch.first, stretch.last, language)
        )
        for stretch, unit in marks
    ]


def lane_rows(translation: Translation) -> list[LaneRow]:
    """The lanes that are kept apart, none if there are fewer than two."""
    lanes = translation.exhibit.lanes
    if len(lanes) < 2:
        return []
    counts = Counter(lanes_of(translation.exhibit.events, lanes))
    return [
        LaneRow(lane.id, translation.text(lane.title), counts[at]) for at, lane in enumerate(lanes)
    ]


def lanes_of(events: Iterable[Event], lanes: Sequence[Lane]) -> list[int]:
    """The place of each event's lane among `lanes`; an event without one is in the first."""
    places = {lane.id: at for at, lane in enumerate(lanes)}
    return [places.get(event.lane or "", 0) for event in events]
