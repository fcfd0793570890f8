"""A table to start from: the usual columns, one example, and what each column means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kiosk.curator.tables.columns import ARTICLE, COLUMNS, EVENTS, KINDS, Column, SheetKind
from kiosk.curator.tables.csvfile import written_csv
from kiosk.curator.tables.workbook import written_workbook
from kiosk.exhibit.yamlfile.sources import MediumSource

_EXAMPLE: Final = {
    "id": "",
    "date": "1904-05-12",
    "title": "The mill burns down",
    "summary": "A spark from the boiler sets the roof on fire. By morning only the walls stand.",
    "lane": "The town",
    "importance": "1",
    "place.name": "Old Mill, River Street",
    "article": "Three villages saw the fire.\n\nNobody was hurt, but the archive was lost.",
    "file": "fire.jpg",
    "alt": "Men with buckets in front of a burning mill.",
    "credit": "Unknown photographer, town museum",
    "rights": "Public domain",
    "source": "",
}
_TRANSLATED: Final = frozenset({"title", "summary", ARTICLE.name, "alt"})
_MEDIUM: Final = ("file", "alt", "caption", "credit", "rights", "source")


def template_csv(languages: Sequence[str]) -> bytes:
    """A CSV file with a header and one event."""
    return written_csv(_events(languages))


def template_workbook(languages: Sequence[str]) -> bytes:
    """An XLSX file with the same, and a sheet that explains every column there may be."""
    return written_workbook([(EVENTS, _events(languages)), (COLUMNS, _explanations(languages))])


def _events(languages: Sequence[str]) -> list[list[str]]:
    usual = [field for field in KINDS[EVENTS].fields if field.name in _EXAMPLE]
    medium = {field.name: field for field in SheetKind("", MediumSource).fields}
    usual += [medium[name] for name in _MEDIUM]
    header, example = [], []
    for field in usual:
        codes = languages if field.name in _TRANSLATED else ("",)
        header += [Column(field, code).name for code in codes]
        # The example is written in one language, so that it asks for the others.
        example += [_EXAMPLE.get(field.name, ""), *("" for _ in codes[1:])]
    return [header, example]


def _explanations(languages: Sequence[str]) -> list[list[str]]:
    rows = [["sheet", "column", "meaning"]]
    for kind in KINDS.values():
        rows += [[kind.name, field.name, field.meaning] for field in kind.fields]
    titles = ", ".join(f"title.{code}" for code in languages)
    return [
        *rows,
        ["", titles, "A text that visitors read may have a column for each language."],
        ["", "file", "Columns of the sheets media and sources may also stand in the sheet events."],
    ]
