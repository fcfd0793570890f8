"""Disks that are full or cannot be written to: what was good stays, and goes on by itself."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.station.assembling import StoreError, make_edition
from kiosk.station.edition import Edition
from kiosk.station.editions import EditionStore
from tests.station.workshops import Workshop, can_mount, own_mounts


class FullDisk:
    """Refuses the kind of `step` that is taken for the `at`-th time, counted from 0."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, step: str, at: int) -> None:
        self._really = getattr(os, step)
        self._left = at
        monkeypatch.setattr(os, step, self._take)

    @property
    def has_refused(self) -> bool:
        return self._left < 0

    def _take(self, *arguments: Any, **options: Any) -> Any:
        self._left -= 1
        if self._left == -1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return self._really(*arguments, **options)


def complaint_of(make: Callable[[], None]) -> str:
    """What a make says that could not store its edition, "" if it could."""
    try:
        make()
    except StoreError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("step", ["fsync", "rename", "replace", "mkdir"])
def test_full_at_every_step(
    content: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Wherever storing is refused, the good edition stays, and the next make is whole."""

    def make() -> None:
        # A making process of its own, which remembers nothing of the one before.
        store = EditionStore(tmp_path / "store")
        made = make_edition(store, content.folder, drafts=False, on_progress=lambda *_: None)
        assert made.edition is not None

    def shown() -> Edition:
        edition = EditionStore(tmp_path / "store").for_screen(floor=True)
        assert edition is not None
        assert all(edition.path(file) for file in edition.files)
        return edition

    make()
    content.event("second", "paper.pdf", date="1991")
    for at in range(1000):
        title = f"Turn {at}"
        content.put("paper.pdf").write_bytes(b"%PDF-1.7\n" + title.encode() + b"\n%%EOF\n")
        content.event("first", "picture.jpg", title=title)
        before = shown()
        with monkeypatch.context() as patch:
            disk = FullDisk(patch, step, at)
            complaint = complaint_of(make)
        assert complaint.startswith("The disk is full") or not complaint
        assert shown() == before or shown().exhibit.events[0].title.root[""] == title
        if not disk.has_refused:
            assert at > 0
            return
        make()
        assert shown().exhibit.events[0].title.root[""] == title
        EditionStore(tmp_path / "store").prune(keep=2)
    pytest.fail("a make never ends")


@pytest.fixture
def small_store(tmp_path: Path) -> tuple[str, ...]:
    """What runs a workshop whose store is on a disk of three megabytes."""
    if not can_mount():
        pytest.skip("this user may mount nothing; every step is refused in another test")
    store = tmp_path / "store"
    store.mkdir()
    return own_mounts(f"mount -t tmpfs -o size=3m none {store}")


def test_disk_without_room(
    content: Any,
    tmp_path: Path,
    small_store: tuple[str, ...],
    open_workshop: Callable[..., Workshop],
) -> None:
    """What does not fit is said, costs nothing, and is stored once there is room."""
    workshop = open_workshop(prefix=small_store)
    first = workshop.floor()
    paper = content.put("paper.pdf")
    paper.write_bytes(paper.read_bytes() + bytes(8_000_000))
    content.event("second", "paper.pdf", date="1991", title="Second")
    while (told := workshop.made())["stage"] != "failed":
        pass
    assert told["message"].startswith("The disk is full")
    assert workshop.floor() == first
    content.event("second", "picture.jpg", date="1991", title="Small")
    workshop.good()
    assert workshop.titles() == ["Event", "Small"]
    workshop.inside(f"mount -o remount,size=30m {tmp_path}/store")
    content.event("second", "paper.pdf", date="1991", title="Second")
    workshop.good()
    assert workshop.titles() == ["Event", "Second"]


def test_disk_that_can_only_be_read(
    content: Any,
    tmp_path: Path,
    small_store: tuple[str, ...],
    open_workshop: Callable[..., Workshop],
) -> None:
    """A disk that has gone over to reading only keeps what it has, and the reason is said."""
    workshop = open_workshop(prefix=small_store)
    first = workshop.floor()
    workshop.inside(f"mount -o remount,ro {tmp_path}/store")
    content.event("second", "picture.jpg", date="1991", title="Second")
    told = workshop.made()
    assert told["stage"] == "failed"
    assert told["message"].startswith("The disk can only be read")
    assert workshop.floor() == first
    workshop.inside(f"mount -o remount,rw {tmp_path}/store")
    content.event("second", "picture.jpg", date="1991", title="Third")
    workshop.good()
    assert workshop.titles() == ["Event", "Third"]
