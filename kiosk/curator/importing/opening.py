"""Any file that a curator may have: what it is, and the exhibit that it asks for."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from kiosk.curator.documents.content import Documents
from kiosk.curator.importing.imported import Imported
from kiosk.curator.importing.json_text import read_json
from kiosk.curator.importing.own_table import documents_from
from kiosk.curator.importing.report import ImportRefused
from kiosk.curator.importing.slides import exhibit_of
from kiosk.curator.importing.timelinejs import read_timeline
from kiosk.curator.importing.timelinejs_table import read_timeline_table
from kiosk.curator.tables.csvfile import decoded, read_csv
from kiosk.curator.tables.reading import read_own_table
from kiosk.curator.tables.sheets import Grid, TableError
from kiosk.curator.tables.workbook import is_workbook, read_workbook
from kiosk.exhibit.wording import clip, listed

LARGEST: Final = 100_000_000
"""Bytes of a file that is imported."""

_FOREIGN: Final = (
    (b"\xd0\xcf\x11\xe0", "It is an old Excel or Word file. Save it as .xlsx or as CSV UTF-8."),
    (b"PK\x03\x04", "It is a ZIP or another office file. Save a spreadsheet as .xlsx or as CSV."),
    (b"%PDF-", "It is a PDF. Export the table that it was made from."),
    (b"\xff\xd8\xff", "It is a picture."),
    (b"\x89PNG", "It is a picture."),
    (b"{\\rtf", "It is a text document. Copy its table into a spreadsheet."),
)
_PAGE: Final = re.compile(r"\s*<(!doctype|html|\?xml|svg|head|body)\b", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"\s*(?:https?://|//)\S+\s*", re.IGNORECASE)
_JSON: Final = re.compile(r"\s*(?:[\w.$\s]{1,80}[=(]\s*)?[{\[]")


def open_import(data: bytes, name: str, language: str, before: Documents | None) -> Imported:
    """The exhibit that the file called `name` holds, judged by its bytes and not by its name.

    With `before` the exhibit so far, which only a table with our own columns can change. Raises
    ImportRefused with the reason.
    """
    title = " ".join(re.split(r"[\s_-]+", PurePath(name).stem)).strip().capitalize() or "Exhibit"
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise ImportRefused("The file is empty.")
    try:
        grid, text = _grid_or_text(data)
    except TableError as fault:
        raise ImportRefused(str(fault)) from None
    if grid is None:
        timeline = read_timeline(read_json(text))
    else:
        table = read_own_table(grid)
        if table is not None:
            return documents_from(table, before, title, language)
        found = read_timeline_table(grid)
        if found is None:
            raise ImportRefused(_strange_table(grid))
        timeline = found
    if before is not None:
        raise ImportRefused(
            "Only a table with the kiosk's own columns can change an exhibit. "
            "Import this file to a new folder."
        )
    return exhibit_of(timeline, title, language)


def _grid_or_text(data: bytes) -> tuple[Grid | None, str]:
    """The rows of a table, or the text of what is to be JSON."""
    if is_workbook(data):
        return read_workbook(data), ""
    foreign = next((why for mark, why in _FOREIGN if data.startswith(mark)), None)
    if foreign is not None:
        raise ImportRefused(foreign)
    text, remark = decoded(data)
    if _ADDRESS.fullmatch(text):
        raise ImportRefused(
            "The file holds only an address, and the kiosk opens no web pages. "
            "Download the spreadsheet as .xlsx or CSV and import that."
        )
    if _PAGE.match(text):
        raise ImportRefused("It is a web page. Download the timeline's JSON file or spreadsheet.")
    if _JSON.match(text):
        return None, text
    begin = text[:2_000]
    if sum(letter < " " and letter not in "\t\r\n" for letter in begin) > len(begin) // 10:
        raise ImportRefused("It is neither a table nor a TimelineJS file.")
    grid = read_csv(text)
    return Grid(grid.sheets, (remark,) if remark else ()), ""


def _strange_table(grid: Grid) -> str:
    headers = [clip(title, 30) for sheet in grid.sheets for title in sheet.header if title]
    seen = f"Its first row has: {listed(headers, 8)}. " if headers else ""
    return (
        f"No timeline was found in it. {seen}The first row must name the columns, among them "
        "“date” and “title” (kiosk new --table writes an example), or “Year” and “Headline” "
        "as in TimelineJS."
    )
