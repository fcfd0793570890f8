"""Editions that crash the kiosk: noticed at the next start, and after three times set aside.

A kiosk notes which edition it shows before it shows it, and keeps the note locked while it lives.
A clean end removes the note; one that is there and not locked tells of a crash. Notes count
only within one boot of the machine, by the clock of that boot, so that neither a power cut nor
a clock that was set is taken for a crash.

Below the root of a store::

    runs/<name>.json     an edition that a kiosk shows, or showed until it crashed
    aside/<id>.json      an edition that is set aside
"""

from __future__ import annotations

import logging
import os
import sys
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from kiosk.station.files import make_folder, remove, replace_with
from kiosk.station.locks import is_locked, lock
from kiosk.station.records import from_json, to_json

log = logging.getLogger(__name__)

CRASHES = 3
WITHIN = 600.0
"""So many crashes in so many seconds set an edition aside; who runs longer has not crashed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One kiosk that shows one edition, or none as long as `edition` is "".

    `since` is in seconds since the boot with the id `boot`. `proven` says that it ran for as long
    as it takes.
    """

    edition: str
    floor: bool
    boot: str
    since: float
    proven: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """An edition that is not shown any more, and since when, in seconds since 1970."""

    edition: str
    at: float


def boot_id() -> str:
    """Differs after every start of the machine; "" where the system does not tell."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def too_often(starts: Sequence[float]) -> bool:
    """Whether runs that began at these seconds and crashed are enough to set an edition aside."""
    starts = sorted(starts)
    return any(
        last - first <= WITHIN for first, last in zip(starts, starts[CRASHES - 1 :], strict=False)
    )


class Showing:
    """The note that this process shows an edition. What cannot be noted is only logged."""

    def __init__(self, root: Path, *, floor: bool, boot: str | None = None) -> None:
        self._folder = root / "runs"
        self._floor = floor
        self._boot = boot_id() if boot is None else boot
        self._run: Run | None = None
        self._note: Path | None = None
        self._descriptor: int | None = None

    def begin(self, edition: str) -> None:
        """Notes that `edition` is going to be shown, "" for none."""
        if self._run is None or self._run.edition != edition:
            since = time.monotonic()
            self._write(Run(edition=edition, floor=self._floor, boot=self._boot, since=since))

    def prove(self) -> None:
        """Notes that this edition has been shown for long enough not to be blamed any more."""
        if self._run is not None and not self._run.proven:
            self._write(replace(self._run, proven=True))

    def end(self) -> None:
        """The kiosk ends as it should."""
        note, descriptor = self._note, self._descriptor
        self._run = self._note = self._descriptor = None
        _take_away(note, descriptor)

    def _write(self, run: Run) -> None:
        if sys.platform == "win32":
            # Without locks nobody could tell whether this process is alive.
            return
        before = self._note, self._descriptor
        note = self._folder / f"{uuid.uuid4().hex}.json"
        temporary = note.with_suffix(".new")
        descriptor = None
        try:
            make_folder(self._folder)
            descriptor = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)
            lock(descriptor)
            os.write(descriptor, to_json(run))
            # Not synced: a power cut ends what notes count for, and no frame may wait for a disk.
            temporary.rename(note)
        except OSError as error:
            log.info("which edition is shown could not be noted: %s", error)
            _take_away(temporary, descriptor)
            return
        self._run, self._note, self._descriptor = run, note, descriptor
        _take_away(*before)


def set_aside_crashed(root: Path, boot: str | None = None) -> tuple[str, ...]:
    """Sets those editions aside that have crashed the kiosk too often, and gives their ids.

    If the kiosk crashed as often with no edition at all, it was not the editions' fault: those
    set aside are tried again.
    """
    now = time.monotonic()
    boot = boot_id() if boot is None else boot
    crashed: list[tuple[Run, Path]] = []
    for note in sorted((root / "runs").glob("*")):
        if is_locked(note):
            continue
        run = _read(note)
        if run is None or run.proven or run.boot != boot or run.since > now:
            remove(note)
        else:
            crashed.append((run, note))
    crashed.sort(key=lambda pair: (pair[0].edition, pair[0].since))
    blamed = []
    for edition, runs in groupby(crashed, key=lambda pair: pair[0].edition):
        pairs = list(runs)
        if not too_often([run.since for run, _ in pairs]):
            for run, note in pairs:
                if now - run.since > WITHIN:
                    remove(note)
            continue
        if _judge(root, edition):
            blamed += [edition] if edition else []
            for _, note in pairs:
                remove(note)
    return tuple(blamed)


def _judge(root: Path, edition: str) -> bool:
    if not edition:
        if read_set_aside(root):
            log.warning("The kiosk also crashes with no edition at all: all are tried again.")
        remove(root / "aside")
        return True
    mark = SetAside(edition=edition, at=time.time())
    try:
        make_folder(root / "aside")
        replace_with(root / "aside" / f"{edition}.json", to_json(mark))
    except OSError as error:
        log.warning("Edition %s crashes and could not be set aside: %s", edition, error)
        return False
    log.warning(
        "Edition %d has crashed the kiosk %d times in %d minutes and is set aside.",
        int(edition),
        CRASHES,
        WITHIN // 60,
    )
    return True


def read_set_aside(root: Path) -> Mapping[str, SetAside]:
    """The editions that are set aside, by id."""
    marks = {}
    for path in sorted((root / "aside").glob("*.json")):
        try:
            mark = from_json(SetAside, path.read_bytes())
        except (OSError, ValueError):
            continue
        marks[mark.edition] = mark
    return marks


def forgive(root: Path, edition: str) -> None:
    """Has an edition tried again; what it did until now is forgotten."""
    remove(root / "aside" / f"{edition}.json")
    for note in (root / "runs").glob("*.json"):
        run = _read(note)
        if run is not None and run.edition == edition and not is_locked(note):
            remove(note)


def on_show(root: Path) -> Iterator[Run]:
    """What kiosks that run at this moment show."""
    for note in sorted((root / "runs").glob("*.json")):
        run = _read(note)
        if run is not None and is_locked(note):
            yield run


def _read(note: Path) -> Run | None:
    try:
        return from_json(Run, note.read_bytes())
    except (OSError, ValueError):
        return None


def _take_away(note: Path | None, descriptor: int | None) -> None:
    if note is not None:
        remove(note)
    if descriptor is not None:
        os.close(descriptor)
