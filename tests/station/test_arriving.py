"""Every way in which content arrives, changes and goes, with the real watcher and real makes."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.station.workshops import AS_ROOT, Workshop, can_mount, own_mounts


def test_slow_copy_over_a_share(content: Any, open_workshop: Callable[..., Workshop]) -> None:
    """A picture that arrives in pieces, without notifications, is shown when it is all there."""
    workshop = open_workshop("--deaf")
    picture = (content.folder / "media/picture.jpg").read_bytes()
    arriving = content.folder / "media/slow.jpg"
    content.event("second", "slow.jpg", date="1991", title="Slow")
    piece = len(picture) // 5 + 1
    with arriving.open("wb") as writing:
        for start in range(0, len(picture), piece):
            writing.write(picture[start : start + piece])
            writing.flush()
            time.sleep(0.5)
            assert workshop.titles() == ["Event"] or arriving.stat().st_size == len(picture)
    while workshop.titles() != ["Event", "Slow"]:
        workshop.good()
    shown = workshop.floor().path("media/slow.jpg")
    assert shown is not None
    assert shown.read_bytes() == picture


def test_half_written_file(content: Any, open_workshop: Callable[..., Workshop]) -> None:
    """A text that breaks off is an error beside the good edition, until it is whole."""
    workshop = open_workshop()
    content.event("second", "picture.jpg", date="1991", title="Second")
    file = content.folder / "events/second/event.yaml"
    text = file.read_text()
    file.write_text(text[: text.index("credit")])
    while not workshop.made()["errors"]:
        pass
    assert workshop.titles() == ["Event"]
    file.write_text(text)
    workshop.good()
    assert workshop.titles() == ["Event", "Second"]


def in_place(file: Path, fresh: bytes) -> None:
    """As many letters as before, and with the old date put back on the file."""
    status = file.stat()
    with file.open("r+b") as writing:
        writing.write(fresh)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def by_renaming(file: Path, fresh: bytes) -> None:
    """As most editors save."""
    beside = file.with_name("fresh")
    beside.write_bytes(fresh)
    beside.replace(file)


def with_an_older_date(file: Path, fresh: bytes) -> None:
    """As an old copy is put back, or with the clock set back."""
    file.write_bytes(fresh)
    os.utime(file, (1, 1))


@pytest.mark.parametrize("deaf", [True, False], ids=["looking", "notified"])
@pytest.mark.parametrize("replace", [in_place, by_renaming, with_an_older_date])
def test_replaced_file(
    content: Any,
    open_workshop: Callable[..., Workshop],
    replace: Callable[[Path, bytes], None],
    deaf: bool,
) -> None:
    """However a file is exchanged for one of the same size, the exchange is noticed."""
    workshop = open_workshop(*(["--deaf"] if deaf else []))
    file = content.folder / "events/first/event.yaml"
    replace(file, file.read_bytes().replace(b"Event", b"Other"))
    workshop.good()
    assert workshop.titles() == ["Other"]


def test_swapped_link(content: Any, tmp_path: Path, open_workshop: Callable[..., Workshop]) -> None:
    """A link that leads to another version of the folder brings that version, and back again."""
    other = tmp_path / "other"
    shutil.copytree(content.folder, other)
    file = other / "events/first/event.yaml"
    file.write_text(file.read_text().replace("Event", "Other"))
    link = tmp_path / "current"
    link.symlink_to(content.folder)
    workshop = open_workshop(folder=link)
    for target, title in ((other, "Other"), (content.folder, "Event")):
        fresh = tmp_path / "fresh"
        fresh.symlink_to(target)
        fresh.replace(link)
        workshop.good()
        assert workshop.titles() == [title]


class Stick:
    """A folder that comes and goes at `place`: a file system of its own where that is allowed."""

    def __init__(self, place: Path, files: Path) -> None:
        self.place = place
        self.files = files
        self.prefix = own_mounts() if can_mount() else ()
        self.workshop: Workshop | None = None

    def plug_in(self) -> None:
        if self.workshop is not None and self.prefix:
            self.workshop.inside(f"mount -t tmpfs stick {self.place}")
            self.workshop.inside(f"cp -r {self.files}/. {self.place}")
        else:
            self.files.rename(self.place)

    def pull_out(self) -> None:
        if self.workshop is not None and self.prefix:
            self.workshop.inside(f"umount --lazy {self.place}")
        else:
            self.place.rename(self.files)


def test_stick_is_pulled_out_and_plugged_in(
    content: Any, tmp_path: Path, open_workshop: Callable[..., Workshop]
) -> None:
    """The exhibit stays while its stick is away, and the stick's return changes nothing."""
    files = content.folder.rename(tmp_path / "files")
    stick = Stick(tmp_path / "stick", files)
    if stick.prefix:
        stick.place.mkdir()
    workshop = stick.workshop = open_workshop(folder=stick.place, prefix=stick.prefix, first=False)
    assert workshop.made()["edition"] is None
    stick.plug_in()
    first = workshop.good()
    for _ in range(2):
        stick.pull_out()
        assert workshop.made()["edition"] is None
        assert workshop.floor() == first
        stick.plug_in()
        assert workshop.good() == first
    stick.pull_out()
    text = (stick.files / "exhibit.yaml").read_text()
    (stick.files / "exhibit.yaml").write_text(text.replace("Test", "Changed"))
    stick.plug_in()
    while workshop.floor() == first:
        workshop.made()
    assert workshop.floor().exhibit.title.root[""] == "Changed"


