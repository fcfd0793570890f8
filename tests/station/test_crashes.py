from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.station.children import child_environment
from kiosk.station.crashes import (
    CRASHES,
    WITHIN,
    Run,
    SetAside,
    Showing,
    boot_id,
    forgive,
    on_show,
    read_set_aside,
    set_aside_crashed,
    too_often,
)
from kiosk.station.records import from_json, to_json

ID = "00000007"
SHOWING = """
import sys, time
from pathlib import Path
from kiosk.station.crashes import Showing
showing = Showing(Path(sys.argv[1]), floor=True)
showing.begin(sys.argv[2])
print("shown", flush=True)
{then}
"""


def kiosk(root: Path, edition: str = ID, then: str = "time.sleep(60)") -> subprocess.Popen[str]:
    """A process that shows an edition, once it has said so."""
    running = subprocess.Popen(
        [sys.executable, "-c", SHOWING.format(then=then), str(root), edition],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=child_environment(),
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "shown\n"
    return running


def crash(root: Path, edition: str = ID, by: signal.Signals = signal.SIGKILL) -> None:
    running = kiosk(root, edition)
    running.send_signal(by)
    running.communicate()


def crashed_notes(root: Path, *since: float, edition: str = ID, boot: str | None = None) -> None:
    """Notes as dead kiosks leave them, by the clock of a boot."""
    (root / "runs").mkdir(exist_ok=True)
    for n, moment in enumerate(since):
        run = Run(
            edition=edition, floor=True, boot=boot_id() if boot is None else boot, since=moment
        )
        (root / "runs" / f"{edition}-{n}.json").write_bytes(to_json(run))


@pytest.mark.parametrize(
    ("starts", "enough"),
    [
        ([], False),
        ([0, 1], False),
        ([0, 1, 2], True),
        ([0, 300, 600], True),
        ([0, 300, 601], False),
        ([0, 500, 1000, 1100], True),
        ([1100, 0, 500, 1000], True),
    ],
)
def test_three_in_ten_minutes(starts: list[float], enough: bool) -> None:
    """Three crashes count when no more than ten minutes lie between the first and the last."""
    assert too_often(starts) == enough


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT])
def test_third_crash_sets_aside(
    tmp_path: Path, by: signal.Signals, expected_logs: list[str]
) -> None:
    """However the process died, the third time is one too many, and the log says so."""
    expected_logs.append("Edition 7 has crashed the kiosk 3 times in 10 minutes")
    for turn in range(CRASHES):
        assert set_aside_crashed(tmp_path) == ()
        assert not read_set_aside(tmp_path)
        crash(tmp_path, by=by)
        assert len(list((tmp_path / "runs").iterdir())) == turn + 1
    assert set_aside_crashed(tmp_path) == (ID,)
    assert list(read_set_aside(tmp_path)) == [ID]
    assert not list((tmp_path / "runs").iterdir())
    assert set_aside_crashed(tmp_path) == ()


def test_exception_is_a_crash_and_a_clean_end_is_none(tmp_path: Path) -> None:
    """An end with a traceback leaves a note, an orderly one does not."""
    kiosk(tmp_path, then="raise RuntimeError").communicate()
    assert len(list((tmp_path / "runs").iterdir())) == 1
    kiosk(tmp_path, then="showing.end()").communicate()
    assert len(list((tmp_path / "runs").iterdir())) == 1


def test_editions_are_judged_apart(tmp_path: Path) -> None:
    """Two crashes of one and two of another are too few for either."""
    now = time.monotonic()
    crashed_notes(tmp_path, now - 4, now - 3)
    crashed_notes(tmp_path, now - 2, now - 1, edition="00000006")
    assert set_aside_crashed(tmp_path) == ()
    assert len(list((tmp_path / "runs").iterdir())) == 4


@pytest.mark.parametrize("later", [60.0, -3600.0])
def test_other_boot_does_not_count(tmp_path: Path, later: float) -> None:
    """After power cuts the notes of before say nothing, whatever their clock showed."""
    now = time.monotonic()
    crashed_notes(tmp_path, *(now + later + n for n in range(3)), boot="another")
    assert set_aside_crashed(tmp_path) == ()
    assert not list((tmp_path / "runs").iterdir())


def test_machine_without_boot_ids(tmp_path: Path) -> None:
    """Where boots have no name, a note from the future is one of another boot."""
    now = time.monotonic()
    crashed_notes(tmp_path, now + 50, now + 51, now + 52, boot="")
    assert set_aside_crashed(tmp_path, boot="") == ()
    assert not list((tmp_path / "runs").iterdir())


def test_long_runs_are_no_crashes(tmp_path: Path) -> None:
    """Who has shown an edition for ten minutes and then dies does not blame it."""
    showing = Showing(tmp_path, floor=True)
    showing.begin(ID)
    showing.prove()
    (note,) = (tmp_path / "runs").iterdir()
    assert from_json(Run, note.read_bytes()).proven
    copies = [note.with_name(f"{n}.json") for n in range(3)]
    for copy in copies:
        copy.write_bytes(note.read_bytes())
    assert set_aside_crashed(tmp_path) == ()
    assert list((tmp_path / "runs").iterdir()) == [note]
    showing.end()


