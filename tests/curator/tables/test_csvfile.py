"""CSV files: any encoding and delimiter, and nothing in ours that a spreadsheet calculates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.curator.tables.csvfile import decoded, guarded, read_csv, unguarded, written_csv
from kiosk.curator.tables.sheets import TableError
from tests.curator.strategies import LETTERS, SIGNS

LITHUANIAN = "date;title\n1940;Šventė Žemaitijoje\n"


def cells(data: bytes) -> list[tuple[str, ...]]:
    """The rows of a file."""
    text, _ = decoded(data)
    return [row.cells for row in read_csv(text).sheets[0].rows]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1257"]
)
def test_the_encoding_is_found(encoding: str) -> None:
    """Lithuanian letters come out of every one that has them."""
    assert cells(LITHUANIAN.encode(encoding))[1] == ("1940", "Šventė Žemaitijoje")


def test_western_letters_are_found_without_baltic_ones() -> None:
    """And what had to be guessed is said."""
    text, remark = decoded("date;title\n1940;Début à Münster\n".encode("cp1252"))
    assert "Début à Münster" in text
    assert "Windows-1252" in remark
    assert decoded(LITHUANIAN.encode("cp1257"))[1].startswith("The file is not in UTF-8")
    assert decoded(LITHUANIAN.encode()) == (LITHUANIAN, "")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    """Also where the cells hold the other ones, and lines inside quotes."""
    text = f'date{delimiter}title\n1940{delimiter}"a; b, c\nd\te|f"\n'
    assert cells(text.encode())[1] == ("1940", "a; b, c\nd\te|f")


def test_a_spreadsheet_may_name_its_delimiter() -> None:
    """In a line that is no row, though it counts as one."""
    grid = read_csv("sep=|\na|b,c,d\n")
    assert grid.sheets[0].rows[0].cells == ("a", "b,c,d")
    assert grid.sheets[0].rows[0].number == 2


def test_empty_rows_are_left_out_and_counted() -> None:
    """So that the row of a report is the row of the spreadsheet."""
    rows = read_csv("a,b\n\n,\n1,2\n").sheets[0].rows
    assert [row.number for row in rows] == [1, 4]


def test_a_cell_without_end_is_refused() -> None:
    """In one sentence, not with an exception of the library."""
    with pytest.raises(TableError, match="cannot be read as a table"):
        read_csv("a,b\n" + "x" * 5_000_000)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("@x", "'@x"),
        ("-0043", "'-0043"),
        ("-71.5", "-71.5"),
        ("'tis", "''tis"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_nothing_is_calculated(cell: str, written: str) -> None:
    """An apostrophe stands before what would be; plain numbers need none."""
    assert guarded(cell) == written
    assert unguarded(written) == cell


@given(st.lists(st.lists(st.text(LETTERS | SIGNS).map(str.strip), min_size=2), min_size=1))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    """Whatever is in the cells."""
    rows = [["first", "second"], *([f"x{row[0]}", *row[1:]] for row in rows)]
    found = [tuple(unguarded(cell) for cell in row) for row in cells(written_csv(rows))]
    wanted = [tuple(cell.strip(" \t\u00a0") for cell in row) for row in rows]
    assert found == wanted
