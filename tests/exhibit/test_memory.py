"""Readings that are remembered are what a fresh reading would find, whatever has changed."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.exhibit.events import EventReader
from kiosk.exhibit.memory import Before, Memory
from kiosk.exhibit.reader import Reading, read_exhibit
from tests.exhibit.conftest import EXHIBIT, PNG, VTT, WEBM

TODAY = date(2026, 5, 1)

EVENT = """\
date: 1940-06-15
title: {lt: Pradžia, en: Beginning}
"""
FILES: Mapping[str, str | bytes] = {
    "exhibit.yaml": EXHIBIT,
    "media/media.yaml": "shared.png: {alt: {lt: Upė, en: River}, credit: Me, rights: CC0}\n",
    "media/shared.png": PNG,
    "events/plain/event.yaml": EVENT,
    "events/related/event.yaml": EVENT + "related: [plain, linking]\n",
    "events/linking/event.yaml": EVENT,
    "events/linking/article.en.md": "See [the plain one](plain) and [another](themed).\n",
    "events/linking/article.lt.md": "Žr. [paprastą](plain).\n",
    "events/themed/event.yaml": EVENT + "themes: [resistance]\nlane: lithuania\nera: later\n",
    "events/sharing/event.yaml": EVENT + "hero: shared.png\nmedia:\n  - {file: shared.png}\n",
    "events/owning/event.yaml": EVENT + "media:\n  - {file: film.webm, captions: {en: a.vtt}}\n",
    "events/owning/film.webm": WEBM,
    "events/owning/a.vtt": VTT,
    "events/lacking/event.yaml": EVENT + "media:\n  - {file: gone.png}\n",
    "events/mistaken/event.yaml": EVENT + "related: [plane]\n",
    "events/season/event.yaml": EVENT + "visible: {from: 2026-03-01, until: 2026-08-31}\n",
    "events/draft/event.yaml": EVENT + "draft: true\n",
}


def write(path: str, body: str | bytes) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body.encode() if isinstance(body, str) else body)

    return change


def edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        file = folder / path
        if file.exists():
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(old, new), encoding="utf-8")

    return change


def remove(path: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        gone = folder / path
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink(missing_ok=True)

    return change


def rename(path: str, name: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        before, after = folder / path, (folder / path).with_name(name)
        if before.exists() and not after.exists():
            before.rename(after)

    return change


CHANGES: dict[str, Callable[[Path], None]] = {
    "nothing": lambda _folder: None,
    "title": edit("events/plain/event.yaml", "Beginning", "The beginning"),
    "broken event": write("events/plain/event.yaml", "date: never\ntitle: x\n"),
    "event added": write("events/new/event.yaml", EVENT),
    "meant event added": write("events/plane/event.yaml", EVENT),
    "related event removed": remove("events/plain"),
    "linked event removed": remove("events/themed"),
    "event renamed": rename("events/plain", "simple"),
    "article added": write("events/plain/article.en.md", "Long ago.\n"),
    "article changed": edit("events/linking/article.en.md", "another", "a third"),
    "article removed": remove("events/linking/article.lt.md"),
    "exhibit's title": edit("exhibit.yaml", "The way", "The road"),
    "era's dates": edit("exhibit.yaml", "1940-06, end", "1940-07, end"),
    "era renamed": edit("exhibit.yaml", "id: later", "id: latest"),
    "theme removed": edit("exhibit.yaml", "themes: [{id: resistance", "themes: [{id: other"),
    "language added": edit("exhibit.yaml", "[lt, en]", "[lt, en, pl]"),
    "language removed": edit("exhibit.yaml", "[lt, en]", "[en]"),
    "unreadable exhibit": write("exhibit.yaml", "title: [\n"),
    "shared words": edit("media/media.yaml", "River", "The river"),
    "shared words gone": remove("media/media.yaml"),
    "shared picture gone": remove("media/shared.png"),
    "shared picture spoilt": write("media/shared.png", b"nothing"),
    "missing picture shared": write("media/gone.png", PNG),
    "missing picture there": write("events/lacking/gone.png", PNG),
    "own picture before shared": write("events/sharing/shared.png", PNG),
    "film spoilt": write("events/owning/film.webm", b"nothing"),
    "captions changed": edit("events/owning/a.vtt", "Hello", "Goodbye"),
    "all events gone": remove("events"),
}


def contents(folder: Path) -> bytes:
    """What differs whenever anything below `folder` does."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        digest.update(f"{file.relative_to(folder)}|".encode())
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.digest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make(tmp_path / "content")