def test_old_crashes_are_forgotten(tmp_path: Path) -> None:
    """A crash that no later one can be near enough to leaves no note."""
    now = time.monotonic()
    crashed_notes(tmp_path, now - WITHIN - 1, now - 1)
    assert set_aside_crashed(tmp_path) == ()
    assert len(list((tmp_path / "runs").iterdir())) == 1


def test_clock_on_the_wall_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_logs: list[str]
) -> None:
    """A clock that jumps by a day hides no crash and makes none up."""
    crash(tmp_path)
    monkeypatch.setattr(time, "time", lambda: 0.0)
    now = time.monotonic()
    crashed_notes(tmp_path, now - 2, now - 1)
    expected_logs.append("set aside")
    assert set_aside_crashed(tmp_path) == (ID,)


def test_taking_over(tmp_path: Path) -> None:
    """A kiosk leaves one note, that of the edition it shows now; two kiosks leave two."""
    showing, other = Showing(tmp_path, floor=True), Showing(tmp_path, floor=False)
    showing.begin("00000006")
    showing.begin(ID)
    showing.begin(ID)
    other.begin(ID)
    assert sorted((run.edition, run.floor) for run in on_show(tmp_path)) == [
        (ID, False),
        (ID, True),
    ]
    assert set_aside_crashed(tmp_path) == ()
    assert len(list(on_show(tmp_path))) == 2
    showing.end()
    other.end()
    assert not list((tmp_path / "runs").iterdir())


def test_innocent_editions_come_back(tmp_path: Path, expected_logs: list[str]) -> None:
    """If the kiosk crashes as often without any edition, none of them was the reason."""
    expected_logs += ["set aside", "no edition at all: all are tried again"]
    now = time.monotonic()
    crashed_notes(tmp_path, now - 9, now - 8, now - 7)
    assert set_aside_crashed(tmp_path) == (ID,)
    crashed_notes(tmp_path, now - 3, now - 2, now - 1, edition="")
    assert set_aside_crashed(tmp_path) == ()
    assert not read_set_aside(tmp_path)
    assert not list((tmp_path / "runs").iterdir())


def test_forgiven(tmp_path: Path, expected_logs: list[str]) -> None:
    """Tried again, an edition has three lives again."""
    expected_logs.append("set aside")
    now = time.monotonic()
    crashed_notes(tmp_path, now - 9, now - 8, now - 7)
    set_aside_crashed(tmp_path)
    crashed_notes(tmp_path, now - 6, now - 5)
    forgive(tmp_path, ID)
    assert not read_set_aside(tmp_path)
    crashed_notes(tmp_path, now - 4)
    assert set_aside_crashed(tmp_path) == ()


def test_nonsense_is_no_note(tmp_path: Path) -> None:
    """Torn notes and marks are as good as none."""
    for folder in ("runs", "aside"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.json").write_bytes(b"{")
    assert set_aside_crashed(tmp_path) == ()
    assert read_set_aside(tmp_path) == {}
    assert list(on_show(tmp_path)) == []


def test_what_cannot_be_noted_stops_nothing(tmp_path: Path, expected_logs: list[str]) -> None:
    """On a disk that cannot be written to the kiosk goes on without notes."""
    expected_logs.append("could not be set aside")
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    showing = Showing(blocked, floor=True)
    showing.begin(ID)
    showing.prove()
    showing.end()
    assert set_aside_crashed(blocked) == ()
    now = time.monotonic()
    crashed_notes(tmp_path, now - 3, now - 2, now - 1)
    (tmp_path / "aside").write_text("in the way")
    assert set_aside_crashed(tmp_path) == ()
    assert len(list((tmp_path / "runs").iterdir())) == CRASHES


def test_noting_waits_for_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It happens on the thread of the window; and what a power cut leaves of it blames nobody."""

    def fsync(_: int) -> None:
        raise AssertionError("a note is synced")

    root = tmp_path / "store"
    (root / "runs").mkdir(parents=True)
    monkeypatch.setattr(os, "fsync", fsync)
    showing = Showing(root, floor=True)
    showing.begin(ID)
    assert [run.edition for run in on_show(root)] == [ID]
    showing.end()
    for number in range(CRASHES):
        (root / "runs" / f"{number}.json").write_bytes(b"" if number else b"{")
    assert set_aside_crashed(root) == ()
    assert list((root / "runs").iterdir()) == []


def test_mark_says_when(tmp_path: Path, expected_logs: list[str]) -> None:
    """People are told since when an edition is set aside."""
    expected_logs.append("set aside")
    now = time.monotonic()
    crashed_notes(tmp_path, now - 3, now - 2, now - 1)
    set_aside_crashed(tmp_path)
    mark = read_set_aside(tmp_path)[ID]
    assert isinstance(mark, SetAside)
    assert abs(mark.at - time.time()) < 60
