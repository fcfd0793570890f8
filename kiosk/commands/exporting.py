"""kiosk export: an exhibit as a spreadsheet, or for TimelineJS."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.parsing import GOOD, REFUSED, Parser, UsageError, existing_content
from kiosk.commands.targets import table_suffix, write_file
from kiosk.settings import parse_language, parse_path

if TYPE_CHECKING:
    from kiosk.curator.importing.report import Note


def parser() -> Parser:
    parser = Parser("kiosk export", "Write an exhibit as a spreadsheet, or for TimelineJS.")
    parser.add_content()
    form = parser.add_mutually_exclusive_group(required=True)
    form.add_argument("--table", metavar="FILE", help="a spreadsheet, FILE.xlsx or FILE.csv")
    form.add_argument("--timelinejs", metavar="FILE", help="a JSON file for TimelineJS 3")
    parser.add_argument(
        "--language", metavar="CODE", help="the language for TimelineJS (else the first)"
    )
    return parser


def main(words: Sequence[str]) -> int:
    found = parser().parse(words)
    content = existing_content(found.content)
    if found.table is not None:
        if found.language is not None:
            raise UsageError("--language belongs to --timelinejs; a table has every language.")
        return _table(content, parse_path("--table", found.table))
    language = parse_language("--language", found.language) if found.language else None
    return _timelinejs(content, parse_path("--timelinejs", found.timelinejs), language)


def _table(content: Path, file: Path) -> int:
    from kiosk.curator.documents.content import read_texts
    from kiosk.curator.tables.writing import csv_of, workbook_of
    from kiosk.exhibit.files import ContentFolder

    suffix = table_suffix(file)
    if _is_faulty(content):
        return REFUSED
    documents = read_texts(ContentFolder(content)).documents
    written = workbook_of(documents) if suffix == ".xlsx" else csv_of(documents)
    write_file(file, written.data)
    for cell in written.left_out:
        print(f"Too long for a spreadsheet, left out and kept in its file: {cell}")
    shown, folder = shlex.quote(str(file)), shlex.quote(str(content))
    print(f"Events written to {shown}: {len(documents.events)}.")
    print(f"After changing it: kiosk import {shown} --to {folder} --update")
    return GOOD


def _timelinejs(content: Path, file: Path, language: str | None) -> int:
    from rich.console import Console

    from kiosk.curator.exporting.timelinejs import timeline_of
    from kiosk.curator.importing.report import print_notes
    from kiosk.exhibit.reader import read_exhibit

    if _is_faulty(content):
        return REFUSED
    exhibit = read_exhibit(content).exhibit
    assert exhibit is not None
    if language is not None and language not in exhibit.languages:
        known = ", ".join(exhibit.languages)
        raise UsageError(f"The exhibit has no language “{language}”; it has: {known}.")
    notes: list[Note] = []
    text = timeline_of(exhibit, language or exhibit.default_language, notes)
    write_file(file, text.encode())
    print_notes(Console(highlight=False), notes)
    print(f"Events written to {shlex.quote(str(file))}: {len(exhibit.events)}.")
    print("TimelineJS finds the media if the file lies in the content folder.")
    return GOOD


def _is_faulty(content: Path) -> bool:
    """Whether errors are in the way, which are then said."""
    from kiosk.curator.documents.soundness import error_in_the_way

    fault = error_in_the_way(content)
    if fault:
        print(f"kiosk: Nothing was exported. {fault}", file=sys.stderr)
    return bool(fault)
