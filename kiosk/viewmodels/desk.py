"""Between the content folder and the screen: watching, making, choosing and offering editions."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.exhibit.problems import Problem, in_reading_order
from kiosk.settings import Settings
from kiosk.station.choosing import read_standing
from kiosk.station.crashes import WITHIN, Showing, set_aside_crashed
from kiosk.station.edition import EditionHeader
from kiosk.station.editions import EditionStore, Hold
from kiosk.station.maker import Maker
from kiosk.station.making import Report
from kiosk.station.notices import notices
from kiosk.station.shelter import Stores, can_write
from kiosk.station.watching import ContentWatcher
from kiosk.steps import Steps, at_once
from kiosk.viewmodels.kiosk import KioskView
from kiosk.viewmodels.slices import Slices

log = logging.getLogger(__name__)

FLOOR_SETTLE = 3.0
WINDOW_SETTLE = 0.15
"""Seconds without a change until copying counts as finished. Half a text without mistakes looks
like a whole one, so that the floor, which is in no hurry, had better wait for slow copies."""

LOOK_EVERY_MS = 2000
"""How soon a rollback made by another process is taken over."""

FIRST_RETRY_MS = 30_000
LAST_RETRY_MS = 3_600_000
"""How long to wait before an edition that could not be made is tried again, doubled each time."""

_LINES_AT_A_TIME = 20


class EditionDesk(QObject):
    """Keeps an eye on the content folder and hands finished editions to the view."""

    reported = Signal(object)
    changed = Signal()

    def __init__(self, settings: Settings, state: Path, view: KioskView, parent: QObject) -> None:
        super().__init__(parent)
        self._content = settings.content
        self._floor = not settings.windowed
        self._view = view
        self._stores = Stores(state, settings.content)
        self._maker = self._new_maker()
        settle = FLOOR_SETTLE if self._floor else WINDOW_SETTLE
        self._watcher = ContentWatcher(settings.content, self.changed.emit, settle=settle)
        self._showing = Showing(self._stores.written.root, floor=self._floor)
        self._offered: tuple[Path, str] | None = None
        self._known = ""
        self._lacks_drafts = False
        self._problems: tuple[Problem, ...] = ()
        self._hold = Hold(None)
        self._slices = Slices(self)
        self._standing = read_standing(self._stores.written.root)
        self._retry_ms = FIRST_RETRY_MS
        self._retry = self._timer(self._make)
        self._proof = self._timer(lambda: self._showing.prove())
        self._look = self._timer(self._follow_decisions)
        self._look.setSingleShot(False)
        self.reported.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.changed.connect(self._make, Qt.ConnectionType.QueuedConnection)
        view.takingOver.connect(self._note)

    def show_stored(self) -> None:
        """The edition of last time, so that the first frame already has something to show."""
        set_aside_crashed(self._stores.written.root)
        self._standing = read_standing(self._stores.written.root)
        at_once(self._bring())
        if self._offered is None:
            self._note("")

    def start(self) -> None:
        """Watches from the state that was stored; what has changed since is made at once."""
        with suppress(OSError):
            self._stores.written.sweep()
        self._watcher.start(seen=self._known or None)
        self._look.start(LOOK_EVERY_MS)
        if not self._known or self._lacks_drafts:
            self._make()

    def stop(self) -> None:
        """The kiosk ends as it should."""
        for timer in (self._retry, self._proof, self._look):
            timer.stop()
        self._slices.stop()
        # Soon: a display that goes down together with the kiosk may end it at any moment.
        self._showing.end()
        self._watcher.stop()
        self._maker.cancel()
        self._hold.close()

    def _make(self) -> None:
        self._retry.stop()
        self._maker.start(self.reported.emit)

    def _take(self, report: Report) -> None:
        match report.stage:
            case "reading" if not report.of:
                self._view.prepare(self._view.wording("reading"))
            case "reading":
                self._count_up("reading_events", report)
            case "media":
                self._count_up("looking_at_media", report)
            case "failed":
                log.warning("%s", report.message)
                # Visitors can do nothing about a disk.
                self._view.prepare("" if self._floor else report.message)
                self._go_on_after_failure(report)
            case "done":
                self._retry_ms = FIRST_RETRY_MS
                self._problems = report.problems
                self._slices.begin(self._finish(report))

    def _count_up(self, name: str, report: Report) -> None:
        words = self._view.wording(name)
        words = words.replace("%1", str(report.done)).replace("%2", str(report.of))
        self._view.prepare(words, report.done, report.of)

    def _go_on_after_failure(self, report: Report) -> None:
        stuck = report.store_fault and (
            self._offered is None or not can_write(self._stores.written.root)
        )
        if stuck and self._stores.take_shelter():
            self._maker = self._new_maker()
            self._showing.end()
            self._showing = Showing(self._stores.written.root, floor=self._floor)
            self._make()
            return
        self._retry.start(self._retry_ms)
        self._retry_ms = min(2 * self._retry_ms, LAST_RETRY_MS)

    def _finish(self, report: Report) -> Steps[None]:
        yield from self._bring()
        self._view.prepare("")
        for number, found in enumerate(report.problems):
            if number % _LINES_AT_A_TIME == 0:
                yield
            log.info("%s %s: %s %s", found.severity, found.place, found.message, found.hint)

    def _bring(self) -> Steps[None]:
        """Offers the best edition there is, unless that was done already, and reports."""
        with _no_collection():
            for store, header in self._stores.ranked(self._floor):
                if self._offered == (store.root, header.id):
                    break
                if self._offered is None:
                    # Nothing is on screen that loading it could be confused with, should it crash.
                    self._note(header.id)
                if (yield from self._offer(store, header)):
                    return
        yield from self._report()

    def _offer(self, store: EditionStore, header: EditionHeader) -> Steps[bool]:
        """False if that edition cannot be loaded."""
        hold = store.hold(header.id)
        try:
            edition = yield from store.loading(header.id)
            if edition is None:
                return False
            offer = yield from self._view.preparing(edition)
            yield
            self._problems = edition.problems
            # In the same moment, or what somebody is about to touch moves when the panel goes.
            yield from self._report()
            self._hold, hold = hold, self._hold
        finally:
            hold.close()
        self._offered, self._known = (store.root, header.id), edition.fingerprint
        # What a kiosk on the floor has stored here is not all that a curator wants to see.
        self._lacks_drafts = not self._floor and not edition.drafts
        log.info("edition %d is shown next", header.number)
        self._view.receive(offer)
        return True

    def _note(self, edition: str) -> None:
        """Says on disk what is going to be shown, in case it is the last that is heard of us."""
        root = self._stores.written.root
        if self._offered is not None and self._offered[0] != root:
            # Numbers count in each store; a note here would blame another edition.
            self._showing.end()
            return
        self._showing.begin(edition)
        self._proof.start(int(WITHIN * 1000))

    def _follow_decisions(self) -> None:
        """Takes over what `kiosk rollback`, or another kiosk that crashed, has decided."""
        standing = read_standing(self._stores.written.root)
        if standing != self._standing:
            self._standing = standing
            self._slices.begin(self._bring())

    def _report(self) -> Steps[None]:
        """Beside the problems of the folder, in a window, what was decided about editions."""
        if not self._floor:
            told = notices(self._stores.written.editions(), self._standing)
            found = in_reading_order((*told, *self._problems)) if told else self._problems
            yield from self._view.reporting(found)

    def _new_maker(self) -> Maker:
        # A curator wants to see each change at once, on the floor memory is dear.
        windowed = not self._floor
        root = self._stores.written.root
        return Maker(self._content, root, drafts=windowed, lasting=windowed)

    def _timer(self, action: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(action)
        return timer


@contextmanager
def _no_collection() -> Iterator[None]:
    """What is loaded stays, so the garbage collector has no business with it, now or later.

    It would walk through tens of thousands of events again and again while they are built.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if was_on:
            gc.enable()
