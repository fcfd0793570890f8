"""kiosk new --table FILE: a spreadsheet to fill in and import."""

from __future__ import annotations

import shlex

from kiosk.commands.new_exhibit import LANGUAGES, language_codes
from kiosk.commands.parsing import GOOD, UsageError
from kiosk.commands.targets import table_suffix, write_file
from kiosk.settings import parse_path


def write(target: str, folder: str | None, languages: str | None, title: str | None) -> int:
    from kiosk.curator.tables.template import template_csv, template_workbook

    if folder is not None or title is not None:
        raise UsageError("--table writes a file of its own; it takes neither DIR nor --title.")
    file = parse_path("--table", target)
    make = {".csv": template_csv, ".xlsx": template_workbook}[table_suffix(file)]
    write_file(file, make(language_codes(languages or LANGUAGES)))
    shown = shlex.quote(str(file))
    print(f"A table with one example is in “{file}”. Fill it in, then make an exhibit of it:")
    print(f"  kiosk import {shown} --to my-exhibit")
    return GOOD
