"""fonts/: the exhibit's own typefaces."""

from __future__ import annotations

import struct
from collections.abc import Collection
from typing import Final

from kiosk.exhibit.files import ContentFolder, FileError
from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.wording import clip, did_you_mean, error
from kiosk.exhibit.yamlfile.tree import Node

FONTS_FOLDER: Final = "fonts"
_SUFFIXES: Final = (".ttf", ".otf", ".ttc")
_WEB_SUFFIXES: Final = (".woff", ".woff2")
_MARKS: Final = (b"\0\x01\0\0", b"OTTO", b"true", b"ttcf")
_COLLECTION: Final = b"ttcf"
_LARGEST: Final = 64 * 2**20
"""Bytes; the largest East Asian typefaces have about a third of it."""


def read_fonts(folder: ContentFolder) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The names of the typefaces in fonts/, and what is wrong with files that claim to be some."""
    try:
        entries = folder.entries(FONTS_FOLDER).values()
    except FileError as fault:
        return (), (_error(FONTS_FOLDER, fault),)
    found: list[str] = []
    problems: list[Problem] = []
    for entry in entries:
        if not entry.name.lower().endswith(_SUFFIXES):
            continue
        try:
            path = folder.find(entry.name, (FONTS_FOLDER,)).path
            _judge(folder.read(path, _LARGEST + 1))
        except FileError as fault:
            problems.append(_error(entry.path, fault))
        else:
            found.append(entry.name)
    return tuple(found), tuple(problems)


def _judge(data: bytes) -> None:
    """Raises FileError if `data` is no typeface or not all of one."""
    if not data.startswith(_MARKS):
        hint = "Use TrueType or OpenType files."
        raise FileError("unplayable-file", "The file is not a typeface.", hint)
    if len(data) > _LARGEST:
        hint = f"Use one of less than {_LARGEST // 2**20} MB."
        raise FileError("large-file", "The typeface's file is too large.", hint)
    if not _is_whole(data):
        hint = "Copy it again; the copying may have been interrupted."
        raise FileError("unplayable-file", "The typeface's file is damaged or incomplete.", hint)


def _is_whole(data: bytes) -> bool:
    """Whether every table lies inside the file (OpenType 1.9, table directory)."""
    try:
        start = struct.unpack_from(">I", data, 12)[0] if data.startswith(_COLLECTION) else 0
        (count,) = struct.unpack_from(">H", data, start + 4)
        tables = [struct.unpack_from(">II", data, start + 20 + 16 * at) for at in range(count)]
    except struct.error:
        return False
    return bool(tables) and all(offset + length <= len(data) for offset, length in tables)


def font_named(
    name: str | None, fonts: Collection[str], at: Node, path: str
) -> tuple[str | None, tuple[Problem, ...]]:
    """A family's name as it is, a file's name if it is one of `fonts`, else None."""
    if name is None or not name.lower().endswith((*_SUFFIXES, *_WEB_SUFFIXES)):
        return name, ()
    file = name.removeprefix(f"{FONTS_FOLDER}/")
    if file in fonts:
        return file, ()
    if file.lower().endswith(_WEB_SUFFIXES):
        message = f"“{clip(file)}” is a typeface for web pages, which kiosks do not take."
        hint = f"Put the same typeface as .ttf or .otf file into {FONTS_FOLDER}/."
        return None, (error(path, at, "unplayable-file", message, hint, Scope.MEDIUM),)
    hint = did_you_mean(file, fonts, f"Put a .ttf or .otf file into {FONTS_FOLDER}/.")
    message = f"There is no typeface “{clip(file)}” in {FONTS_FOLDER}/."
    return None, (error(path, at, "missing-file", message, hint, Scope.MEDIUM),)


def _error(path: str, fault: FileError) -> Problem:
    return error(path, (0, 0), fault.code, fault.message, fault.hint, Scope.MEDIUM)
