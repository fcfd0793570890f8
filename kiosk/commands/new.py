"""kiosk new: something to start from."""

from __future__ import annotations

import shlex
from argparse import Namespace
from collections.abc import Sequence
from typing import Final

from kiosk.commands.parsing import GOOD, Parser, UsageError
from kiosk.commands.targets import write_folder
from kiosk.settings import parse_language, parse_path

_EPILOG: Final = """\
kiosk new my-exhibit                         a small working exhibit in a new folder"""


def parser() -> Parser:
    parser = Parser("kiosk new", "Write something to start from.", _EPILOG)
    parser.add_argument(
        "folder", metavar="DIR", nargs="?", help="the new content folder; it must not exist yet"
    )
    parser.add_argument(
        "--languages", metavar="CODES", default="en", help="its languages, such as lt,en"
    )
    parser.add_argument("--title", metavar="TEXT", help="its title, the same in every language")
    return parser


def main(words: Sequence[str]) -> int:
    found = parser().parse(words)
    if found.folder is None:
        raise UsageError("Name the folder to write, such as: kiosk new my-exhibit")
    return _new_exhibit(found)


def _new_exhibit(found: Namespace) -> int:
    from kiosk.curator.template import new_exhibit

    folder = parse_path("DIR", found.folder)
    write_folder(folder, new_exhibit(_languages(found.languages), found.title))
    shown = shlex.quote(str(folder))
    print(f"A new exhibit is in {folder}. Go on with:")
    print(f"  kiosk run {shown} --windowed            see it; save a file and it follows")
    print(f"  kiosk new --event 1923-fair {shown}     add an event")
    print(f"  kiosk check {shown}                     find what is wrong")
    print("Its README.md says what to change first.")
    return GOOD


def _languages(text: str) -> tuple[str, ...]:
    codes = tuple(parse_language("--languages", code.strip()) for code in text.split(","))
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise UsageError(f"--languages names “{twice}” twice.")
    return codes
