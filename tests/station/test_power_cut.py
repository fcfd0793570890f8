"""Power cuts and kills while an edition is stored: the store has the new edition or the old."""

from __future__ import annotations

import hashlib
import random
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.station.assembling import make_edition
from kiosk.station.children import child_environment, python_child
from kiosk.station.edition import Edition
from kiosk.station.editions import EditionStore
from tests.station.unsafe_disk import Cut, UnsafeDisk

MIXTURES = 3
"""How many ways of losing a part are tried for each cut, beside losing all that is unsafe."""


def make(store: EditionStore, content: Any) -> Edition:
    made = make_edition(store, content.folder, drafts=False, on_progress=lambda *_: None)
    assert made.edition is not None
    return made.edition


def titles(edition: Edition) -> list[str]:
    return [event.title.root[""] for event in edition.exhibit.events]


def shown(store: EditionStore) -> Edition | None:
    """What the floor shows, after making sure that every file in it is what it was."""
    edition = store.for_screen(floor=True)
    if edition is None:
        return None
    assert edition.errors == 0
    for file, stored in edition.files.items():
        copies = [edition.path(file)]
        if stored.facts is not None:
            copies += [edition.preview(file, name) for name in stored.facts.previews]
        for copy in copies:
            assert copy is not None, file
            assert copy.name.startswith(hashlib.sha256(copy.read_bytes()).hexdigest())
    assert all(len(event.media) == 1 for event in edition.exhibit.events)
    return edition


def left_by(cuts: list[Cut], folder: Path) -> Iterator[tuple[Cut, EditionStore]]:
    """The store as each cut may leave it."""
    for number, cut in enumerate(cuts):
        for mixture in range(MIXTURES + 1):
            place = folder / f"{number}-{mixture}"
            cut.leave(place, random.Random(f"{number} {mixture}") if mixture else None)
            yield cut, EditionStore(place)


def test_cut_while_storing(content: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a cut at any step there is a good edition, and once it was announced the new one."""
    store = EditionStore(tmp_path / "store")
    make(store, content)
    content.put("small.png")
    content.event("second", "small.png", date="1991", title="Second")
    disk = UnsafeDisk(store.root)
    with disk.recording(monkeypatch):
        make(store, content)
        announced = len(disk.cuts) - 1
        store.prune(keep=1)
    assert {cut.step for cut in disk.cuts} >= {"fsync", "rename", "replace", "mkdir", "unlink"}
    known = set()
    for cut, left in left_by(disk.cuts, tmp_path):
        edition = shown(left)
        assert edition is not None, cut.step
        known.add(tuple(titles(edition)))
        if cut in disk.cuts[announced:]:
            assert titles(edition) == ["Event", "Second"]
        left.sweep()
        assert shown(left) == edition
    assert known == {("Event",), ("Event", "Second")}


def test_cut_while_storing_the_first(
    content: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With nothing stored before there is nothing or the whole, and making goes on from there."""
    folder = tmp_path / "state"
    folder.mkdir()
    disk = UnsafeDisk(folder)
    with disk.recording(monkeypatch):
        make(EditionStore(folder / "contents/store"), content)
    stores = list(left_by(disk.cuts, tmp_path))
    for cut, left in stores:
        edition = shown(EditionStore(left.root / "contents/store"))
        assert edition is None or titles(edition) == ["Event"]
        assert edition is not None or cut is not disk.cuts[-1]
    for _, left in random.Random(5).sample(stores, 4):
        again = EditionStore(left.root / "contents/store")
        make(again, content)
        assert shown(again) is not None


def test_cut_after_a_kill(content: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a killed make had moved in but not synced is synced by the make that relies on it."""
    store = EditionStore(tmp_path / "store")
    make(store, content)
    content.put("small.png")
    content.event("second", "small.png", date="1991", title="Second")
    disk = UnsafeDisk(store.root)

    def kill(*_: object) -> None:
        raise KeyboardInterrupt

    with disk.recording(monkeypatch):
        with monkeypatch.context() as patch:
            patch.setattr(EditionStore, "add", kill)
            with pytest.raises(KeyboardInterrupt):
                make(store, content)
        make(EditionStore(store.root), content)
    cut = disk.cuts[-1]
    cut.leave(tmp_path / "left", None)
    edition = shown(EditionStore(tmp_path / "left"))
    assert edition is not None
    assert titles(edition) == ["Event", "Second"]


@pytest.mark.parametrize("kills", [12, pytest.param(100, marks=pytest.mark.slow)])
def test_killed_at_random_moments(content: Any, tmp_path: Path, kills: int) -> None:
    """Killed again and again, there is always a good edition, and the store never gets stuck."""
    store = EditionStore(tmp_path / "store")
    began = time.monotonic()
    make(store, content)
    usual = time.monotonic() - began
    dice = random.Random(kills)
    command = python_child("kiosk.station.making", str(content.folder), str(store.root))
    for turn in range(kills):
        copy = content.put("small.png", f"copy-{turn % 3}.png")
        copy.write_bytes(copy.read_bytes() + bytes([turn]))
        content.event(f"turn-{turn % 3}", copy.name, date=f"199{turn % 3}", title=f"Turn {turn}")
        before = store.editions()[0].id
        child = subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=child_environment(),
        )
        time.sleep(dice.uniform(0.1, 0.5 + 1.5 * usual))
        child.kill()
        child.wait()
        edition = shown(EditionStore(store.root))
        assert edition is not None
        assert edition.id >= before
    subprocess.run(command, check=True, capture_output=True, env=child_environment())
    last = shown(EditionStore(store.root))
    assert last is not None
    assert f"Turn {kills - 1}" in titles(last)
    store.sweep()
    assert not list(store.incoming.iterdir())
