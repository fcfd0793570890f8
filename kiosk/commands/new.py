"""kiosk new: something to start from."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from kiosk.commands.parsing import GOOD, Parser, UsageError
from kiosk.commands.targets import write_folder
from kiosk.settings import parse_path


def parser() -> Parser:
    parser = Parser("kiosk new", "Write a small working exhibit to start from.")
    parser.add_argument(
        "folder", metavar="DIR", nargs="?", help="the new content folder; it must not exist yet"
    )
    return parser


def main(words: Sequence[str]) -> int:
    found = parser().parse(words)
    if found.folder is None:
        raise UsageError("Name the folder to write: kiosk new my-exhibit")
    return _new_exhibit(parse_path("DIR", found.folder))


def _new_exhibit(folder: Path) -> int:
    from kiosk.curator.template import new_exhibit

    write_folder(folder, new_exhibit())
    shown = shlex.quote(str(folder))
    print(f"A new exhibit is in {shown}. Go on with:")
    print(f"  kiosk run {shown} --windowed   see it; change a file and look again")
    print(f"  kiosk check {shown}            find what is wrong")
    return GOOD
