"""What a row of a table makes of what was written before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from pydantic import BaseModel

from kiosk.curator.documents.fields import (
    Data,
    Field,
    FieldKind,
    canonical,
    fields_of,
    get,
    put,
    tidied,
)
from kiosk.curator.tables.columns import Column

_BETWEEN_WORDS: Final = re.compile(r"[,;\n]")
_DECIMAL_COMMA: Final = re.compile(r"-?\d+,\d+")
_KEYS: Final = ("id", "file", "text", "source")
"""What tells one entry of a list from the others."""


def merged(
    model: type[BaseModel],
    before: Mapping[str, Any],
    columns: Iterable[Column],
    cells: Mapping[str, str],
    languages: Sequence[str],
) -> Data:
    """`before` with what the row says; a field without a column stays as it was.

    The first of `languages` takes the text of a column without a language, where other columns
    hold the same text in other languages.
    """
    result = canonical(model, before)
    by_field: dict[Field, list[Column]] = {}
    for column in columns:
        by_field.setdefault(column.field, []).append(column)
    for field in fields_of(model):
        if own := by_field.get(field):
            given = {column.language: cells.get(column.name, "") for column in own}
            value = (
                merged_text(get(result, field.path), given, languages)
                if field.kind is FieldKind.TEXT
                else _value(field, given[""])
            )
            put(result, field.path, value)
    return canonical(model, result)


def merged_list(
    model: type[BaseModel],
    before: Sequence[Data],
    columns: Sequence[Column],
    rows: Iterable[Mapping[str, str]],
    languages: Sequence[str],
) -> list[Data]:
    """The entries that the rows describe; each keeps what its predecessor said beside them."""
    predecessors = list(before)
    entries = []
    for cells in rows:
        entry = merged(model, {}, columns, cells, languages)
        key = next((key for key in _KEYS if key in entry), None)
        same = (old for old in predecessors if key is not None and old.get(key) == entry[key])
        old = next(same, None)
        if old is not None:
            predecessors.remove(old)
            entry = merged(model, old, columns, cells, languages)
        if entry:
            entries.append(entry)
    return entries


def merged_text(before: Any, given: Mapping[str, str], languages: Sequence[str]) -> Any:
    """A text from the cells of its columns, by language; "" is the column without one."""
    old = before if isinstance(before, Mapping) else {}
    texts = {code: text for code, text in old.items() if code not in given}
    texts |= {code: text for code, cell in given.items() if code and (text := cell.strip())}
    plain = given[""].strip() if "" in given else before if isinstance(before, str) else ""
    if not texts:
        return plain
    if plain and languages:
        texts.setdefault(languages[0], plain)
    order = {code: at for at, code in enumerate(languages)}
    return dict(sorted(texts.items(), key=lambda item: order.get(item[0], len(order))))


def _value(field: Field, cell: str) -> Any:
    if field.kind is FieldKind.WORDS:
        return tidied(field.kind, _BETWEEN_WORDS.split(cell))
    if field.kind is FieldKind.NUMBER and _DECIMAL_COMMA.fullmatch(cell.strip()):
        cell = cell.replace(",", ".")
    return tidied(field.kind, cell)
