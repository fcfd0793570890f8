"""The desk between folder and screen, with real making children and a real watcher."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer

from kiosk.cli import main
from kiosk.settings import Settings
from kiosk.station.assembling import make_edition
from kiosk.station.crashes import Run, boot_id, on_show
from kiosk.station.editions import EditionStore, store_root
from kiosk.station.making import Report
from kiosk.station.records import to_json
from kiosk.viewmodels import desk as desk_module
from kiosk.viewmodels.desk import EditionDesk
from kiosk.viewmodels.kiosk import KioskView, Station

PATIENCE = 40.0


def wait_until(done: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < deadline, f"waited in vain until {what}"
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


class Kiosk:
    """A kiosk without a window, and the folder it shows."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        self.content = folder / "content"
        self.state = folder / "state"
        self._parent = parent
        self._desks: list[EditionDesk] = []
        self.view = KioskView(Station(windowed=False, painted=True), time.monotonic, parent)
        (self.content / "events/one").mkdir(parents=True)
        self.write("One")

    @property
    def store(self) -> EditionStore:
        return EditionStore(store_root(self.state, self.content))

    def write(self, title: str, date: str = "1990") -> None:
        (self.content / "events/one/event.yaml").write_text(f"date: {date}\ntitle: Event\n")
        (self.content / "exhibit.yaml").write_text(f"title: {title}\nlanguages: [en]\n")

    def save(self, title: str, *, drafts: bool = False) -> None:
        """Writes, and makes an edition of it before any kiosk runs."""
        self.write(title)
        make_edition(self.store, self.content, drafts=drafts, on_progress=lambda _done, _of: None)

    def start(self, *, windowed: bool = False) -> EditionDesk:
        """Begins to show what is stored, and to watch."""
        self.view = KioskView(
            Station(windowed=windowed, painted=True), time.monotonic, self._parent
        )
        settings = Settings(self.content, windowed=windowed, state=self.state)
        desk = EditionDesk(settings, self.state, self.view, self._parent)
        self._desks.append(desk)
        desk.show_stored()
        desk.start()
        return desk

    def stop(self) -> None:
        while self._desks:
            self._desks.pop().stop()

    def crash(self, number: int) -> None:
        """As if kiosks had died three times with this edition on screen."""
        (self.store.root / "runs").mkdir(exist_ok=True)
        for n in range(3):
            run = Run(
                edition=f"{number:08d}", floor=True, boot=boot_id(), since=time.monotonic() - n
            )
            (self.store.root / f"runs/{n}.json").write_bytes(to_json(run))

    def shows(self, title: str) -> None:
        wait_until(lambda: self.view.title == title, f"“{title}” is shown")

    def codes(self) -> list[str]:
        return [row.message for row in self.view.problems._rows.rows]


@pytest.fixture
def kiosk(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kiosk]:  # noqa: ARG001
    monkeypatch.setattr(desk_module, "LOOK_EVERY_MS", 100)
    monkeypatch.setattr(desk_module, "FLOOR_SETTLE", 0.3)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    parent = QObject()
    made = Kiosk(tmp_path, parent)
    yield made
    made.stop()
    parent.deleteLater()


def test_rollback_reaches_a_running_kiosk_after_the_visit(kiosk: Kiosk) -> None:
    """It waits for visitors to go, holds over a restart, and ends with the next change."""
    kiosk.save("One")
    kiosk.save("Two")
    kiosk.start()
    kiosk.shows("Two")
    kiosk.view.begin("")
    words = ["rollback", str(kiosk.content), "--state", str(kiosk.state)]
    assert main(words) == 0
    wait_until(lambda: kiosk.view._waiting is not None, "the rollback has arrived")
    assert kiosk.view.title == "Two"
    kiosk.view.startOver()
    assert kiosk.view.title == "One"
    kiosk.stop()
    kiosk.start()
    assert kiosk.view.title == "One"
    kiosk.write("Two", date="soon")
    wait_until(lambda: len(kiosk.store.editions()) == 3, "an edition with errors is made")
    kiosk.write("Three")
    kiosk.shows("Three")
    assert main([*words, "--undo"]) == 0


def test_undone_rollback_reaches_a_running_kiosk(kiosk: Kiosk) -> None:
    """Taking it back needs no restart either."""
    kiosk.save("One")
    kiosk.save("Two")
    words = ["rollback", str(kiosk.content), "--state", str(kiosk.state)]
    assert main(words) == 0
    kiosk.start()
    assert kiosk.view.title == "One"
    assert main([*words, "--undo"]) == 0
    kiosk.shows("Two")


def test_crashing_edition_makes_room(kiosk: Kiosk, expected_logs: list[str]) -> None:
    """After three crashes the one before is shown, and a change of the folder is tried."""
    expected_logs.append("Edition 2 has crashed the kiosk 3 times")
    kiosk.save("One")
    kiosk.save("Two")
    kiosk.crash(2)
    kiosk.start()
    assert kiosk.view.title == "One"
    kiosk.write("Three")
    kiosk.shows("Three")


