"""The spreadsheet of TimelineJS, of version 3 or 1, as slides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kiosk.curator.importing.moments import Moment, loose_moment, with_time
from kiosk.curator.importing.report import Note, Weight
from kiosk.curator.importing.timelinejs import Slide, SlideMedium, Timeline
from kiosk.curator.tables.sheets import Grid, Sheet
from kiosk.exhibit.dates.edtf import DateError

_KNOWN: Final = re.compile(
    "(?:end )?(?:year|month|day|time)|(?:start|end|display) date|headline|text|type|group|tag|"
    "media(?: credit| caption| thumbnail)?|alt text|background"
)


def read_timeline_table(grid: Grid) -> Timeline | None:
    """The slides of the first sheet with the columns of TimelineJS; None if there is none."""
    for sheet in grid.sheets:
        titles = {title.strip().lower() for title in sheet.header}
        if "headline" in titles and titles & {"year", "start date"}:
            timeline = _slides(sheet)
            timeline.notes += (Note(Weight.SAID, remark) for remark in grid.remarks)
            unknown = [t for t in sheet.header if t and not _KNOWN.fullmatch(t.strip().lower())]
            timeline.notes += (
                Note(Weight.LOST, "This column is none of TimelineJS's.", title)
                for title in unknown
            )
            timeline.notes += (
                Note(Weight.LOST, "This sheet is not the timeline.", other.name)
                for other in grid.sheets
                if other is not sheet
            )
            return timeline
    return None


def _slides(sheet: Sheet) -> Timeline:
    timeline = Timeline()
    names = [title.strip().lower() for title in sheet.header]
    for row in sheet.rows[1:]:
        cells = {name: cell for name, cell in zip(names, row.cells, strict=False) if cell}
        place = sheet.place(row)
        kind = cells.get("type", "").lower()
        try:
            slide = _slide(cells, place)
        except DateError as fault:
            timeline.notes.append(Note(Weight.REFUSED, f"{fault.message} {fault.hint}", place))
            continue
        if kind == "title" and timeline.title is None:
            timeline.title = slide
        elif kind == "era":
            timeline.eras.append(slide)
        else:
            timeline.events.append(slide)
    return timeline


def _slide(cells: Mapping[str, str], place: str) -> Slide:
    if "start date" in cells or "end date" in cells:
        start = loose_moment(cells.get("start date", ""))
        end = loose_moment(cells.get("end date", ""))
    else:
        start, end = _moment(cells, ""), _moment(cells, "end ")
    return Slide(
        place=place,
        start=start,
        end=end,
        date_text=cells.get("display date", ""),
        headline=cells.get("headline", ""),
        text=cells.get("text", ""),
        medium=SlideMedium(
            address=cells.get("media", ""),
            caption=cells.get("media caption", ""),
            credit=cells.get("media credit", ""),
            alt=cells.get("alt text", ""),
            thumbnail=cells.get("media thumbnail", ""),
        ),
        group=cells.get("group", "") or cells.get("tag", ""),
        background=cells.get("background", ""),
    )


def _moment(cells: Mapping[str, str], which: str) -> Moment | None:
    year, time = cells.get(f"{which}year", ""), cells.get(f"{which}time", "")
    if not year:
        if time:
            raise DateError("There is a time, but no year.", "")
        return None
    month, day = cells.get(f"{which}month", ""), cells.get(f"{which}day", "")
    return with_time(Moment(year, month, day), time)
