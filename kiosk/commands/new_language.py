"""kiosk new --language: one more language for a content folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from kiosk.commands.exhibit_files import content_to_change, rewrite, texts_of
from kiosk.commands.parsing import GOOD, REFUSED, UsageError
from kiosk.settings import parse_language


def add(code: str, content: str | None) -> int:
    from kiosk.curator.new_language import prepared_for, told
    from kiosk.curator.template import editor_files

    language = parse_language("--language", code)
    folder = content_to_change(content)
    texts, unread = texts_of(folder)
    prepared = prepared_for(language, texts)
    faults = (*unread, *prepared.faults)
    if faults:
        print(*(f"kiosk: {fault}" for fault in faults), sep="\n", file=sys.stderr)
        print("kiosk: Mend this first; nothing has been changed.", file=sys.stderr)
        return REFUSED
    _write(folder, prepared.changed)
    if (folder / ".schema").is_dir():
        schemas = editor_files(prepared.languages)
        _write(folder, {path: text.decode() for path, text in schemas.items()})
    if prepared.is_new:
        print(f"“{language}” is now the last of the languages in exhibit.yaml.")
    if prepared.changed:
        print(f"{len(prepared.changed)} files have new places for it.")
    print(*told(prepared.remaining, language), sep="\n")
    if prepared.remaining:
        print(
            f"Write each text between the quotation marks after “{language}:”; until then visitors"
        )
        print("see another language. Call this again to see what is left.")
    return GOOD


def _write(folder: Path, changed: Mapping[str, str]) -> None:
    try:
        for path, text in changed.items():
            (folder / path).parent.mkdir(exist_ok=True)
            rewrite(folder / path, text)
    except OSError as fault:
        why = os.strerror(fault.errno) if fault.errno else "fault"
        raise UsageError(f"“{folder / path}” cannot be written ({why}).") from None
