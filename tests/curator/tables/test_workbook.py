"""XLSX files: what a curator sees in a cell is what is read, and no file can do harm."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from kiosk.curator.tables.sheets import TableError
from kiosk.curator.tables.workbook import fits, is_workbook, read_workbook, written_workbook
from tests.curator.strategies import LETTERS, SIGNS


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def book_of(*rows: list[Any]) -> Workbook:
    """A workbook with these rows."""
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    return book


def cells(data: bytes) -> list[tuple[str, ...]]:
    """The rows of the first sheet."""
    return [row.cells for row in read_workbook(data).sheets[0].rows]


def test_values_are_read_as_they_are_seen() -> None:
    """Dates, times, whole numbers, flags; a mistake of a formula is no text."""
    row = [
        date(1991, 1, 13),
        datetime(1991, 1, 13, 1, 35),
        time(1, 35),
        1940,
        1940.0,
        54.69,
        True,
        "#REF!",
        " x ",
        None,
        "end",
    ]
    assert cells(saved(book_of(row)))[0] == (
        *("1991-01-13", "1991-01-13T01:35", "01:35", "1940", "1940", "54.69", "true"),
        *("", "x", "", "end"),
    )


def test_days_may_count_from_1904() -> None:
    """A date cell means the same day, and the sheet says where its numbers begin."""
    book = book_of([date(1991, 1, 13)])
    book.epoch = CALENDAR_MAC_1904
    grid = read_workbook(saved(book))
    assert grid.sheets[0].rows[0].cells == ("1991-01-13",)
    assert grid.sheets[0].day_zero == date(1904, 1, 1)


def test_cells_merged_downwards_stand_in_each_row() -> None:
    """As a reader of the sheet takes them."""
    book = book_of(["lane", "title"], ["state", "a"], [None, "b"], [None, "c"])
    assert book.active is not None
    book.active.merge_cells("A2:A3")
    assert cells(saved(book))[1:] == [("state", "a"), ("state", "b"), ("", "c")]


def test_formulas_give_no_text_of_their_own() -> None:
    """Only their last value counts, and a fresh file has none."""
    assert cells(saved(book_of(["x", "=1+1"])))[0] == ("x",)


def test_hidden_and_empty_sheets_are_passed_over() -> None:
    """Every other one has its name."""
    book = book_of(["a"])
    book.create_sheet("empty")
    book.create_sheet("hidden").append(["b"])
    book["hidden"].sheet_state = "hidden"
    book.create_sheet("more").append(["c"])
    assert [sheet.name for sheet in read_workbook(saved(book)).sheets] == ["Sheet", "more"]


def test_a_far_corner_costs_nothing() -> None:
    """One cell at the very end of a sheet does not make it large."""
    book = book_of(["a", "b"])
    assert book.active is not None
    book.active["A200000"] = "end"
    rows = read_workbook(saved(book)).sheets[0].rows
    assert [(row.number, row.cells) for row in rows] == [(1, ("a", "b")), (200000, ("end",))]


def with_part(name: str, content: bytes) -> bytes:
    """A workbook with one part more."""
    target = io.BytesIO(saved(book_of(["a"])))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (with_part("xl/media/a.bin", bytes(250_000_000)), "too large"),
        (with_part("xl/worksheets/x.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]>"), "instructions"),
        (saved(book_of(["a"]))[:-40], "damaged"),
    ],
    ids=["bomb", "entities", "cut"],
)
def test_dangerous_files_are_refused(data: bytes, why: str) -> None:
    """Before anything of them is unpacked as a whole."""
    with pytest.raises(TableError, match=why):
        read_workbook(data)


SOUND = saved(book_of(["date", "title"], ["1940", "x"]))
VERSION_NEEDED = SOUND.index(b"PK\x01\x02") + 6


@settings(max_examples=50)
@example({VERSION_NEEDED: 64})
@given(st.dictionaries(st.integers(0, len(SOUND) - 1), st.integers(1, 255), max_size=5))
def test_damaged_files_never_raise_anything_else(wrong: dict[int, int]) -> None:
    """Wherever a byte is wrong."""
    sound = bytearray(SOUND)
    for at, change in wrong.items():
        sound[at] ^= change
    if is_workbook(bytes(sound)):
        with suppress(TableError):
            read_workbook(bytes(sound))


@settings(max_examples=50)
@given(st.lists(st.text(LETTERS | SIGNS, max_size=20).map(str.strip), min_size=1, max_size=9))
def test_what_is_written_is_read_again(row: list[str]) -> None:
    """Whatever letters are in a cell, and none of it is a formula."""
    found = cells(written_workbook([("x", [["begin", *row, "end"]])]))[0]
    assert found == ("begin", *row, "end")


def test_a_cell_holds_as_much_as_a_spreadsheet_keeps() -> None:
    """What is longer must not be cut in silence."""
    assert fits("x" * 32_767)
    assert not fits("x" * 32_768)
