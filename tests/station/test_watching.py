from __future__ import annotations

import logging
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.station import watching
from kiosk.station.signature import MISSING, folder_signature
from kiosk.station.watching import ContentWatcher

SETTLE = 0.2
LOOK = 0.3


class Bell:
    """Counts how often it was rung."""

    def __init__(self) -> None:
        self.rings = 0
        self._rung = threading.Event()

    def ring(self) -> None:
        self.rings += 1
        self._rung.set()

    def heard(self, seconds: float = 5) -> bool:
        try:
            return self._rung.wait(seconds)
        finally:
            self._rung.clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "events" / "one").mkdir(parents=True)
    (folder / "events" / "one" / "event.yaml").write_text("date: 1990\n")
    return folder


@pytest.fixture
def watch() -> Iterator[Callable[..., Bell]]:
    watchers: list[ContentWatcher] = []

    def start(folder: Path, look_every: float = LOOK) -> Bell:
        bell = Bell()
        watcher = ContentWatcher(folder, bell.ring, settle=SETTLE, look_every=look_every)
        watcher.start()
        watchers.append(watcher)
        time.sleep(0.3)
        return bell

    yield start
    for watcher in watchers:
        watcher.stop()


def edit(folder: Path, text: str = "date: 1991\n") -> None:
    (folder / "events" / "one" / "event.yaml").write_text(text)


def replace_by_renaming(folder: Path) -> None:
    fresh = folder / "events" / "one" / "event.yaml.new"
    fresh.write_text("date: 1992\n")
    fresh.replace(folder / "events" / "one" / "event.yaml")


def add_event(folder: Path) -> None:
    (folder / "events" / "two").mkdir()


def remove_event(folder: Path) -> None:
    shutil.rmtree(folder / "events" / "one")


def rename_event(folder: Path) -> None:
    (folder / "events" / "one").rename(folder / "events" / "uno")


@pytest.mark.parametrize("look_every", [LOOK, 60], ids=["looking", "notified"])
@pytest.mark.parametrize(
    "change", [edit, replace_by_renaming, add_event, remove_event, rename_event]
)
def test_change_is_noticed(
    folder: Path,
    watch: Callable[..., Bell],
    change: Callable[[Path], None],
    look_every: float,
) -> None:
    """Every way to change a folder is noticed, once, also by notifications alone."""
    bell = watch(folder, look_every)
    change(folder)
    assert bell.heard()
    assert not bell.heard(0.4)


def test_change_without_notifications(
    folder: Path,
    watch: Callable[..., Bell],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Where the system tells nothing, looking is enough, and the log says so once."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no notifications here")

    monkeypatch.setattr(watching.watchfiles, "watch", refuse)
    with caplog.at_level(logging.INFO):
        bell = watch(folder)
        edit(folder)
        assert bell.heard()
    assert sum("no notifications" in record.message for record in caplog.records) == 1


def test_nothing_changes(folder: Path, watch: Callable[..., Bell]) -> None:
    """Reading files, and the lock files of office programs, are no change."""
    bell = watch(folder)
    (folder / "events" / "one" / "event.yaml").read_text()
    (folder / ".~lock.exhibit.yaml#").write_text("me")
    assert not bell.heard(1)


def test_waits_until_copying_has_ended(folder: Path, watch: Callable[..., Bell]) -> None:
    """While files keep arriving nothing is reported, afterwards once."""
    bell = watch(folder)
    for number in range(12):
        (folder / f"{number}.jpg").write_bytes(b"x" * number)
        time.sleep(SETTLE / 4)
    assert bell.rings == 0
    assert bell.heard()
    assert not bell.heard(0.6)


def test_switched_symlink(folder: Path, tmp_path: Path, watch: Callable[..., Bell]) -> None:
    """A link that is switched to another folder counts, and the new one is watched."""
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    link = tmp_path / "current"
    link.symlink_to(folder)
    bell = watch(link)
    fresh = tmp_path / "fresh"
    fresh.symlink_to(other)
    fresh.replace(link)
    assert bell.heard()
    edit(other, "date: 1999\n")
    assert bell.heard()


def test_folder_goes_and_comes_back(
    folder: Path, tmp_path: Path, watch: Callable[..., Bell]
) -> None:
    """A folder that is removed and restored is reported both times, and watched again."""
    bell = watch(folder)
    shutil.move(folder, tmp_path / "aside")
    assert bell.heard()
    shutil.move(tmp_path / "aside", folder)
    assert bell.heard()
    edit(folder, "date: 1999\n")
    assert bell.heard()


def test_folder_that_is_not_there_yet(tmp_path: Path, watch: Callable[..., Bell]) -> None:
    """Watching may begin before the folder exists."""
    bell = watch(tmp_path / "later")
    (tmp_path / "later").mkdir()
    assert bell.heard()


def test_change_while_nobody_watched(folder: Path) -> None:
    """A change since a signature that is known from before is reported at the first look."""
    before = folder_signature(folder)
    edit(folder)
    bell = Bell()
    watcher = ContentWatcher(folder, bell.ring, settle=SETTLE, look_every=LOOK)
    watcher.start(before)
    try:
        assert bell.heard()
    finally:
        watcher.stop()


def test_broken_listener(folder: Path, expected_logs: list[str]) -> None:
    """A listener that raises is logged, and hears of the next change all the same."""
    expected_logs.append("was not taken")
    bell = Bell()

    def fail() -> None:
        bell.ring()
        raise RuntimeError("no")

    watcher = ContentWatcher(folder, fail, settle=0.1, look_every=0.1)
    watcher.start()
    try:
        edit(folder, "date: 1991\n")
        assert bell.heard()
        edit(folder, "date: 1992\n")
        assert bell.heard()
    finally:
        watcher.stop()


def test_stops_promptly(folder: Path) -> None:
    """Stopping does not wait for the next look, and nothing is reported afterwards."""
    bell = Bell()
    watcher = ContentWatcher(folder, bell.ring, settle=0.1, look_every=60)
    watcher.start()
    time.sleep(0.2)
    began = time.monotonic()
    watcher.stop()
    assert time.monotonic() - began < 1
    edit(folder)
    assert not bell.heard(0.5)
    assert not [t for t in threading.enumerate() if t.name in ("watching", "listening")]


def test_signature_survives_strange_folders(tmp_path: Path) -> None:
    """Links in circles, dangling links and names that are not UTF-8 are no obstacle."""
    assert folder_signature(tmp_path / "none") == MISSING
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    Path(os.fsdecode(bytes(tmp_path) + b"/\xff.jpg")).write_bytes(b"x")
    first = folder_signature(tmp_path)
    assert first == folder_signature(tmp_path)
    (tmp_path / "gone").write_text("now")
    assert folder_signature(tmp_path) != first


def test_new_folder_is_watched_too(folder: Path, watch: Callable[..., Bell]) -> None:
    """Without a look in between, a file in a folder that came later is noticed."""
    bell = watch(folder, look_every=60)
    (folder / "events" / "two").mkdir()
    assert bell.heard()
    time.sleep(1.5)
    (folder / "events" / "two" / "event.yaml").write_text("date: 1991\n")
    assert bell.heard()


def test_links_out_of_the_folder_are_not_watched(
    folder: Path, watch: Callable[..., Bell], tmp_path: Path
) -> None:
    """What happens behind a link to somewhere else rings no bell."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / "events" / "link").symlink_to(elsewhere)
    bell = watch(folder)
    (elsewhere / "event.yaml").write_text("date: 1990\n")
    assert not bell.heard(1.5)
