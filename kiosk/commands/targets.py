"""Folders that a command makes: refused if something is in them, written whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kiosk.commands.parsing import UsageError

_LEFT_BY_SYSTEMS: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def write_folder(
    target: Path,
    files: Mapping[str, bytes],
    copies: Mapping[str, Path] = MappingProxyType({}),
) -> None:
    """Make the folder `target` with `files` and `copies` of other files, by relative path.

    Raises UsageError, and leaves nothing behind, if something is there already or the disk
    refuses it.
    """
    with said_in_one_sentence(target):
        refuse_taken(target)
        made = _make_folders(target)
        moved: list[Path] = []
        try:
            with tempfile.TemporaryDirectory(prefix=".new-", dir=target) as name:
                draft = Path(name)
                for path, content in files.items():
                    place = draft / path
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_bytes(content)
                for path, source in copies.items():
                    place = draft / path
                    place.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(source, place)
                for finished in sorted(draft.iterdir()):
                    moved.append(finished.rename(target / finished.name))
        except BaseException:
            for place in moved:
                shutil.rmtree(place) if place.is_dir() else place.unlink()
            for folder in made:
                folder.rmdir()
            raise


def refuse_taken(target: Path) -> None:
    """UsageError if `target` is anything but an empty folder or nothing at all."""
    if target.is_symlink() and not target.exists():
        raise UsageError(f"“{target}” is a link that leads nowhere; name another folder.")
    if not target.exists():
        return
    if not target.is_dir():
        raise UsageError(f"“{target}” is a file; name a folder that does not exist yet.")
    if any(entry.name not in _LEFT_BY_SYSTEMS for entry in target.iterdir()):
        raise UsageError(f"The folder “{target}” is not empty; name one that does not exist yet.")


def _make_folders(target: Path) -> list[Path]:
    """Make `target` and the folders above it that are missing; gives them, innermost first."""
    missing = []
    place = target
    while not place.exists():
        missing.append(place)
        place = place.parent
    made: list[Path] = []
    try:
        for folder in reversed(missing):
            folder.mkdir()
            made.insert(0, folder)
    except OSError:
        for folder in made:
            folder.rmdir()
        raise
    return made


@contextmanager
def said_in_one_sentence(target: Path) -> Iterator[None]:
    """A disk that refuses to write `target` becomes a UsageError."""
    try:
        yield
    except OSError as fault:
        why = os.strerror(fault.errno) if fault.errno else "fault"
        raise UsageError(f"“{target}” cannot be written ({why}).") from None


def write_file(target: Path, content: bytes) -> None:
    """Write a new file; UsageError if there is one already or the disk refuses it."""
    with said_in_one_sentence(target):
        try:
            with target.open("xb") as file:
                file.write(content)
        except FileExistsError:
            raise UsageError(f"There is already a “{target}”; name another file.") from None


def table_suffix(file: Path) -> str:
    """What kind of spreadsheet `file` is to be, by its name; UsageError if none."""
    suffix = file.suffix.lower()
    if suffix not in (".xlsx", ".csv"):
        raise UsageError(f"“{file}” should end in .xlsx or .csv.")
    return suffix
