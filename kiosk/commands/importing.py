"""kiosk import: a spreadsheet or a TimelineJS file becomes a content folder."""

from __future__ import annotations

import os
import shlex
import sys
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk.commands.parsing import GOOD, REFUSED, Parser, UsageError
from kiosk.commands.targets import refuse_taken, said_in_one_sentence, write_folder
from kiosk.settings import parse_language, parse_path

if TYPE_CHECKING:
    from kiosk.curator.documents.content import ContentTexts
    from kiosk.curator.importing.media import Settled
    from kiosk.curator.importing.plan import Change
    from kiosk.curator.importing.report import Note

_EPILOG: Final = """\
FILE is a spreadsheet (CSV or XLSX) with the columns of kiosk new --table, the JSON
file of a TimelineJS 3 or 1, or the spreadsheet of a TimelineJS. Pictures and films
beside it come along; web addresses are kept and never opened."""


def parser() -> Parser:
    parser = Parser("kiosk import", "Make an exhibit from a spreadsheet or a timeline.", _EPILOG)
    parser.add_argument("file", metavar="FILE", help="what to import")
    parser.add_argument("--to", metavar="DIR", required=True, help="the new content folder")
    parser.add_argument("--language", metavar="CODE", help="the language of its texts (else en)")
    parser.add_argument(
        "--update",
        action="store_true",
        help="DIR is an exhibit already: write only what the table says differently",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, do nothing")
    return parser


def main(words: Sequence[str]) -> int:
    found = parser().parse(words)
    file, target = parse_path("FILE", found.file), parse_path("--to", found.to)
    if not found.update:
        refuse_taken(target)
    elif not target.is_dir():
        raise UsageError(f"There is no folder “{target}” to update.")
    return _import(_bytes_of(file), file, target, found)


def _bytes_of(file: Path) -> bytes:
    from kiosk.curator.importing.opening import LARGEST

    try:
        if file.is_dir():
            raise UsageError(f"“{file}” is a folder; name a file.")
        if file.exists() and not file.is_file():
            raise UsageError(f"“{file}” is not an ordinary file.")
        if file.stat().st_size > LARGEST:
            raise UsageError(f"“{file}” is larger than {LARGEST // 1_000_000} MB.")
        return file.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"There is no file “{file}”.") from None
    except OSError as fault:
        why = os.strerror(fault.errno) if fault.errno else "fault"
        raise UsageError(f"“{file}” cannot be read ({why}).") from None


def _import(data: bytes, file: Path, target: Path, found: Namespace) -> int:
    from kiosk.curator.importing.media import settle_media
    from kiosk.curator.importing.opening import open_import
    from kiosk.curator.importing.report import ImportRefused
    from kiosk.exhibit.files import ContentFolder

    language = parse_language("--language", found.language) if found.language else "en"
    try:
        texts = _texts_of(target) if found.update else None
        before = texts.documents if texts is not None else None
        imported = open_import(data, file.name, language, before)
    except ImportRefused as refusal:
        print(f"kiosk: “{file}” was not imported. {refusal}", file=sys.stderr)
        return REFUSED
    there = ContentFolder(target) if found.update else None
    settled = settle_media(imported.documents, before, ContentFolder(file.parent), there)
    notes = (*imported.notes, *settled.notes)
    if texts is not None:
        return _update(texts, settled, notes, file.parent, target, dry=found.dry_run)
    return _write(settled, imported.remark, notes, file.parent, target, dry=found.dry_run)


def _texts_of(target: Path) -> ContentTexts:
    """The exhibit that is to be updated; ImportRefused if it has mistakes."""
    from kiosk.curator.documents.content import read_texts
    from kiosk.curator.documents.soundness import error_in_the_way
    from kiosk.curator.importing.report import ImportRefused
    from kiosk.exhibit.files import ContentFolder, FileError

    fault = error_in_the_way(target)
    if fault:
        raise ImportRefused(fault)
    try:
        return read_texts(ContentFolder(target))
    except FileError as error:
        raise ImportRefused(f"{error.message} {error.hint}") from None


def _write(
    settled: Settled,
    remark: str,
    notes: Iterable[Note],
    beside: Path,
    target: Path,
    *,
    dry: bool,
) -> int:
    from kiosk.curator.importing.plan import new_files

    files = new_files(settled.documents, remark)
    if not dry:
        copies = {goal: beside / source for goal, source in settled.copies.items()}
        write_folder(target, {path: text.encode() for path, text in files.items()}, copies)
    _say(notes)
    events, shown = len(settled.documents.events), shlex.quote(str(target))
    imported = "would be imported" if dry else "imported"
    print(f"Events {imported} to {shown}: {events}.")
    if not dry:
        _say_problems(target)
        print(f"See it with: kiosk run {shown} --windowed")
    return GOOD


def _update(
    texts: ContentTexts,
    settled: Settled,
    notes: Iterable[Note],
    beside: Path,
    target: Path,
    *,
    dry: bool,
) -> int:
    from kiosk.curator.importing.plan import changes

    found = changes(settled.documents, texts)
    if not dry:
        _copy(settled.copies, beside, target)
        _replace(found, target)
    _say(notes)
    for change in found:
        print(f"{change.path}: {change.what}")
    for path in settled.copies:
        print(f"{path}: copied")
    number = len(found) + len(settled.copies)
    if not number:
        print("Nothing differs; no file was touched.")
    else:
        written = "would be written" if dry else "written"
        print(f"Files {written} in {shlex.quote(str(target))}: {number}.")
        if not dry:
            _say_problems(target)
    return GOOD


def _replace(found: Iterable[Change], target: Path) -> None:
    from kiosk.station.files import replace_with

    for change in found:
        with said_in_one_sentence(target / change.path):
            replace_with(target / change.path, change.text.encode())


def _copy(copies: Mapping[str, str], beside: Path, target: Path) -> None:
    from kiosk.station.files import Changing, copy_steadily

    for goal, source in copies.items():
        place = target / goal
        with said_in_one_sentence(place):
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                copy_steadily(beside / source, beside, place)
            except Changing:
                raise UsageError(f"“{source}” is still being written; try again.") from None


def _say(notes: Iterable[Note]) -> None:
    from rich.console import Console

    from kiosk.curator.importing.report import print_notes

    print_notes(Console(highlight=False), notes)


def _say_problems(target: Path) -> None:
    """How the new folder stands with `kiosk check`, but for the media themselves."""
    from kiosk.exhibit.problems import counted
    from kiosk.exhibit.reader import read_exhibit

    errors, warnings = counted(read_exhibit(target).problems)
    shown = shlex.quote(str(target))
    print(f"kiosk check {shown} finds errors: {errors}, warnings: {warnings}.")
