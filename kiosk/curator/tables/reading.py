"""A table with our own columns: which sheets it has, and what their rows say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date as CalendarDate
from typing import Final

from kiosk.curator.documents.fields import Field, fields_of
from kiosk.curator.tables.columns import (
    COLUMNS,
    EVENTS,
    KINDS,
    OWNER,
    SHEET,
    Column,
    SheetKind,
    column_of,
    names_of,
)
from kiosk.curator.tables.csvfile import unguarded
from kiosk.curator.tables.sheets import FIRST_DAY, Grid, Row, Sheet
from kiosk.exhibit.wording import clip, nearest

_LISTS_OF_EVENTS: Final = tuple(kind for kind in KINDS.values() if kind.of_events)


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its place for reports, and its cells by the names of their columns.

    `owner` is the id of the event it belongs to, or the place of that event's own row.
    """

    place: str
    cells: Mapping[str, str]
    owner: str = ""


@dataclass(slots=True)
class Records:
    """The rows of one kind of sheet; a column that is not here leaves its field untouched."""

    columns: tuple[Column, ...] = ()
    rows: list[Record] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Table:
    """What there is of each kind of sheet, by name, and remarks on what was passed over."""

    records: dict[str, Records]
    remarks: tuple[str, ...] = ()
    day_zero: CalendarDate = FIRST_DAY


def read_own_table(grid: Grid) -> Table | None:
    """The table, or None if no sheet has our columns."""
    records: dict[str, Records] = {}
    remarks = list(grid.remarks)
    for sheet in grid.sheets:
        rows = list(_kinds_of_rows(sheet, remarks))
        _take(sheet, rows, records)
        if rows:
            remarks.extend(_unknown_columns(sheet, {kind.name for _, kind in rows}))
        elif sheet.name.lower() != COLUMNS and not _kind_of(sheet):
            remarks.append(f"The sheet “{clip(sheet.name)}” has none of our columns; left out.")
    if not any(found.rows for found in records.values()):
        return None
    return Table(records, tuple(remarks), grid.sheets[0].day_zero)


def _kinds_of_rows(sheet: Sheet, remarks: list[str]) -> Iterator[tuple[Row, SheetKind]]:
    """The rows below the header, each with the kind of sheet it belongs to."""
    at = next((n for n, title in enumerate(sheet.header) if column_of(title, [SHEET])), None)
    if at is None:
        kind = _kind_of(sheet)
        if kind is not None:
            yield from ((row, kind) for row in sheet.rows[1:])
        return
    for row in sheet.rows[1:]:
        name = (row.cells[at].strip().lower() if at < len(row.cells) else "") or EVENTS
        if name in KINDS:
            yield row, KINDS[name]
        else:
            near = nearest(name, KINDS)
            guess = f" Did you mean “{near}”?" if near else ""
            place = sheet.place(row)
            remarks.append(f"{place}: there is no sheet “{clip(name)}”; left out.{guess}")


def _kind_of(sheet: Sheet) -> SheetKind | None:
    """What a sheet holds by its name, or events if its header has a date and a title."""
    named = KINDS.get(sheet.name.strip().lower())
    if named is not None and any(column_of(title, named.fields) for title in sheet.header):
        return named
    events = KINDS[EVENTS]
    known = (column_of(title, events.fields) for title in sheet.header)
    names = {column.field.name for column in known if column is not None}
    return events if {"date", "title"} <= names else None


def _take(sheet: Sheet, rows: Iterable[tuple[Row, SheetKind]], records: dict[str, Records]) -> None:
    """Add the rows to `records`; a row of an event may hold the first of its media, too."""
    known = {kind.name: _columns(sheet, kind.fields) for kind in KINDS.values()}
    inner = {kind.name: _columns(sheet, fields_of(kind.model)) for kind in _LISTS_OF_EVENTS}
    owner = ""
    for row, kind in rows:
        place = sheet.place(row)
        found = _records(records, kind.name, known[kind.name].values())
        cells = _cells(sheet, row, known[kind.name])
        owner = place if kind.name == EVENTS else cells.get(OWNER.name) or owner
        found.rows.append(Record(place, cells, owner))
        for name, columns in inner.items() if kind.name == EVENTS else ():
            if columns:
                embedded = _records(records, name, columns.values())
                values = _cells(sheet, row, columns)
                if any(values.values()):
                    embedded.rows.append(Record(place, values, place))
    named = KINDS.get(sheet.name.strip().lower())
    if named is not None:
        _records(records, named.name, known[named.name].values())


def _records(records: dict[str, Records], name: str, columns: Iterable[Column]) -> Records:
    found = records.setdefault(name, Records())
    found.columns = tuple(dict.fromkeys((*found.columns, *columns)))
    return found


def _columns(sheet: Sheet, fields: Iterable[Field]) -> dict[int, Column]:
    every = tuple(fields)
    found = {at: column_of(title, every) for at, title in enumerate(sheet.header) if title}
    return {at: column for at, column in found.items() if column is not None}


def _cells(sheet: Sheet, row: Row, columns: Mapping[int, Column]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for at, column in columns.items():
        text = row.cells[at] if at < len(row.cells) else ""
        cells[column.name] = cells.get(column.name) or (text if sheet.name else unguarded(text))
    return cells


def _unknown_columns(sheet: Sheet, kinds: Iterable[str]) -> Iterator[str]:
    fields = [SHEET]
    for name in kinds:
        fields += KINDS[name].fields
        if name == EVENTS:
            fields += [one for kind in _LISTS_OF_EVENTS for one in fields_of(kind.model)]
    for title in sheet.header:
        if title and column_of(title, fields) is None:
            near = nearest(title, names_of(fields))
            guess = f" Did you mean “{near}”?" if near else ""
            where = f"sheet “{sheet.name}”: " if sheet.name else ""
            yield f"{where}the column “{clip(title)}” is not known; left out.{guess}"
