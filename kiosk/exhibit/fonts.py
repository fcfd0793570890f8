"""fonts/: the exhibit's own typefaces."""

from __future__ import annotations

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
            if not folder.read(path, 4).startswith(_MARKS):
                hint = "Use TrueType or OpenType files."
                raise FileError("unplayable-file", "The file is not a typeface.", hint)
        except FileError as fault:
            problems.append(_error(entry.path, fault))
        else:
            found.append(entry.name)
    return tuple(found), tuple(problems)


def font_named(
    name: str | None, fonts: Collection[str], at: Node, path: str
) -> tuple[str | None, tuple[Problem, ...]]:
    """A family's name as it is, a file's name if it is one of `fonts`, else None."""
    if name is None or not name.lower().endswith((*_SUFFIXES, *_WEB_SUFFIXES)):
        return name, ()
    file = name.removeprefix(f"{FONTS_FOLDER}/")
    if file in fonts:
        return file, ()
    hint = did_you_mean(file, fonts, f"Put a .ttf or .otf file into {FONTS_FOLDER}/.")
    message = f"There is no typeface “{clip(file)}” in {FONTS_FOLDER}/."
    return None, (error(path, at, "missing-file", message, hint, Scope.MEDIUM),)


def _error(path: str, fault: FileError) -> Problem:
    return error(path, (0, 0), fault.code, fault.message, fault.hint, Scope.MEDIUM)
