"""An exhibit as a table that says all that exhibit.yaml, each event.yaml and the articles say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.curator.documents.content import Documents, languages_in
from kiosk.curator.documents.fields import Field, FieldKind, get
from kiosk.curator.tables.columns import (
    ARTICLE,
    EVENT_ID,
    EVENTS,
    EXHIBIT,
    KINDS,
    OWNER,
    SHEET,
    Column,
    SheetKind,
)
from kiosk.curator.tables.csvfile import written_csv
from kiosk.curator.tables.workbook import fits, written_workbook

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a table's file, and the cells that it has no room for."""

    data: bytes
    left_out: tuple[str, ...] = ()


def workbook_of(documents: Documents) -> Written:
    """An XLSX file with a sheet for everything that there may be."""
    rows = {kind.name: list(_rows(documents, kind)) for kind in KINDS.values()}
    left_out = tuple(
        f"{row[EVENT_ID.name]}: {name}"
        for row in rows[EVENTS]
        for name, text in row.items()
        if not fits(text)
    )
    sheets = []
    for kind in KINDS.values():
        columns = _columns(documents, kind.fields, rows[kind.name], used=False)
        lines = [
            [text if fits(text := row.get(name, "")) else "" for name in columns]
            for row in rows[kind.name]
        ]
        sheets.append((kind.name, [columns, *lines]))
    return Written(written_workbook(sheets), left_out)


def csv_of(documents: Documents) -> Written:
    """A CSV file whose first column says to which sheet a row belongs."""
    rows: list[Cells] = []
    by_kind = {kind.name: list(_rows(documents, kind)) for kind in KINDS.values()}
    for kind in KINDS.values():
        if not kind.of_events:
            rows += ({SHEET.name: kind.name, **row} for row in by_kind[kind.name])
    fields = {field.name: field for kind in KINDS.values() for field in kind.fields}
    everything = [*rows, *(row for found in by_kind.values() for row in found)]
    columns = [SHEET.name, *_columns(documents, list(fields.values()), everything, used=True)]
    nested: dict[str, list[Cells]] = {}
    for kind in KINDS.values():
        if kind.of_events:
            for row in by_kind[kind.name]:
                nested.setdefault(row[OWNER.name], []).append({SHEET.name: kind.name, **row})
    ordered: list[Cells] = []
    for row in sorted(rows, key=lambda row: row[SHEET.name] == EVENTS):
        ordered.append(row)
        if row[SHEET.name] == EVENTS:
            ordered += nested.get(row[EVENT_ID.name], ())
    return Written(
        written_csv([columns, *([row.get(name, "") for name in columns] for row in ordered)])
    )


def _rows(documents: Documents, kind: SheetKind) -> Iterator[Cells]:
    """What a sheet says, row by row, as cells by column name."""
    if kind.name == EXHIBIT:
        yield _cells(kind, documents.exhibit)
    elif kind.name == EVENTS:
        for name, event in documents.events.items():
            articles = {language: text.strip() for language, text in event.articles.items()}
            yield _cells(kind, {**event.data, EVENT_ID.name: name, ARTICLE.name: articles})
    elif kind.of_events:
        for name, event in documents.events.items():
            for entry in get(event.data, kind.path) or ():
                yield _cells(kind, {**entry, OWNER.name: name})
    else:
        for entry in get(documents.exhibit, kind.path) or ():
            yield _cells(kind, entry)


def _cells(kind: SheetKind, data: Mapping[str, Any]) -> Cells:
    cells: Cells = {}
    for field in kind.fields:
        value = get(data, field.path)
        if isinstance(value, Mapping):
            cells.update({Column(field, key).name: text for key, text in value.items()})
        elif isinstance(value, list):
            cells[field.name] = ", ".join(value)
        elif value:
            cells[field.name] = "true" if value is True else str(value)
    return cells


def _columns(
    documents: Documents, fields: Sequence[Field], rows: Sequence[Cells], *, used: bool
) -> list[str]:
    """The names of the columns in their order; with `used` only of those that say something."""
    filled = {name for row in rows for name in row}
    languages = languages_in(documents)
    names: list[str] = []
    for field in fields:
        if field.kind is FieldKind.TEXT:
            if field.name in filled:
                names.append(field.name)
            wanted = not used or any(f"{field.name}.{code}" in filled for code in languages)
            names += [f"{field.name}.{code}" for code in languages] if wanted else []
        elif not used or field.name in filled:
            names.append(field.name)
    return names