def test_deleted_and_restored(
    content: Any, tmp_path: Path, open_workshop: Callable[..., Workshop]
) -> None:
    """A folder that comes back from the backup is the same exhibit again."""
    backup = tmp_path / "backup"
    shutil.copytree(content.folder, backup)
    workshop = open_workshop()
    first = workshop.floor()
    shutil.rmtree(content.folder)
    while workshop.made()["edition"] is not None:
        pass
    assert workshop.floor() == first
    shutil.copytree(backup, content.folder)
    while workshop.made()["edition"] != first.id:
        pass
    assert workshop.is_quiet()
    assert len(workshop.store.editions()) <= 2
    assert workshop.floor().exhibit == first.exhibit


@pytest.mark.parametrize("lost", ["media/picture.jpg", "events/first", "."])
def test_permission_lost(content: Any, open_workshop: Callable[..., Workshop], lost: str) -> None:
    """What may not be read any more is an error, never a hole on the floor, and heals."""
    # Root may read everything, unless it gives that up.
    rights = "--bounding-set=-dac_override,-dac_read_search"
    workshop = open_workshop(prefix=("setpriv", rights) if AS_ROOT else ())
    first = workshop.floor()
    place = content.folder / lost
    mode = place.stat().st_mode
    place.chmod(0)
    told = workshop.made()
    assert told["errors"] or told["edition"] is None
    assert workshop.floor() == first
    place.chmod(mode)
    workshop.good()
    assert workshop.floor().exhibit == first.exhibit


def test_burst_of_changes(content: Any, open_workshop: Callable[..., Workshop]) -> None:
    """Ten thousand changes one after the other end in one edition and little memory."""
    for number in range(20):
        content.event(f"event-{number}", "picture.jpg", date="1991", title=f"Title {number}")
    workshop = open_workshop()
    before, makes = len(workshop.store.editions()), workshop.makes
    memory = peak_memory(workshop.process.pid)
    dice = random.Random(10_000)
    files = sorted(content.folder.glob("events/event-*/event.yaml"))
    text = files[0].read_text()
    title = next(line for line in text.splitlines() if line.startswith("title"))
    for change in range(10_000):
        dice.choice(files).write_text(text.replace(title, f"title: Change {change}"))
    final = {
        line.partition(": ")[2]
        for file in files
        for line in file.read_text().splitlines()
        if line.startswith("title")
    }
    while not final <= set(map(str, workshop.titles())):
        workshop.good()
    assert workshop.is_quiet()
    # A busy machine may once have left a pause that looked like the end.
    assert len(workshop.store.editions()) - before <= 2
    assert workshop.makes - makes <= 3
    assert peak_memory(workshop.process.pid) - memory < 64


def peak_memory(process: int) -> float:
    """The most that a process has had, in MB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024
