"""kiosk run: show an exhibit."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Final

from kiosk.commands.parsing import NO_DISPLAY, Parser
from kiosk.settings import settings_from
from kiosk.station.displays import display_fault

OPTIONS: Final = (
    ("language", "CODE", "the language to begin with"),
    ("idle", "SECONDS", "reset after this time, for rehearsals; the warning comes half-way"),
    ("screen", "N", "the screen to use, counted from 1"),
    ("diagonal", "INCHES", "how large the screen is"),
    ("state", "DIR", "where the kiosk keeps what it has to remember"),
    ("probe", "FILE", "append measurements to this file"),
)
"""Those with a value, but for ``--windowed``, whose value may be left out."""


def main(words: Sequence[str], epilog: str = "") -> int:
    """`epilog` closes the help: this is also what ``kiosk --help`` prints."""
    found = vars(parser(epilog).parse(words))
    settings = settings_from(found, os.environ)
    fault = display_fault(os.environ, sys.platform)
    if fault is not None:
        print(f"kiosk: {fault}", file=sys.stderr)
        return NO_DISPLAY
    from kiosk.app import run

    return run(settings)


def parser(epilog: str = "") -> Parser:
    parser = Parser("kiosk [run]", "Show an exhibit, fullscreen or in a window.", epilog)
    parser.add_content()
    parser.add_argument(
        "--windowed",
        metavar="WxH",
        help="show it in a window, beside the problems of its content; the size may be left out",
    )
    for name, metavar, text in OPTIONS:
        parser.add_argument(f"--{name}", metavar=metavar, help=text)
    return parser
