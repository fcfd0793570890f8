"""The stored editions as a technician wants to see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.station.choosing import read_standing, without_rollback
from kiosk.station.crashes import on_show
from kiosk.station.edition import EditionHeader
from kiosk.station.editions import EditionStore
from kiosk.station.files import replace_with

_FOLDER_NOTE = "content-folder.txt"


@dataclass(frozen=True, slots=True)
class Listed:
    """One edition; `size` is what it added to the store, in bytes.

    `floor` and `window`: a kiosk shows it there at this moment. `chosen`: it is what the floor
    shows next. `rolled_back_to`: because somebody decided so.
    """

    header: EditionHeader
    size: int
    floor: bool
    window: bool
    chosen: bool
    rolled_back_to: bool
    set_aside: bool


def list_editions(store: EditionStore) -> tuple[Listed, ...]:
    """All editions that can be read, newest first."""
    headers = store.editions()
    standing = read_standing(store.root)
    rollback = standing.rollback
    holds = rollback is not None and rollback.stands(
        without_rollback(headers, standing), standing.set_aside
    )
    chosen = next((header.id for header in store.ranked(floor=True)), None)
    shown = {(run.edition, run.floor) for run in on_show(store.root)}
    sizes = _sizes(store, headers)
    return tuple(
        Listed(
            header=header,
            size=sizes[header.id],
            floor=(header.id, True) in shown,
            window=(header.id, False) in shown,
            chosen=header.id == chosen,
            rolled_back_to=holds and rollback is not None and header.id == rollback.edition,
            set_aside=header.id in standing.set_aside,
        )
        for header in headers
    )


def _sizes(store: EditionStore, headers: Iterable[EditionHeader]) -> dict[str, int]:
    """What each edition cost when it came: its own files, and the objects no older one has."""
    counted: set[str] = set()
    sizes = {}
    for header in sorted(headers, key=lambda header: header.id):
        needed = _needs(store, header)
        own = store.folder(header.id).iterdir()
        sizes[header.id] = sum(map(_size, own)) + sum(
            _size(store.objects.path(name)) for name in needed - counted
        )
        counted |= needed
    return sizes


def _needs(store: EditionStore, header: EditionHeader) -> set[str]:
    try:
        return store.needs(header)
    except (OSError, ValueError):
        return set()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def note_folder(root: Path, content: Path) -> None:
    """Notes of which content folder the store at `root` is; raises OSError."""
    note = root / _FOLDER_NOTE
    if not note.exists():
        replace_with(note, str(content.resolve()).encode("utf-8", "surrogateescape"))


def known_folders(state: Path) -> tuple[str, ...]:
    """The content folders of which there are editions in the state folder."""
    notes = sorted((state / "contents").glob(f"*/{_FOLDER_NOTE}"))
    return tuple(
        note.read_bytes().decode("utf-8", "replace")
        for note in notes
        if EditionStore(note.parent).editions()
    )