def make(folder: Path) -> Path:
    for path, body in FILES.items():
        write(path, body)(folder)
    return folder


def again(
    memory: Memory, folder: Path, today: date = TODAY, *, drafts: bool = False
) -> tuple[Reading, Reading]:
    """The exhibit read with what is remembered, and afresh."""
    before = Before(memory, lambda path: contents(folder / path))
    return (
        read_exhibit(folder, today, drafts, before=before),
        read_exhibit(folder, today, drafts),
    )


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_each_change_is_seen(folder: Path, change: Callable[[Path], None]) -> None:
    """Whatever was changed, what is remembered never shows."""
    memory = Memory()
    again(memory, folder)
    change(folder)
    remembered, fresh = again(memory, folder)
    assert remembered == fresh


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(sorted(CHANGES)), min_size=2, max_size=6))
def test_changes_one_after_the_other(names: list[str]) -> None:
    """Nor does it after any series of changes."""
    with tempfile.TemporaryDirectory() as place:
        folder, memory = make(Path(place) / "content"), Memory()
        again(memory, folder)
        for name in names:
            CHANGES[name](folder)
            remembered, fresh = again(memory, folder)
            assert remembered == fresh


def test_a_day_passes(folder: Path) -> None:
    """An event whose time is over goes, though nobody touched its file."""
    memory = Memory()
    before, _ = again(memory, folder)
    remembered, fresh = again(memory, folder, date(2026, 9, 1))
    assert remembered == fresh
    assert before.exhibit is not None
    assert remembered.exhibit is not None
    assert len(remembered.exhibit.events) == len(before.exhibit.events) - 1


def test_drafts_are_read_for_whoever_wants_them(folder: Path) -> None:
    """What was remembered without drafts does not hide them."""
    memory = Memory()
    again(memory, folder)
    remembered, fresh = again(memory, folder, drafts=True)
    assert remembered == fresh


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("nothing", set()),
        ("exhibit's title", set()),
        ("title", {"plain"}),
        ("article changed", {"linking"}),
        ("event added", {"new", "mistaken"}),
        ("linked event removed", {"linking", "mistaken"}),
        ("missing picture shared", {"sharing", "lacking"}),
    ],
)
def test_only_what_changed_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, read: set[str]
) -> None:
    """An event is read again if it, or something that it asked for, has changed."""
    memory = Memory()
    again(memory, folder)
    CHANGES[name](folder)
    real, seen = EventReader.read, set()

    def noting(reader: EventReader, entry):  # type: ignore[no-untyped-def]
        seen.add(entry.name)
        return real(reader, entry)

    monkeypatch.setattr(EventReader, "read", noting)
    read_exhibit(folder, TODAY, before=Before(memory, lambda path: contents(folder / path)))
    assert seen == read


def test_nothing_uncertain_is_remembered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may have changed unseen is read every time."""
    memory = Memory()
    uncertain = Before(memory, lambda _path: None)
    count = len(list((folder / "events").iterdir()))
    read_exhibit(folder, TODAY, before=uncertain)
    real, seen = EventReader.read, []

    def noting(reader: EventReader, entry):  # type: ignore[no-untyped-def]
        seen.append(entry.name)
        return real(reader, entry)

    monkeypatch.setattr(EventReader, "read", noting)
    read_exhibit(folder, TODAY, before=uncertain)
    assert len(seen) == count
