"""kiosk new: something to start from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kiosk.commands import new_event, new_exhibit, new_language, new_table
from kiosk.commands.parsing import Parser, UsageError

_EPILOG: Final = """\
kiosk new my-exhibit                      a small working exhibit in a new folder
kiosk new --event 1923-fair my-exhibit    a new event in it, as a draft
kiosk new --language de my-exhibit        places for one more language, and what is left to do
kiosk new --table events.xlsx             a spreadsheet to fill in and import"""

_ADDING: Final = ("event", "language")
"""The options that add to a content folder; each stands alone."""


def parser() -> Parser:
    parser = Parser("kiosk new", "Write something to start from.", _EPILOG)
    parser.add_argument(
        "folder",
        metavar="DIR",
        nargs="?",
        help="the new content folder, which must not exist yet; with --event or --language the "
        "one to add to (default: KIOSK_CONTENT, else the current one)",
    )
    parser.add_argument("--event", metavar="ID", help="add an event's folder of this name")
    parser.add_argument("--language", metavar="CODE", help="add places for this language")
    parser.add_argument(
        "--languages", metavar="CODES", help="those of a new exhibit, such as lt,en (default: en)"
    )
    parser.add_argument("--table", metavar="FILE", help="write a table, FILE.xlsx or FILE.csv")
    parser.add_argument("--title", metavar="TEXT", help="the title of a new exhibit")
    return parser


def main(words: Sequence[str]) -> int:
    found = parser().parse(words)
    asked = [name for name in (*_ADDING, "languages", "title") if getattr(found, name) is not None]
    if len(asked) > 1 and asked[0] in _ADDING:
        raise UsageError(f"--{asked[0]} and --{asked[1]} do not go together.")
    if found.event is not None:
        return new_event.add(found.event, found.folder)
    if found.language is not None:
        return new_language.add(found.language, found.folder)
    if found.table is not None:
        return new_table.write(found.table, found.folder, found.languages, found.title)
    if found.folder is None:
        raise UsageError("Name the folder to write, such as: kiosk new my-exhibit")
    return new_exhibit.write(found.folder, found.languages, found.title)
