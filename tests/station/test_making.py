from __future__ import annotations

import json
import queue
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from kiosk.exhibit.problems import in_reading_order
from kiosk.station.children import child_environment, python_child
from kiosk.station.editions import EditionStore
from kiosk.station.maker import Maker
from kiosk.station.making import Report

PATIENCE = 30


def command(content: Path, store: Path) -> list[str]:
    return python_child("kiosk.station.making", str(content), str(store))


def run(content: Path, store: Path) -> list[dict[str, Any]]:
    done = subprocess.run(
        command(content, store),
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
        env=child_environment(),
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def last(reports: queue.Queue[Report]) -> Report:
    while not (report := reports.get(timeout=PATIENCE)).is_last:
        pass
    return report


def test_command_says_each_step(content: Any, tmp_path: Path) -> None:
    """The child writes what it does as JSON lines and ends with the edition."""
    content.event("second", "nothing.jpg", date="1991")
    lines = run(content.folder, tmp_path / "store")
    assert lines[0] == {"stage": "reading"}
    assert {"stage": "reading", "done": 2, "of": 2} in lines
    assert {"stage": "media", "done": 2, "of": 2} in lines
    assert set(lines[-1]) == {"stage", "edition", "errors"}
    assert lines[-1]["stage"] == "done"
    assert lines[-1]["errors"] == 1
    assert (lines[-2]["stage"], len(lines[-2]["problems"])) == ("problems", 1)
    assert EditionStore(tmp_path / "store").load(lines[-1]["edition"]) is not None


def test_missing_content_is_no_failure(tmp_path: Path) -> None:
    """Without a content folder the child is done, without an edition and with the problem."""
    lines = run(tmp_path / "none", tmp_path / "store")
    assert (lines[-1]["stage"], "edition" in lines[-1], lines[-1]["errors"]) == ("done", False, 1)


def test_unwritable_store_is_one_sentence(content: Any, tmp_path: Path) -> None:
    """A store that cannot be written to is said in words."""
    (tmp_path / "file").write_text("in the way")
    lines = run(content.folder, tmp_path / "file" / "store")
    assert lines[-1]["stage"] == "failed"
    assert str(tmp_path / "file") in lines[-1]["message"]


def test_maker_reports(content: Any, tmp_path: Path) -> None:
    """The parent hears every step, last the edition."""
    reports: queue.Queue[Report] = queue.Queue()
    maker = Maker(content.folder, tmp_path / "store", drafts=True)
    maker.start(reports.put)
    report = last(reports)
    assert report.stage == "done"
    assert report.edition is not None
    loaded = EditionStore(tmp_path / "store").load(report.edition)
    assert loaded is not None
    assert loaded.drafts
    assert not maker.is_busy


def test_lasting_child_goes_on(content: Any, tmp_path: Path) -> None:
    """One child makes edition after edition, and a request while it is busy is not lost."""
    reports: queue.Queue[Report] = queue.Queue()
    store = EditionStore(tmp_path / "store")
    maker = Maker(content.folder, store.root, drafts=True, lasting=True)
    try:
        maker.start(reports.put)
        first = last(reports)
        child = maker._child
        assert not maker.is_busy
        content.event("second", "picture.jpg", date="1991", title="Second")
        maker.start(reports.put)
        content.event("third", "picture.jpg", date="1992", title="Third")
        maker.start(reports.put)
        assert maker.is_busy
        seen = [last(reports)]
        while maker.is_busy:
            seen.append(last(reports))
        assert maker._child is child
        assert all(report.stage == "done" for report in (first, *seen))
        edition = store.load(seen[-1].edition or "")
        assert edition is not None
        assert {event.id for event in edition.exhibit.events} == {"first", "second", "third"}
    finally:
        maker.cancel()
    assert child is not None
    assert child.wait(timeout=PATIENCE)


def test_lasting_child_that_died_is_replaced(content: Any, tmp_path: Path) -> None:
    """The request after its death fails at worst; the one after that is met by a new child."""
    reports: queue.Queue[Report] = queue.Queue()
    maker = Maker(content.folder, tmp_path / "store", drafts=True, lasting=True)
    try:
        maker.start(reports.put)
        assert last(reports).stage == "done"
        assert maker._child is not None
        maker._child.kill()
        maker._child.wait()
        maker.start(reports.put)
        if last(reports).stage == "failed":
            maker.start(reports.put)
            assert last(reports).stage == "done"
    finally:
        maker.cancel()


def test_many_problems_arrive_with_the_last_report(content: Any, tmp_path: Path) -> None:
    """However many there are, each is told once, in reading order."""
    for number in range(150):
        content.event(f"no-{number:03}", "picture.jpg", date="never")
    reports: queue.Queue[Report] = queue.Queue()
    Maker(content.folder, tmp_path / "store", drafts=False).start(reports.put)
    report = last(reports)
    assert (report.errors, len(report.problems)) == (150, 150)
    assert list(report.problems) == list(in_reading_order(report.problems))


SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]


def test_newest_request_wins(tmp_path: Path) -> None:
    """A second start ends the first, of which nothing more is heard."""
    script = (
        "import pathlib, sys, time\n"
        "while not pathlib.Path(sys.argv[1]).exists(): time.sleep(0.02)\n"
        'print(\'{"stage": "failed", "message": "heard"}\', flush=True)'
    )
    go = tmp_path / "go"
    child = [sys.executable, "-c", script, str(go)]
    maker = Maker(tmp_path, tmp_path, drafts=False, command=child)
    early: list[Report] = []
    reports: queue.Queue[Report] = queue.Queue()
    maker.start(early.append)
    maker.start(reports.put)
    go.touch()
    assert last(reports).message == "heard"
    time.sleep(0.3)
    assert not early


def test_cancel_is_silent(tmp_path: Path) -> None:
    """A cancelled make is ended and not heard of again."""
    heard: list[Report] = []
    maker = Maker(tmp_path, tmp_path, drafts=False, command=SLEEPER)
    maker.start(heard.append)
    assert maker.is_busy
    maker.cancel()
    assert not maker.is_busy
    time.sleep(0.2)
    assert not heard


@pytest.mark.parametrize(
    "script",
    ["import time; time.sleep(60)", "raise SystemExit(3)", "print('nonsense')"],
    ids=["hangs", "crashes", "babbles"],
)
def test_broken_child_is_a_failure(tmp_path: Path, script: str) -> None:
    """A child that hangs, crashes or talks nonsense ends in one failed report."""
    reports: queue.Queue[Report] = queue.Queue()
    child = [sys.executable, "-c", script]
    maker = Maker(tmp_path, tmp_path, drafts=False, command=child, silence_limit=0.5)
    maker.start(reports.put)
    report = last(reports)
    assert report.stage == "failed"
    assert report.message
    assert not maker.is_busy


def test_child_ends_when_the_kiosk_is_killed(content: Any, tmp_path: Path) -> None:
    """A making child whose parent has gone does not stay behind, even while it waits."""
    store = EditionStore(tmp_path / "store")
    with store.locked():
        child = subprocess.Popen(
            [*command(content.folder, store.root), "--attended"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=child_environment(),
        )
        assert child.stdin is not None
        assert child.stdout is not None
        assert json.loads(child.stdout.readline()) == {"stage": "reading"}
        assert child.poll() is None
        child.stdin.close()
        assert child.wait(timeout=10) == 1
        child.stdout.close()
