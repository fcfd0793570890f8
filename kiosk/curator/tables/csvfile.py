"""CSV files from anywhere: their encoding and delimiter are found by what is in them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from kiosk.curator.tables.sheets import Grid, Row, Sheet, TableError

_DELIMITERS: Final = ",;\t|"
_LONGEST_FIELD: Final = 4_000_000
_BALTIC: Final = frozenset("ŠšŽž".encode("cp1257"))
"""Bytes that are Š and Ž in Windows-1257 and Icelandic letters in Windows-1252."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "'")


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file and, if its encoding had to be guessed, a remark that says so."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(encoding, "replace"), ""
    zeros = data[:1000].count(0)
    if zeros > len(data[:1000]) // 3:
        little = data[1:1000:2].count(0) >= data[:1000:2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", "replace"), ""
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        page = "1257" if _BALTIC.intersection(data) else "1252"
    return data.decode(f"cp{page}", "replace"), (
        f"The file is not in UTF-8; it was read as Windows-{page}. "
        "If letters are wrong, save it as “CSV UTF-8” and import it again."
    )


def read_csv(text: str) -> Grid:
    """The table in `text`; TableError if its quotation marks never close."""
    text = text.removeprefix("\ufeff")
    first, _, rest = text.partition("\n")
    delimiter = None
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        delimiter, text = first.strip()[4], rest
    skipped = int(delimiter is not None)
    delimiter = delimiter or max(_DELIMITERS, key=lambda sign: _columns(text, sign))
    rows = []
    try:
        csv.field_size_limit(_LONGEST_FIELD)
        for number, cells in enumerate(csv.reader(io.StringIO(text, ""), delimiter=delimiter), 1):
            row = Row(number + skipped, tuple(cell.strip(" \t\u00a0") for cell in cells))
            if not row.empty:
                rows.append(row)
    except csv.Error as fault:
        raise TableError(f"The file cannot be read as a table ({fault}).") from None
    return Grid((Sheet("", tuple(rows)),))


def written_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file that spreadsheet programs open with its letters right and nothing calculated."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """`cell` with an apostrophe before what a spreadsheet program would calculate."""
    plain_number = cell.lstrip("+-").replace(".", "", 1).isdigit() and not cell.startswith(
        ("+", "-0", "'")
    )
    return f"'{cell}" if cell.startswith(_FORMULA) and not plain_number else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _columns(text: str, delimiter: str) -> int:
    """How many cells of the first row are filled if `delimiter` parts them."""
    try:
        rows = csv.reader(io.StringIO(text[:20_000], ""), delimiter=delimiter)
        return next((len(row) for row in rows if any(cell.strip() for cell in row)), 0)
    except csv.Error:
        return 0
