"""kiosk new DIR: a small working exhibit."""

from __future__ import annotations

import shlex
from typing import Final

from kiosk.commands.parsing import GOOD, UsageError
from kiosk.commands.targets import write_folder
from kiosk.settings import parse_language, parse_path

LANGUAGES: Final = "en"


def write(target: str, languages: str | None, title: str | None) -> int:
    from kiosk.curator.template import new_exhibit

    folder = parse_path("DIR", target)
    if title is not None and (not title.strip() or not title.isprintable()):
        raise UsageError("--title needs the name of the exhibit, on one line.")
    write_folder(folder, new_exhibit(language_codes(languages or LANGUAGES), title))
    shown = shlex.quote(str(folder))
    print(f"A new exhibit is in “{folder}”. Go on with:")
    print(f"  kiosk run {shown} --windowed            see it; save a file and it follows")
    print(f"  kiosk new --event 1923-fair {shown}     add an event")
    print(f"  kiosk check {shown}                     find what is wrong")
    print("Its README.md says what to change first.")
    return GOOD


def language_codes(text: str) -> tuple[str, ...]:
    """The codes in ``lt,en``; UsageError if one is none or stands there twice."""
    codes = tuple(parse_language("--languages", code.strip()) for code in text.split(","))
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise UsageError(f"--languages names “{twice}” twice.")
    return codes