def test_nothing_before_the_crashing_edition(kiosk: Kiosk, expected_logs: list[str]) -> None:
    """Visitors then see that the exhibit is being prepared, until the folder changes."""
    expected_logs.append("Edition 1 has crashed the kiosk 3 times")
    kiosk.save("One")
    kiosk.crash(1)
    kiosk.start()
    assert not kiosk.view.ready
    assert [run.edition for run in on_show(kiosk.store.root)] == [""]
    wait_until(lambda: not kiosk._desks[0]._maker.is_busy, "the unchanged folder was read")
    kiosk.write("Two")
    kiosk.shows("Two")


def test_window_tells_what_was_decided(kiosk: Kiosk, expected_logs: list[str]) -> None:
    """Curators read of a crashing edition and of a rollback beside their problems."""
    expected_logs.append("set aside")
    for title in ("One", "Two", "Three"):
        kiosk.save(title)
    assert main(["rollback", str(kiosk.content), "1", "--state", str(kiosk.state)]) == 0
    kiosk.save("Four", drafts=True)
    kiosk.crash(4)
    kiosk.start(windowed=True)
    assert kiosk.view.title == "Three"
    told = kiosk.codes()
    assert any("Edition 4 has crashed the kiosk three times" in message for message in told)
    assert any("taken back to edition 1" in message for message in told)
    assert main(["rollback", str(kiosk.content), "--undo", "--state", str(kiosk.state)]) == 0
    wait_until(
        lambda: not any("taken back" in message for message in kiosk.codes()), "the notice goes"
    )


def test_edition_is_noted_before_it_is_shown(kiosk: Kiosk) -> None:
    """At every moment the note says what is on screen, and none is left behind at the end."""
    kiosk.save("One")
    noted: list[tuple[str, list[str]]] = []

    def look() -> None:
        shown = [run.edition for run in on_show(kiosk.store.root)]
        noted.append((kiosk.view.title, shown))

    kiosk.start()
    kiosk.view.editionChanged.connect(look)
    look()
    kiosk.write("Two")
    kiosk.shows("Two")
    assert noted == [("One", ["00000001"]), ("Two", ["00000002"])]
    kiosk.stop()
    assert not list((kiosk.store.root / "runs").iterdir())


def test_ten_minutes_prove_an_edition(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    """After that a crash is not laid at its door."""
    monkeypatch.setattr(desk_module, "WITHIN", 0.2)
    kiosk.save("One")
    kiosk.start()
    assert [run.proven for run in on_show(kiosk.store.root)] == [False]
    wait_until(lambda: [run.proven for run in on_show(kiosk.store.root)] == [True], "it is proven")


def test_unwritable_state_still_shows_the_exhibit(kiosk: Kiosk, expected_logs: list[str]) -> None:
    """Without any place to store, a makeshift one serves, and the log asks for help."""
    expected_logs += ["could not be stored|not allowed", "see to the disk"]
    kiosk.state.write_text("in the way")
    kiosk.start()
    kiosk.shows("One")
    assert kiosk.view.preparation.status == ""
    kiosk.write("Two")
    kiosk.shows("Two")


def test_makeshift_edition_with_errors_replaces_no_good_one(
    kiosk: Kiosk, tmp_path: Path, expected_logs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also while the disk fails, mistakes stay off the floor and good changes reach it."""
    expected_logs += ["could not be stored", "see to the disk"]
    kiosk.save("One")
    monkeypatch.setattr(desk_module, "can_write", lambda _: False)
    kiosk.start()
    assert kiosk.view.title == "One"
    # The disk fails while the kiosk runs: nothing can be made where the store wants to write.
    shutil.rmtree(kiosk.store.incoming)
    kiosk.store.incoming.write_text("in the way")
    kiosk.write("Two", date="soon")
    makeshift = EditionStore(store_root(next_state(tmp_path), kiosk.content))
    wait_until(lambda: makeshift.editions(), "there is a makeshift edition")
    assert kiosk.view.title == "One"
    kiosk.write("Three")
    kiosk.shows("Three")


def next_state(tmp_path: Path) -> Path:
    import os

    return tmp_path / "tmp" / f"kiosk-{os.getuid()}"


def test_failed_make_is_tried_again(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch, expected_logs: list[str]
) -> None:
    """A disk that has room again is found out without anybody's help."""
    expected_logs.append("could not be stored")
    monkeypatch.setattr(desk_module, "FIRST_RETRY_MS", 300)
    kiosk.save("One")
    kiosk.start()
    assert kiosk.view.title == "One"
    shutil.rmtree(kiosk.store.incoming)
    kiosk.store.incoming.write_text("in the way")
    failed: list[Report] = []
    kiosk._desks[0].reported.connect(failed.append)
    kiosk.write("Two")
    wait_until(lambda: any(report.stage == "failed" for report in failed), "a make fails")
    assert kiosk.view.title == "One"
    kiosk.store.incoming.unlink()
    kiosk.shows("Two")


def test_first_make_is_not_begun_twice(kiosk: Kiosk) -> None:
    """With nothing stored the folder is read once, not again as if it had changed."""
    reports: list[Report] = []
    desk = kiosk.start()
    desk.reported.connect(reports.append)
    kiosk.shows("One")
    deadline = time.monotonic() + 4.5
    wait_until(lambda: time.monotonic() > deadline, "the watcher has looked")
    assert [report.stage for report in reports].count("done") <= 1
