"""Disks that are full or cannot be written to: what was good stays, and goes on by itself."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.station.assembling import StoreError, make_edition
from kiosk.station.editions import EditionStore
from tests.station.workshops import Workshop, can_mount, own_mounts

STEPS = ("fsync", "rename", "replace", "mkdir")


class FullDisk:
    """Refuses the step of a number, counted from 0 over all steps of these names."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
        self.refused = ""
        self._left = at
        for step in STEPS:
            monkeypatch.setattr(os, step, self._refusing(step, getattr(os, step)))

    def _refusing(self, step: str, really: Any) -> Any:
        def refusing(*arguments: Any, **options: Any) -> Any:
            self._left -= 1
            if self._left == -1:
                self.refused = step
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return really(*arguments, **options)

        return refusing


def complaint_of(make: Callable[[], None]) -> str:
    """What a make says that could not store its edition, "" if it could."""
    try:
        make()
    except StoreError as error:
        return str(error)
    return ""


def test_full_at_every_step(content: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever storing is refused, the good edition stays, and the next make is whole."""
    store = EditionStore(tmp_path / "store")

    def make() -> None:
        made = make_edition(store, content.folder, drafts=False, on_progress=lambda *_: None)
        assert made.edition is not None

    make()
    content.event("second", "paper.pdf", date="1991")
    seen, unrefused = set(), 0
    for step in range(1000):
        title = f"Turn {step}"
        content.put("paper.pdf").write_bytes(b"%PDF-1.7\n" + title.encode() + b"\n%%EOF\n")
        content.event("first", "picture.jpg", title=title)
        before = store.for_screen(floor=True)
        assert before is not None
        with monkeypatch.context() as patch:
            # A making process of its own, which remembers nothing of the one before.
            store = EditionStore(store.root)
            disk = FullDisk(patch, step)
            complaint = complaint_of(make)
        assert complaint.startswith("The disk is full") or not complaint
        shown = EditionStore(store.root).for_screen(floor=True)
        assert shown is not None
        assert shown == before or shown.exhibit.events[0].title.root[""] == title
        assert all(shown.path(file) for file in shown.files)
        if not disk.refused:
            # How many steps there are differs a little: some folders of objects are there already.
            unrefused += 1
            if unrefused == 10:
                break
            continue
        seen.add(disk.refused)
        make()
        after = EditionStore(store.root).for_screen(floor=True)
        assert after is not None
        assert after.exhibit.events[0].title.root[""] == title
        assert all(after.path(file) for file in after.files)
        store.prune(keep=2)
    else:
        pytest.fail("a make never ends")
    assert seen == {"fsync", "rename", "replace", "mkdir"}


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
