"""TimelineJS files, of version 3 and of version 1, as slides.

The forms are those of https://timeline.knightlab.com/docs/json-format.html and of the program's
own reader; what it does not read is passed over here as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.curator.importing.moments import Moment, loose_moment, moment_of, text_of
from kiosk.curator.importing.report import ImportRefused, Note, Weight
from kiosk.exhibit.dates.edtf import DateError
from kiosk.exhibit.wording import listed


@dataclass(frozen=True, slots=True)
class SlideMedium:
    """`address` is an address, a file name, or a piece of HTML."""

    address: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""
    thumbnail: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """A title, an event or an era. `place` says where it stands; texts may hold HTML.

    `edtf` and `name` are the exact date and the id in a file that the kiosk itself has written.
    """

    place: str
    start: Moment | None = None
    end: Moment | None = None
    date_text: str = ""
    headline: str = ""
    text: str = ""
    medium: SlideMedium = SlideMedium()
    group: str = ""
    background: str = ""
    edtf: str = ""
    name: str = ""


@dataclass(slots=True)
class Timeline:
    """All slides of a file, and what has been left out on the way."""

    title: Slide | None = None
    events: list[Slide] = field(default_factory=list)
    eras: list[Slide] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def read_timeline(data: Any) -> Timeline:
    """The slides of a JSON file; ImportRefused with the reason if it is no timeline."""
    top = group_of(data)
    inner = group_of(top.get("timeline"))
    if isinstance(inner.get("date"), list):
        return _first_version(inner)
    if isinstance(inner.get("slides"), list):
        return _third_version({"events": inner["slides"]})
    if isinstance(top.get("events"), list):
        if not any("start_date" in group_of(event) for event in top["events"]):
            raise ImportRefused("It has “events”, but none of them has a “start_date”.")
        return _third_version(top)
    what = "a list" if isinstance(data, list) else f"a group of {listed(map(str, top), 8)}"
    raise ImportRefused(
        "It is JSON, but no timeline: TimelineJS files have “events” or “timeline”, "
        f"and this is {what if data else 'empty'}."
    )


def group_of(value: Any) -> Mapping[str, Any]:
    """A JSON group, empty if `value` is none."""
    return value if isinstance(value, Mapping) else {}


def _third_version(data: Mapping[str, Any]) -> Timeline:
    timeline = Timeline()
    if data.get("title"):
        timeline.title = _slide(group_of(data["title"]), "title")
    for number, event in _numbered(data.get("events")):
        timeline.events.append(_slide(event, f"event {number}"))
    for number, era in _numbered(data.get("eras")):
        timeline.eras.append(_slide(era, f"era {number}"))
    return timeline


def _slide(data: Mapping[str, Any], place: str) -> Slide:
    text, medium = group_of(data.get("text")), group_of(data.get("media"))
    background = group_of(data.get("background"))
    start, end = group_of(data.get("start_date")), group_of(data.get("end_date"))
    date_text = text_of(data.get("display_date")) or text_of(start.get("display_date"))
    return Slide(
        place=place,
        start=moment_of(start),
        end=moment_of(end),
        date_text=date_text,
        headline=text_of(text.get("headline")),
        text=text_of(text.get("text")),
        medium=SlideMedium(
            address=text_of(medium.get("url")),
            caption=text_of(medium.get("caption")),
            credit=text_of(medium.get("credit")),
            alt=text_of(medium.get("alt")),
            thumbnail=text_of(medium.get("thumbnail")),
            link=text_of(medium.get("link")),
        ),
        group=text_of(data.get("group")),
        background=text_of(background.get("url")) or text_of(background.get("color")),
        edtf=text_of(data.get("edtf")),
        name=text_of(data.get("unique_id")) if data.get("edtf") else "",
    )


def _first_version(data: Mapping[str, Any]) -> Timeline:
    timeline = Timeline(title=_old_slide(data, "title", {}, timed=False))
    for number, event in _numbered(data.get("date")):
        _add_old(timeline, timeline.events, event, f"event {number}")
    for number, era in _numbered(data.get("era")):
        _add_old(timeline, timeline.eras, era, f"era {number}")
    if data.get("chart"):
        timeline.notes.append(Note(Weight.LOST, "Charts have no place here.", "chart"))
    return timeline


def _add_old(timeline: Timeline, slides: list[Slide], data: Mapping[str, Any], place: str) -> None:
    try:
        slides.append(_old_slide(data, place, data))
    except DateError as fault:
        timeline.notes.append(Note(Weight.REFUSED, f"{fault.message} {fault.hint}", place))


def _old_slide(
    data: Mapping[str, Any], place: str, dates: Mapping[str, Any], *, timed: bool = True
) -> Slide:
    asset = group_of(data.get("asset"))
    tags = text_of(data.get("tag")) or text_of(data.get("tags"))
    return Slide(
        place=place,
        start=loose_moment(text_of(dates.get("startDate"))) if timed else None,
        end=loose_moment(text_of(dates.get("endDate"))) if timed else None,
        headline=text_of(data.get("headline")),
        text=text_of(data.get("text")),
        medium=SlideMedium(
            address=text_of(asset.get("media")),
            caption=text_of(asset.get("caption")),
            credit=text_of(asset.get("credit")),
            thumbnail=text_of(asset.get("thumbnail")),
        ),
        group=tags,
    )


def _numbered(value: Any) -> Iterable[tuple[int, Mapping[str, Any]]]:
    entries = value if isinstance(value, list) else [value] * isinstance(value, Mapping)
    return ((number, group_of(entry)) for number, entry in enumerate(entries, 1))
