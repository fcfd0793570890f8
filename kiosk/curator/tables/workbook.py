"""XLSX files: values only, of files from anywhere, within fixed bounds."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as CalendarDate
from datetime import datetime, time, timedelta
from typing import Any, Final

from kiosk.curator.tables.sheets import FIRST_DAY, LONGEST_CELL, Grid, Row, Sheet, TableError

_MOST_BYTES: Final = 200_000_000
_MOST_FILES: Final = 2_000
_MOST_ROWS: Final = 200_000
_MOST_COLUMNS: Final = 300

_UNSAFE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""Office Open XML writes letters that XML cannot hold in this way (ECMA-376, ST_Xstring)."""

_NARROW, _WIDE = 14, 44
_WIDTHS: Final = (("title", 32), ("summary", _WIDE), ("article", _WIDE), ("alt", _WIDE))


def is_workbook(data: bytes) -> bool:
    """Whether a file's bytes are those of an XLSX file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "xl/workbook.xml" in parts.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return False


def read_workbook(data: bytes) -> Grid:
    """The sheets with something in them; TableError if there is no reading them."""
    from openpyxl import load_workbook

    try:
        _refuse_bombs(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            merged = _merged(data)
            day_zero = book.epoch.date() if book.epoch.year > 1900 else FIRST_DAY
            sheets = tuple(
                Sheet(sheet.title, tuple(_rows(sheet, merged.get(sheet.title, ()))), day_zero)
                for sheet in book.worksheets
                if sheet.sheet_state == "visible"
            )
            book.close()
    except TableError:
        raise
    except Exception as fault:
        # A damaged file makes zipfile and openpyxl fail in many ways that they do not document.
        name = type(fault).__name__
        raise TableError(f"The file is damaged and cannot be read ({name}).") from fault
    return Grid(tuple(sheet for sheet in sheets if sheet.rows))


def written_workbook(sheets: Iterable[tuple[str, Sequence[Sequence[str]]]]) -> bytes:
    """An XLSX file whose cells are all texts; the first row of each sheet is its header."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    bold, wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "B2"
        for position, title in enumerate(rows[0] if rows else (), 1):
            width = next((size for word, size in _WIDTHS if title.startswith(word)), _NARROW)
            sheet.column_dimensions[get_column_letter(position)].width = width
            # Typed into an empty cell, a date would become a number.
            sheet.column_dimensions[get_column_letter(position)].number_format = "@"
        for number, row in enumerate(rows):
            cells: list[Any] = []
            for text in row:
                cell = WriteOnlyCell(sheet, value=_safe(text) or None)
                if text:
                    cell.data_type = "s"
                cell.number_format = "@"
                cell.alignment = wrapped
                if not number:
                    cell.font = bold
                cells.append(cell)
            sheet.append(cells)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def fits(text: str) -> bool:
    """Whether a cell can hold `text`."""
    return len(_safe(text)) <= LONGEST_CELL


def _refuse_bombs(data: bytes) -> None:
    """TableError for a file that is small now and would be huge when unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        entries = parts.infolist()
        if len(entries) > _MOST_FILES or sum(e.file_size for e in entries) > _MOST_BYTES:
            raise TableError("The file is too large to be a table of events.")
        for entry in entries:
            if entry.filename.endswith((".xml", ".rels")):
                with parts.open(entry) as part:
                    if b"<!DOCTYPE" in part.read(2_000):
                        raise TableError("The file holds instructions that tables never have.")


def _rows(sheet: Any, merged: Iterable[Any]) -> Iterator[Row]:
    """The rows with something in them; what is merged downwards stands in each of its rows."""
    continued = _continued(merged)
    above: list[str] = []
    filled = 0
    # A file may claim to be as large as a sheet can be; without its claim, only cells count.
    sheet.reset_dimensions()
    for number, found in enumerate(sheet.iter_rows(), start=1):
        if not found:
            above = []
            continue
        cells = ["" if c.data_type == "e" else _text(c.value) for c in found[:_MOST_COLUMNS]]
        for column in continued.get(number, ()):
            if column < min(len(cells), len(above)):
                cells[column] = above[column]
        above = cells
        row = Row(number, _trimmed(cells))
        if not row.empty:
            filled += 1
            if filled > _MOST_ROWS:
                raise TableError(f"A sheet has more than {_MOST_ROWS} rows.")
            yield row


def _trimmed(cells: list[str]) -> tuple[str, ...]:
    """The cells up to the last that is filled."""
    filled = max((at for at, cell in enumerate(cells, 1) if cell), default=0)
    return tuple(cells[:filled])


def _continued(merged: Iterable[Any]) -> dict[int, list[int]]:
    """By row the columns, counted from 0, whose cells continue the one above."""
    columns: dict[int, list[int]] = {}
    cells = 0
    for span in merged:
        for row in range(span.min_row + 1, span.max_row + 1):
            columns.setdefault(row, []).append(span.min_col - 1)
            cells += 1
            if cells > _MOST_ROWS:
                return columns
    return columns


def _merged(data: bytes) -> dict[str, Any]:
    """The merged cells by sheet; they are known only to a slower way of reading."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = [name for name in parts.namelist() if name.startswith("xl/worksheets/")]
        if not any(b"<mergeCell " in parts.read(name) for name in names):
            return {}
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), data_only=True)
    return {sheet.title: tuple(sheet.merged_cells.ranges) for sheet in book.worksheets}


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime():
            moment = value + timedelta(seconds=30)
            form = "%Y-%m-%dT%H:%M" if moment.hour or moment.minute else "%Y-%m-%d"
            return moment.strftime(form)
        case CalendarDate():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60:02}:{minutes % 60:02}"
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))
    return text.strip(" \t\u00a0")


def _safe(text: str) -> str:
    return _UNSAFE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
