"""Between the content folder and the screen: watching, making, choosing and offering editions."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.exhibit.problems import Problem
from kiosk.settings import Settings
from kiosk.station.editions import EditionStore, Hold, store_root
from kiosk.station.making import Maker, Report
from kiosk.station.watching import ContentWatcher
from kiosk.viewmodels.kiosk import KioskView

log = logging.getLogger(__name__)


class EditionDesk(QObject):
    """Keeps an eye on the content folder and hands finished editions to the view."""

    reported = Signal(object)
    changed = Signal()

    def __init__(self, settings: Settings, state: Path, view: KioskView, parent: QObject) -> None:
        super().__init__(parent)
        self._floor = not settings.windowed
        self._view = view
        folder = store_root(state, settings.content)
        self._store = EditionStore(folder)
        self._maker = Maker(settings.content, folder, drafts=settings.windowed)
        self._watcher = ContentWatcher(settings.content, self.changed.emit)
        self._shown = ""
        self._known = ""
        self._lacks_drafts = False
        self._hold = Hold(None)
        self.reported.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.changed.connect(self._make, Qt.ConnectionType.QueuedConnection)

    def show_stored(self) -> None:
        """The edition of last time, so that the first frame already has something to show."""
        self._offer_best()

    def start(self) -> None:
        """Watches from the state that was stored; what has changed since is made at once."""
        with suppress(OSError):
            self._store.sweep()
        self._watcher.start(seen=self._known)
        if not self._known or self._lacks_drafts:
            self._make()

    def stop(self) -> None:
        self._watcher.stop()
        self._maker.cancel()
        self._hold.close()

    def _make(self) -> None:
        self._maker.start(self.reported.emit)

    def _take(self, report: Report) -> None:
        match report.stage:
            case "reading":
                self._view.prepare(self._view.wording("reading"))
            case "media":
                progress = self._view.wording("looking_at_media")
                for number, value in enumerate((report.done, report.of), start=1):
                    progress = progress.replace(f"%{number}", str(value))
                self._view.prepare(progress)
            case "failed":
                log.warning("%s", report.message)
                self._view.prepare(report.message)
            case "done":
                self._view.prepare("")
                self._view.report(report.problems)
                self._log(report.problems)
                self._offer_best()

    def _offer_best(self) -> None:
        edition = self._store.for_screen(self._floor)
        if edition is not None and edition.id != self._shown:
            hold, self._hold = self._hold, self._store.hold(edition.id)
            hold.close()
            self._shown, self._known = edition.id, edition.fingerprint
            # What a kiosk on the floor has stored here is not all that a curator wants to see.
            self._lacks_drafts = not self._floor and not edition.drafts
            self._view.offer(edition)
            self._view.report(edition.problems)

    def _log(self, problems: tuple[Problem, ...]) -> None:
        for problem in problems:
            log.info("%s %s: %s %s", problem.severity, problem.place, problem.message, problem.hint)
