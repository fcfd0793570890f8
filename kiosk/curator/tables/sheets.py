"""A table as rows of texts, whatever file it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as CalendarDate
from typing import Final

FIRST_DAY: Final = CalendarDate(1899, 12, 30)
"""Day 0 of spreadsheets, but for some of the Macintosh's."""

LONGEST_CELL: Final = 32_767
"""Characters; no spreadsheet program keeps more in a cell."""


class TableError(Exception):
    """A file that cannot be read as a table: one sentence that says why, and one what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """`number` counts from 1 as the spreadsheet shows it; the cells are texts, "" if empty."""

    number: int
    cells: tuple[str, ...]

    @property
    def empty(self) -> bool:
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows that are not empty. `name` is "" for a CSV file, which has only one sheet."""

    name: str
    rows: tuple[Row, ...]
    day_zero: CalendarDate = FIRST_DAY

    @property
    def header(self) -> tuple[str, ...]:
        return self.rows[0].cells if self.rows else ()

    def place(self, row: Row) -> str:
        """How a report names a row."""
        return f"sheet “{self.name}”, row {row.number}" if self.name else f"row {row.number}"


@dataclass(frozen=True, slots=True)
class Grid:
    """The sheets of one file, and what has to be said about how it was read."""

    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...] = ()
